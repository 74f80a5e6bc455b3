"""Clips with true alpha and a plate of their background, with light, camera and things that change as at home."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from benchmarks.mask_clips import SIZE_PX, CutOut, Take, cut_out, expose, person_layers, read_person
from benchmarks.mask_scores import to_judged
from benchmarks.plate_objects import held_object
from engine.core.frame import F32, U8
from engine.media.colour_formats import to_bgr
from engine.platform.paths import assets_dir
from engine.sources.synthetic import SyntheticSource

NOISE_SIGMA = 3.0
"""Sensor noise of a webcam indoors, by lamps, of 255."""
PLATE_FRAMES = 16
"""Of the background alone; two seconds are 60, which are all alike but for their noise."""


@dataclass(frozen=True)
class PlateTake:
    """How a clip with a plate is filmed.

    Attributes:
        take: Persons, their movements, background, shake in each direction and compression.
        exposure: Relative rise and fall of the exposure.
        white: Relative rise of red and fall of blue.
        shadow: How much of the wall's light a person's soft shadow takes.
        held: The object that is held up; empty for none.
        event: `door`, `screen`, `light off` or `turned`, from a third of the clip on; empty for none.
    """

    take: Take
    exposure: float = 0.0
    white: float = 0.0
    shadow: float = 0.0
    held: str = ""
    event: str = ""


@dataclass
class PlateClip:
    """A clip in memory.

    Attributes:
        name: For tables.
        plate: Pictures of the background alone, uint8 [H, W, 3] BGR.
        pictures: Of the clip, likewise.
        truths: True alpha, float32 [360, 640].
        objects: Alpha of what is held, where it is seen, likewise; empty if nothing is.
        passers: Alpha of a second person who is not to be seen, likewise; empty if there is none.
        invalid_from: The first picture of which the plate shows no part any more; None if there is none.
    """

    name: str
    plate: list[U8]
    pictures: list[U8] = field(default_factory=list)
    truths: list[F32] = field(default_factory=list)
    objects: list[F32] = field(default_factory=list)
    passers: list[F32] = field(default_factory=list)
    invalid_from: int | None = None


# Persons of the validation set only: nothing was tuned or trained on them.
TALKING = (
    PlateTake(Take("talk", "talk", ("sup_037",), "Bookshelf.jpg")),
    PlateTake(Take("talk, leather", "talk", ("sup_110",), "CoffeeShop.jpg"), exposure=0.15),
    PlateTake(Take("exposure, JPEG", "talk", ("ccp_0245",), "CozyHome.jpg", jpeg=80), exposure=0.15, white=0.06),
    PlateTake(Take("shadow", "talk", ("sup_103",), "Contemporary.jpg"), shadow=0.3, white=0.06),
    PlateTake(Take("shaken", "talk", ("ccp_0433",), "ModernHome.jpg", shake_px=2.0)),
    PlateTake(Take("sway, JPEG", "sway", ("ccp_0626",), "bg_1.jpg", jpeg=80), shadow=0.2),
)
HELD = (
    PlateTake(Take("mug", "talk", ("sup_037",), "CozyHome.jpg", jpeg=80), shadow=0.2, held="mug"),
    PlateTake(Take("book", "talk", ("ccp_0245",), "ModernHome.jpg", jpeg=80), exposure=0.1, held="book"),
    PlateTake(Take("phone", "sway", ("sup_110",), "bg_2.jpg", jpeg=80), shadow=0.2, held="phone"),
)
CHANGES = (
    PlateTake(Take("door", "talk", ("sup_103",), "Contemporary.jpg", jpeg=80), event="door", held="mug"),
    PlateTake(Take("screen", "talk", ("sup_045",), "ModernHome.jpg", jpeg=80), event="screen"),
    PlateTake(Take("hard shadow", "sway", ("ccp_0890",), "Abstract.jpg", jpeg=80), shadow=0.45),
)
INVALID = (
    PlateTake(Take("light off", "talk", ("sup_037",), "Bookshelf.jpg", jpeg=80), event="light off"),
    PlateTake(Take("turned", "talk", ("ccp_0433",), "CozyHome.jpg", jpeg=80), event="turned"),
    PlateTake(Take("blind", "talk", ("sup_045",), "ModernHome.jpg", jpeg=80), event="blind"),
)
_OWN_BACKGROUNDS = ("home-office.jpg", "bookshelf.jpg", "warm-lamp.jpg", "plaster-wall.jpg", "bright-window.jpg")


def clips(shared: Path, frames: int, takes: tuple[PlateTake, ...]) -> Iterator[PlateClip]:
    """The clips of some takes, one in memory at a time.

    Without the shared material, the synthetic person is filmed before backgrounds of ours.
    """
    portraits, backgrounds = shared / "data/portraits", shared / "media/backgrounds"
    own = not (portraits.is_dir() and backgrounds.is_dir())
    for number, plate_take in enumerate(takes):
        if own:
            persons = [synthetic_person() for _ in plate_take.take.persons]
            path = assets_dir() / "backgrounds" / _OWN_BACKGROUNDS[number % len(_OWN_BACKGROUNDS)]
        else:
            persons = [read_person(portraits, name) for name in plate_take.take.persons]
            path = backgrounds / plate_take.take.background
        yield film_with_plate(plate_take, persons, np.asarray(cv2.imread(str(path)), np.uint8), frames)


def synthetic_person() -> CutOut:
    """The synthetic person's cut-out, where there is no other."""
    source = SyntheticSource(seconds=1 / 30)
    source.open()
    frame = source.read()
    assert frame is not None
    return cut_out(to_bgr(frame.image), np.where(source.true_alpha(0) > 127, np.uint8(255), np.uint8(0)))


