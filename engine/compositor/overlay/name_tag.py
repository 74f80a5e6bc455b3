"""The name tag over every picture that others see, the fallback frame among them."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from engine.compositor.canvas import Canvas
from engine.compositor.overlay.drawing import draw_name_tag
from engine.core.errors import EngineError
from engine.core.frame import F32, U8, Image, PixelFormat
from engine.core.settings import Settings

logger = logging.getLogger(__name__)

_RIM_SHARE = 0.15
"""What has neither letters nor round corners, by the tag's height."""
_MARGIN_SHARE = 0.03
"""Distance from the frame's edges, by its height."""
_FAILED = "name-tag-failed"


@dataclass(frozen=True, slots=True)
class _Wanted:
    text: str
    logo: str
    corner: str
    canvas: Canvas


@dataclass(frozen=True, slots=True)
class _Layer:
    """One plane's part: it becomes `add + keep * plane`.

    Attributes:
        x: Left side, in samples of the plane.
        y: Upper side, likewise.
        add: float32 [h, w] or [h, w, 3], the tag's samples times its alpha.
        keep: float32 of the same rank, 1 - alpha.
    """

    x: int
    y: int
    add: F32
    keep: F32


class NameTag:
    """Draws name and logo, once for each text and canvas, and lays them over pictures.

    A new text is drawn on a thread of its own, as it may ask the system for a font; until then the last one stays.

    Args:
        wait: Whether to wait for that, as rendering wants it.
    """

    def __init__(self, *, wait: bool) -> None:
        self._wait = wait
        self._wanted: _Wanted | None = None
        self._lock = threading.Lock()
        self._layers: tuple[Canvas, list[_Layer]] | None = None
        self._problem: EngineError | None = None
        self._base: Image | None = None
        self._tagged: Image | None = None
        self._tagged_with: object = None

    @staticmethod
    def is_wanted(settings: Settings) -> bool:
        """Whether there is anything to draw."""
        return bool(settings.name_tag.strip() or settings.logo)

    @property
    def problem(self) -> EngineError | None:
        """Why the logo or the whole tag can't be shown; None if all can."""
        return self._problem

    @property
    def box(self) -> tuple[int, int, int, int] | None:
        """Where it is in the frame, without its rim: left, upper side, width and height in pixels; None for none."""
        made = self._layers
        if made is None or not made[1]:
            return None
        layer = made[1][0]
        height, width = layer.add.shape[:2]
        has_plate = self._wanted is not None and bool(self._wanted.text.strip())
        rim = round(height * _RIM_SHARE) if has_plate else 0
        return layer.x + rim, layer.y + rim, width - 2 * rim, height - 2 * rim

    def draw(self, picture: Image, settings: Settings) -> None:
        """Draws over a picture, in place.

        Args:
            picture: One of the compositor's own buffers, and never a frame of the camera.
            settings: The name, the logo and their corner.
        """
        layers = self._ready(Canvas.of(picture), settings)
        if not layers:
            return
        alpha = picture.alpha
        for plane, layer in zip(picture.planes, layers, strict=True):
            _lay_over(plane, layer, _resized(alpha, plane) if alpha is not None else None)
        if alpha is not None:
            keep = layers[0].keep if layers[0].keep.ndim == 2 else layers[0].keep[..., 0]
            _lay_over(alpha, replace(layers[0], add=255 * (1 - keep), keep=keep), None)

    def over_still(self, picture: Image, settings: Settings) -> Image:
        """A picture that others keep, such as the fallback frame, with the tag over a copy of it.

        The copy is made once for as long as picture and tag stay the same ones.
        """
        layers = self._ready(Canvas.of(picture), settings)
        if not layers:
            return picture
        if self._tagged is None or self._base is not picture or self._tagged_with is not layers:
            copy = Image.empty(picture)
            for target, source in zip(copy.planes, picture.planes, strict=True):
                np.copyto(target, source)
            alpha = picture.alpha.copy() if picture.alpha is not None else None
            self._base, self._tagged_with, self._tagged = picture, layers, replace(copy, alpha=alpha)
            self.draw(self._tagged, settings)
        return self._tagged

    def _ready(self, canvas: Canvas, settings: Settings) -> list[_Layer]:
        """What is to be laid over a canvas now; empty for nothing."""
        if not self.is_wanted(settings):
            self._wanted = self._layers = self._problem = None
            return []
        wanted = _Wanted(settings.name_tag, settings.logo, settings.tag_corner, canvas)
        if wanted != self._wanted:
            with self._lock:
                self._wanted = wanted
            thread = threading.Thread(target=self._make, args=(wanted,), name="cyclorama-name-tag", daemon=True)
            thread.start()
            if self._wait:
                thread.join()
        made = self._layers
        return made[1] if made is not None and made[0] == canvas else []

    def _make(self, wanted: _Wanted) -> None:
        """On a thread of its own; what was asked for in the meantime wins."""
        canvas = wanted.canvas
        problem: EngineError | None
        try:
            tag, problem = _drawn(wanted)
            layers = _layers(tag, canvas, wanted.corner)
        except Exception as error:
            if self._problem is None or self._problem.code != _FAILED:  # once, not for each size again
                logger.exception("the name tag can't be drawn")
            reason = str(error) or type(error).__name__
            layers = []
            problem = EngineError(
                "the name tag can't be drawn ({reason})", "please report this with the log", code=_FAILED, reason=reason
            )
        with self._lock:
            if self._wanted == wanted:
                self._layers, self._problem = (canvas, layers), problem


