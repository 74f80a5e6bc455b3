"""The composition stage on a clock of its own, driven step by step through random faults, settings and controls.

Real are the stage, its publisher, pacing and controls, the compositor and the gate. Simulated are the camera, the
network, optical flow, the refiner and the outputs. Everything follows from one seed. Whatever reaches an output is
searched for the background.

`python -m tests.privacy.simulation FRAMES` runs as many output frames over two processes.
"""

from __future__ import annotations

import dataclasses
import multiprocessing
import random
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import cv2
import numpy as np

from engine.compositor.compositor import Compositor
from engine.core.errors import OutputError
from engine.core.frame import F32, U8, Frame, FramePyramid, Image, Mask, MaskOrigin, PixelFormat
from engine.core.settings import Background, BackgroundKind, Settings, SettingsBox
from engine.core.slot import Reference
from engine.core.statistics import Stats
from engine.matte import MattingSelection
from engine.matte.methods.decision import Decision
from engine.pipeline.stages import composition, publisher
from engine.pipeline.stages.composition import CompositionStage
from engine.pipeline.stages.context import StageContext, StreamFormat
from engine.pipeline.stages.controls import Controls, ControlsBox
from engine.pipeline.stages.picture_maker import CompositionParts
from engine.privacy import OutputFrame

SIZES = ((96, 64), (128, 72), (64, 96), (160, 90))
MARK_UV = (54, 34)
"""A green that no person, plate or fallback frame has: it survives scaling, blur and colour conversion."""
STRIPE_LUMA = (60, 200)
"""Rows of the background in turn: what a blurred background has no more and a leak has."""
PERSON_YUV = (110, 120, 150)
BAND_PX = 3
"""Width of the edge band around the true person, where a mask's resolution lets the background through."""
BACKGROUNDS = ("color:#203040", "color:#a02060", "blur:0", "blur:60", "transparent", "none")
MS = 1_000_000


@dataclass
class Tally:
    """What was seen.

    Attributes:
        frames: Output frames that reached an output.
        with_person: Those of them that show the camera's person.
        unmasked: Those that show the camera's picture because the background is `none`.
        leaks: A line for each frame that shows what it must not.
        refused: Masks that were made wrong on purpose.
    """

    frames: int = 0
    with_person: int = 0
    unmasked: int = 0
    refused: int = 0
    leaks: list[str] = field(default_factory=list)


class Clock:
    """Time that passes only when it is told to."""

    def __init__(self) -> None:
        self.now_ns = 10**15

    def __call__(self) -> int:
        return self.now_ns


