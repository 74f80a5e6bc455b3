"""Weights of a released inference model (.pdmodel and .pdiparams) into the network they were trained in.

A .pdiparams file holds bare tensors, sorted by variable name; the names are in the .pdmodel. A name such as
`conv2d_37.w_0` counts the layers of its kind in the order they were built, so within each kind the k-th layer of the
released program is the k-th of the network, whatever number the counting began with.
"""

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.core.errors import UsageError

if TYPE_CHECKING:
    import paddle

_NAME = re.compile(r"(?P<kind>.+)_(?P<number>\d+)\.(?P<part>[wb]_\d+)")
_HINT = "name the recipe of that model"

Key = tuple[str, int, str]
"""Kind of layer, how many of its kind were built before it, which of its parameters."""


def load(folder: Path, model: "paddle.nn.Layer") -> int:
    """Fills the network with the released weights; layers that the release pruned away keep theirs.

    Args:
        folder: Holds model.pdmodel and model.pdiparams.
        model: A freshly built network, whose parameters have Paddle's own names.

    Returns:
        How many parameters were set.

    Raises:
        UsageError: A file is missing or damaged, or the weights belong to another network.
    """
    weights = _numbered(read(folder))
    own: dict[Any, Any] = _numbered({tensor.name: tensor for tensor in model.state_dict().values()})
    for key, values in weights.items():
        if key not in own or list(own[key].shape) != list(values.shape):
            raise UsageError(f"{folder} fits another network: {key[0]} {key[1]} differs", _HINT)
    for key, values in weights.items():
        own[key].set_value(values)
    return len(weights)


def read(folder: Path) -> dict[str, np.ndarray]:
    """Every weight of a released model by its variable's name, float32.

    Raises:
        UsageError: A file is missing or damaged.
    """
    from paddle.base.proto import framework_pb2

    program = framework_pb2.ProgramDesc()
    try:
        program.ParseFromString((folder / "model.pdmodel").read_bytes())
        buffer = memoryview((folder / "model.pdiparams").read_bytes())
        names = sorted(v.name for v in program.blocks[0].vars if v.persistable and v.name not in ("feed", "fetch"))
        return dict(zip(names, _tensors(buffer), strict=True))
    except OSError as error:
        raise UsageError(f"{error.filename} can't be read ({error.strerror})", "get the model first") from error
    except (ValueError, IndexError, struct.error) as error:
        raise UsageError(f"{folder} holds no whole released model ({error})", "get the model again") from error


def _tensors(buffer: memoryview) -> Iterator[np.ndarray]:
    """Tensors as Paddle's save_combine lays them one after the other."""
    from paddle.base.proto import framework_pb2

    at = 0
    while at < len(buffer):
        version, levels = struct.unpack_from("<IQ", buffer, at)
        if version or levels:
            raise ValueError("a tensor is of an unknown version")
        at += 12
        _, length = struct.unpack_from("<Ii", buffer, at)
        at += 8
        description = framework_pb2.VarType.TensorDesc.FromString(bytes(buffer[at : at + length]))
        at += length
        if description.data_type != framework_pb2.VarType.FP32:
            raise ValueError("a tensor is not float32")
        shape = tuple(description.dims)
        values = np.frombuffer(buffer, np.float32, int(np.prod(shape)), at).reshape(shape)
        at += values.nbytes
        yield values


def _numbered(named: dict[str, "np.ndarray | paddle.Tensor"]) -> dict[Key, "np.ndarray | paddle.Tensor"]:
    """Names to keys, each kind of layer counted from its first."""
    matches = {name: match for name in named if (match := _NAME.fullmatch(name))}
    if len(matches) < len(named):
        stranger = next(name for name in named if name not in matches)
        raise UsageError(f"parameter {stranger} has no name of Paddle's own", "load into a freshly built network")
    first: dict[str, int] = {}
    for match in matches.values():
        kind, number = match["kind"], int(match["number"])
        first[kind] = min(number, first.get(kind, number))
    return {(m["kind"], int(m["number"]) - first[m["kind"]], m["part"]): named[name] for name, m in matches.items()}
