"""A looped video behind the person: its clock, its fit, its end, and what broken ones say."""

import threading
import time
import tracemalloc

import av
import cv2
import numpy as np
import PIL.Image
import pytest

from engine.compositor import Compositor
from engine.compositor.background import video as video_module
from engine.compositor.background.video import PARAMETERS, LoopedVideo
from engine.compositor.canvas import Canvas
from engine.core.errors import SourceError, UsageError
from engine.core.frame import Matrix, PixelFormat
from engine.core.settings import Background, Fit, Settings
from engine.media.colour_formats import to_bgr
from tests.support.clips import FPS, write_clip
from tests.support.waiting import until

SIZE = (128, 72)
CANVAS = Canvas(SIZE, PixelFormat.I420, Matrix.BT601)
SHADES = [40, 80, 120, 160, 200]
STEP_NS = 1_000_000_000 // FPS
BLACK = (0, 0, 0)


@pytest.fixture
def shades(tmp_path):
    """A file of five grey pictures."""
    path = tmp_path / "shades.mp4"
    return write_clip(
        path, SIZE, len(SHADES), picture=lambda index, size: np.full((*size[::-1], 3), SHADES[index], np.uint8)
    )


@pytest.fixture
def opened():
    """Opens videos and closes them at the end."""
    videos = []

    def open_(path, canvas=CANVAS, fit=Fit.COVER, wait=True):
        videos.append(LoopedVideo(path, canvas, fit, BLACK, wait=wait))
        return videos[-1]

    yield open_
    for video in videos:
        video.close()


def red(index, size):
    return np.full((*size[::-1], 3), (200, 40, 30), np.uint8)


def playing():
    return [thread for thread in threading.enumerate() if thread.name == "cyclorama-background-video"]


def shade_of(image):
    return int(np.median(to_bgr(image)))


