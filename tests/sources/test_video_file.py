"""Videos as sources: pixels, colours, rotation, time, and files that are broken."""

from __future__ import annotations

import threading
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import psutil
import pytest

from engine.core.errors import SourceError
from engine.core.frame import U8, Frame, Image, Matrix, PixelFormat
from engine.media.colour_formats import to_bgr
from engine.outputs.files.video_file import VideoFileOutput
from engine.privacy import own_picture
from engine.sources.video_file import VideoFileSource
from tests.conftest import shared
from tests.support.clips import FPS, gradient, turned, write_clip


def read_all(path: Path) -> list[Frame]:
    source = VideoFileSource(path, paced=False)
    source.open()
    frames = []
    while (frame := source.read()) is not None:
        frames.append(frame)
    source.close()
    return frames


@pytest.mark.parametrize("size", [(160, 96), (950, 98)], ids=["no padding", "padded lines"])
def test_decoded_planes_are_handed_on_as_views_that_outlive_the_source(tmp_path: Path, size: tuple[int, int]) -> None:
    clip = write_clip(tmp_path / "clip.mp4", size)
    frames = read_all(clip)
    with av.open(str(clip)) as container:
        wanted = [frame.to_ndarray() for frame in container.decode(video=0)]
    assert [frame.seq for frame in frames] == list(range(10))
    for frame, i420 in zip(frames, wanted, strict=True):
        assert frame.image.format is PixelFormat.I420
        assert frame.image.size == size
        assert np.array_equal(frame.image.i420_buffer(), i420)
        assert all(plane.base is not None and not plane.flags.writeable for plane in frame.image.planes)


@pytest.mark.parametrize(
    ("codec", "pixel_format", "ending"),
    [
        ("libx264", "yuvj420p", "mp4"),
        ("mjpeg", "yuvj422p", "avi"),
        ("libx264", "yuv420p10le", "mkv"),
        ("png", "rgb24", "mov"),
    ],
)
def test_every_format_arrives_in_limited_range_with_its_colours(
    tmp_path: Path, codec: str, pixel_format: str, ending: str
) -> None:
    clip = write_clip(tmp_path / f"clip.{ending}", codec=codec, pixel_format=pixel_format, frames=2)
    image = read_all(clip)[0].image
    wanted = gradient(0, image.size)[..., ::-1].astype(int)
    assert image.matrix is Matrix.BT601
    assert np.abs(to_bgr(image).astype(int) - wanted).mean() < 4
    white = write_clip(
        tmp_path / f"white.{ending}",
        codec=codec,
        pixel_format=pixel_format,
        frames=1,
        picture=lambda index, size: np.full((size[1], size[0], 3), 255, np.uint8),
    )
    assert abs(int(read_all(white)[0].image.planes[0].max()) - 235) <= 1


@pytest.mark.parametrize(
    ("size", "colour", "matrix"),
    [
        ((160, 96), None, Matrix.BT601),
        ((160, 96), 1, Matrix.BT709),
        ((1280, 720), None, Matrix.BT709),
        ((1280, 720), 6, Matrix.BT601),
    ],
)
def test_matrix_is_what_the_stream_says_or_what_players_assume(
    tmp_path: Path, size: tuple[int, int], colour: int | None, matrix: Matrix
) -> None:
    assert read_all(write_clip(tmp_path / "clip.mp4", size, 1, colour=colour))[0].image.matrix is matrix


@pytest.mark.parametrize(
    ("matrix", "upright"),
    [
        ((0, 1, -1, 0), lambda picture: np.rot90(picture, -1)),
        ((-1, 0, 0, -1), lambda picture: np.rot90(picture, 2)),
        ((0, -1, 1, 0), lambda picture: np.rot90(picture, 1)),
        ((-1, 0, 0, 1), np.fliplr),
        ((1, 0, 0, -1), np.flipud),
    ],
    ids=["90", "180", "270", "mirrored", "upside down"],
)
def test_display_matrix_is_obeyed(tmp_path: Path, matrix: tuple[int, ...], upright: Callable[[U8], U8]) -> None:
    plain = read_all(write_clip(tmp_path / "clip.mp4", frames=2))[1].image
    image = read_all(turned(tmp_path / "clip.mp4", matrix))[1].image
    for plane, as_coded in zip(image.planes, plain.planes, strict=True):
        assert np.array_equal(plane, upright(as_coded))
    source = VideoFileSource(tmp_path / "clip.mp4", paced=False)
    assert source.open().size == image.size
    source.close()


