"""The three threads together: every frame when rendering, the newest when live, and an end whatever hangs."""

from __future__ import annotations

import dataclasses
import threading
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from engine.core.clock import now_ns
from engine.core.errors import CameraError, ModelError, SourceError
from engine.core.frame import Frame
from engine.core.settings import Background, Settings, SettingsBox
from engine.core.slot import Reference, Slot
from engine.core.statistics import Stats
from engine.outputs.files.video_file import VideoFileOutput
from engine.pipeline.pipeline import Components, Job, Pipeline
from engine.pipeline.stages.capture import CaptureStage
from engine.pipeline.stages.context import StageContext, StreamFormat
from engine.pipeline.stages.controls import Controls, ControlsBox
from engine.pipeline.status import State
from engine.privacy import OutputFrame
from engine.sources.base import SourceInfo
from engine.sources.image_file import ImageSource
from engine.sources.video_file import VideoFileSource
from engine.transform.auto_framing import AutoFraming
from tests.support.marked_background import (
    PERSON_YUV,
    MarkedBackgroundReader,
    MarkedSource,
    marked_frame,
    person,
    true_mask,
)
from tests.support.waiting import until

SIZE = (640, 360)
SETTINGS = Settings(background=Background.parse("color:#203040"), width=SIZE[0], height=SIZE[1])


class Known:
    """A model that knows the marked background."""

    runtime = "known"
    model_id = "known"

    def input_size(self, frame_size, vertical=False):
        return 256, 144

    def predict(self, small_bgr):
        return true_mask(small_bgr)

    def close(self):
        pass


KNOWN = Components(load=lambda *_: Known())


class Counted(Known):
    """The same, counting."""

    predictions = 0

    def predict(self, small_bgr):
        self.predictions += 1
        return super().predict(small_bgr)


