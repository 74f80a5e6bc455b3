"""Each guard of the stages by itself: what is forgotten, held and refused, without threads."""

from __future__ import annotations

import dataclasses
import itertools
import threading

import numpy as np
import pytest

from engine.core.clock import now_ns
from engine.core.frame import Frame, Image, Mask, MaskOrigin, PixelFormat
from engine.core.settings import Background, Settings, SettingsBox
from engine.core.slot import Reference, Slot
from engine.core.statistics import Stats
from engine.matte import MattePipeline, MattingSelection
from engine.matte.person.presence import Presence
from engine.pipeline.pipeline import Components, Job, Pipeline
from engine.pipeline.stages.capture import CaptureStage
from engine.pipeline.stages.composition import CompositionStage
from engine.pipeline.stages.context import StageContext, StreamFormat
from engine.pipeline.stages.controls import Controls, ControlsBox
from engine.pipeline.stages.inference import InferenceParts, InferenceStage
from engine.pipeline.stages.model_selection import ModelSelection
from engine.pipeline.stages.picture_maker import CompositionParts
from engine.sources.base import SourceInfo
from engine.transform.auto_framing import AutoFraming

SIZE = (128, 72)
COLOR = Settings(background=Background.parse("color:#203040"), width=SIZE[0], height=SIZE[1])
MS = 1_000_000


def picture(value: int = 90, size: tuple[int, int] = SIZE) -> Image:
    return Image.from_i420(np.full((size[1] * 3 // 2, size[0]), value, np.uint8))


def context_of(settings: Settings = COLOR, *, live: bool = True, controls: Controls | None = None) -> StageContext:
    return StageContext(
        SettingsBox(settings),
        ControlsBox(controls or Controls()),
        Reference(StreamFormat(SIZE, 30.0)),
        Reference(None),
        Stats(),
        threading.Event(),
        live=live,
    )


class Refiner:
    def __init__(self):
        self.calls = []

    def refine(self, frame, mask, settings, decision=None):
        self.calls.append("refine")
        return np.full(frame.image.size[::-1], 128, np.uint8)

    def accept(self):
        self.calls.append("accept")

    def reset(self):
        self.calls.append("reset")


class Compositor:
    problem = None
    tag_box = None

    def compose(self, frame, alpha, settings, at_ns):
        return picture(100, frame.image.size)

    def fallback_frame(self, size, pixel_format, matrix, settings, at_ns):
        return picture(16, size)

    def close(self):
        pass


class Composing:
    """A composition stage that is not started."""

    def __init__(self, settings: Settings = COLOR, controls: Controls | None = None) -> None:
        self.context, self.refiner = context_of(settings, controls=controls), Refiner()
        self.residual = 0.0
        parts = CompositionParts(self._propagate, MattingSelection(), self.refiner, Compositor())
        self.stage = CompositionStage(self.context, Slot(), parts, None, lambda: 30.0)

    def _propagate(self, mask, small_bgr, seq):
        return dataclasses.replace(mask, seq=seq, flow_residual=self.residual, origin=MaskOrigin.PROPAGATED)

    def make(self, seq=1, scene=1, captured_ns=None, size=SIZE, **changes):
        captured_ns = captured_ns or now_ns()
        frame = Frame(seq, captured_ns, captured_ns, picture(size=size), scene)
        alpha = np.full((18, 32), 0.5, np.float32)
        mask = Mask(seq, alpha, np.zeros((18, 32), np.uint8), captured_ns)
        mask = dataclasses.replace(mask, **changes)
        made = self.stage._picture = self.stage._make(frame, mask, self.context.settings.value)
        self.stage._last = frame, mask
        return made

    def held(self, at_ns=None):
        return self.stage._held(self.context.controls.value, at_ns or now_ns())


def test_a_picture_is_held_for_half_a_second():
    composing = Composing()
    made = composing.make(captured_ns=10**15)
    assert composing.held(10**15 + 500 * MS) is made
    assert composing.held(10**15 + 501 * MS) is None


def test_a_frozen_picture_is_held_longer():
    composing = Composing(controls=Controls(frozen=True))
    made = composing.make(captured_ns=10**15)
    assert composing.held(10**15 + 10_000 * MS) is made


def test_a_picture_of_another_background_or_size_is_not_held():
    composing = Composing()
    composing.make()
    assert composing.held()
    composing.context.settings.value = COLOR.replace(background=Background.parse("color:#203041"))
    assert composing.held() is None
    composing.context.settings.value = COLOR
    assert composing.held()
    composing.context.format.value = StreamFormat((64, 64), 30.0)
    assert composing.held() is None


@pytest.mark.parametrize("frozen", [False, True])
def test_a_picture_that_may_show_others_is_not_held_for_me_alone(frozen):
    composing = Composing(controls=Controls(frozen=frozen))
    composing.make()
    composing.context.settings.value = COLOR.replace(people="me")
    assert composing.held() is None
    composing.make()
    assert composing.held()
    composing.context.settings.value = COLOR
    assert composing.held()


def test_the_refiner_keeps_what_passed_alone():
    composing = Composing()
    composing.make(1)
    composing.make(2, flow_residual=41.0, origin=MaskOrigin.PROPAGATED)
    composing.make(3, scene=2)
    assert composing.refiner.calls == ["reset", "refine", "accept", "refine", "reset", "refine", "accept"]


@pytest.mark.parametrize(
    ("scene", "residual", "age_ms", "fresh"),
    [(1, 40.0, 33, True), (2, 0.0, 33, False), (1, 41.0, 33, False), (1, 0.0, 151, False)],
)
def test_a_mask_is_propagated_within_a_scene_and_where_it_is_fresh(scene, residual, age_ms, fresh):
    composing = Composing()
    composing.make(captured_ns=10**15)
    composing.residual = residual
    newest_ns = 10**15 + age_ms * MS
    composing.context.newest.value = Frame(2, newest_ns, newest_ns, picture(), scene)
    assert (composing.stage._propagated(1) is not None) == fresh


def test_a_frame_is_not_propagated_to_twice():
    composing = Composing()
    composing.make(captured_ns=10**15)
    composing.context.newest.value = Frame(1, 10**15, 10**15, picture(), 1)
    assert composing.stage._propagated(1) is None


@pytest.mark.parametrize(("supports_alpha", "kind"), [(True, "transparent"), (False, "color")])
def test_transparency_goes_only_where_it_arrives(supports_alpha, kind):
    composing = Composing()

    class Output:
        pixel_format = PixelFormat.I420

    Output.supports_alpha = supports_alpha
    composing.stage._publisher.output = Output()
    settings = COLOR.replace(background=Background.parse("transparent"))
    assert composing.stage._publisher.supported(settings).background.kind == kind
    composing.stage._publisher.output = None
    assert composing.stage._publisher.supported(settings).background.kind == "color"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"plausible": False}, "mask-implausible"),
        ({"alpha": np.full((18, 32), np.nan, np.float32)}, "mask-invalid"),
        ({"predicted_ns": 1}, ""),
    ],
)
def test_the_status_says_what_is_wrong_with_a_mask_for_two_seconds(changes, code, monkeypatch):
    at_ns = 10**15
    monkeypatch.setattr("engine.pipeline.stages.composition.now_ns", lambda: at_ns)
    composing = Composing()
    composing.make(1, **changes)
    problem = composing.stage.problem
    assert (problem.code if problem else "") == code
    at_ns += 1999 * MS
    composing.make(2)
    assert composing.stage.problem is problem
    at_ns += 2 * MS
    composing.make(3)
    assert composing.stage.problem is None


