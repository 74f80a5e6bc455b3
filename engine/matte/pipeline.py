"""The matte pipeline: from a frame to its mask, step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.core.frame import F32, U8, Frame, Mask, Motion
from engine.core.persons import PersonState
from engine.core.settings import Settings
from engine.matte.change import block_means
from engine.matte.disocclusion import AcceptEverything, DisocclusionDetector
from engine.matte.flow import luma
from engine.matte.person.components import persons_in
from engine.matte.person.motionless import MotionlessObjects
from engine.matte.person.plausibility import Plausibility
from engine.matte.person.presence import Presence
from engine.matte.person.subject import SingleSubject
from engine.matte.reuse import MaskReuse, Predicted
from engine.matte.roi import RegionOfInterest
from engine.matte.roi_inference import predict_roi
from engine.matte.steps import ALL_STEPS, MatteSteps
from engine.matte.temporal import TemporalSmoothing

Predict = Callable[[U8], F32]
"""The network: uint8 [h, w, 3] BGR -> probability of a person, float32 [h, w]."""

_FIRST_FRAME_PASSES = 2
"""Most passes over the first frame's region: the first pass often finds a hand that the full frame has missed."""


@dataclass(frozen=True, slots=True)
class _Input:
    """A frame as the steps read it.

    Attributes:
        frame: The frame.
        small_bgr: It at the network's size, uint8 [h, w, 3].
        guide: Luma of that, uint8 [h, w].
        blocks: Block means of it, uint8 [y, x, 3].
        size: (width, height) of the mask.
    """

    frame: Frame
    small_bgr: U8
    guide: U8
    blocks: U8
    size: tuple[int, int]


