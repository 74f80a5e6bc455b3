"""Video files: deinterlaced, tone-mapped, and cut-off files told from whole ones."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from engine.core.errors import SourceError
from engine.media.colour_formats import to_bgr
from engine.media.frame_conversion import FrameConverter
from engine.media.tone_mapping import ColourSpace, sdr_signal
from engine.media.video_reader import Clip
from engine.sources.video_file import VideoFileSource
from tests.conftest import shared
from tests.support.clips import FPS, write_clip

PATCHES = np.array([(235, 40, 40), (40, 200, 60), (40, 60, 220), (245, 245, 245), (128, 128, 128), (20, 20, 20)]) / 255
TO_BT2020 = np.array([[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.0880, 0.8956]])
"""Linear BT.709 to linear BT.2020: ITU-R BT.2087-0, annex 2."""
HLG, PQ, SDR = 18, 16, 14


def coded(patches: np.ndarray, transfer: int) -> np.ndarray:
    """What a BT.2020 signal of this transfer function is for SDR patches whose white is 203 cd/m²."""
    light = patches**2.4 @ TO_BT2020.T
    if transfer == SDR:
        return light ** (1 / 2.4)
    nits = light * 203
    if transfer == PQ:
        m1, m2, c1, c2, c3 = 0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875
        power = (nits / 10_000) ** m1
        return ((c1 + c2 * power) / (1 + c3 * power)) ** m2
    luminance = nits @ np.array([0.2627, 0.6780, 0.0593]) / 1000
    scene = nits / 1000 * (luminance ** (1 / 1.2 - 1))[:, None]
    logarithmic = 0.17883277 * np.log(np.maximum(12 * scene - 0.28466892, 1e-9)) + 0.55991073
    return np.where(scene <= 1 / 12, np.sqrt(3 * scene), logarithmic)


def hdr_clip(path: Path, transfer: int) -> Path:
    """Four frames of six patches, 10 bits, BT.2020."""
    red, green, blue = coded(PATCHES, transfer).T
    luma = 0.2627 * red + 0.6780 * green + 0.0593 * blue
    planes = (64 + 876 * luma, 512 + 896 * (blue - luma) / 1.8814, 512 + 896 * (red - luma) / 1.4746)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("ffv1", FPS)
        stream.width, stream.height, stream.pix_fmt = 6 * 64, 64, "yuv420p10le"
        context = stream.codec_context
        context.color_primaries, context.color_trc, context.colorspace, context.color_range = 9, transfer, 9, 1
        for index in range(4):
            frame = av.VideoFrame(6 * 64, 64, "yuv420p10le")
            for plane, values in zip(frame.planes, planes, strict=True):
                samples = np.frombuffer(memoryview(plane), np.uint16).reshape(plane.height, -1)
                samples[:, : plane.width] = np.repeat(np.rint(values).astype(np.uint16), plane.width // 6)
            frame.pts, frame.time_base = index, Fraction(1, FPS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize("transfer", [HLG, PQ, SDR], ids=["HLG", "PQ", "BT.2020 SDR"])
def test_wide_and_bright_video_becomes_bt709(tmp_path: Path, transfer: int) -> None:
    source = VideoFileSource(hdr_clip(tmp_path / "clip.mkv", transfer), paced=False)
    source.open()
    frame = source.read()
    source.close()
    assert frame is not None
    seen = to_bgr(frame.image)[32, 32::64, ::-1].astype(float)
    assert np.abs(seen - PATCHES * 255).max() <= 6


def test_highlights_keep_their_order() -> None:
    ramp = np.repeat(np.linspace(0, 1, 200)[:, None], 3, axis=1)
    for transfer in (HLG, PQ):
        mapped = sdr_signal(ramp, ColourSpace(9, transfer))
        assert (np.diff(mapped[:, 0]) >= -1e-9).all()
        assert mapped.max() <= 1


def test_the_shared_phone_clip_is_not_grey() -> None:
    source = VideoFileSource(shared("cases/iphone_hlg_rot.mov"), paced=False)
    assert source.open().size == (960, 540)
    frame = source.read()
    source.close()
    assert frame is not None
    with av.open(str(shared("media/clips/doctor.mp4"))) as container:
        first = next(container.decode(video=0))
    wanted = to_bgr(FrameConverter(first).convert(first))
    assert np.abs(to_bgr(frame.image).astype(int) - wanted).mean() < 6


def interlaced(path: Path) -> Path:
    """A bright bar that moves by eight pixels a field."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg2video", FPS)
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        stream.codec_context.options = {"flags": "+ildct+ilme"}
        stream.codec_context.bit_rate = 8_000_000
        stream.codec_context.time_base = Fraction(1, FPS)
        for index in range(12):
            luma = np.full((240, 320), 40, np.uint8)
            for field in (0, 1):
                left = 20 + 8 * (2 * index + field)
                luma[field::2, left : left + 40] = 220
            frame = av.VideoFrame.from_ndarray(np.vstack([luma, np.full((120, 320), 128, np.uint8)]), "yuv420p")
            frame.pts, frame.time_base = index, Fraction(1, FPS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def combing(path: Path) -> tuple[int, float]:
    """How many frames come, and how much neighbouring lines differ where every second one should not."""
    clip = Clip(path)
    frames = [frame.to_ndarray()[:240].astype(int) for frame in clip.frames()]
    clip.close()
    middle = frames[len(frames) // 2]
    return len(frames), float(np.abs(middle[1:-1] - (middle[:-2] + middle[2:]) // 2)[20:-20].mean())


def test_fields_become_frames(tmp_path: Path) -> None:
    count, combs = combing(interlaced(tmp_path / "bar.mpg"))
    assert count == 12
    assert combs < 4


def test_a_broadcast_becomes_frames() -> None:
    count, combs = combing(shared("cases/interlaced_pan.ts"))
    assert count == 50
    assert combs < 4


def test_progressive_video_is_left_alone(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=5)
    clip = Clip(path)
    with av.open(str(path)) as container:
        for ours, theirs in zip(clip.frames(), container.decode(video=0), strict=True):
            assert np.array_equal(ours.to_ndarray(), theirs.to_ndarray())
    clip.close()


@pytest.mark.parametrize("ending", ["mp4", "mkv", "avi", "mov", "webm"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_cut_is_found_before_the_work_begins(tmp_path: Path, ending: str, share: float) -> None:
    codec = "libvpx-vp9" if ending == "webm" else "libx264"
    whole = write_clip(tmp_path / f"whole.{ending}", frames=75, codec=codec)
    Clip(whole).close()
    cut = tmp_path / f"cut.{ending}"
    cut.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * share)])
    with pytest.raises(SourceError) as caught:
        Clip(cut)
    assert str(cut) in str(caught.value)


@pytest.mark.parametrize("ending", ["mp4", "mkv", "mov"])
def test_slow_slides_are_whole(tmp_path: Path, ending: str) -> None:
    path = write_clip(tmp_path / f"slides.{ending}", frames=4, times=[0, 50, 100, 150], audio="aac")
    source = VideoFileSource(path, paced=False)
    source.open()
    times = []
    while (frame := source.read()) is not None:
        times.append(round(frame.media_ns / 1e9))
    source.close()
    assert times == [0, 2, 4, 6]


def test_the_last_picture_stands_as_long_as_the_file_says() -> None:
    source = VideoFileSource(shared("cases/talk_over_still.mp4"), paced=False)
    source.open()
    while source.read() is not None:
        pass
    assert source.end_ns == pytest.approx(6.997e9, abs=50e6)
    source.close()
