"""Writes a tiny ONNX file without the onnx package: protocol buffers by hand, field by field."""

import struct

FLOAT = 1
SOFTMAX_AXIS_1 = 1


def redness_onnx(slope: float, size: tuple[int, int] | None) -> bytes:
    """A network that takes red for a person: float32 [1, 3, h, w] -> softmax [1, 2, h, w], as `fake_models` has it.

    Args:
        slope: What the red channel is multiplied with.
        size: (height, width) declared; None for any.
    """
    height, width = (_field(1, side) for side in size) if size else (_field(2, b"h"), _field(2, b"w"))
    weights = struct.pack("<6f", 0, 0, 0, slope, 0, 0)
    initializer = b"".join(_field(1, side) for side in (2, 3, 1, 1)) + _field(2, FLOAT) + _field(8, b"w")
    conv = _node(b"Conv", [b"x", b"w"], b"logits")
    axis = _field(1, b"axis") + _field(3, SOFTMAX_AXIS_1) + _field(20, 2)
    softmax = _node(b"Softmax", [b"logits"], b"y") + _field(5, axis)
    graph = (
        _field(1, conv)
        + _field(1, softmax)
        + _field(2, b"redness")
        + _field(5, initializer + _field(9, weights))
        + _field(11, _value(b"x", [_field(1, 1), _field(1, 3), height, width]))
        + _field(12, _value(b"y", [_field(1, 1), _field(1, 2), height, width]))
    )
    return _field(1, 8) + _field(8, _field(2, 13)) + _field(7, graph)


def _node(operator: bytes, inputs: list[bytes], output: bytes) -> bytes:
    return b"".join(_field(1, name) for name in inputs) + _field(2, output) + _field(4, operator)


def _value(name: bytes, dimensions: list[bytes]) -> bytes:
    shape = b"".join(_field(1, dimension) for dimension in dimensions)
    return _field(1, name) + _field(2, _field(1, _field(1, FLOAT) + _field(2, shape)))


def _field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])
