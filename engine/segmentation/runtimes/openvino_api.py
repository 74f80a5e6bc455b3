"""OpenVINO without its model converter.

The converter takes two thirds of the import, and with it comes a client that reports the import over the network.
"""

import sys

_CONVERTER = "openvino.tools.ovc"  # openvino does without where it can't be imported

_blocked = _CONVERTER not in sys.modules
if _blocked:
    sys.modules[_CONVERTER] = None  # type: ignore[assignment]  # the documented way to make an import fail
try:
    import openvino
    from openvino import opset13, preprocess
finally:
    if _blocked:
        del sys.modules[_CONVERTER]

__all__ = ["openvino", "opset13", "preprocess"]
