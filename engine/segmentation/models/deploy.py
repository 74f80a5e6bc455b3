"""Reads a model's deploy.yaml, as PaddleSeg and its matting models write it: input size and normalisation."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from engine.core.errors import ModelError
from engine.platform.atomic_files import os_reason

Size: TypeAlias = tuple[int, int]
"""(width, height) in pixels."""
Triple: TypeAlias = tuple[float, float, float]

FILE_NAME = "deploy.yaml"
MAX_YAML_BYTES = 16 * 1024
MAX_YAML_BRACKETS = 500
"""PyYAML's time is quadratic in open brackets: 10,000 take 26 seconds. Descriptions that are published have 20."""
SIDE_LIMITS_PX = (16, 4096)
MODEL_SUFFIXES = (".pdmodel", ".json", ".onnx")
DEFAULT_MEAN_STD: Triple = (0.5, 0.5, 0.5)


class _InvalidError(ValueError):
    """An invalid entry; becomes one line that names the file."""


@dataclass(frozen=True, slots=True)
class Deploy:
    """A model's files and its input.

    Attributes:
        model_file: Name of the network's file in the model's folder.
        params_file: Name of the weights' file; empty where the network's file holds them.
        resizes: One step after the other, from a frame's size to the network's; the first may be a fixed size.
        fixed_size: (width, height) that the first `Resize` stretches to; None where the frame's shape is kept.
        mean: Per channel (R, G, B), of values scaled to [0, 1].
        std: Per channel (R, G, B), likewise.
    """

    model_file: str
    params_file: str
    resizes: tuple[Callable[[Size], Size], ...]
    fixed_size: Size | None
    mean: Triple
    std: Triple

    def input_size(self, frame_size: Size, vertical: bool = False) -> Size:
        """The size that a frame is to be brought to.

        Args:
            frame_size: (width, height) of the frame.
            vertical: Treat the frame as upright even if it is wider than high.

        Returns:
            (width, height); a fixed size lies as the frame does, upright or across.
        """
        size = frame_size
        if self.fixed_size:
            upright = vertical or frame_size[1] > frame_size[0]
            short, long = sorted(self.fixed_size)
            size = (short, long) if upright else (long, short)
        for resize in self.resizes:
            size = resize(size)
        low, high = SIDE_LIMITS_PX
        return min(max(size[0], low), high), min(max(size[1], low), high)


def read_deploy(folder: Path) -> Deploy:
    """Reads the deploy.yaml in a model's folder.

    Raises:
        ModelError: It is missing, not YAML, or invalid.
    """
    path = folder / FILE_NAME
    try:
        with path.open("rb") as file:
            text = file.read(MAX_YAML_BYTES + 1)
        if len(text) > MAX_YAML_BYTES:
            raise _InvalidError(f"it is larger than {MAX_YAML_BYTES} bytes")
        if text.count(b"[") + text.count(b"{") > MAX_YAML_BRACKETS:
            raise _InvalidError(f"it has more than {MAX_YAML_BRACKETS} brackets")
        # BaseLoader builds only text, lists and mappings, so no YAML constructor can run code.
        return _deploy(yaml.load(text.decode(), Loader=yaml.BaseLoader))  # noqa: S506
    except OSError as error:
        raise ModelError(
            "{path} can't be read ({reason})",
            "name a folder that holds a model",
            code="deploy-unreadable",
            path=path,
            reason=os_reason(error),
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, _InvalidError) else "it is not YAML"
        raise ModelError(
            "{path} is not a model description: {reason}",
            "download or import the model again",
            code="deploy-invalid",
            path=path,
            reason=reason,
        ) from error


def _deploy(document: Any) -> Deploy:
    section = document.get("Deploy") if isinstance(document, dict) else None
    if not isinstance(section, dict):
        raise _InvalidError("it has no section Deploy")
    model_file = _file_name(section.get("model"), "model")
    if Path(model_file).suffix not in MODEL_SUFFIXES:
        raise _InvalidError(f"model {model_file!r} is none of {', '.join(MODEL_SUFFIXES)}")
    params_file = "" if model_file.endswith(".onnx") else _file_name(section.get("params"), "params")
    transforms = section.get("transforms")
    if not isinstance(transforms, list):
        raise _InvalidError("it lists no transforms")

    resizes: list[Callable[[Size], Size]] = []
    fixed_size: Size | None = None
    mean = std = DEFAULT_MEAN_STD
    for number, step in enumerate(transforms):
        if not isinstance(step, dict):
            raise _InvalidError(f"transform {number + 1} is not a mapping")
        match step.get("type"):
            case "LoadImages":  # reads the image, which has happened already
                pass
            case "Normalize":
                mean, std = _triple(step, "mean"), _triple(step, "std")
                if min(std) <= 0:
                    raise _InvalidError("a std is not positive")
            case "Resize" if not resizes and _is_stretch(step):
                fixed_size = _sides(step.get("target_size", ["512", "512"]))
            case str(kind) if kind in _RESIZES:
                resizes.append(_RESIZES[kind](step))
            case kind:
                raise _InvalidError(f"transform {kind!r} is unknown here")
    return Deploy(model_file, params_file, tuple(resizes), fixed_size, mean, std)


