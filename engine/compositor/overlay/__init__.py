"""What is drawn over the finished picture: a name tag and a logo."""