def film_with_plate(plate_take: PlateTake, persons: list[CutOut], background: U8, frames: int) -> PlateClip:
    """Films a take; the same arguments give the same pictures.

    Args:
        plate_take: What happens.
        persons: Cut-outs that are as high as the frame.
        background: A picture, uint8 [H, W, 3] BGR.
        frames: How many.
    """
    take = plate_take.take
    rng = np.random.default_rng(sum(map(ord, take.name)) + 1)
    noise = _Noise(rng)
    backdrop = _Backdrop(plate_take, background)
    clip = PlateClip(
        take.name, [noise.on(expose(backdrop.at(0, np.zeros(2)), 1.0, 0), take.jpeg) for _ in range(PLATE_FRAMES)]
    )
    starts = frames // 3
    if plate_take.event in ("light off", "turned", "blind"):
        clip.invalid_from = starts
    held = held_object(plate_take.held) if plate_take.held else None
    for index, layers in enumerate(person_layers(take, persons, frames)):
        # A tripod on a desk that is typed at: the camera swings about its place.
        scene = backdrop.at(max(0, index - starts + 1), np.clip(rng.normal(0, take.shake_px / 2, 2), -2, 2))
        person = np.max([layer[..., 3] for layer in layers], axis=0)
        thing = _held_layer(held, person, index) if held else np.zeros_like(layers[0])
        if plate_take.shadow:
            scene *= 1 - plate_take.shadow * _shadow(np.maximum(person, thing[..., 3]))[..., None]
        for layer in (*layers, thing):
            scene = scene * (1 - layer[..., 3:]) + layer[..., :3]
        swing = np.sin(2 * np.pi * index / frames)
        gain = (1 + plate_take.exposure * swing) * (1 + plate_take.white * swing * np.array([-1, 0, 1]))
        if plate_take.event == "light off" and index >= starts:
            gain = gain * (0.35, 0.3, 0.28)
        clip.pictures.append(noise.on(expose(scene, np.asarray(gain, np.float32), 0), take.jpeg))
        clip.truths.append(to_judged(np.asarray(1 - (1 - person) * (1 - thing[..., 3]), np.float32)))
        if held:
            clip.objects.append(to_judged(thing[..., 3]))
    return clip


