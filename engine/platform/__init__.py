"""What depends on the operating system: devices, processes, paths, files."""
