"""Images, image sequences and videos as outputs."""
