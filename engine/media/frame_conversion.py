"""Decoded video frames as upright I420 pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

import av
import cv2
import numpy as np
from av.buffer import Buffer
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter

from engine.core.frame import U8, Image, Matrix, PixelFormat
from engine.media.tone_mapping import ColourSpace, ToneMapper

# AVColorSpace, ITU-T H.273 table 4.
_RGB, _BT709, _UNSPECIFIED = 0, 1, 2
_BT601_FAMILY = (4, 5, 6)

_SCALE_MATRIX = {_BT709: "bt709", 4: "fcc", 5: "bt470", 6: "smpte170m", 7: "smpte240m"}
"""What FFmpeg's scale filter calls them; BT.2020 for all others."""

_SWS_MATRIX = {Matrix.BT601: Colorspace.ITU601, Matrix.BT709: Colorspace.ITU709}


@dataclass(frozen=True, slots=True)
class _Turn:
    """How a display matrix turns a picture upright: transposed first, then flipped."""

    transpose: bool = False
    flip_x: bool = False
    flip_y: bool = False

    @staticmethod
    def of(frame: av.VideoFrame) -> _Turn:
        """Reads the frame's display matrix: x' = a x + c y, y' = b x + d y (ISO/IEC 14496-12, 6.2.2)."""
        matrix = cast("Mapping[str, Buffer]", frame.side_data).get("DISPLAYMATRIX")
        if matrix is None:
            return _Turn()
        a, b, _, c, d = np.frombuffer(memoryview(matrix), np.int32)[:5].tolist()
        if abs(b) + abs(c) > abs(a) + abs(d):
            return _Turn(True, c < 0, b < 0)
        return _Turn(False, a < 0, d < 0)

    def apply(self, plane: U8) -> U8:
        if self.transpose:
            plane = cv2.transpose(plane).astype(np.uint8, copy=False)
        if self.flip_x or self.flip_y:
            code = -1 if self.flip_x and self.flip_y else int(self.flip_x)
            plane = cv2.flip(plane, code).astype(np.uint8, copy=False)
        return plane


class FrameConverter:
    """Turns the decoded frames of one stream into pictures of one even size, limited range, upright.

    Planes of plain 8-bit 4:2:0 are handed on as views that keep the decoder's frame alive; all else is converted.
    High dynamic range and wide gamuts are mapped to BT.709.

    Args:
        first: A frame of the stream; it decides on size, matrix and rotation.
        pixel_aspect: Width of a pixel over its height.
    """

    def __init__(self, first: av.VideoFrame, pixel_aspect: Fraction = Fraction(1)) -> None:
        self._width = round(first.width * pixel_aspect)
        self._height = first.height
        self._turn = _Turn.of(first)
        self._maps = ColourSpace.of(first).needs_mapping
        self._mapper: ToneMapper | None = None
        self._mapped_form: tuple[int, int, str] | None = None
        self.matrix = Matrix.BT709 if self._maps else _matrix_of(first)
        self._reformatter = VideoReformatter()
        even = self._width & ~1, self._height & ~1
        self.size: tuple[int, int] = even[::-1] if self._turn.transpose else even
        """(width, height) in pixels of every picture."""

    def convert(self, frame: av.VideoFrame) -> Image:
        """A decoded frame as a read-only I420 picture.

        Raises:
            av.FFmpegError, ValueError: It can't be converted.
        """
        if self._maps:
            frame = self._mapped(frame)
        if not self._is_plain(frame):
            frame = self._reformat(frame)
        rows, columns = self._height & ~1, self._width & ~1
        planes = (
            _view(frame.planes[0], rows, columns),
            _view(frame.planes[1], rows // 2, columns // 2),
            _view(frame.planes[2], rows // 2, columns // 2),
        )
        return Image(PixelFormat.I420, tuple(self._turn.apply(plane) for plane in planes), self.matrix)

    def _mapped(self, frame: av.VideoFrame) -> av.VideoFrame:
        form = frame.width, frame.height, frame.format.name
        if self._mapper is None or form != self._mapped_form:
            matrix = _SCALE_MATRIX.get(int(frame.colorspace), "bt2020nc")
            self._mapper = ToneMapper(frame, matrix, _is_full_range(frame))
            self._mapped_form = form
        mapped = self._mapper.map(frame)
        mapped.colorspace = _BT709
        mapped.color_range = ColorRange.MPEG
        return mapped

    def _is_plain(self, frame: av.VideoFrame) -> bool:
        return (
            frame.format.name == "yuv420p"
            and (frame.width, frame.height) == (self._width, self._height)
            and frame.color_range != ColorRange.JPEG
            and frame.colorspace in (_BT709, _UNSPECIFIED, *_BT601_FAMILY)
        )

    def _reformat(self, frame: av.VideoFrame) -> av.VideoFrame:
        matrix = _SWS_MATRIX[self.matrix]
        full = _is_full_range(frame)
        return self._reformatter.reformat(
            frame,
            self._width,
            self._height,
            "yuv420p",
            src_colorspace=matrix if frame.colorspace == _UNSPECIFIED else None,
            dst_colorspace=matrix,
            src_color_range=ColorRange.JPEG if full else None,
            dst_color_range=ColorRange.MPEG,
            threads=1,
        )


def _is_full_range(frame: av.VideoFrame) -> bool:
    return frame.color_range == ColorRange.JPEG or frame.format.name.startswith("yuvj")


def _matrix_of(frame: av.VideoFrame) -> Matrix:
    """What the stream says; where it says nothing, what players assume: BT.709 for HD (mpv's limits)."""
    if frame.colorspace in _BT601_FAMILY:
        return Matrix.BT601
    if frame.colorspace in (_RGB, _UNSPECIFIED):
        return Matrix.BT709 if frame.width >= 1280 or frame.height > 576 else Matrix.BT601
    return Matrix.BT709


def _view(plane: av.video.plane.VideoPlane, rows: int, columns: int) -> U8:
    view = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[:rows, :columns]
    view.flags.writeable = False
    return view
