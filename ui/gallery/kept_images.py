"""Pictures from the clipboard and drawings, kept as files; made off the GUI thread by libraries that let it run."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QImageReader

from engine.core.frame import U8
from engine.platform.process import release_freed_memory
from ui.gallery.thumbnails import read_image

LONGEST_PX = 3840
_FORMATS = ("image/png", "image/jpeg", "image/webp", "image/bmp")
_HASH = "cyclorama-source"


class PastedImage:
    """What the clipboard held, not decoded yet where the clipboard gives a file's bytes.

    Args:
        data: With a picture.
    """

    def __init__(self, data: QMimeData) -> None:
        name = next((each for each in _FORMATS if data.hasFormat(each)), "")
        self._encoded = bytes(data.data(name).data()) if name else b""
        self._image = QImage() if self._encoded else QImage(data.imageData())

    @property
    def empty(self) -> bool:
        """Whether there is no picture at all."""
        return not self._encoded and self._image.isNull()

    def keep(self, folder: Path, stem: str) -> Path | None:
        """Writes it as the next numbered file; the same picture twice is one file.

        Args:
            folder: Made if it is not there.
            stem: Of the file's name; a number follows.

        Returns:
            The file; None if the picture is damaged or the folder can't be written.
        """
        pixels = self._decoded()
        if pixels is None:
            return None
        digest = hashlib.sha256(pixels.data).hexdigest()[:16]
        present = sorted(folder.glob("*.png")) if folder.is_dir() else []
        for path in present:
            if QImageReader(str(path)).text(_HASH) == digest:
                return path
        numbers = [int(found[1]) for path in present if (found := re.fullmatch(rf"{re.escape(stem)} (\d+)", path.stem))]
        return _write(pixels, folder / f"{stem} {max(numbers, default=0) + 1}.png", digest)

    def _decoded(self) -> U8 | None:
        """uint8 [H, W, 3] BGR, the longer side at most `LONGEST_PX`."""
        if self._encoded:
            pixels = cv2.imdecode(np.frombuffer(self._encoded, np.uint8), cv2.IMREAD_COLOR)
            self._encoded = b""
        else:
            pixels = _pixels(self._image)
            self._image = QImage()
        if pixels is None:
            return None
        height, width = pixels.shape[:2]
        if (scale := LONGEST_PX / max(width, height)) < 1:
            size = (max(round(width * scale), 1), max(round(height * scale), 1))
            pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
        return np.asarray(pixels, np.uint8)


def keep_drawing(path: Path, folder: Path) -> Path | None:
    """Draws an SVG file as a picture that the engine reads; None if it is damaged or can't be written."""
    image = read_image(path, LONGEST_PX)
    if image.isNull():
        return None
    return _write(_pixels(image), folder / f"{path.stem}.png", "")


def _pixels(image: QImage) -> U8:
    """A copy of an image's pixels, uint8 [H, W, 3] BGR."""
    image = image.convertToFormat(QImage.Format.Format_BGR888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def _write(pixels: U8, path: Path, digest: str) -> Path | None:
    """Writes a picture whole or not at all, with a text that says what it was made of."""
    encoded = cv2.imencode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, 3])[1].tobytes()
    release_freed_memory()
    if digest:
        encoded = _with_text(encoded, _HASH, digest)
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(encoded)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        return None
    return path


def _with_text(png: bytes, keyword: str, text: str) -> bytes:
    """A PNG file with a tEXt chunk behind its header (PNG specification, 11.3.4.3)."""
    import zlib

    body = b"tEXt" + keyword.encode("latin-1") + b"\0" + text.encode("latin-1")
    chunk = (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
    header_end = 8 + 25
    return png[:header_end] + chunk + png[header_end:]
