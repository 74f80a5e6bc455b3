"""A video device in user space: what the tests write to and capture from without a kernel module."""
