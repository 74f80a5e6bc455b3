"""The operating system: devices, processes, paths, files."""