def test_each_moment_shows_its_picture_and_the_end_is_followed_by_the_beginning(shades, opened):
    video = opened(shades)
    start_ns = 5_000_000_000
    for index in range(3 * len(SHADES)):
        image = video.at(start_ns + index * STEP_NS + STEP_NS // 2 if index else start_ns)
        assert shade_of(image) == pytest.approx(SHADES[index % len(SHADES)], abs=4), index


def test_a_faster_clock_skips_pictures(shades, opened):
    video = opened(shades)
    video.at(0)
    for index in (2, 4, 6):
        assert shade_of(video.at(index * STEP_NS + STEP_NS // 2)) == pytest.approx(SHADES[index % 5], abs=4)


def test_live_never_waits_and_goes_on_after_a_long_pause(shades, opened):
    video = opened(shades, wait=False)
    assert video.at(0) is None or video.at(0).size == SIZE
    far_ns = 3600 * PARAMETERS.max_catch_up_ns
    until(lambda: video.at(far_ns) is not None and shade_of(video.at(far_ns)) == pytest.approx(40, abs=4))
    until(lambda: shade_of(video.at(far_ns + 2 * STEP_NS + STEP_NS // 2)) == pytest.approx(120, abs=4))


def test_nothing_is_decoded_unless_shown(shades, opened):
    video = opened(shades, wait=False)
    until(lambda: video.at(0) is not None)
    time.sleep(0.05)
    before_s = time.process_time()
    time.sleep(0.3)
    assert time.process_time() - before_s < 0.1


@pytest.mark.parametrize("pixel_format", list(PixelFormat))
@pytest.mark.parametrize("size", [(96, 96), (200, 60), (64, 144)])
@pytest.mark.parametrize("fit", list(Fit))
def test_fit(tmp_path, opened, size, fit, pixel_format):
    width, height = size
    picture = np.full((height, width, 3), (200, 0, 0), np.uint8)
    cv2.circle(picture, (width // 2, height // 2), min(size) // 5, (255, 255, 255), -1)
    path = write_clip(tmp_path / "clip.mp4", size, 2, picture=lambda index, size: picture)
    image = opened(path, Canvas(SIZE, pixel_format, Matrix.BT709), fit).at(0)
    assert (image.size, image.format) == (SIZE, pixel_format)
    bgr = to_bgr(image).astype(int)
    disc, free = bgr[..., 1] > 128, bgr[..., 2] < 60
    ys, xs = np.nonzero(disc)
    assert abs(ys.mean() - 35.5) < 3
    assert abs(xs.mean() - 63.5) < 3
    if fit is Fit.STRETCH:
        assert not free.any()
        return
    assert np.ptp(xs) == pytest.approx(np.ptp(ys), abs=3), "a circle stays a circle"
    assert free.any() == (fit is Fit.CONTAIN)


def test_colours_follow_the_frames_matrix(tmp_path, opened):
    for tag in (1, 6):  # BT.709, BT.601
        path = write_clip(tmp_path / f"red{tag}.mp4", SIZE, 2, colour=tag, picture=red)
        for matrix in Matrix:
            image = opened(path, Canvas(SIZE, PixelFormat.I420, matrix)).at(0)
            assert image.matrix is matrix
            assert np.abs(to_bgr(image)[20, 20].astype(int) - (30, 40, 200)).max() < 4


def test_a_moving_gif_plays(tmp_path, opened):
    frames = [PIL.Image.fromarray(np.full((72, 128, 3), shade, np.uint8)) for shade in (40, 200)]
    path = tmp_path / "moving.gif"
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=1000 // FPS, loop=0)
    video = opened(path)
    shown = [shade_of(video.at(index * STEP_NS + (STEP_NS // 2 if index else 0))) for index in range(4)]
    assert shown == pytest.approx([40, 200, 40, 200], abs=4)


def test_a_single_picture_stays(tmp_path, opened):
    path = tmp_path / "still.gif"
    PIL.Image.fromarray(np.full((72, 128, 3), 90, np.uint8)).save(path)
    for wait in (True, False):
        video = opened(path, wait=wait)
        until(lambda video=video: video.at(0) is not None)  # type: ignore[misc]
        until(lambda: not playing()), "nothing is left to decode"
        assert shade_of(video.at(3600 * STEP_NS)) == pytest.approx(90, abs=4)


def test_a_decoder_that_is_too_slow_plays_slower(shades, opened, monkeypatch):
    def slow(frames, length_ns):
        for item in _timed(frames, length_ns):
            time.sleep(3 * STEP_NS / 1e9)
            yield item

    _timed = video_module._timed
    monkeypatch.setattr(video_module, "_timed", slow)
    video = opened(shades, wait=False)
    shown = set()

    def all_shown():
        image = video.at(time.monotonic_ns())
        shown.update([round(shade_of(image) / 40)] if image else [])
        return len(shown) == len(SHADES)

    until(all_shown)


def test_broken_files_are_one_line_and_the_fallback_frame_stays(tmp_path, shades):
    (tmp_path / "text.mp4").write_text("no video")
    (tmp_path / "empty.mp4").write_bytes(b"")
    PIL.Image.new("L", (1, 1)).save(tmp_path / "tiny.gif")
    (tmp_path / "cut.mp4").write_bytes(shades.read_bytes()[:600])
    neutral = Compositor().fallback_frame(SIZE, PixelFormat.I420, Matrix.BT601, Settings(), 0)
    for name, kind in (
        ("text.mp4", SourceError),
        ("empty.mp4", SourceError),
        ("cut.mp4", SourceError),
        ("tiny.gif", SourceError),
        ("no.mp4", UsageError),
    ):
        compositor = Compositor(wait=True)
        settings = Settings(background=Background.parse(f"video:{tmp_path / name}"))
        shown = compositor.fallback_frame(SIZE, PixelFormat.I420, Matrix.BT601, settings, 0)
        assert isinstance(compositor.problem, kind), name
        assert name in str(compositor.problem)
        assert "\n" not in str(compositor.problem)
        assert np.array_equal(shown.planes[0], neutral.planes[0])
        compositor.close()


def test_sound_alone_is_no_background(tmp_path, opened):
    path = tmp_path / "sound.wav"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=8000, layout="mono")
        samples = av.AudioFrame.from_ndarray(np.zeros((1, 800), np.int16), format="s16", layout="mono")
        samples.rate = 8000
        container.mux(stream.encode(samples))
        container.mux(stream.encode())
    video = opened(path)
    assert video.at(0) is None
    assert "holds no video" in str(video.problem)


def test_threads_end_and_memory_stays_bounded(shades):
    compositor = Compositor(wait=True)
    settings = [Settings(background=Background.parse(text)) for text in (f"video:{shades}", "color:#112233")]

    def change(times):
        for index in range(times):
            compositor.fallback_frame(SIZE, PixelFormat.I420, Matrix.BT601, settings[index % 2], index)
        until(lambda: not playing()), "the color is on: no video plays"

    change(4)
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    change(40)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 8 * SIZE[0] * SIZE[1] * 3 // 2
    compositor.close()
    until(lambda: not playing())
