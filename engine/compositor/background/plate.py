"""The background plate that replaces the background: loaded beside the frames, kept ready at output size."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from engine.compositor.background.image import load_picture
from engine.compositor.background.video import LoopedVideo
from engine.compositor.canvas import Canvas
from engine.core.errors import EngineError
from engine.core.frame import Image
from engine.core.settings import Background, BackgroundKind, Fit, Settings
from engine.media.media_kind import MediaKind, kind_of


@dataclass(frozen=True, slots=True)
class _Wanted:
    background: Background
    fit: Fit
    canvas: Canvas


class BackgroundPlate:
    """Keeps the background of the settings in force.

    Args:
        wait: Whether to wait for what is being loaded, as rendering wants it, or to go on with what was there before.
    """

    def __init__(self, *, wait: bool) -> None:
        self._wait = wait
        self._wanted: _Wanted | None = None
        self._lock = threading.Lock()
        self._image: Image | None = None
        self._video: LoopedVideo | None = None
        self._problem: EngineError | None = None

    @property
    def problem(self) -> EngineError | None:
        """Why the background can't be shown; None if it can."""
        return self._problem or (self._video.problem if self._video else None)

    def picture(self, canvas: Canvas, settings: Settings, now_ns: int) -> Image | None:
        """The background plate at a moment.

        Args:
            canvas: What it is composed on.
            settings: Its background is a color, image or video.
            now_ns: Moment to show of a video.

        Returns:
            A picture of the canvas's size and layout, which stays unchanged for some calls; None while there is none.
        """
        wanted = _Wanted(settings.background, Fit(settings.fit), canvas)
        if wanted != self._wanted:
            self._begin(wanted)
        if self._video and (newest := self._video.at(now_ns)):
            self._image = newest
        image = self._image
        return image if image is not None and Canvas.of(image) == canvas else None

    def close(self) -> None:
        """Ends a video's thread; may be called twice."""
        if self._video:
            self._video.close()
            self._video = None

    def _begin(self, wanted: _Wanted) -> None:
        self.close()
        background = wanted.background
        with self._lock:
            self._wanted = wanted
            self._problem = None
            if background.kind is BackgroundKind.COLOR:
                self._image = wanted.canvas.filled(background.color)
        if background.path and (background.kind is BackgroundKind.VIDEO or _is_animated(background)):
            self._video = LoopedVideo(background.path, wanted.canvas, wanted.fit, background.color, wait=self._wait)
        elif background.kind is BackgroundKind.IMAGE and background.path:
            thread = threading.Thread(
                target=self._load, args=(wanted, background.path), name="cyclorama-background-picture", daemon=True
            )
            thread.start()
            if self._wait:
                thread.join()

    def _load(self, wanted: _Wanted, path: Path) -> None:
        """On a thread of its own; what was asked for in the meantime wins."""
        image, problem = None, None
        try:
            image = load_picture(path, wanted.canvas, wanted.fit, wanted.background.color)
        except EngineError as error:
            problem = error
        with self._lock:
            if self._wanted == wanted:
                self._image = image or self._image
                self._problem = problem


def _is_animated(background: Background) -> bool:
    """Whether what was chosen as a picture moves."""
    if background.kind is not BackgroundKind.IMAGE or background.path is None or not background.path.is_file():
        return False
    try:
        return kind_of(background.path) is MediaKind.ANIMATION
    except EngineError:
        return False  # reading it says what is wrong
