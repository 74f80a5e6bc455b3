"""Composes a frame with what stands behind the person."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.compositor.backdrop import Backdrop
from engine.compositor.blend import blend_over
from engine.compositor.blur import blur_room
from engine.compositor.canvas import Canvas
from engine.compositor.edge import Edges
from engine.compositor.stand_in import draw_stand_in
from engine.errors import EngineError
from engine.frame import U8, Image, Matrix, PixelFormat
from engine.settings import BackgroundKind, Settings

RING_SIZE = 4
"""Pictures that stay valid: one that leaves, one in the preview, and those on their way."""

_REPLACED = (BackgroundKind.COLOR, BackgroundKind.IMAGE, BackgroundKind.VIDEO)


class Compositor:
    """Makes the pictures that may leave; used by one thread.

    Args:
        wait: Whether to wait for backgrounds being loaded or decoded, as rendering a file wants it. Live, what was
            there before, or the stand-in, stays meanwhile.
    """

    def __init__(self, *, wait: bool = False) -> None:
        self._backdrop = Backdrop(wait=wait)
        self._ring: list[Image] = []
        self._next = 0
        self._stand_in: tuple[Canvas, Image] | None = None

    @property
    def problem(self) -> EngineError | None:
        """Why the chosen background can't be shown; the previous one or the stand-in is there instead."""
        return self._backdrop.problem

    def compose(self, image: Image, alpha: U8, settings: Settings, now_ns: int) -> Image:
        """The frame with its background blurred, replaced or taken away.

        Args:
            image: The frame.
            alpha: uint8 [H, W] of its size, 255 = person.
            settings: The background and how edges are treated.
            now_ns: Moment to show of a video background.

        Returns:
            A picture of the frame's format and size, valid until `RING_SIZE` more were composed; with background
            `none` the frame itself.
        """
        if settings.background.kind is BackgroundKind.NONE:
            return image
        out = self._buffer(Canvas.of(image))
        transparent = settings.background.kind is BackgroundKind.TRANSPARENT
        if transparent:
            _blacken(out)
        else:
            self._lay_background(image, alpha, settings, now_ns, out)
        edges = Edges(settings.refine, 0 if transparent else settings.light_wrap, straight=transparent)
        blend_over(image, alpha, edges, out)
        return replace(out, alpha=alpha.copy()) if transparent else out

    def stand_in(
        self, size: tuple[int, int], pixel_format: PixelFormat, matrix: Matrix, settings: Settings, now_ns: int
    ) -> Image:
        """What leaves where no camera pixel may.

        Args:
            size: (width, height) in pixels, even for I420.
            pixel_format: Layout wanted.
            matrix: Luma coefficients of an I420 picture.
            settings: With a replaced background, that background alone is shown; else a neutral picture.
            now_ns: Moment to show of a video background.
        """
        canvas = Canvas(size, pixel_format, matrix)
        if settings.background.kind is BackgroundKind.TRANSPARENT:
            width, height = size
            return replace(self._neutral(canvas), alpha=np.full((height, width), 255, np.uint8))
        if settings.background.kind in _REPLACED:
            return self._backdrop.picture(canvas, settings, now_ns) or self._neutral(canvas)
        return self._neutral(canvas)

    def close(self) -> None:
        """Ends the background video's thread; may be called twice."""
        self._backdrop.close()

    def _lay_background(self, image: Image, alpha: U8, settings: Settings, now_ns: int, out: Image) -> None:
        """Fills a picture with what stands behind the person."""
        if settings.background.kind is BackgroundKind.BLUR:
            blur_room(image, alpha, settings.background.strength, out)
            return
        canvas = Canvas.of(image)
        behind = self._backdrop.picture(canvas, settings, now_ns) or self._neutral(canvas)
        for plane, source in zip(out.planes, behind.planes, strict=True):
            np.copyto(plane, source)

    def _neutral(self, canvas: Canvas) -> Image:
        if self._stand_in is None or self._stand_in[0] != canvas:
            self._stand_in = canvas, canvas.image(draw_stand_in(canvas.size))
        return self._stand_in[1]

    def _buffer(self, canvas: Canvas) -> Image:
        """The next picture of the ring."""
        if not self._ring or Canvas.of(self._ring[0]) != canvas:
            self._ring = [canvas.empty() for _ in range(RING_SIZE)]
        self._next = (self._next + 1) % RING_SIZE
        return self._ring[self._next]


def _blacken(image: Image) -> None:
    black = (0,) if image.format is PixelFormat.BGR else (16, 128, 128)
    for plane, value in zip(image.planes, black, strict=True):
        plane[:] = value