class _Noise:
    """Sensor noise from a few fields of it, shifted: drawing a field for each frame would take longer than filming."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        shape = (SIZE_PX[1], SIZE_PX[0], 1)
        shared = [rng.standard_normal(shape, np.float32) for _ in range(3)]
        own = [rng.standard_normal((*shape[:2], 3), np.float32) for _ in range(3)]
        self._fields = [(one + other / 2) * NOISE_SIGMA for one, other in zip(shared, own, strict=True)]

    def on(self, picture: U8, jpeg: int) -> U8:
        """A picture with noise, compressed if asked for."""
        field = self._fields[self._rng.integers(len(self._fields))]
        shift = self._rng.integers(0, SIZE_PX[1], 2).tolist()
        noisy = (picture + np.roll(field, shift, axis=(0, 1))) * np.float32(1 / 255)
        return expose(np.asarray(noisy, np.float32), 1.0, jpeg)


class _Backdrop:
    """The background, before which something may happen."""

    def __init__(self, plate_take: PlateTake, background: U8) -> None:
        self._event = plate_take.event
        width, height = SIZE_PX
        scale = max(width / background.shape[1], height / background.shape[0]) * 1.12
        big = cv2.resize(background, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        self._big = big.astype(np.float32) / 255
        self._other = np.asarray(self._big[::-1, ::-1], np.float32)

    def at(self, since: int, shift: np.ndarray[tuple[int], np.dtype[np.float64]]) -> F32:
        """The background, float32 [720, 1280, 3] in [0, 1].

        Args:
            since: Frames since the event began, from 1 on; 0 before it.
            shift: (x, y) of the camera, in pixels.
        """
        width, height = SIZE_PX
        corner = (np.array(self._big.shape[1::-1]) - (width, height)) / 2
        matrix = np.array([[1, 0, shift[0] - corner[0]], [0, 1, shift[1] - corner[1]]])
        if self._event == "turned" and since:
            matrix[:, 2] += (min(since * 8, 60), min(since * 2, 15))
        scene = np.asarray(cv2.warpAffine(self._big, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE))
        if self._event == "door" and since:
            edge = 1180 - min(since * 12, 160)  # a door that opens: something else is seen through the gap
            scene[80:640, edge:1190] = self._other[80:640, edge:1190] * 0.4
        elif self._event == "screen":
            scene[120:300, 60:360] = (0.12, 0.1, 0.1)
            if since:
                first = (since // 4 * 90) % 300
                scene[128:292, 68:352] = self._other[first : first + 164, 400:684]
        elif self._event == "blind" and since:
            scene[: min(since * 240, 720), :] = np.minimum(scene[: min(since * 240, 720), :] * 1.5 + 0.25, 1)
        return np.asarray(scene, np.float32)


def _held_layer(held: CutOut, person: F32, index: int) -> F32:
    """What is held as a layer, float32 [720, 1280, 4]: raised and lowered beside the person's shoulder."""
    height, width = held.alpha.shape
    rows = np.flatnonzero(person[500] > 0.5)
    side = float(rows[-1]) if rows.size else SIZE_PX[0] / 2
    x = min(side, SIZE_PX[0] - 0.7 * width) + 6 * np.sin(index * 0.21)
    y = 470 + 60 * np.sin(index * 0.13)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 7 * np.sin(index * 0.17), 1.0)
    turn[:, 2] += (x - 0.3 * width, y - height / 2)
    layer = np.dstack([held.colour * held.alpha[..., None], held.alpha])
    return np.asarray(cv2.warpAffine(layer, turn, SIZE_PX), np.float32)


def _shadow(alpha: F32) -> F32:
    """The soft shadow of an alpha on the wall behind, to the right and below, in [0, 1]."""
    small = cv2.resize(alpha, (320, 180), interpolation=cv2.INTER_AREA)
    shifted = cv2.warpAffine(small, np.array([[1, 0, 14.0], [0, 1, 6.0]]), (320, 180), borderMode=cv2.BORDER_REPLICATE)
    soft = cv2.GaussianBlur(shifted, (0, 0), 7)
    return np.asarray(cv2.resize(soft, SIZE_PX, interpolation=cv2.INTER_LINEAR), np.float32)
