"""Pictures as sources: orientation, kinds, and files that are broken."""

from __future__ import annotations

import struct
import threading
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.core.errors import SourceError
from engine.core.frame import Frame, PixelFormat
from engine.sources.image_file import ImageSource
from tests.conftest import shared
from tests.support.clips import gradient


def _picture(path: Path, size: tuple[int, int] = (81, 47)) -> Path:
    assert cv2.imwrite(str(path), gradient(0, size)[..., ::-1])
    return path


def _read(path: Path) -> Frame:
    source = ImageSource(path)
    source.open()
    frame = source.read()
    source.close()
    assert frame is not None
    return frame


def _with_orientation(jpeg: Path, orientation: int) -> Path:
    """Inserts an EXIF block with that one entry behind the JPEG's first marker."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0\x2a" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    data = jpeg.read_bytes()
    jpeg.write_bytes(data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:])
    return jpeg


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "bmp", "tiff"])
def test_odd_sizes_and_full_resolution_are_kept(tmp_path: Path, ending: str) -> None:
    image = _read(_picture(tmp_path / f"still.{ending}")).image
    assert image.format is PixelFormat.BGR
    assert image.size == (81, 47)
    assert np.abs(image.planes[0].astype(int) - gradient(0, (81, 47))[..., ::-1]).mean() < 5


@pytest.mark.parametrize(("orientation", "turns"), [(1, 0), (3, 2), (6, -1), (8, 1)])
def test_exif_orientation_is_obeyed(tmp_path: Path, orientation: int, turns: int) -> None:
    plain = _read(_picture(tmp_path / "plain.jpg")).image.planes[0]
    turned = _read(_with_orientation(_picture(tmp_path / "turned.jpg"), orientation)).image.planes[0]
    assert np.array_equal(turned, np.rot90(plain, turns))


@pytest.mark.parametrize("kind", ["grey", "16 bits", "with alpha"])
def test_every_kind_of_sample_becomes_bgr(tmp_path: Path, kind: str) -> None:
    samples: dict[str, NDArray[Any]] = {
        "grey": np.full((40, 60), 128, np.uint8),
        "16 bits": np.full((40, 60, 3), 128 * 257, np.uint16),
        "with alpha": np.dstack((np.full((40, 60, 3), 128, np.uint8), np.zeros((40, 60), np.uint8))),
    }
    assert cv2.imwrite(str(tmp_path / "still.png"), samples[kind])
    plane = _read(tmp_path / "still.png").image.planes[0]
    assert plane.shape == (40, 60, 3)
    assert plane.dtype == np.uint8
    assert np.all(plane == (0 if kind == "with alpha" else 128))


def test_a_still_is_one_frame(tmp_path: Path) -> None:
    source = ImageSource(_picture(tmp_path / "still.png"))
    info = source.open()
    assert (info.frames, info.live) == (1, False)
    assert source.read() is not None
    assert source.read() is None
    source.close()


def test_a_repeated_still_keeps_its_pace_until_interrupted(tmp_path: Path) -> None:
    source = ImageSource(_picture(tmp_path / "still.png"), repeat_fps=50)
    assert source.open().live
    frames = [source.read() for _ in range(5)]
    assert [frame.seq for frame in frames if frame] == list(range(5))
    assert frames[4].captured_ns - frames[0].captured_ns >= 78_000_000
    threading.Timer(0.05, source.interrupt).start()
    while source.read() is not None:
        pass
    source.close()
    source.open()
    assert source.read() is not None
    source.close()


def _broken(kind: str, folder: Path) -> Path:
    path = folder / "broken.png"
    match kind:
        case "empty":
            path.write_bytes(b"")
        case "text":
            path.write_text("a picture, honestly")
        case "folder":
            path.mkdir()
        case "tiny":
            _picture(path, (3, 3))
        case "absurd":
            whole = _picture(path).read_bytes()
            path.write_bytes(whole[:16] + struct.pack(">II", 400_000, 400_000) + whole[24:])
        case "cut png" | "cut jpg" | "cut webp":
            path = folder / f"broken.{kind[4:]}"
            data = _picture(path, (640, 480)).read_bytes()
            path.write_bytes(data[: len(data) * 2 // 3])
    return path


@pytest.mark.parametrize(
    "kind", ["missing", "empty", "text", "folder", "tiny", "absurd", "cut png", "cut jpg", "cut webp"]
)
def test_what_is_no_picture_is_refused_in_one_line(
    tmp_path: Path, kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = _broken(kind, tmp_path)
    with pytest.raises(SourceError) as caught:
        ImageSource(path).open()
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert capfd.readouterr() == ("", "")


def test_real_photo() -> None:
    assert _read(shared("media/images/human.jpg")).image.size == (640, 480)
