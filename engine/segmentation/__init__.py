"""Who is the person: models, their preprocessing and the runtimes that run them."""

import sys

# The import of openvino reports itself over the network, from a forked process. Where this module can't be had, it uses
# a stand-in that reports nothing.
sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
