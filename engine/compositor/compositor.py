"""Composes a frame with a blurred, replaced or transparent background."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.compositor.background.blur import blur_background
from engine.compositor.background.plate import BackgroundPlate
from engine.compositor.blending.blend import blend_over
from engine.compositor.blending.edge import EdgeOptions
from engine.compositor.blending.transparency import hide_background, without_faint_islands
from engine.compositor.canvas import Canvas
from engine.compositor.fallback_frame import neutral_frame
from engine.compositor.light_aim import StudioLight
from engine.compositor.overlay.name_tag import NameTag
from engine.compositor.studio_light import Lighting
from engine.core.errors import EngineError
from engine.core.frame import U8, FramePyramid, Image, Matrix, PixelFormat
from engine.core.settings import BackgroundKind, Settings

RING_SIZE = 4
"""Pictures that stay valid: the one being sent, the one in the preview, and those in between."""

_REPLACED = (BackgroundKind.COLOR, BackgroundKind.IMAGE, BackgroundKind.VIDEO)


class Compositor:
    """Makes composites and fallback frames; used by one thread.

    Args:
        wait: Whether to wait for backgrounds being loaded or decoded, as rendering a file requires. Live, the
            previous background or the neutral picture is shown until then.
    """

    def __init__(self, *, wait: bool = False) -> None:
        self._plate = BackgroundPlate(wait=wait)
        self._ring: list[Image] = []
        self._next = 0
        self._replaces = False
        self._lighting = Lighting()
        self._tag = NameTag(wait=wait)

    @property
    def problem(self) -> EngineError | None:
        """Why the chosen background or logo can't be shown; the previous one or nothing is shown instead."""
        return (self._plate.problem if self._replaces else None) or self._tag.problem

    @property
    def tag_box(self) -> tuple[int, int, int, int] | None:
        """Where the name tag is, without its rim: left, upper side, width and height in pixels; None for none."""
        return self._tag.box

    def compose(self, picture: FramePyramid, alpha: U8, settings: Settings, now_ns: int) -> Image:
        """The frame with its background blurred, replaced or taken away.

        Args:
            picture: The frame.
            alpha: uint8 [H, W] of its size, 255 = person.
            settings: The background and how edges are treated.
            now_ns: Moment to show of a video background.

        Returns:
            A picture of the frame's format and size, valid until `RING_SIZE` more were composed; with background
            `none` the frame itself, or with a name tag a copy of it.

        Raises:
            ValueError: The alpha is not of the frame's size.
        """
        image, kind = picture.image, settings.background.kind
        self._replaces = kind in _REPLACED
        if kind is BackgroundKind.NONE:
            return self._tagged_frame(image, settings)
        if alpha.shape != image.size[::-1]:
            raise ValueError(f"an alpha of {alpha.shape} is no mask of a frame of {image.size[::-1]}")
        canvas = Canvas.of(image)
        out = self._buffer(canvas)
        if kind is BackgroundKind.TRANSPARENT:
            kept = without_faint_islands(alpha)
            _blacken(out)
            picture = self._lighting.light(picture, alpha, None, StudioLight.of(settings), now_ns)
            # The person's own colours even without `refine`: whoever drops the alpha would see the background in them.
            blend_over(picture, kept, EdgeOptions(refine=True, straight=True), out, out)
            hide_background(out, kept)
            out = replace(out, alpha=kept.copy() if self._tag.is_wanted(settings) else kept)
            self._tag.draw(out, settings)
            return out
        if kind is BackgroundKind.BLUR:
            blur_background(image, alpha, settings.background.strength, out)
            plate = out
        else:
            plate = self._plate_or_neutral(canvas, settings, now_ns)
        lit = self._lighting.light(picture, alpha, plate if self._replaces else None, StudioLight.of(settings), now_ns)
        blend_over(lit, alpha, EdgeOptions(settings.refine, settings.light_wrap), plate, out)
        self._tag.draw(out, settings)
        return out

    def fallback_frame(
        self, size: tuple[int, int], pixel_format: PixelFormat, matrix: Matrix, settings: Settings, now_ns: int
    ) -> Image:
        """The picture that is sent where no camera pixel may be.

        Args:
            size: (width, height) in pixels, even for I420.
            pixel_format: Layout wanted.
            matrix: Luma coefficients of an I420 picture.
            settings: With a replaced background, that background alone is shown; else a neutral picture.
            now_ns: Moment to show of a video background.
        """
        canvas = Canvas(size, pixel_format, matrix)
        kind = settings.background.kind
        self._replaces = kind in _REPLACED
        if self._replaces:
            return self._tag.over_still(self._plate_or_neutral(canvas, settings, now_ns), settings)
        neutral = neutral_frame(canvas, with_alpha=kind is BackgroundKind.TRANSPARENT)
        return self._tag.over_still(neutral, settings)

    def close(self) -> None:
        """Ends the background video's thread; may be called twice."""
        self._plate.close()

    def _tagged_frame(self, image: Image, settings: Settings) -> Image:
        """The frame itself, or a copy with the name tag over it: the camera's picture is never drawn on."""
        if not self._tag.is_wanted(settings):
            return image
        out = self._buffer(Canvas.of(image))
        for target, source in zip(out.planes, image.planes, strict=True):
            np.copyto(target, source)
        self._tag.draw(out, settings)
        return out

    def _plate_or_neutral(self, canvas: Canvas, settings: Settings, now_ns: int) -> Image:
        return self._plate.picture(canvas, settings, now_ns) or neutral_frame(canvas)

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
