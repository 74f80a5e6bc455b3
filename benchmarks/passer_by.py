"""Clips of a subject at their desk and a second person who walks by, behind, close, or in front; with true alphas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from benchmarks.mask_clips import SIZE_PX, CutOut, Take, expose, person_layers, read_person
from benchmarks.mask_scores import to_judged
from benchmarks.plate_clips import PlateClip, synthetic_person
from engine.core.frame import F32, U8

LEAST_FRAMES = 75
"""In less than two and a half seconds no person crosses a picture: the clips are at least as long."""


@dataclass(frozen=True)
class PasserTake:
    """How a clip is filmed.

    Attributes:
        take: The subject, their path and the background.
        passer: File name of the passer-by's picture, without extension.
        scale: Their size relative to the subject.
        from_x: Where they are at first, in widths of the frame from its middle.
        to_x: Where they are at last.
        stops: They stay for the middle third of the clip.
        in_front: They pass before the subject, not behind.
    """

    take: Take
    passer: str
    scale: float = 0.8
    from_x: float = -0.8
    to_x: float = 0.8
    stops: bool = False
    in_front: bool = False


# Persons of the validation set, whom no network was trained on; but limits of engine/matte/person were chosen on these
# clips, so that the figures flatter it.
TAKES = (
    PasserTake(Take("walks by behind", "talk", ("sup_037",), "CozyHome.jpg"), "ccp_0433", 0.75),
    PasserTake(Take("walks by close", "talk", ("ccp_0245",), "ModernHome.jpg"), "sup_110", 0.95, 0.8, -0.8),
    PasserTake(
        Take("stops at the shoulder", "talk", ("sup_110",), "Bookshelf.jpg"), "ccp_0890", 0.85, -0.8, -0.22, True
    ),
    PasserTake(Take("sways and is passed", "sway", ("ccp_0626",), "bg_1.jpg", jpeg=80), "sup_103", 0.8, 0.8, -0.8),
    PasserTake(Take("stays beside", "talk", ("ccp_0433",), "Contemporary.jpg"), "sup_103", 0.85, 0.8, 0.36, True),
)


def clips(shared: Path, frames: int) -> Iterator[PlateClip]:
    """The clips, one in memory at a time; without the shared material, the synthetic person's."""
    portraits, backgrounds = shared / "data/portraits", shared / "media/backgrounds"
    known = portraits.is_dir() and backgrounds.is_dir()
    for take in TAKES:
        if known:
            subject, passer = (read_person(portraits, name) for name in (take.take.persons[0], take.passer))
            background = np.asarray(cv2.imread(str(backgrounds / take.take.background)), np.uint8)
        else:
            subject = passer = synthetic_person()
            background = np.full((720, 1280, 3), (150, 165, 170), np.uint8)
        yield film_passer(take, subject, passer, background, max(frames, LEAST_FRAMES))


def film_passer(take: PasserTake, subject: CutOut, passer: CutOut, background: U8, frames: int) -> PlateClip:
    """Films a take; the same arguments give the same pictures.

    Args:
        take: What is filmed.
        subject: A cut-out that is as high as the frame.
        passer: Another one.
        background: uint8 [H, W, 3] BGR.
        frames: How many.
    """
    scene = cv2.resize(background, SIZE_PX, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    clip = PlateClip(take.take.name, [])
    rng = np.random.default_rng(1)
    for index, (layer,) in enumerate(person_layers(take.take, [subject], frames)):
        walker = _walker(take, passer, index / max(frames - 1, 1), index)
        first, second = (layer, walker) if take.in_front else (walker, layer)
        picture = scene
        for each in (first, second):
            picture = picture * (1 - each[..., 3:]) + each[..., :3]
        behind = first[..., 3] * (1 - second[..., 3])
        mine, theirs = (behind, second[..., 3]) if take.in_front else (second[..., 3], behind)
        noise = rng.standard_normal((SIZE_PX[1], SIZE_PX[0], 1), np.float32) * np.float32(2 / 255)
        clip.pictures.append(expose(np.asarray(picture + noise, np.float32), 1.0, take.take.jpeg))
        clip.truths.append(to_judged(np.asarray(mine, np.float32)))
        clip.passers.append(to_judged(np.asarray(theirs, np.float32)))
    return clip


def _walker(take: PasserTake, passer: CutOut, time: float, index: int) -> F32:
    """The passer-by as a layer, float32 [720, 1280, 4]: BGR times alpha, and alpha."""
    if take.stops:  # arrive within a third, stay, leave as they came
        time = min(time * 3, 1, (1 - time) * 3)
    x = (take.from_x + (take.to_x - take.from_x) * time + 0.5) * SIZE_PX[0]
    width = passer.alpha.shape[1]
    layer = np.dstack([passer.colour * passer.alpha[..., None], passer.alpha])
    bob = 6 * np.sin(index * 0.6)
    matrix = np.array(
        [[take.scale, 0, x - take.scale * width / 2], [0, take.scale, SIZE_PX[1] * (1.02 - take.scale) + bob]]
    )
    return np.asarray(cv2.warpAffine(layer, matrix, SIZE_PX, flags=cv2.INTER_AREA), np.float32)