def _by_side(key: str, pick: Callable[[Size], int]) -> Callable[[dict[str, Any]], Callable[[Size], Size]]:
    def build(step: dict[str, Any]) -> Callable[[Size], Size]:
        side = _side(step.get(key), key)
        return lambda size: _scaled(size, side / pick(size))

    return build


def _limit(which: str, pick: Callable[[Size], int]) -> Callable[[dict[str, Any]], Callable[[Size], Size]]:
    def build(step: dict[str, Any]) -> Callable[[Size], Size]:
        low, high = (_optional_side(step.get(f"{end}_{which}"), f"{end}_{which}") for end in ("min", "max"))
        if low and high and low > high:
            raise _InvalidError(f"min_{which} is above max_{which}")

        def resize(size: Size) -> Size:
            side = pick(size)
            if high and side > high:
                return _scaled(size, high / side)
            if low and side < low:
                return _scaled(size, low / side)
            return size

        return resize

    return build


def _to_multiple(step: dict[str, Any]) -> Callable[[Size], Size]:
    multiple = _whole(step.get("mult_int", "32"), "mult_int")
    if not 1 <= multiple <= 512:
        raise _InvalidError(f"mult_int is {multiple}")
    # Rounds down as PaddleSeg's matting does, but never to zero.
    return lambda size: (max(size[0] // multiple, 1) * multiple, max(size[1] // multiple, 1) * multiple)


_RESIZES: dict[str, Callable[[dict[str, Any]], Callable[[Size], Size]]] = {
    "ResizeByShort": _by_side("short_size", min),
    "ResizeByLong": _by_side("long_size", max),
    "LimitShort": _limit("short", min),
    "LimitLong": _limit("long", max),
    "ResizeToIntMult": _to_multiple,
}


def _scaled(size: Size, factor: float) -> Size:
    return max(round(size[0] * factor), 1), max(round(size[1] * factor), 1)


def _is_stretch(step: dict[str, Any]) -> bool:
    return str(step.get("keep_ratio", "false")).lower() in ("false", "no", "off", "null", "")


def _sides(value: Any) -> Size:
    sides = value if isinstance(value, list) else [value, value]
    if len(sides) != 2:
        raise _InvalidError("target_size is not [width, height]")
    return _side(sides[0], "target_size"), _side(sides[1], "target_size")


def _optional_side(value: Any, name: str) -> int | None:
    return None if value in (None, "", "null", "~") else _side(value, name)


def _side(value: Any, name: str) -> int:
    side = _whole(value, name)
    if not SIDE_LIMITS_PX[0] <= side <= SIDE_LIMITS_PX[1]:
        raise _InvalidError(f"{name} is {side}, not within {SIDE_LIMITS_PX[0]} to {SIDE_LIMITS_PX[1]} px")
    return side


def _whole(value: Any, name: str) -> int:
    if not (isinstance(value, str) and value.isdecimal() and len(value) <= 9):
        raise _InvalidError(f"{name} is not a whole number")
    return int(value)


def _triple(step: dict[str, Any], name: str) -> Triple:
    if name not in step:
        return DEFAULT_MEAN_STD
    values = step[name]
    try:
        numbers = [float(value) for value in values] if isinstance(values, list) else []
    except (TypeError, ValueError):
        numbers = []
    if len(numbers) != 3 or not all(math.isfinite(number) and abs(number) < 1e3 for number in numbers):
        raise _InvalidError(f"{name} is not three numbers")
    return numbers[0], numbers[1], numbers[2]


def _file_name(value: Any, key: str) -> str:
    if not isinstance(value, str) or not value or value in (".", "..") or set(value) & set("/\\:\0"):
        raise _InvalidError(f"{key} is not a plain file name")
    return value