def test_what_is_shown_is_dropped_while_paused():
    composing = Composing()
    composing.make()
    composing.context.controls.change(paused=True)
    composing.stage.step()
    assert composing.stage._picture is None
    assert composing.stage._last is None


@pytest.mark.parametrize(("control", "made"), [({}, True), ({"paused": True}, False), ({"frozen": True}, False)])
def test_no_picture_is_made_while_paused_or_frozen(control, made):
    composing = Composing(controls=Controls(**control))
    at_ns = now_ns()
    mask = Mask(1, np.full((18, 32), 0.5, np.float32), np.zeros((18, 32), np.uint8), at_ns)
    composing.stage._masked.put((Frame(1, at_ns, at_ns, picture(), 1), mask))
    composing.stage.step()
    assert ("refine" in composing.refiner.calls) == made


def test_a_frozen_picture_outlives_rest_but_no_pause():
    composing = Composing(controls=Controls(frozen=True, resting=True))
    made = composing.make()
    composing.stage.step()
    assert composing.stage._picture is made
    composing.context.controls.change(paused=True)
    composing.stage.step()
    assert composing.stage._picture is None


class Collected:
    """A slot that keeps everything."""

    def __init__(self, items=()):
        self.items = list(items)

    def put(self, item) -> bool:
        self.items.append(item)
        return True

    def get(self, timeout_s=None):
        return self.items.pop(0) if self.items else None

    @property
    def drained(self) -> bool:
        return not self.items

    def close(self, *, discard=False):
        pass