class Clip:
    """A clip of the marked background that is read as fast as it goes, with times of its own."""

    def __init__(self, times_ms: list[int], size=SIZE) -> None:
        self.times_ms, self.size, self.closed = times_ms, size, False

    def open(self) -> SourceInfo:
        self._next = 0
        return SourceInfo("clip", self.size, 30.0, False, frames=len(self.times_ms))

    def read(self) -> Frame | None:
        if self._next == len(self.times_ms):
            return None
        self._next += 1
        media_ns = self.times_ms[self._next - 1] * 1_000_000
        return Frame(self._next, now_ns(), media_ns, marked_frame(self._next, self.size))

    def interrupt(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


class Collected(MarkedBackgroundReader):
    """Keeps every picture."""

    def __init__(self) -> None:
        super().__init__()
        self.images: list[np.ndarray] = []
        self.ended = ""

    def send(self, frame: OutputFrame) -> None:
        super().send(frame)
        self.images.append(frame.image.i420_buffer().copy())

    def close(self) -> None:
        self.ended = "closed"

    def abort(self) -> None:
        self.ended = "aborted"


def render(source, output, settings=SETTINGS, parts=KNOWN, **rest) -> Pipeline:
    pipeline = Pipeline(Job(source, output, live=False, parts=parts, **rest), SettingsBox(settings))
    pipeline.start()
    assert pipeline.wait(60)
    pipeline.stop()
    return pipeline


class Slow(Clip):
    """The same, on a machine that takes a second for each frame."""

    def read(self) -> Frame | None:
        frame = super().read()
        return frame and dataclasses.replace(frame, captured_ns=frame.captured_ns + frame.seq * 1_000_000_000)


@pytest.mark.parametrize("power_save", [False, True])
def test_a_render_does_not_depend_on_the_speed_of_the_machine(power_save):
    rendered, settings = [], SETTINGS.replace(power_save=power_save)
    for clip in (Clip, Slow):
        output, model = Collected(), Counted()
        parts = Components(load=lambda *_, model=model: model)
        render(clip([round(i * 1000 / 30) for i in range(20)]), output, settings, parts).raise_failure()
        rendered.append((output.images, model.predictions))
    (fast, predictions), (slow, as_many) = rendered
    assert predictions == as_many
    assert all(np.array_equal(one, other) for one, other in zip(fast, slow, strict=True))


def test_rendering_passes_every_frame_in_order_with_its_own_mask():
    source, output = Clip([round(i * 1000 / 30) for i in range(40)]), Collected()
    pipeline = render(source, output)
    pipeline.raise_failure()
    assert (len(output.images), output.ended, source.closed) == (40, "closed", True)
    assert output.leaks == []
    stats = pipeline.stats()
    assert (stats.frames_in, stats.frames_out, stats.frames_dropped) == (40, 40, 0)
    assert set(stats.stages) == {"capture", "inference", "composition"}
    for number, picture in enumerate(output.images, 1):
        luma = picture[: SIZE[1]]
        truth = person(number, SIZE) > 0
        shown = np.abs(luma.astype(int) - PERSON_YUV[0]) < 12
        assert np.count_nonzero(shown & truth) / np.count_nonzero(shown | truth) > 0.95, number


def test_a_variable_rate_in_becomes_the_asked_rate_out():
    output = Collected()
    render(Clip([0, 40, 80, 120, 320, 330, 340, 400, 1000]), output, fps=25.0)
    assert len(output.images) == 26  # 0 to 1 s inclusive
    assert all((output.images[i] == output.images[3]).all() for i in range(4, 8))  # 160..280 ms repeat 120 ms


def test_a_failing_model_ends_the_run_and_leaves_no_file(tmp_path: Path):
    def load(*_):
        raise ModelError("the model is damaged", "get it again")

    pipeline = render(Clip([0, 33]), VideoFileOutput(tmp_path / "out.mp4"), parts=Components(load=load))
    with pytest.raises(ModelError, match="damaged"):
        pipeline.raise_failure()
    assert list(tmp_path.iterdir()) == []
    assert pipeline.status.state in (State.FAILED, State.STOPPING)


def test_a_source_that_breaks_half_way_leaves_no_file(tmp_path: Path):
    class Broken(Clip):
        def read(self):
            if self._next == 5:
                raise SourceError("the clip is cut short", "use another")
            return super().read()

    pipeline = render(Broken([i * 33 for i in range(10)]), VideoFileOutput(tmp_path / "out.mp4"))
    with pytest.raises(SourceError, match="cut short"):
        pipeline.raise_failure()
    assert list(tmp_path.iterdir()) == []


def test_stopping_a_render_leaves_no_file(tmp_path: Path):
    source = Clip([i * 33 for i in range(100_000)])
    pipeline = Pipeline(
        Job(source, VideoFileOutput(tmp_path / "out.mp4"), live=False, parts=KNOWN), SettingsBox(SETTINGS)
    )
    pipeline.start()
    while pipeline.stats().frames_out < 5:
        time.sleep(0.02)
    pipeline.stop()
    assert list(tmp_path.iterdir()) == []


def test_the_sound_of_the_input_comes_along_and_lengths_agree(tmp_path: Path):
    import av

    clip = tmp_path / "in.mp4"
    with av.open(str(clip), "w") as container:
        video, sound = container.add_stream("libx264", rate=25), container.add_stream("aac", rate=44100)
        video.width, video.height, video.pix_fmt = 320, 180, "yuv420p"
        for number in range(50):
            picture = marked_frame(number, (320, 180)).i420_buffer()
            container.mux(video.encode(av.VideoFrame.from_ndarray(picture, "yuv420p")))
        tone = (np.sin(np.arange(88200) / 20) * 0.3).astype(np.float32)[np.newaxis]
        frame = av.AudioFrame.from_ndarray(tone, "fltp", "mono")
        frame.sample_rate = 44100
        container.mux(sound.encode(frame))
        container.mux(video.encode())
        container.mux(sound.encode())
    out = tmp_path / "out.mp4"
    render(VideoFileSource(clip, paced=False), VideoFileOutput(out, audio_from=clip)).raise_failure()
    with av.open(str(out)) as container:
        assert container.streams.video[0].frames == 50
        assert abs(float(container.duration) / 1e6 - 2.0) < 0.15
        samples = sum(f.samples for f in container.decode(audio=0))
        assert abs(samples / 44100 - 2.0) < 0.1


class LossyCamera(MarkedSource):
    """Is unplugged after a while, and can be opened again only at the third attempt."""

    def __init__(self) -> None:
        super().__init__(SIZE)
        self.opened, self.until = 0, 20

    def open(self) -> SourceInfo:
        self.opened += 1
        if self.opened in (2, 3):
            raise CameraError("the camera is gone", "plug it in")
        return super().open()

    def read(self):
        self.until -= 1
        if self.until == 0:
            raise CameraError("the camera was unplugged", "plug it in")
        return super().read()


def live(source, output, **rest) -> Pipeline:
    job = Job(source, output, live=True, size=SIZE, fps=30.0, parts=rest.pop("parts", KNOWN))
    pipeline = Pipeline(job, SettingsBox(SETTINGS))
    pipeline.start()
    return pipeline


def test_a_lost_camera_comes_back_and_the_stream_never_ends():
    source, output = LossyCamera(), MarkedBackgroundReader()
    pipeline = live(source, output)
    states = set()
    until(lambda: states.add(pipeline.status.state) or (source.opened >= 4 and pipeline.status.state is State.RUNNING))
    sent = output.pictures
    until(lambda: output.pictures > sent + 10)
    pipeline.stop()
    assert State.RECOVERING in states
    assert output.leaks == []


def test_stopping_does_not_wait_for_a_camera_that_hangs():
    release = threading.Event()

    class Hanging(MarkedSource):
        def read(self):
            release.wait(30)
            raise CameraError("gone")

    pipeline = live(Hanging(SIZE), MarkedBackgroundReader())
    time.sleep(0.1)
    before_s = time.monotonic()
    pipeline.stop()
    took_s = time.monotonic() - before_s
    release.set()
    assert took_s < 5


def test_another_source_takes_over_while_the_output_runs_on():
    output = MarkedBackgroundReader()
    pipeline = live(MarkedSource(SIZE), output)
    until(lambda: output.with_person > 5)
    pipeline.use_source(MarkedSource((320, 240)))
    until(lambda: pipeline.status.source is not None and pipeline.status.source.size == (320, 240))
    seen = output.with_person
    until(lambda: output.with_person > seen + 5)
    pipeline.stop()
    assert output.leaks == []


def loads_slowly(may_end: threading.Event):
    """A loader of `Known` under any name; the one called `slow` is not ready before it may be."""

    def load(model, runtime, precision):
        if model == "slow":
            may_end.wait(10)
        loaded = Known()
        loaded.model_id = model
        return loaded

    return load


def test_another_model_takes_over_between_two_frames():
    loading = threading.Event()
    output, box = MarkedBackgroundReader(), SettingsBox(SETTINGS.replace(model="first"))
    parts = Components(load=loads_slowly(loading))
    pipeline = Pipeline(Job(MarkedSource(SIZE), output, live=True, size=SIZE, fps=30.0, parts=parts), box)
    pipeline.start()
    until(lambda: output.with_person > 5)
    box.value = SETTINGS.replace(model="slow")
    seen = output.with_person
    until(lambda: output.with_person > seen + 10)  # the old one goes on while the new one loads
    assert pipeline.status.model == "first"
    loading.set()
    until(lambda: pipeline.status.model == "slow")
    seen = output.with_person
    until(lambda: output.with_person > seen + 5)
    pipeline.stop()
    assert output.leaks == []


def test_a_slow_model_does_not_slow_the_picture_down():
    predictions = []

    class Slow(Known):
        def predict(self, small_bgr):
            predictions.append(small_bgr)
            time.sleep(0.09)
            return super().predict(small_bgr)

    output = MarkedBackgroundReader()
    pipeline = live(MarkedSource(SIZE), output, parts=Components(load=lambda *_: Slow()))
    until(lambda: output.with_person > 5)
    pictures, predicted = output.pictures, len(predictions)
    until(lambda: len(predictions) >= predicted + 20)
    pipeline.stop()
    assert output.pictures - pictures > 1.5 * (len(predictions) - predicted)
    assert output.leaks == []


def test_pausing_closes_the_camera_and_shows_the_fallback_frame():
    closed = threading.Event()

    class Closing(MarkedSource):
        def close(self):
            closed.set()

    output = MarkedBackgroundReader()
    pipeline = live(Closing(SIZE), output)
    until(lambda: output.with_person > 5)
    pipeline.pause(True)
    assert closed.wait(3)
    time.sleep(0.1)
    with_person, pictures = output.with_person, output.pictures
    until(lambda: output.pictures > pictures + 10)
    assert output.with_person == with_person
    pipeline.pause(False)
    until(lambda: output.with_person > with_person + 5)
    pipeline.stop()


def test_freezing_repeats_the_last_picture():
    output = Collected()
    pipeline = live(MarkedSource(SIZE), output)
    until(lambda: output.with_person > 5)
    pipeline.freeze(True)
    time.sleep(0.3)
    pictures = len(output.images)
    until(lambda: len(output.images) > pictures + 10)
    pipeline.stop()
    assert all((image == output.images[pictures]).all() for image in output.images[pictures : pictures + 10])


def test_an_unwatched_camera_rests_and_wakes_at_once():
    output = MarkedBackgroundReader()
    pipeline = live(MarkedSource(SIZE), output)
    until(lambda: output.with_person > 5)
    pipeline.rest(True)
    until(lambda: pipeline.status.state is State.RESTING)
    time.sleep(0.3)
    pictures = output.pictures
    time.sleep(1.0)
    assert output.pictures - pictures <= 2
    seen = output.with_person
    pipeline.rest(False)
    until(lambda: output.with_person > seen, timeout_s=3)
    pipeline.stop()


def test_a_changed_background_is_not_covered_by_an_old_picture():
    """While the camera stalls, what was made under `none` must not be repeated under another background."""
    stall = threading.Event()

    class Stalling(MarkedSource):
        def read(self):
            if stall.is_set():
                time.sleep(0.05)
                return super().read() if self._interrupted.is_set() else self.read()
            return super().read()

    output, box = MarkedBackgroundReader(), SettingsBox(SETTINGS.replace(background=Background.parse("none")))
    pipeline = Pipeline(Job(Stalling(SIZE), output, live=True, size=SIZE, fps=30.0, parts=KNOWN), box)
    pipeline.start()
    until(lambda: len(output.leaks) > 5)  # `none` shows the background: that is what was asked for
    stall.set()
    time.sleep(0.1)
    box.value = SETTINGS
    time.sleep(0.1)
    output.leaks.clear()
    time.sleep(0.3)
    pipeline.stop()
    assert output.leaks == []


def test_another_size_and_rate_reach_the_output_while_everything_runs_on():
    class Sized(MarkedBackgroundReader):
        def __init__(self):
            super().__init__()
            self.opened, self.sent = [], []

        def open(self, size, fps):
            self.opened.append((size, fps))

        def send(self, frame):
            super().send(frame)
            self.sent.append((frame.image.size, self.opened[-1][0]))

    loads, output = [], Sized()
    pipeline = live(MarkedSource(SIZE), output, parts=Components(load=lambda *choice: loads.append(choice) or Known()))
    until(lambda: output.with_person > 5)
    pipeline.use_format((320, 240), 15.0, MarkedSource((320, 240)))
    until(lambda: len(output.opened) == 2)
    seen = output.with_person
    until(lambda: output.with_person > seen + 5)
    pipeline.stop()
    assert output.opened == [(SIZE, 30.0), ((320, 240), 15.0)]
    assert all(size == opened for size, opened in output.sent)
    assert len(loads) == 1
    assert output.leaks == []


def test_the_size_of_a_clip_is_waited_for_and_kept_while_resting():
    class Opened(MarkedBackgroundReader):
        sizes: tuple[Any, ...] = ()

        def open(self, size, fps):
            self.sizes += (size,)

    output = Opened()
    job = Job(MarkedSource((320, 240)), output, live=True, fps=30.0, parts=KNOWN)
    pipeline = Pipeline(job, SettingsBox(SETTINGS))
    pipeline.start()
    until(lambda: output.pictures > 5)
    pipeline.rest(True)
    until(lambda: pipeline.preview().raw is None)
    pictures = output.pictures
    until(lambda: output.pictures > pictures)
    pipeline.stop()
    assert output.sizes == ((320, 240),)


def test_a_picture_of_odd_size_goes_live_with_even_sides(tmp_path: Path):
    cv2.imwrite(str(tmp_path / "odd.png"), np.full((241, 323, 3), 90, np.uint8))
    output = VideoFileOutput(tmp_path / "out.mp4")
    job = Job(ImageSource(tmp_path / "odd.png", repeat_fps=30), output, live=True, fps=30.0, parts=KNOWN)
    pipeline = Pipeline(job, SettingsBox(SETTINGS.replace(background=Background.parse("none"))))
    pipeline.start()
    until(lambda: pipeline.stats().frames_out > 20 and pipeline.status.output)
    pipeline.rest(True)
    until(lambda: pipeline.preview().raw is None)
    assert pipeline.status.message == ""
    pipeline.stop()
    source = VideoFileSource(tmp_path / "out.mp4", paced=False)
    assert source.open().size == (322, 240)
    source.close()


def test_transparent_pictures_never_reach_an_output_without_alpha():
    """Where alpha is lost, straight colours show the background along the edge."""

    class Propagating(MarkedBackgroundReader):
        supports_alpha = True

    propagating, plain = Propagating(), MarkedBackgroundReader()
    transparent = SETTINGS.replace(background=Background.parse("transparent"))
    pipeline = Pipeline(
        Job(MarkedSource(SIZE), propagating, live=True, size=SIZE, fps=30.0, parts=KNOWN), SettingsBox(transparent)
    )
    pipeline.start()
    until(lambda: propagating.with_person > 5)
    pipeline.freeze(True)
    pipeline.use_output(plain)
    until(lambda: plain.pictures > 5)
    pipeline.stop()
    assert plain.with_person == 0


def test_a_model_given_up_while_it_loads_does_not_displace_the_one_wanted():
    slow = threading.Event()
    box = SettingsBox(SETTINGS.replace(model="first"))
    parts = Components(load=loads_slowly(slow))
    job = Job(MarkedSource(SIZE), MarkedBackgroundReader(), live=True, size=SIZE, fps=30.0, parts=parts)
    pipeline = Pipeline(job, box)
    pipeline.start()
    until(lambda: pipeline.status.model == "first")
    box.value = SETTINGS.replace(model="slow")
    until(lambda: sum(thread.name == "cyclorama-load" for thread in threading.enumerate()) == 1)
    box.value = SETTINGS.replace(model="quick")
    slow.set()
    until(lambda: pipeline.status.model == "quick")
    pipeline.stop()


def test_without_alpha_it_is_black_and_no_background_shows_at_the_edge():
    settings = SETTINGS.replace(background=Background.parse("transparent"))
    output = Collected()
    render(Clip([i * 33 for i in range(6)]), output, settings)
    black = Collected()
    render(Clip([i * 33 for i in range(6)]), black, SETTINGS.replace(background=Background.parse("color:#000000")))
    assert all((one == other).all() for one, other in zip(output.images, black.images, strict=True))
    assert output.leaks == []


def live_context() -> StageContext:
    return StageContext(
        SettingsBox(SETTINGS),
        ControlsBox(Controls()),
        Reference(StreamFormat(SIZE, 30.0)),
        Reference(None),
        Stats(),
        threading.Event(),
        live=True,
    )


def test_a_stop_that_comes_as_a_paused_capture_looks_away_is_not_missed():
    frames: Slot[Frame] = Slot()
    stage = CaptureStage(live_context(), MarkedSource(SIZE), frames, AutoFraming())
    stage.pause(True)

    class StoppedMeanwhile(threading.Event):
        def clear(self):
            stage.stop()
            super().clear()

    stage._changed = StoppedMeanwhile()
    stage.start()
    assert stage.join(5)


def test_a_late_interrupt_does_not_end_the_camera_that_was_opened_again():
    class SlowlyInterrupted(MarkedSource):
        def read(self):
            try:
                return super().read()
            except CameraError:
                return None

        def interrupt(self):
            time.sleep(0.2)
            super().interrupt()

    frames: Slot[Frame] = Slot()
    stage = CaptureStage(live_context(), SlowlyInterrupted(SIZE), frames, AutoFraming())
    stage.start()
    assert frames.get(5)
    stage.pause(True)
    stage.pause(False)
    time.sleep(0.1)
    while frames.get(0):
        pass
    assert frames.get(5)
    stage.stop()
    assert stage.join(5)
