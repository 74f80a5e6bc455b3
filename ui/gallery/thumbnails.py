"""Small pictures of backgrounds, read off the GUI thread and within a limit of memory."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from engine.core.errors import EngineError
from engine.media import image_files as engine_images
from engine.media.colour_formats import downsample_bgr
from engine.platform.process import release_freed_memory
from engine.sources.video_file import VideoFileSource
from ui.worker import Worker

THUMBNAIL_PX = 320
"""Longest side; the gallery shows 160 at twice the density."""
_ALLOCATION_LIMIT_MB = 512
"""Of one decoded picture: 100 megapixels at four bytes fit, a bomb does not."""
_LARGE_PX = 8_000_000
"""Pictures of more pixels take so much memory to decode that it is given back at once."""
_MOTION_FRAMES = 16
_MOTION_STEP = 6


class Thumbnails(QObject):
    """Loads pictures one after the other on a thread of its own."""

    loaded = Signal(Path, list)
    """A path and its pictures: one for a still, several for a video's motion, none for a broken file."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        QImageReader.setAllocationLimit(_ALLOCATION_LIMIT_MB)
        self._worker = Worker(self)

    def request(self, path: Path, *, video: bool, motion: bool = False) -> None:
        """Loads a picture, or with `motion` a video's pictures; `loaded` tells when they are there."""
        read = partial(_read_video, path, _MOTION_FRAMES if motion else 1) if video else partial(_read_still, path)
        self._worker.submit(read, partial(self.loaded.emit, path))

    def close(self) -> None:
        """Forgets what waits and ends what runs."""
        self._worker.close()


def read_image(path: Path, longest_px: int) -> QImage:
    """A picture turned upright, its longer side at most `longest_px`; a null image if it can't be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        bound = QSize(longest_px, longest_px)
        scaled = size.scaled(bound, Qt.AspectRatioMode.KeepAspectRatio)
        vector = bytes(reader.format().data()).startswith(b"svg")
        if vector or scaled.width() < size.width():
            reader.setScaledSize(scaled.expandedTo(QSize(1, 1)))
    image = reader.read()
    return _by_engine(path, longest_px) if image.isNull() else image


def _by_engine(path: Path, longest_px: int) -> QImage:
    """What Qt can't read but the engine can, such as HEIC."""
    try:
        bgr = engine_images.read_image(path, at_least=(longest_px, longest_px))
    except EngineError:
        return QImage()
    height, width = bgr.shape[:2]
    image = QImage(bgr.data, width, height, bgr.strides[0], QImage.Format.Format_BGR888)
    return image.scaled(QSize(longest_px, longest_px), Qt.AspectRatioMode.KeepAspectRatio).copy()


def _read_still(path: Path) -> list[QImage]:
    image = read_image(path, THUMBNAIL_PX)
    size = QImageReader(str(path)).size()
    if size.width() * size.height() > _LARGE_PX:
        release_freed_memory()
    return [] if image.isNull() else [image]


def _read_video(path: Path, wanted: int) -> list[QImage]:
    """Every sixth picture of a video, `wanted` of them at most."""
    source = VideoFileSource(path, paced=False)
    try:
        info = source.open()
        size = QSize(*info.size).scaled(THUMBNAIL_PX, THUMBNAIL_PX, Qt.AspectRatioMode.KeepAspectRatio)
        images: list[QImage] = []
        for index in range((wanted - 1) * _MOTION_STEP + 1):
            frame = source.read()
            if frame is None:
                break
            if index % _MOTION_STEP == 0:
                bgr = np.ascontiguousarray(downsample_bgr(frame.image, (size.width(), size.height())))
                images.append(
                    QImage(bgr.data, size.width(), size.height(), bgr.strides[0], QImage.Format.Format_BGR888).copy()
                )
        return images
    except EngineError:
        return []
    finally:
        source.close()