def true_alpha(size: tuple[int, int], phase: float) -> U8:
    """uint8 [H, W]: a head and shoulders that sway."""
    width, height = size
    alpha = np.zeros((height, width), np.uint8)
    x = int(width * (0.5 + 0.2 * np.sin(phase)))
    cv2.ellipse(alpha, (x, height * 4 // 10), (width // 9, height // 5), 0, 0, 360, 255, -1)
    cv2.ellipse(alpha, (x, height), (width // 4, height * 2 // 5), 0, 0, 360, 255, -1)
    return alpha


def camera_picture(alpha: U8) -> Image:
    """The person before the marked background, I420."""
    height, width = alpha.shape
    image = Image.from_i420(np.empty((height * 3 // 2, width), np.uint8))
    luma = np.where(alpha > 0, PERSON_YUV[0], np.where(np.arange(height)[:, None] % 2, *STRIPE_LUMA))
    image.planes[0][:] = luma
    half = alpha[::2, ::2]
    for plane, person, mark in zip(image.planes[1:], PERSON_YUV[1:], MARK_UV, strict=True):
        plane[:] = np.where(half > 0, person, mark)
    return image


class MaskedFrames:
    """The slot that the stage reads: frames arrive by the simulated clock, most with a mask, some late."""

    def __init__(self, simulation: Simulation) -> None:
        self._simulation = simulation
        self.drained = False

    def get(self, timeout_s: float | None = None) -> tuple[Frame, Mask | None] | None:
        """Lets time pass until the next frame or the end of the wait; controls may change meanwhile."""
        self._simulation.meddle()
        return self._simulation.next_item(int((timeout_s or 0) * 1e9))


class Reader:
    """An output that looks for the background in everything that reaches it, and fails now and then."""

    name = "reader"

    def __init__(self, simulation: Simulation, *, supports_alpha: bool) -> None:
        self.supports_alpha = supports_alpha
        self.pixel_format = PixelFormat.BGR if simulation.random.random() < 0.1 else PixelFormat.I420
        self._simulation = simulation

    def open(self, size: tuple[int, int], fps: float) -> None:
        if self._simulation.strikes(0.02):
            raise OutputError("injected")
        self.size = size

    def send(self, frame: OutputFrame) -> None:
        self._simulation.look_at(frame, self)
        if self._simulation.strikes(0.002):
            raise OutputError("injected")

    def close(self) -> None:
        pass

    def abort(self) -> None:
        pass


class Refiner:
    """Brings masks to the frame's size; fails now and then."""

    def __init__(self, simulation: Simulation) -> None:
        self._simulation = simulation

    def refine(self, picture: FramePyramid, mask: Mask, settings: Settings, decision: Decision | None = None) -> U8:
        if self._simulation.strikes(0.01):
            raise MemoryError
        alpha = np.nan_to_num(np.clip(mask.alpha, 0, 1), nan=1.0) * 255
        return cv2.resize(alpha.astype(np.uint8), picture.image.size, interpolation=cv2.INTER_LINEAR)

    def accept(self) -> None:
        pass

    def reset(self) -> None:
        pass


class FaultyCompositor(Compositor):
    """Fails now and then, and lets controls change while it works."""

    def __init__(self, simulation: Simulation) -> None:
        super().__init__(wait=True)
        self._simulation = simulation

    def compose(self, picture: FramePyramid, alpha: U8, settings: Settings, now_ns: int) -> Image:
        out = super().compose(picture, alpha, settings, now_ns)
        self._simulation.meddle()
        if self._simulation.strikes(0.01):
            raise RuntimeError("injected")
        return out

    def fallback_frame(self, *args: object) -> Image:
        self._simulation.meddle()
        return super().fallback_frame(*args)


class Simulation:
    """One seed's world.

    Args:
        seed: Of everything random.
        meddling: Probability with which something is changed at each point where the stage could be interrupted.
    """

    def __init__(self, seed: int, meddling: float = 0.02) -> None:
        self.random = random.Random(seed)
        self.tally = Tally()
        self.clock = Clock()
        self._meddling = meddling
        size = self.random.choice(SIZES)
        self._size = size
        self._settings = SettingsBox(
            Settings(background=Background.parse(BACKGROUNDS[0]), width=size[0], height=size[1])
        )
        self.controls = ControlsBox(Controls(self._new_output()))
        self._format = Reference(StreamFormat(size, 30.0))
        self._newest: Reference[Frame | None] = Reference(None)
        self._seq, self._scene, self._phase = 0, 0, 0.0
        self._truth: dict[int, U8] = {}
        self._due_ns = self.clock()
        context = StageContext(
            self._settings, self.controls, self._format, self._newest, Stats(), threading.Event(), live=True
        )
        self.compositor = FaultyCompositor(self)
        parts = CompositionParts(self._propagate, MattingSelection(), Refiner(self), self.compositor)
        self.stage = CompositionStage(context, MaskedFrames(self), parts, None, lambda: self._format.value.fps or 30.0)
        self.stage._awake = _Never(self.clock)

    def run(self, frames: int, until: Callable[[], bool] = lambda: False) -> Tally:
        """Steps until so many frames reached an output.

        Args:
            frames: How many.
            until: Ends earlier when true.
        """
        real = composition.now_ns, publisher.now_ns
        composition.now_ns = publisher.now_ns = self.clock
        try:
            steps = 0
            while self.tally.frames < frames and not until():
                steps += 1
                self.stage.step()
                self.clock.now_ns += 200_000
                if steps % 64 == 0:
                    self._recover()
        finally:
            composition.now_ns, publisher.now_ns = real
            self.compositor.close()
        return self.tally

    def strikes(self, probability: float) -> bool:
        """Whether a fault strikes now."""
        return self.random.random() < probability

    def meddle(self) -> None:
        """Changes a control or a setting, or a clock jumps, as another thread may do at any point."""
        if self.random.random() >= self._meddling:
            return
        change, box = self.random.random(), self._settings
        if change < 0.5:
            name = self.random.choice(("paused", "frozen", "resting"))
            self.controls.change(**{name: self.random.random() < 0.4})
        elif change < 0.6:
            # As the session does it: what is stopped is also unpaused, in one change or in several.
            if self.random.random() < 0.5:
                self.controls.change(output=None, paused=False, frozen=False)
            else:
                self.controls.change(output=None)
                self.controls.change(paused=False)
        elif change < 0.7:
            self.controls.change(output=self._new_output())
        elif change < 0.85:
            text = self.random.choice(BACKGROUNDS)
            box.value = box.value.replace(background=Background.parse(text), light_wrap=self.random.choice((0, 60)))
            box.value = box.value.replace(
                match_background=self.random.choice((0, 80)), key_light=self.random.choice((0, 80))
            )
        elif change < 0.9:
            box.value = box.value.replace(refine=self.random.random() < 0.5)
        elif change < 0.94:
            self._size = self.random.choice(SIZES)
            self._format.value = StreamFormat(self._size, self.random.choice((15.0, 30.0, 60.0)))
            self._scene += 1
        elif change < 0.97:
            self._scene += 1
            self._newest.value = None
        else:
            self.clock.now_ns += self.random.choice((100, 700, 3_600_000)) * MS

    def next_item(self, timeout_ns: int) -> tuple[Frame, Mask | None] | None:
        """The next frame with its mask, if it arrives in time."""
        end_ns = self.clock.now_ns + timeout_ns
        if self._due_ns > end_ns:
            self.clock.now_ns = end_ns
            return None
        self.clock.now_ns = max(self.clock.now_ns, self._due_ns)
        self._due_ns = self.clock.now_ns + self.random.choice((16, 33, 33, 33, 40, 120)) * MS
        if not self.controls.value.wants_camera:
            return None
        frame = self._capture()
        lag = self.random.random()
        if lag < 0.1:  # the prediction is late: newer frames come before its mask
            for _ in range(self.random.randint(1, 5)):
                self.clock.now_ns += 33 * MS
                self._capture()
        if lag > 0.98:
            return frame, None
        return frame, self._mask(frame)

    def _capture(self) -> Frame:
        self._seq += 1
        self._phase += 0.3
        alpha = true_alpha(self._size, self._phase)
        frame = Frame(self._seq, self.clock.now_ns, self.clock.now_ns, camera_picture(alpha), self._scene)
        held = self.stage._picture.frame.seq if self.stage._picture else 0  # a frozen one may be far older
        self._truth = {key: value for key, value in self._truth.items() if key > self._seq - 200 or key == held}
        self._truth[self._seq] = alpha
        self._newest.value = frame
        return frame

    def _small(self, alpha: U8) -> F32:
        height, width = alpha.shape
        return cv2.resize(alpha, (width // 2, height // 2), interpolation=cv2.INTER_AREA).astype(np.float32) / 255

    def _mask(self, frame: Frame) -> Mask:
        """The true mask; in a sixth of cases a wrong one, in one of the ways in which the gate can tell."""
        alpha = self._small(self._truth[frame.seq])
        guide = np.zeros(alpha.shape, np.uint8)
        mask = Mask(frame.seq, alpha, guide, frame.captured_ns, small_bgr=np.zeros((*alpha.shape, 3), np.uint8))
        if self.random.random() < 5 / 6:
            return mask
        self.tally.refused += 1
        wrong = np.ones_like(alpha)
        wrong[: max(1, len(wrong) // 4)] = 0
        ms = self.random.randint(151, 10**6)
        too_old_ns, future_ns = frame.captured_ns - ms * MS, frame.captured_ns + MS
        ways: list[dict[str, object]] = [
            {"seq": frame.seq - 1},
            {"alpha": np.where(np.arange(len(wrong))[:, None] == 5, np.float32(np.nan), wrong)},
            {"alpha": np.full_like(alpha, self.random.choice((0.9, 1.0)))},
            {"alpha": wrong * 1.5},
            {"plausible": False},
            {"predicted_ns": too_old_ns, "origin": MaskOrigin.REUSED},
            {"predicted_ns": too_old_ns, "origin": MaskOrigin.PROPAGATED},
            {"predicted_ns": frame.captured_ns - 33 * MS},
            {"flow_residual": 41.0, "origin": MaskOrigin.PROPAGATED},
            {"predicted_ns": future_ns, "origin": MaskOrigin.PROPAGATED},
        ]
        return dataclasses.replace(mask, **({"alpha": wrong} | self.random.choice(ways)))

    def _propagate(self, mask: Mask, small_bgr: U8, seq: int) -> Mask:
        """The true mask of a later frame as a propagated one; wrong, and with a residual that says so, in a third."""
        alpha = self._small(self._truth[seq])
        right = self.random.random() < 2 / 3
        if alpha.shape != mask.alpha.shape or not right:
            alpha, residual = np.full_like(alpha, 0.8), self.random.choice((41.0, 90.0, float("inf"), float("nan")))
        else:
            residual = self.random.uniform(0, 40)
        return dataclasses.replace(mask, seq=seq, alpha=alpha, flow_residual=residual, origin=MaskOrigin.PROPAGATED)

    def look_at(self, frame: OutputFrame, reader: Reader) -> None:
        """Looks for the background in a picture that reached an output."""
        self.tally.frames += 1
        controls, settings = self.controls.value, self._settings.value
        image = frame.image if frame.image.format is PixelFormat.I420 else None
        if frame.shows_person:
            if not controls.permits(reader):
                self.tally.leaks.append(f"a camera picture to an output that {controls} does not permit")
            if settings.background.kind is BackgroundKind.NONE:
                self.tally.unmasked += 1
                return
            self.tally.with_person += 1
        elif frame.image.format is PixelFormat.BGR:
            return
        if image is None:
            blue, green, red = (frame.image.planes[0][..., channel].astype(np.int16) for channel in range(3))
            if settings.background.kind is BackgroundKind.BLUR:
                return
            found = green - np.maximum(blue, red) > 40
            held = self._held_alpha((found.shape[1], found.shape[0]))
            if held is not None and (found & ~held).any():
                self.tally.leaks.append("the background in BGR")
            return
        self._look_at_planes(image, settings)

    def _look_at_planes(self, image: Image, settings: Settings) -> None:
        luma, blue, red = image.planes
        if settings.background.kind is BackgroundKind.BLUR:
            rows = luma.astype(np.int16)
            steps = rows[1:] - rows[:-1]
            strong = np.abs(steps) > 50
            turns = strong[1:] & strong[:-1] & (steps[1:] * steps[:-1] < 0)
            found = np.zeros(luma.shape, np.bool_)
            found[2:-1] = turns[1:] & turns[:-1]
        else:
            found = (np.abs(blue.astype(np.int16) - MARK_UV[0]) < 24) & (np.abs(red.astype(np.int16) - MARK_UV[1]) < 24)
            found = found.repeat(2, 0).repeat(2, 1)
        if not found.any():
            return
        held = self._held_alpha(image.size)
        outside = found if held is None else found & ~held
        if outside.any():
            kind = settings.background.kind
            self.tally.leaks.append(
                f"{np.count_nonzero(outside)} px of the background at {kind}, {self.controls.value}"
            )

    def _held_alpha(self, size: tuple[int, int]) -> np.ndarray | None:
        """bool [H, W]: the true person of the picture being sent, and the edge band; None under a fallback frame."""
        picture = self.stage._picture
        if picture is None or not picture.output_frame.shows_person:
            return None
        alpha = self._truth.get(picture.frame.seq)
        if alpha is None or alpha.shape != size[::-1]:
            return None
        side = 2 * BAND_PX + 1
        return cv2.dilate(alpha, np.ones((side, side), np.uint8)) > 0

    def _new_output(self) -> Reader:
        return Reader(self, supports_alpha=self.random.random() < 0.5)

    def _recover(self) -> None:
        """Nothing stays off for long, so that there is something to see."""
        if self.random.random() < 0.5:
            self.controls.change(paused=False, frozen=False, resting=False)
            if self.controls.value.output is None:
                self.controls.change(output=self._new_output())
        if self._settings.value.background.kind is BackgroundKind.NONE and self.random.random() < 0.5:
            self._settings.value = self._settings.value.replace(background=Background.parse(BACKGROUNDS[0]))


class _Never:
    """What the resting stage waits on: time passes, and that is all."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def wait(self, timeout_s: float) -> None:
        self._clock.now_ns += int(timeout_s * 1e9)

    def set(self) -> None:
        pass

    def clear(self) -> None:
        pass


def simulate(seeds: range, frames_each: int) -> Tally:
    """Runs some seeds one after the other."""
    cv2.setNumThreads(1)
    total = Tally()
    for seed in seeds:
        tally = Simulation(seed).run(frames_each)
        total.frames += tally.frames
        total.with_person += tally.with_person
        total.unmasked += tally.unmasked
        total.refused += tally.refused
        total.leaks += [f"seed {seed}: {leak}" for leak in tally.leaks]
    return total


def main(frames: int, frames_each: int = 2000, processes: int = 2) -> int:
    """Prints what was seen; 1 if anything leaked."""
    began_s = time.monotonic()
    seeds = max(processes, -(-frames // frames_each))
    step = -(-seeds // (processes * 8))
    ranges = [range(start, min(start + step, seeds)) for start in range(0, seeds, step)]
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        tallies = pool.starmap(simulate, [(part, frames_each) for part in ranges])
    leaks = [leak for tally in tallies for leak in tally.leaks]
    counts = {
        name: sum(getattr(tally, name) for tally in tallies)
        for name in ("frames", "with_person", "unmasked", "refused")
    }
    print(counts, f"{len(leaks)} leaks in {time.monotonic() - began_s:.0f} s")
    print(*leaks[:20], sep="\n")
    return 1 if leaks or counts["with_person"] < counts["frames"] / 10 else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