def _drawn(wanted: _Wanted) -> tuple[U8, EngineError | None]:
    """The tag as `draw_name_tag` returns it; without the logo and with the reason where that can't be read."""
    try:
        logo = Path(wanted.logo).expanduser() if wanted.logo else None
        return draw_name_tag(wanted.text, logo, wanted.canvas.size), None
    except EngineError as error:
        return draw_name_tag(wanted.text, None, wanted.canvas.size), error


def _layers(tag: U8, canvas: Canvas, corner: str) -> list[_Layer]:
    """The tag in a canvas's planes, in its corner."""
    if not tag.size:
        return []
    width, height = canvas.size
    tag = tag[: height // 2 * 2, : width // 2 * 2]
    tag = np.pad(tag, ((0, tag.shape[0] % 2), (0, tag.shape[1] % 2), (0, 0)))  # whole samples of chroma
    margin = round(height * _MARGIN_SHARE / 2) * 2
    x, y = (
        max(min(margin if near else whole - margin - side, whole - side), 0) // 2 * 2
        for near, whole, side in (("left" in corner, width, tag.shape[1]), ("top" in corner, height, tag.shape[0]))
    )
    alpha: F32 = tag[..., 3].astype(np.float32) / np.float32(255)
    over_black = np.ascontiguousarray((tag[..., 2::-1] * alpha[..., None] + 0.5).astype(np.uint8))
    if canvas.format is PixelFormat.BGR:
        return [_Layer(x, y, over_black.astype(np.float32), np.repeat(1 - alpha[..., None], 3, axis=2))]
    image = Canvas((over_black.shape[1], over_black.shape[0]), canvas.format, canvas.matrix).image(over_black)
    half = np.asarray(cv2.resize(alpha, image.planes[1].shape[::-1], interpolation=cv2.INTER_AREA), np.float32)
    # Over black, the offsets of luma and chroma are in the samples whole; they belong there with the alpha's weight.
    layers = []
    for plane, weight, offset, shift in zip(
        image.planes, (alpha, half, half), (16.0, 128.0, 128.0), (0, 1, 1), strict=True
    ):
        keep: F32 = 1 - weight
        layers.append(_Layer(x >> shift, y >> shift, (plane - offset * keep).astype(np.float32), keep))
    return layers


def _lay_over(plane: U8, layer: _Layer, alpha: U8 | None) -> None:
    """Lays the tag over a plane; with the plane's own alpha, over colours that are not multiplied by it."""
    height, width = layer.add.shape[:2]
    part = plane[layer.y : layer.y + height, layer.x : layer.x + width]
    keep = layer.keep
    blended = layer.add + keep * part
    if alpha is not None:
        below = alpha[layer.y : layer.y + height, layer.x : layer.x + width].astype(np.float32) / 255
        below = below if keep.ndim == 2 else below[..., None]
        blended = (layer.add + keep * below * part) / np.maximum(1 - keep + keep * below, 1e-3)
    np.copyto(part, (np.clip(blended, 0, 255) + 0.5).astype(np.uint8))


def _resized(alpha: U8, plane: U8) -> U8:
    if alpha.shape == plane.shape[:2]:
        return alpha
    return cv2.resize(alpha, plane.shape[1::-1], interpolation=cv2.INTER_AREA)  # type: ignore[return-value]
