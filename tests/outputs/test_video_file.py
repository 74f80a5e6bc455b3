"""Videos that are written: pixels, rate, colours, sound, transparency, and that nothing half-written stays."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from engine.core.errors import OutputError, UsageError
from engine.core.frame import U8, Image, Matrix, PixelFormat
from engine.outputs.files.video_file import VideoFileOutput
from engine.privacy import own_picture
from tests.conftest import ROOT
from tests.support.clips import BEEP_AT_S, beep_starts_s, write_clip

SIZE = (160, 96)
ENDINGS = ["mp4", "mov", "mkv", "webm", "avi"]


def picture(index: int, matrix: Matrix = Matrix.BT601, size: tuple[int, int] = SIZE) -> Image:
    """An I420 picture: a grey wedge with a bright block that moves by four pixels a frame."""
    width, height = size
    image = Image.from_i420(np.full((height * 3 // 2, width), 128, np.uint8), matrix)
    image.planes[0][:] = np.linspace(30, 160, width).astype(np.uint8)
    image.planes[0][20:60, 4 * index : 4 * index + 20] = 220
    image.planes[1][: height // 4] = 100
    return image


def write(path: Path, count: int = 20, fps: float = 25, matrix: Matrix = Matrix.BT601, **options: Path) -> Path:
    output = VideoFileOutput(path, **options)
    output.open(SIZE, fps)
    for index in range(count):
        output.send(own_picture(picture(index, matrix)))
    output.close()
    output.close()
    return path


def decoded(path: Path) -> list[av.VideoFrame]:
    with av.open(str(path)) as container:
        return list(container.decode(video=0))


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("fps", [25, 30000 / 1001])
def test_what_was_sent_comes_back_at_the_asked_rate(tmp_path: Path, ending: str, fps: float) -> None:
    frames = decoded(write(tmp_path / f"out.{ending}", fps=fps))
    assert [path.name for path in tmp_path.iterdir()] == [f"out.{ending}"]
    assert len(frames) == 20
    for index, frame in enumerate(frames):
        assert frame.format.name == "yuv420p"
        sent = picture(index).i420_buffer().astype(int)
        assert np.abs(frame.to_ndarray() - sent).mean() < 3
        assert abs((frame.time - frames[0].time) * fps - index) < 0.1


@pytest.mark.parametrize("ending", ENDINGS[:4])
@pytest.mark.parametrize(("matrix", "tag"), [(Matrix.BT601, 6), (Matrix.BT709, 1)])
def test_colours_are_tagged(tmp_path: Path, ending: str, matrix: Matrix, tag: int) -> None:
    frame = decoded(write(tmp_path / f"out.{ending}", 2, matrix=matrix))[0]
    limited = 1
    assert (frame.colorspace, frame.color_range) == (tag, limited)


def test_the_callers_buffer_may_be_reused_at_once(tmp_path: Path) -> None:
    output = VideoFileOutput(tmp_path / "out.mp4")
    output.open(SIZE, 25)
    ring = Image.empty(picture(0))
    for index in range(30):
        for plane, new in zip(ring.planes, picture(index).planes, strict=True):
            plane[:] = new
        output.send(own_picture(ring))
    output.close()
    for index, frame in enumerate(decoded(tmp_path / "out.mp4")):
        assert np.abs(frame.to_ndarray() - picture(index).i420_buffer().astype(int)).mean() < 3


def test_planes_with_padding_are_written_too(tmp_path: Path) -> None:
    output = VideoFileOutput(tmp_path / "out.mp4")
    output.open(SIZE, 25)
    padded = tuple(np.pad(plane, ((0, 0), (0, 32)))[:, : plane.shape[1]] for plane in picture(3).planes)
    output.send(own_picture(Image(PixelFormat.I420, padded)))
    output.close()
    [frame] = decoded(tmp_path / "out.mp4")
    assert np.abs(frame.to_ndarray() - picture(3).i420_buffer().astype(int)).mean() < 3


def test_mp4_can_be_played_while_it_loads(tmp_path: Path) -> None:
    data = write(tmp_path / "out.mp4").read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("audio", ["aac", "pcm_s16le", "libopus"])
def test_sound_is_kept_in_time(tmp_path: Path, ending: str, audio: str) -> None:
    clip = write_clip(tmp_path / "clip.mkv", SIZE, 38, audio=audio)
    written = write(tmp_path / f"out.{ending}", 38, audio_from=clip)
    assert abs(beep_starts_s(written) - BEEP_AT_S) < (0.1 if ending == "avi" else 0.03)
    with av.open(str(written)) as container:
        assert abs(container.duration / 1e6 - 38 / 25) < 0.15


def test_sound_that_the_container_takes_is_copied_bit_by_bit(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mkv", SIZE, 38, audio="aac")
    written = write(tmp_path / "out.mp4", 38, audio_from=clip)
    packets = []
    for path in (clip, written):
        with av.open(str(path)) as container:
            packets.append([bytes(packet) for packet in container.demux(audio=0) if packet.size])
    assert packets[1] == packets[0][: len(packets[1])]
    assert len(packets[0]) - len(packets[1]) <= 1


def test_sound_counts_from_the_first_picture(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mkv", SIZE, 25, audio="aac", video_starts_s=0.4)
    assert abs(beep_starts_s(clip) - (BEEP_AT_S - 0.4)) < 0.03
    assert abs(beep_starts_s(write(tmp_path / "out.mp4", 25, audio_from=clip)) - (BEEP_AT_S - 0.4)) < 0.03


def test_sound_goes_on_after_the_last_picture(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mp4", SIZE, 100, audio="aac")
    with av.open(str(write(tmp_path / "out.mp4", 30, audio_from=clip))) as container:
        assert abs(container.duration / 1e6 - 4) < 0.05


def with_tracks(path: Path, codec: str, count: int = 3) -> Path:
    """A clip of two seconds with sound tracks of different pitch, each with a title."""
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", 25)
        video.width, video.height, video.pix_fmt = *SIZE, "yuv420p"
        tracks = [container.add_stream(codec, rate=48_000, layout="mono") for _ in range(count)]
        for number, track in enumerate(tracks):
            track.metadata["title"] = f"Track {number}"
        for number, track in enumerate(tracks):
            times = np.arange(96_000) / 48_000
            samples = (np.sin(2 * np.pi * 300 * (number + 1) * times) * 15_000).astype(np.int16)[None]
            frame = av.AudioFrame.from_ndarray(samples, "s16", "mono")
            frame.sample_rate, frame.pts, frame.time_base = 48_000, 0, Fraction(1, 48_000)
            container.mux(track.encode(frame))
            container.mux(track.encode(None))
        for index in range(50):
            still = av.VideoFrame.from_numpy_buffer(picture(index % 20).i420_buffer(), "yuv420p")
            still.pts, still.time_base = index, Fraction(1, 25)
            container.mux(video.encode(still))
        container.mux(video.encode(None))
    return path


def pitches_hz(path: Path) -> list[int]:
    found = []
    with av.open(str(path)) as container:
        count = len(container.streams.audio)
    for number in range(count):
        with av.open(str(path)) as container:
            sound = np.concatenate([frame.to_ndarray().reshape(-1) for frame in container.decode(audio=number)])
            spectrum = np.abs(np.fft.rfft(sound[:48_000].astype(float)))
            found.append(round(float(np.argmax(spectrum)) / 300) * 300)
    return found


@pytest.mark.parametrize("ending", ["mp4", "mkv", "mov"])
@pytest.mark.parametrize("codec", ["aac", "pcm_s24le"])
def test_every_sound_track_is_kept(tmp_path: Path, ending: str, codec: str) -> None:
    clip = with_tracks(tmp_path / "clip.mkv", codec)
    written = write(tmp_path / f"out.{ending}", 50, audio_from=clip)
    assert pitches_hz(written) == [300, 600, 900]
    with av.open(str(written)) as container:
        names = {track.codec_context.codec.canonical_name for track in container.streams.audio}
        assert names == {"aac" if ending == "mp4" else codec}
    output = VideoFileOutput(tmp_path / "one.mp4", audio_from=clip, audio_track=2)
    output.open(SIZE, 25)
    output.send(own_picture(picture(0)))
    output.close()
    assert pitches_hz(tmp_path / "one.mp4") == [600]


@pytest.mark.parametrize("ending", ["mp4", "mkv", "mov", "webm"])
def test_pictures_keep_times_of_their_own(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out.{ending}"
    output = VideoFileOutput(path)
    output.open(SIZE, 30)
    times_ms = [0, 33, 67, 500, 533, 2500]
    for index, time_ms in enumerate(times_ms):
        output.send_at(own_picture(picture(index)), time_ms * 1_000_000)
    output.end_at(4_000_000_000)
    output.close()
    frames = decoded(path)
    assert [round(frame.time * 1000) for frame in frames] == pytest.approx(times_ms, abs=1)
    with av.open(str(path)) as container:
        assert container.duration / 1e6 == pytest.approx(4, abs=0.05)


def test_a_silent_film_stays_silent(tmp_path: Path) -> None:
    written = write(tmp_path / "out.mp4", audio_from=write_clip(tmp_path / "clip.mp4"))
    with av.open(str(written)) as container:
        assert [stream.type for stream in container.streams] == ["video"]


def _alpha() -> U8:
    alpha = np.zeros(SIZE[::-1], np.uint8)
    alpha[20:70, 40:120] = 255
    alpha[70:, 40:120] = 128
    return alpha


@pytest.mark.parametrize(("ending", "decoder"), [("webm", "libvpx-vp9"), ("mov", "prores")])
def test_transparency_is_kept_where_the_container_can(tmp_path: Path, ending: str, decoder: str) -> None:
    output = VideoFileOutput(tmp_path / f"out.{ending}")
    output.open(SIZE, 25)
    for index in range(3):
        output.send(own_picture(dataclasses.replace(picture(index), alpha=_alpha())))
    output.send(own_picture(picture(3)))
    output.close()
    with av.open(str(tmp_path / f"out.{ending}")) as container:
        context = av.CodecContext.create(decoder, "r")
        context.extradata = container.streams.video[0].codec_context.extradata
        frames = [frame for packet in container.demux(video=0) if packet.size for frame in context.decode(packet)]
        frames += context.decode(None)
    assert len(frames) == 4
    for frame, wanted in zip(frames, [_alpha()] * 3 + [np.full(SIZE[::-1], 255)], strict=True):
        bits = frame.format.components[3].bits
        plane = frame.planes[3]
        samples = np.frombuffer(plane, np.uint8 if bits == 8 else np.uint16)
        alpha = samples.reshape(frame.height, -1)[:, : frame.width] / (2**bits - 1) * 255
        assert np.abs(alpha - wanted).mean() < 1.5


def test_without_a_place_for_alpha_the_colours_go_out_as_they_are(tmp_path: Path) -> None:
    output = VideoFileOutput(tmp_path / "out.mp4")
    output.open(SIZE, 25)
    output.send(own_picture(dataclasses.replace(picture(0), alpha=_alpha())))
    output.close()
    assert decoded(tmp_path / "out.mp4")[0].format.name == "yuv420p"


@pytest.mark.parametrize("name", ["out.gif", "out.txt", "out", "mp4", "out.mp4.exe"])
def test_endings_that_are_no_video_are_wrong_usage(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"\.mp4"):
        VideoFileOutput(tmp_path / name)


def test_abort_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.mp4"
    path.write_bytes(b"an older video")
    output = VideoFileOutput(path)
    output.open(SIZE, 25)
    for index in range(30):
        output.send(own_picture(picture(index)))
    output.abort()
    output.close()
    assert path.read_bytes() == b"an older video"
    assert list(tmp_path.iterdir()) == [path]


def test_without_a_picture_there_is_no_file(tmp_path: Path) -> None:
    write(tmp_path / "out.mp4", 0)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["missing/out.mp4", "a-file/out.mp4", "folder.mp4"])
def test_a_place_that_cannot_be_written_is_said_at_once(tmp_path: Path, place: str) -> None:
    (tmp_path / "a-file").touch()
    (tmp_path / "folder.mp4").mkdir()
    output = VideoFileOutput(tmp_path / place)
    with pytest.raises(OutputError) as caught:
        output.open(SIZE, 25)
    output.close()
    output.abort()
    assert "\n" not in str(caught.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-file", "folder.mp4"]


_ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
import numpy as np
from engine.core.errors import OutputError
from engine.core.frame import Image
from engine.outputs.files.{module} import {name}
from engine.privacy import own_picture
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
output = {name}(Path(sys.argv[1]))
try:
    output.open((160, 96), 25)
    for index in range(200):
        noise = np.random.default_rng(index).integers(16, 235, (144, 160), np.uint8)
        image = Image.from_i420(noise) if {planar} else Image.from_bgr(np.repeat(noise[..., None], 3, axis=2))
        output.send(own_picture(image))
    output.close()
except OutputError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
@pytest.mark.parametrize(
    ("module", "name", "file"),
    [
        *(("video_file", "VideoFileOutput", f"out.{ending}") for ending in ENDINGS),
        ("image_sequence", "ImageSequenceOutput", "out"),
    ],
)
def test_a_disk_that_fills_up_leaves_nothing_and_one_line(tmp_path: Path, module: str, name: str, file: str) -> None:
    """A limit on the size of files stands in for the disk: the write that crosses it fails in the same way."""
    script = _ON_A_FULL_DISK.format(module=module, name=name, planar=module == "video_file")
    command = [sys.executable, "-c", script, str(tmp_path / file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
    assert str(tmp_path / file) in done.stdout
    assert list(tmp_path.iterdir()) == []
