"""What some steps are for that no clip with true alpha shows: rows of `bench masks --without STEP`."""

from __future__ import annotations

import numpy as np

from benchmarks.mask_clips import sensor_noise
from benchmarks.mask_player import Player
from engine.core.frame import U8

NOISE_SIGMA = 2.0
FRAMES = 15
LONG_NS = 10_000_000_000
"""Between two frames of the picture on the wall: the last is seen after 140 s, beyond `MotionlessParameters`."""


def step_rows(player: Player, person: U8) -> dict[str, dict[str, float]]:
    """By row and method, from a picture of a person that does not move.

    Args:
        player: Runs the methods.
        person: uint8 [H, W, 3] BGR.

    Returns:
        Predictions of the network per frame where each frame is the same picture (`reuse`); alpha x1000 that is left
        of the person after 140 s, when they count as a picture on the wall (`motionless`); alpha x1000 that passes
        where the network answers background for person and person for background (`plausibility`).
    """
    rng = np.random.default_rng(2)
    pictures = [sensor_noise(person, NOISE_SIGMA, rng) for _ in range(FRAMES)]
    inverted = Player(player.predictor, player.makers, inverted=True)
    return {
        "predictions, same picture": {
            name: played.predictions for name, played in player.play([person] * FRAMES).items()
        },
        "picture on the wall": {
            name: float(played.alphas[-1].mean() * 1e3) for name, played in player.play(pictures, LONG_NS).items()
        },
        "classes swapped": {
            name: float(np.mean(played.alphas) * 1e3) for name, played in inverted.play(pictures[:6]).items()
        },
    }