def test_odd_sizes_are_cropped_to_even(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mkv", (161, 97), 2, codec="ffv1", pixel_format="yuv444p")
    image = read_all(clip)[0].image
    assert image.size == (160, 96)
    assert [plane.shape for plane in image.planes] == [(96, 160), (48, 80), (48, 80)]


def test_pixels_that_are_not_square_are_shown_in_shape(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mp4", (160, 96), 1, aspect=Fraction(3, 2))
    assert read_all(clip)[0].image.size == (240, 96)


def test_media_time_follows_the_time_stamps(tmp_path: Path) -> None:
    times = [0, 1, 2, 9, 10]
    frames = read_all(write_clip(tmp_path / "clip.mkv", frames=5, times=times, video_starts_s=2.0))
    assert [round(frame.media_ns * FPS / 1e9) for frame in frames] == times


def test_paced_frames_never_come_early(tmp_path: Path) -> None:
    source = VideoFileSource(write_clip(tmp_path / "clip.mp4", frames=8, times=[0, 1, 2, 3, 6, 7, 8, 9]), paced=True)
    assert source.open().live
    frames = [source.read() for _ in range(8)]
    source.close()
    for frame in frames[1:]:
        passed_ns = frame.captured_ns - frames[0].captured_ns
        assert passed_ns >= frame.media_ns - 2_000_000


def test_loop_goes_on_evenly_over_the_seam(tmp_path: Path) -> None:
    source = VideoFileSource(write_clip(tmp_path / "clip.mp4", frames=4), paced=False, loop=True)
    assert source.open().frames == 0
    frames = [source.read() for _ in range(10)]
    source.close()
    assert [frame.seq for frame in frames] == list(range(10))
    assert [round(frame.media_ns * FPS / 1e9) for frame in frames] == list(range(10))
    assert np.array_equal(frames[1].image.planes[0], frames[9].image.planes[0])


def test_interrupt_ends_a_long_wait_and_the_source_can_be_opened_again(tmp_path: Path) -> None:
    source = VideoFileSource(write_clip(tmp_path / "clip.mkv", frames=2, times=[0, 50 * FPS]), paced=True)
    source.open()
    assert source.read() is not None
    ended: list[Frame | None] = []
    reader = threading.Thread(target=lambda: ended.append(source.read()))
    reader.start()
    source.interrupt()
    reader.join(10)
    assert ended == [None]
    source.close()
    source.open()
    assert source.read() is not None
    source.close()


@pytest.mark.parametrize("ending", ["h264", "ts", "y4m", "flv", "nut", "apng"])
def test_streams_without_a_table_are_read_too(tmp_path: Path, ending: str) -> None:
    codec = {"y4m": "wrapped_avframe", "nut": "ffv1", "apng": "apng"}.get(ending, "libx264")
    pixel_format = "rgb24" if ending == "apng" else "yuv420p"
    frames = read_all(write_clip(tmp_path / f"clip.{ending}", frames=12, codec=codec, pixel_format=pixel_format))
    assert [round(frame.media_ns * FPS / 1e9) for frame in frames] == list(range(12))


def test_one_thread_decodes(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mp4", (640, 480))
    before = psutil.Process().num_threads()
    source = VideoFileSource(clip, paced=False)
    source.open()
    source.read()
    assert psutil.Process().num_threads() == before
    source.close()


@pytest.mark.parametrize("ending", ["mp4", "mkv", "avi", "webm"])
def test_length_is_announced(tmp_path: Path, ending: str) -> None:
    codec = "libvpx-vp9" if ending == "webm" else "libx264"
    source = VideoFileSource(write_clip(tmp_path / f"clip.{ending}", frames=25, codec=codec), paced=False)
    info = source.open()
    source.close()
    assert info.fps == FPS
    assert abs(info.frames - 25) <= 1


def _noise(index: int, size: tuple[int, int]) -> U8:
    return np.random.default_rng(index).integers(0, 255, (size[1], size[0], 3), np.uint8)


@pytest.mark.parametrize("ending", ["mp4", "mkv", "avi"])
def test_a_file_cut_short_is_no_shorter_video(tmp_path: Path, ending: str) -> None:
    whole = write_clip(tmp_path / f"whole.{ending}", frames=75, picture=_noise)
    cut = tmp_path / f"cut.{ending}"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    with pytest.raises(SourceError) as caught:
        read_all(cut)
    assert str(cut) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_with_its_table_in_front_is_found_cut_before_any_frame(tmp_path: Path) -> None:
    output = VideoFileOutput(tmp_path / "whole.mp4")
    output.open((160, 96), FPS)
    for index in range(30):
        noise = np.random.default_rng(index).integers(16, 235, (144, 160), np.uint8)
        output.send(own_picture(Image.from_i420(noise)))
    output.close()
    data = (tmp_path / "whole.mp4").read_bytes()
    (tmp_path / "cut.mp4").write_bytes(data[: len(data) * 9 // 10])
    with pytest.raises(SourceError, match="is incomplete"):
        VideoFileSource(tmp_path / "cut.mp4", paced=False).open()


def _broken(kind: str, folder: Path) -> Path:
    path = folder / "broken.mp4"
    match kind:
        case "empty":
            path.write_bytes(b"")
        case "text":
            path.write_text("a video, honestly\n" * 100)
        case "noise":
            path.write_bytes(np.random.default_rng(1).bytes(50_000))
        case "folder":
            path.mkdir()
        case "sound only":
            with av.open(str(path), "w") as container:
                stream = container.add_stream("aac", rate=48_000, layout="mono")
                frame = av.AudioFrame.from_ndarray(np.zeros((1, 4800), np.int16), "s16", "mono")
                frame.sample_rate = 48_000
                container.mux(stream.encode(frame))
                container.mux(stream.encode(None))
        case "tiny":
            write_clip(path, (8, 8), 1, pixel_format="yuv420p")
    return path


@pytest.mark.parametrize("kind", ["missing", "empty", "text", "noise", "folder", "sound only", "tiny"])
def test_what_is_no_video_is_refused_in_one_line(tmp_path: Path, kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    path = _broken(kind, tmp_path)
    source = VideoFileSource(path, paced=False)
    capfd.readouterr()
    with pytest.raises(SourceError) as caught:
        source.open()
    source.close()
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert capfd.readouterr() == ("", "")


def test_a_name_is_never_a_protocol(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_clip(tmp_path / "a.mp4", frames=2)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError, match="no such file"):
        VideoFileSource(Path("concat:a.mp4"), paced=False).open()


@pytest.mark.parametrize(
    ("clip", "size", "count"),
    [("one-person.gif", (480, 270), 23), ("yes.mkv", (640, 480), 65)],
)
def test_real_clips(clip: str, size: tuple[int, int], count: int) -> None:
    frames = read_all(shared(f"media/clips/{clip}"))
    assert len(frames) == count
    assert {frame.image.size for frame in frames} == {size}
    assert all(b.media_ns > a.media_ns for a, b in pairwise(frames))
