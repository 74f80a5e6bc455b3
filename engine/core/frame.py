"""The values that pass through the engine: pictures, frames and masks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from engine.core.persons import ABSENT, PersonState

U8 = NDArray[np.uint8]
F32 = NDArray[np.float32]


MAX_FLOW_RESIDUAL = 40.0
"""Luma error (0..255), mean over the worst 16x16 pixels, up to which a propagated mask may be used. In filmed clips
of talking persons 19 frames in 20 have at most 37 from one frame to the next; a fast hand or a cut has more, and there
the flow is wrong."""


class PixelFormat(StrEnum):
    """How a picture's samples are laid out."""

    I420 = "i420"
    """Planar Y [H, W], U [H/2, W/2], V [H/2, W/2], limited range; H and W even."""
    BGR = "bgr"
    """One interleaved plane [H, W, 3], full range."""


class Matrix(StrEnum):
    """The luma coefficients that an I420 picture was coded with."""

    BT601 = "bt601"
    BT709 = "bt709"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as a tuple of uint8 planes, so that one composition code serves I420 and BGR.

    Attributes:
        format: Layout of the planes.
        planes: I420: (Y [H, W], U [H/2, W/2], V [H/2, W/2]); BGR: ([H, W, 3],). uint8, possibly views.
        matrix: Luma coefficients of an I420 picture; without meaning for BGR.
        alpha: uint8 [H, W], 255 = opaque, where the picture has transparency; colours are straight.
    """

    format: PixelFormat
    planes: tuple[U8, ...]
    matrix: Matrix = Matrix.BT601
    alpha: U8 | None = None

    def __post_init__(self) -> None:
        shapes = [plane.shape for plane in self.planes]
        height, width = shapes[0][:2]
        if self.format is PixelFormat.BGR:
            expected: list[tuple[int, ...]] = [(height, width, 3)]
        else:
            expected = [(height, width), (height // 2, width // 2), (height // 2, width // 2)]
        if shapes != expected or any(plane.dtype != np.uint8 for plane in self.planes):
            raise ValueError(f"planes of {shapes} are no {self.format} picture")
        if self.alpha is not None and self.alpha.shape != (height, width):
            raise ValueError(f"an alpha of {self.alpha.shape} is none of a picture of {(height, width)}")

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        height, width = self.planes[0].shape[:2]
        return width, height

    def part(self, x: int, y: int, width: int, height: int) -> Image:
        """A part of the picture as views, without its transparency; all four numbers are even.

        Args:
            x: Left side, in pixels.
            y: Upper side, in pixels.
            width: In pixels.
            height: In pixels.
        """
        cut = _cutter(self.size[0], x, y, width, height)
        return Image(self.format, tuple(cut(plane) for plane in self.planes), self.matrix)

    @staticmethod
    def from_bgr(bgr: U8) -> Image:
        """Wraps uint8 [H, W, 3] without copying."""
        return Image(PixelFormat.BGR, (bgr,))

    @staticmethod
    def from_i420(buffer: U8, matrix: Matrix = Matrix.BT601) -> Image:
        """Wraps a contiguous uint8 [H*3/2, W] buffer without copying; its planes are views."""
        rows, width = buffer.shape
        height = rows * 2 // 3
        flat = buffer.reshape(-1)
        luma, quarter = width * height, width * height // 4
        return Image(
            PixelFormat.I420,
            (
                flat[:luma].reshape(height, width),
                flat[luma : luma + quarter].reshape(height // 2, width // 2),
                flat[luma + quarter :].reshape(height // 2, width // 2),
            ),
            matrix,
        )

    @staticmethod
    def empty(like: Image) -> Image:
        """An uninitialised picture of the same format, size and matrix, I420 in one contiguous buffer."""
        width, height = like.size
        if like.format is PixelFormat.I420:
            return Image.from_i420(np.empty((height * 3 // 2, width), np.uint8), like.matrix)
        return Image.from_bgr(np.empty((height, width, 3), np.uint8))

    def i420_buffer(self) -> U8:
        """The planes as one contiguous uint8 [H*3/2, W]; a copy only where they are not that already."""
        luma = self.planes[0]
        height, width = luma.shape
        base = luma.base
        if base is not None and base.size == height * width * 3 // 2 and all(p.base is base for p in self.planes):
            return base.reshape(height * 3 // 2, width)
        return np.concatenate([plane.reshape(-1) for plane in self.planes]).reshape(height * 3 // 2, width)


@dataclass(frozen=True, slots=True)
class FramePyramid:
    """A picture with its planes at half their size, which several steps downsample further.

    The capture stage makes it once for each frame, before it hands the frame on. Network, edge refinement and the
    person's own colours start from it; none of them changes it.

    Attributes:
        image: The picture. It no longer changes, unlike the compositor's buffers.
        halves: Its planes at half their size, by area (`engine.media.colour_formats.halves`): uint8 [h // 2, w // 2] or
            [h // 2, w // 2, 3]. Empty where they were not made; then all start from the picture itself.
    """

    image: Image
    halves: tuple[U8, ...] = ()

    def __post_init__(self) -> None:
        if not self.halves:
            return
        expected = [(plane.shape[0] // 2, plane.shape[1] // 2, *plane.shape[2:]) for plane in self.image.planes]
        if [half.shape for half in self.halves] != expected:
            raise ValueError(f"planes of {[half.shape for half in self.halves]} are no halves of {self.image.size}")

    def part(self, x: int, y: int, width: int, height: int) -> FramePyramid:
        """A part of the picture, see `Image.part`, with its halves where they are whole pixels.

        Args:
            x: Left side, in pixels.
            y: Upper side, in pixels.
            width: In pixels.
            height: In pixels.
        """
        part = self.image.part(x, y, width, height)
        # The halves of the parts are the parts of the halves only where the cuts lie on pixels of the halved chroma.
        if any(side % 4 for side in (x, y, width, height, *self.image.size)):
            return FramePyramid(part)
        cut = _cutter(self.image.size[0], x, y, width, height)
        return FramePyramid(part, tuple(cut(half) for half in self.halves))


def _cutter(whole_width: int, x: int, y: int, width: int, height: int) -> Callable[[U8], U8]:
    """Cuts a part out of planes of any size of a picture; all numbers are in pixels of the picture."""

    def cut(plane: U8) -> U8:
        divisor = whole_width // plane.shape[1]
        return plane[y // divisor : (y + height) // divisor, x // divisor : (x + width) // divisor]

    return cut


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a source.

    Attributes:
        seq: Counts up by one per frame of a source.
        captured_ns: `engine.core.clock.now_ns()` at which it was received, before decoding where the source allows;
            rendering, the media time, so that no decision depends on how fast the machine is.
        media_ns: Position in the clip or time since the camera was opened, in nanoseconds.
        image: The picture.
        scene: Another number wherever a picture can't be told from the one before by motion, because a source was
            opened or the picture is framed otherwise: a mask is never propagated from one scene to the next.
        halves: Of the picture, see `FramePyramid`; a source leaves them to the capture stage.
    """

    seq: int
    captured_ns: int
    media_ns: int
    image: Image
    scene: int = 0
    halves: tuple[U8, ...] = ()

    @property
    def pyramid(self) -> FramePyramid:
        """The picture with its halves."""
        return FramePyramid(self.image, self.halves)


@dataclass(frozen=True, slots=True)
class Motion:
    """How a frame's small picture moved since an earlier one.

    Whoever makes a mask with its help hands it on in `Mask.motion`, so that the edge refiner need not compute the flow
    again. Its arrays are read-only from then on: the inference thread keeps the mask as its own history, while the
    composition thread reads it.

    Attributes:
        previous_seq: The earlier frame.
        flow: float32 [h, w, 2]: how far each pixel lies from where it was then, (x, y) in pixels.
        residual: uint8 [h, w]: luma error that the flow leaves, mean over 5x5 pixels.
    """

    previous_seq: int
    flow: F32
    residual: U8

    def __post_init__(self) -> None:
        if self.flow.shape != (*self.residual.shape, 2):
            raise ValueError(f"a flow of {self.flow.shape} and a residual of {self.residual.shape} are no motion")
        _make_read_only(self, "flow", "residual")


class MaskOrigin(StrEnum):
    """How a mask was made. Only this tells whether it was predicted on its frame: two frames may have the same time."""

    PREDICTED = "predicted"
    """By the network, on the mask's own frame."""
    PROPAGATED = "propagated"
    """By optical flow, from the mask of an earlier frame."""
    REUSED = "reused"
    """The mask of an earlier frame as it was, because nothing has moved since its prediction."""


@dataclass(frozen=True, slots=True)
class Mask:
    """Where the person is in one frame, at the model's resolution.

    The thread that makes it hands it on and may keep it as its history, so its arrays are read-only.

    Attributes:
        seq: The frame it belongs to.
        alpha: float32 [h, w] in [0, 1], 1 = person.
        guide: uint8 [h, w], the frame's luma at the mask's size; what optical flow is computed on.
        predicted_ns: Capture time of the frame whose prediction the mask stems from.
        flow_residual: Luma error (0..255) of the flow in the worst 16x16 pixels of a propagated mask; 0 if predicted.
        motion: Since the mask before, where it was computed for this one; the refiner uses it if that mask is its own
            history, and computes the flow itself if not.
        small_bgr: uint8 [h, w, 3] BGR, the frame at the mask's size; disocclusion detection compares the
            propagated mask with it. Without it the mask can't be propagated.
        origin: How it was made.
        persons: The persons that its prediction shows.
        plausible: False where the mask can't be a person's, whatever the network answers: it covers nearly the whole
            frame, or follows no edge of the picture.
        hidden: uint8 [h, w], 255 where other persons are, whom no method may show; None if there are none.
    """

    seq: int
    alpha: F32
    guide: U8
    predicted_ns: int
    flow_residual: float = 0.0
    motion: Motion | None = None
    small_bgr: U8 | None = None
    origin: MaskOrigin = MaskOrigin.PREDICTED
    plausible: bool = True
    persons: PersonState = ABSENT
    hidden: U8 | None = None

    def __post_init__(self) -> None:
        if self.alpha.ndim != 2 or self.guide.shape != self.alpha.shape:
            raise ValueError(f"an alpha of {self.alpha.shape} and a guide of {self.guide.shape} are no mask")
        if self.small_bgr is not None and self.small_bgr.shape != (*self.alpha.shape, 3):
            raise ValueError(f"a picture of {self.small_bgr.shape} is none of a mask of {self.alpha.shape}")
        if self.hidden is not None and self.hidden.shape != self.alpha.shape:
            raise ValueError(f"{self.hidden.shape} hidden are none of a mask of {self.alpha.shape}")
        _make_read_only(self, "alpha", "guide", "small_bgr", "hidden")

    @property
    def is_valid(self) -> bool:
        """Whether every value of it is a number between 0 and 1."""
        # Not `any(... < 0)`: every comparison with NaN is false.
        return bool(self.alpha.size and self.alpha.min() >= 0.0 and self.alpha.max() <= 1.0)


def _make_read_only(value: Motion | Mask, *names: str) -> None:
    """Replaces arrays of a value that is being built by views that can't be written to."""
    for name in names:
        array = getattr(value, name)
        if array is not None:
            view = array.view()
            view.flags.writeable = False
            object.__setattr__(value, name, view)
