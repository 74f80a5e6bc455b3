"""What to run to load the virtual camera driver."""

LOAD = "sudo modprobe v4l2loopback exclusive_caps=1 card_label=Cyclorama"
RELOAD = f"sudo modprobe -r v4l2loopback && {LOAD}"
