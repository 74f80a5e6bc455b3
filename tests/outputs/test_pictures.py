"""Pictures, sequences and alphas that are written."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from engine.core.errors import OutputError, UsageError
from engine.core.frame import U8, Image
from engine.outputs.files.alpha_file import AlphaWriter
from engine.outputs.files.image_file import ImageOutput
from engine.outputs.files.image_sequence import ImageSequenceOutput
from engine.outputs.null import NullOutput
from engine.privacy import own_picture
from tests.support.clips import gradient

SIZE = (61, 41)
ALPHA = np.linspace(0, 255, SIZE[0] * SIZE[1]).astype(np.uint8).reshape(SIZE[::-1])


def picture(index: int = 0, alpha: U8 | None = None) -> Image:
    return dataclasses.replace(Image.from_bgr(gradient(index, SIZE)[..., ::-1].copy()), alpha=alpha)


def read(path: Path) -> U8:
    return cv2.imread(str(path), cv2.IMREAD_UNCHANGED)


@pytest.mark.parametrize("ending", ["png", "jpg", "jpeg", "webp", "PNG"])
@pytest.mark.parametrize("alpha", [None, ALPHA], ids=["opaque", "transparent"])
def test_one_picture(tmp_path: Path, ending: str, alpha: U8 | None) -> None:
    path = tmp_path / f"out.{ending}"
    output = ImageOutput(path)
    output.open(SIZE, 30)
    output.send(own_picture(picture(alpha=alpha)))
    assert list(tmp_path.iterdir()) == []
    output.close()
    output.close()
    assert list(tmp_path.iterdir()) == [path]
    found = read(path).astype(int)
    assert found.shape[2] == (3 if alpha is None or ending.startswith("j") else 4)
    seen = slice(None) if found.shape[2] == 3 else ALPHA > 0  # what is wholly transparent may have any colour
    assert np.abs(found[..., :3] - picture().planes[0])[seen].mean() < (0.01 if ending.lower() == "png" else 6)
    if found.shape[2] == 4:
        assert np.array_equal(found[..., 3], ALPHA)


def test_a_picture_file_holds_one_picture(tmp_path: Path) -> None:
    output = ImageOutput(tmp_path / "out.png")
    output.open(SIZE, 30)
    output.send(own_picture(picture()))
    with pytest.raises(OutputError, match="one picture"):
        output.send(own_picture(picture()))
    output.close()
    assert list(tmp_path.iterdir()) == []


def test_a_picture_too_large_for_its_kind_is_refused(tmp_path: Path) -> None:
    output = ImageOutput(tmp_path / "out.webp")
    output.open((17_000, 20), 30)
    with pytest.raises(OutputError, match="17000x20"):
        output.send(own_picture(Image.from_bgr(np.zeros((20, 17_000, 3), np.uint8))))
    output.abort()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["out.bmp", "out.exe", "out"])
def test_other_endings_are_wrong_usage(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"\.png"):
        ImageOutput(tmp_path / name)


@pytest.mark.parametrize("alpha", [None, ALPHA], ids=["opaque", "transparent"])
def test_sequence(tmp_path: Path, alpha: U8 | None) -> None:
    output = ImageSequenceOutput(tmp_path / "out")
    output.open(SIZE, 30)
    for index in range(12):
        output.send(own_picture(picture(index, alpha)))
    assert not (tmp_path / "out").exists()
    output.close()
    output.close()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [f"{n:06d}.png" for n in range(1, 13)]
    wanted = picture(11).planes[0] if alpha is None else np.dstack((picture(11).planes[0], ALPHA))
    assert np.array_equal(read(tmp_path / "out" / "000012.png"), wanted)


def test_sequence_replaces_an_older_one_only_when_complete(tmp_path: Path) -> None:
    for count, ends in ((5, "close"), (3, "abort"), (2, "close")):
        output = ImageSequenceOutput(tmp_path / "out")
        output.open(SIZE, 30)
        for index in range(count):
            output.send(own_picture(picture(index)))
        getattr(output, ends)()
        assert len(list((tmp_path / "out").iterdir())) == (2 if count == 2 else 5)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_sequence_never_replaces_a_folder_with_other_things(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "diary.txt").write_text("dear diary")
    output = ImageSequenceOutput(tmp_path / "out")
    with pytest.raises(OutputError, match="other things"):
        output.open(SIZE, 30)
    output.close()
    assert (tmp_path / "out" / "diary.txt").read_text() == "dear diary"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_sequence_without_a_picture_is_no_folder(tmp_path: Path) -> None:
    output = ImageSequenceOutput(tmp_path / "out")
    output.open(SIZE, 30)
    output.close()
    assert list(tmp_path.iterdir()) == []


def _write_alphas(path: Path, count: int) -> None:
    writer = AlphaWriter(path)
    writer.open(SIZE, 30)
    for index in range(count):
        writer.send_alpha(np.roll(ALPHA, index, axis=1))
    writer.close()


def test_alpha_video_is_lossless(tmp_path: Path) -> None:
    _write_alphas(tmp_path / "alpha.mkv", 5)
    with av.open(str(tmp_path / "alpha.mkv")) as container:
        for index, frame in enumerate(container.decode(video=0)):
            assert frame.format.name == "gray"
            assert np.array_equal(frame.to_ndarray(), np.roll(ALPHA, index, axis=1))
    assert index == 4


def test_alpha_picture_and_folder_are_lossless(tmp_path: Path) -> None:
    _write_alphas(tmp_path / "alpha.png", 1)
    _write_alphas(tmp_path / "alpha", 3)
    assert np.array_equal(read(tmp_path / "alpha.png"), ALPHA)
    assert np.array_equal(read(tmp_path / "alpha" / "000003.png"), np.roll(ALPHA, 2, axis=1))


@pytest.mark.parametrize("name", ["alpha.mp4", "alpha.jpg"])
def test_alpha_is_never_kept_with_loss(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"\.png"):
        AlphaWriter(tmp_path / name)


def test_null_output_counts() -> None:
    output = NullOutput()
    output.open(SIZE, 30)
    output.send(own_picture(picture()))
    output.send(own_picture(picture()))
    output.close()
    assert output.sent == 2