class MattePipeline:
    """Turns a network's masks of single frames into one mask that follows the person.

    The steps, in order: reuse, region of interest and inference, presence, motionless objects, single subject, temporal
    smoothing, plausibility. The composition thread goes on with `propagate` where a prediction is late, and with
    `EdgeRefiner`.

    Args:
        use_roi: Whether the network may be shown a part of the frame; not where it is given a trimap of the full frame.
        steps: Which steps are on.
    """

    def __init__(self, *, use_roi: bool = True, steps: MatteSteps = ALL_STEPS) -> None:
        self._steps = steps
        self._use_roi = use_roi and steps.roi
        self.roi = RegionOfInterest()
        """Which part of the frame the network is shown."""
        self._reuse = MaskReuse(DisocclusionDetector() if steps.disocclusion else AcceptEverything())
        self._presence = Presence()
        self._motionless = MotionlessObjects()
        self._subject = SingleSubject()
        self._whom = ""
        self._temporal = TemporalSmoothing()
        self._plausibility = Plausibility()
        self._last: Mask | None = None
        self._predicted: Predicted | None = None

    def reset(self) -> None:
        """Drops the history: for another source, model or size."""
        self.roi.reset()
        self._presence.reset()
        self._motionless.reset()
        self._subject.reset()
        self._last = self._predicted = None

    def choose(self, x: float, y: float) -> None:
        """Chooses the person at a point of the next frame as the subject.

        Args:
            x: From 0 at the left side to 1.
            y: From 0 above to 1.
        """
        self._subject.choose(x, y)
        self._predicted = None

    def track(self, frame: Frame, small_bgr: U8, predict: Predict, settings: Settings) -> Mask:
        """The mask of a frame.

        Args:
            frame: The frame.
            small_bgr: The same at the network's size, uint8 [h, w, 3] BGR.
            predict: The network; not called where the last mask can be reused or propagated instead.
            settings: `temporal`, `clean_up`, `people` and `power_save` are used.
        """
        height, width = small_bgr.shape[:2]
        given = _Input(frame, small_bgr, luma(small_bgr), block_means(small_bgr), (width, height))
        if self._last is not None and self._last.guide.shape != given.guide.shape:
            self.reset()
        if settings.people != self._whom:
            self._whom, self._predicted = settings.people, None
            self._subject.reset()
        mask = self._without_prediction(given, settings) or self._predicted_mask(given, predict, settings)
        self._last = mask
        if not mask.is_valid:
            self.reset()  # the gate refuses it; smoothed into the next ones it would spoil them all
        return mask

    def _without_prediction(self, given: _Input, settings: Settings) -> Mask | None:
        """The last mask, reused where nothing has moved since its prediction, or propagated to save power."""
        last, predicted, seq = self._last, self._predicted, given.frame.seq
        if last is None or predicted is None or not self._reuse.is_recent(last, given.frame.captured_ns):
            return None
        if self._steps.reuse:
            mask = self._reuse.static(predicted, given.small_bgr, given.blocks, given.guide, seq)
            if mask is not None:
                return mask
        return self._reuse.propagated(last, given.small_bgr, seq) if settings.power_save else None

    def _predicted_mask(self, given: _Input, predict: Predict, settings: Settings) -> Mask:
        """A mask of the frame's own prediction."""
        last, frame = self._last, given.frame
        raw = self._infer(given, predict)
        region = self.roi.box
        alpha, persons = self._of_persons(raw, given, settings)
        self._follow(persons, given)
        if last is None:
            alpha, persons = self._refine_first((alpha, persons), given, predict, settings)
        hidden: U8 | None = None
        if settings.people == "me":
            split = self._subject.split(alpha, given.guide, given.small_bgr, frame.media_ns)
            alpha, hidden = split.subject, split.hidden
        motion: Motion | None = None
        if last is not None and settings.temporal and self._steps.temporal and persons.present:
            alpha, motion = self._temporal.smooth(alpha, given.guide, last, settings.temporal, region)
        plausible = not self._steps.plausibility or self._plausibility.judge(alpha, given.guide)
        mask = Mask(
            frame.seq,
            alpha,
            given.guide,
            frame.captured_ns,
            motion=motion,
            small_bgr=given.small_bgr,
            plausible=plausible,
            persons=persons,
            hidden=hidden,
        )
        self._predicted = Predicted(mask, given.blocks)
        return mask

    def _infer(self, given: _Input, predict: Predict) -> F32:
        """The network's mask of the full frame, of which it may have been shown a part only."""
        full_frame: F32 | None = None
        now_ns = given.frame.media_ns
        if self.roi.due(given.size, given.blocks, now_ns):
            full_frame = predict(given.small_bgr)
            self.roi.redetect(full_frame, given.blocks, now_ns)
        if self.roi.box is not None:
            return predict_roi(self.roi.box, given.frame.pyramid, given.size, predict)
        return predict(given.small_bgr) if full_frame is None else full_frame

    def _of_persons(self, raw: F32, given: _Input, settings: Settings) -> tuple[F32, PersonState]:
        """The mask without what belongs to no person, and the persons in it."""
        now_ns = given.frame.media_ns
        presence = self._presence.apply(raw, now_ns, settings.clean_up) if self._steps.presence else None
        alpha, persons = presence or (raw, persons_in(raw))
        moving = self._motionless.apply(alpha, given.blocks, now_ns) if self._steps.motionless else alpha
        return moving, persons if moving is alpha else persons_in(moving)

    def _follow(self, persons: PersonState, given: _Input) -> None:
        """Chooses the region for the next frame."""
        if self._use_roi:
            self.roi.follow(persons, given.frame.image.size, given.blocks, given.frame.media_ns)

    def _refine_first(
        self, found: tuple[F32, PersonState], given: _Input, predict: Predict, settings: Settings
    ) -> tuple[F32, PersonState]:
        """The first frame's mask from the region that the next frames get, so that it does not change with them."""
        for _ in range(_FIRST_FRAME_PASSES):
            region = self.roi.box
            if region is None:
                break
            better = self._of_persons(predict_roi(region, given.frame.pyramid, given.size, predict), given, settings)
            self._follow(better[1], given)
            if self.roi.box is None:
                break
            found = better
            if self.roi.box == region:
                break
        return found