class Source:
    """Two frames; then something happens, and it ends."""

    def __init__(self, then, gap_ns: int = 33 * MS):
        self._then, self._gap_ns = then, gap_ns

    def open(self) -> SourceInfo:
        self._count = 0
        return SourceInfo("two frames", SIZE, 30.0, True)

    def read(self):
        self._count += 1
        if self._count == 3:
            self._then()
            return None
        at_ns = 10**15 + self._count * self._gap_ns
        return Frame(0, at_ns, at_ns, picture())

    def interrupt(self):
        pass

    def close(self):
        pass


def captured(*, between=lambda stage: None, gap_ns: int = 33 * MS, settings=lambda box: None):
    """Frames of two sources in turn, and what the newest was once each was closed."""
    context, frames, newest = context_of(), Collected(), []
    stage: CaptureStage

    def change():
        newest.append(context.newest.value)
        between(stage)
        settings(context.settings)
        stage.use_source(Source(stop, gap_ns))

    def stop():
        newest.append(context.newest.value)
        stage.stop()

    stage = CaptureStage(context, Source(change, gap_ns), frames, AutoFraming())
    stage.run()
    return frames.items, newest, context.newest.value


def test_another_source_is_another_scene_and_forgets_the_newest_frame():
    frames, newest, at_last = captured()
    assert len(frames) == 4
    assert frames[0].scene == frames[1].scene != frames[2].scene == frames[3].scene
    assert newest[0] is frames[1]
    assert newest[1] is frames[3]
    assert at_last is None


def test_a_gap_is_another_scene():
    frames, _, _ = captured(gap_ns=600 * MS)
    assert len({frame.scene for frame in frames}) == 4


@pytest.mark.parametrize("change", [{"mirror": True}, {"zoom": 200}, {"rotate": "180"}, {"pan_x": 50}])
def test_another_framing_is_another_scene(change):
    context, frames = context_of(), Collected()

    def stop():
        stage.stop()

    class Changing(Source):
        def read(self):
            if self._count == 1:
                context.settings.value = COLOR.replace(**change)
            return super().read()

    stage = CaptureStage(context, Changing(stop), frames, AutoFraming())
    stage.run()
    assert frames.items[0].scene != frames.items[1].scene


class Tracker:
    def __init__(self):
        self.calls, self.shares = [], {}

    def track(self, frame, small_bgr, predict, settings):
        self.calls.append(frame.seq)
        alpha = np.zeros(small_bgr.shape[:2], np.float32)
        alpha[:, : int(alpha.shape[1] * self.shares.get(frame.seq, 0.3))] = 1
        return Mask(frame.seq, alpha, small_bgr[..., 0].copy(), frame.captured_ns)

    def reset(self):
        self.calls.append("reset")


class Predictor:
    model_id, runtime = "model", "none"

    def input_size(self, frame_size, vertical=False):
        return 32, 18

    def predict(self, small_bgr):
        return np.zeros((18, 32), np.float32)

    def close(self):
        pass


def inferring(frames, *, live=True):
    tracker = Tracker()
    selection = ModelSelection(lambda whole: [], live=live)
    parts = InferenceParts(lambda *_: Predictor(), selection, tracker, AutoFraming())
    settings = COLOR.replace(model="model")
    stage = InferenceStage(context_of(settings, live=live), Collected(frames), Collected(), parts)
    return stage, tracker


def frames_of(*scenes: int) -> list[Frame]:
    return [Frame(seq, seq * 33 * MS, seq * 33 * MS, picture(), scene) for seq, scene in enumerate(scenes, 1)]


def test_the_tracker_forgets_at_a_new_scene_and_a_failure():
    stage, tracker = inferring(frames_of(1, 1, 2, 2))
    stage._predictor = Predictor()
    stage._follow_choice = lambda settings: False
    stage.run()
    assert tracker.calls == ["reset", "reset", 1, 2, "reset", 3, 4]


def test_the_tracker_forgets_at_another_model():
    stage, tracker = inferring([])
    choice = ("model", "auto", "auto")
    stage._wanted = choice
    stage._loaded.put((choice, Predictor()))
    assert stage._follow_choice(stage._context.settings.value)
    assert tracker.calls == ["reset"]


@pytest.mark.parametrize(("live", "plausible"), [(True, [True, False, True]), (False, [True, True, True])])
def test_a_jump_of_the_mask_is_implausible_live(live, plausible):
    stage, tracker = inferring(frames_of(1, 1, 1), live=live)
    tracker.shares = {2: 0.8}
    stage._predictor = Predictor()
    stage._follow_choice = lambda settings: False
    stage.run()
    assert [mask.plausible for _, mask in stage._masked.items] == plausible


