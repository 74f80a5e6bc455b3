"""Animated GIF, PNG, WebP and AVIF files, frame by frame with their own times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from engine.core.errors import SourceError
from engine.core.frame import U8
from engine.media.image_files import MAX_PIXELS, MIN_SIDE_PX, bgr_of, opened_image

_SHORTEST_MS: Final = 10
_ASSUMED_MS: Final = 100
"""Browsers show a frame that asks for 10 ms or less for 100 ms; so many old GIFs mean it."""


@dataclass(frozen=True, slots=True)
class AnimationFrame:
    """One frame of an animation.

    Attributes:
        bgr: uint8 [H, W, 3], BGR, sRGB; what is transparent lies over black.
        start_ns: When it is shown, since the animation's start.
        duration_ns: For how long.
    """

    bgr: U8
    start_ns: int
    duration_ns: int


class Animation:
    """An animated file.

    Args:
        path: Of a file whose kind is ANIMATION.

    Raises:
        SourceError: It can't be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with opened_image(path) as opened:
                self.size: tuple[int, int] = opened.size
                """(width, height) in pixels."""
                self.count = int(getattr(opened, "n_frames", 1))
                """How many frames it has."""
                self.format = (opened.format or "").lower()
        except Exception as error:
            raise self._damaged(error) from error
        if min(self.size) < MIN_SIDE_PX or self.size[0] * self.size[1] > MAX_PIXELS:
            raise self._damaged(ValueError(f"it is {self.size[0]}x{self.size[1]} pixels"))

    def frames(self) -> Iterator[AnimationFrame]:
        """Every frame once, decoded one at a time.

        Raises:
            SourceError: The file is damaged.
        """
        start_ns = 0
        try:
            with opened_image(self._path) as opened:
                for index in range(self.count):
                    opened.seek(index)
                    bgr = bgr_of(opened.copy())
                    duration_ms = float(opened.info.get("duration") or 0)
                    duration_ns = round((duration_ms if duration_ms > _SHORTEST_MS else _ASSUMED_MS) * 1e6)
                    yield AnimationFrame(bgr, start_ns, duration_ns)
                    start_ns += duration_ns
        except Exception as error:  # Pillow's decoders raise nearly every kind on damaged data.
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> SourceError:
        reason = " ".join(str(error).split()) or type(error).__name__
        return SourceError(
            "the animation {path} is damaged ({reason})",
            "copy it again or use another one",
            code="animation-damaged",
            path=self._path,
            reason=reason,
        )