@pytest.mark.parametrize(("whom", "plausible"), [("everyone", [True, False]), ("me", [True, True])])
def test_hiding_others_is_no_jump(whom, plausible):
    stage, tracker = inferring(frames_of(1, 1))
    tracker.shares = {1: 0.8}
    followed = itertools.chain(("everyone",), itertools.repeat(whom))
    settings = stage._context.settings

    def follow_choice(_):
        settings.value = settings.value.replace(people=next(followed))

    stage._predictor = Predictor()
    stage._follow_choice = follow_choice
    stage.run()
    assert [mask.plausible for _, mask in stage._masked.items] == plausible


@pytest.mark.parametrize("temporal", [0, 60])
@pytest.mark.parametrize("power_save", [False, True])
def test_one_nan_is_gone_with_the_next_frame(temporal, power_save):
    class Once(Predictor):
        answers = 0

        def predict(self, small_bgr):
            self.answers += 1
            mask = np.zeros(small_bgr.shape[:2], np.float32)
            mask[5:, 8:24] = 1
            if self.answers == 4:
                mask[9, 9] = np.nan
            return mask

    random = np.random.default_rng(1)
    frames = [
        dataclasses.replace(
            frame, image=Image.from_i420(random.integers(16, 235, (SIZE[1] * 3 // 2, SIZE[0]), np.uint8))
        )
        for frame in frames_of(*[1] * 12)
    ]
    stage, _ = inferring(frames)
    stage._context.settings.value = COLOR.replace(model="model", temporal=temporal, power_save=power_save, follow=True)
    stage._tracker = MattePipeline(use_roi=False)
    stage._predictor = Once()
    stage._follow_choice = lambda settings: False
    stage.run()
    invalid = [
        frame.seq for frame, mask in stage._masked.items if not (mask.alpha.min() >= 0 and mask.alpha.max() <= 1)
    ]
    assert len(stage._masked.items) == 12
    assert len(invalid) == 1
    assert np.isfinite(stage._auto_framing.pan(stage._context.settings.value)).all()


@pytest.mark.parametrize("control", ["pause", "rest"])
def test_pause_and_rest_close_the_camera(control):
    pipeline = Pipeline(
        Job(Source(lambda: None), None, live=True, size=SIZE, fps=30.0, parts=Components()), SettingsBox(COLOR)
    )
    asked: list[bool] = []
    pipeline._capture.pause = asked.append
    getattr(pipeline, control)(True)
    getattr(pipeline, control)(False)
    assert asked == [True, False]


def test_an_absent_person_empties_the_mask():
    presence = Presence()
    alpha = np.zeros((18, 32), np.float32)
    alpha[0, :5] = 1  # less than a hundredth
    assert not presence.apply(alpha, 0, clean_up=False)[0].any()
    alpha[:6] = 1
    assert presence.apply(alpha, 0, clean_up=False)[0].any()
    faint = np.full((18, 32), 0.6, np.float32)
    assert presence.apply(faint, 200 * MS, clean_up=False)[0].any()
    assert not presence.apply(faint, 201 * MS, clean_up=False)[0].any()


def bgr(blue: int, green: int, red: int) -> np.ndarray:
    return np.full((144, 256, 3), (blue, green, red), np.uint8)


def tracked(second: np.ndarray, *, age_ms: int = 33) -> int:
    """How often a tracker asks the network for two frames, the second of another colour."""
    asked = []
    tracker = MattePipeline(use_roi=False)

    def predict(small_bgr):
        asked.append(1)
        mask = np.zeros(small_bgr.shape[:2], np.float32)
        mask[40:, 60:200] = 1
        return mask

    for seq, small in enumerate((bgr(90, 100, 110), second)):
        at_ns = 10**12 + seq * age_ms * MS
        tracker.track(Frame(seq, at_ns, at_ns, Image.from_bgr(small)), small, predict, COLOR)
    return len(asked)


def test_a_mask_is_reused_only_where_neither_light_nor_colour_changed():
    assert tracked(bgr(90, 100, 110)) == 1
    assert tracked(bgr(94, 100, 109)) == 2, "another colour, of the same luma"
    assert tracked(bgr(92, 102, 112)) == 2, "another light"
    assert tracked(bgr(90, 100, 110), age_ms=121) == 2, "too old"


@pytest.mark.parametrize("background", ["none", "color:#203040", "blur"])
def test_a_name_tag_opens_no_way_round_the_gate(background):
    """The camera's picture with a name over it passes where the camera's picture does, and nowhere else."""
    settings = COLOR.replace(background=Background.parse(background), name_tag="Renate")
    composing = Composing(settings)
    frame = Frame(1, now_ns(), 0, picture())
    made = composing.stage._make(frame, None, settings).output_frame
    assert made.shows_person is (background == "none")
    assert made.image.planes[0].max() == (100 if background == "none" else 16), "the composite, else the fallback frame"
