"""Upsampling of alphas."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from engine.matte.refine.upsampling import doubled, upsampled


def alpha_with(*boxes: tuple[slice, slice]) -> np.ndarray:
    """uint8 [360, 640] with noise in the boxes, 0 elsewhere."""
    alpha = np.zeros((360, 640), np.uint8)
    for box in boxes:
        alpha[box] = np.random.default_rng(0).integers(1, 256, alpha[box].shape)
    return alpha


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (1920, 1080), (1366, 768), (636, 358)])
@pytest.mark.parametrize(
    "boxes",
    [
        (),
        ((slice(120, 360), slice(200, 411)),),
        ((slice(0, 1), slice(0, 1)), (slice(359, 360), slice(639, 640))),
        ((slice(50, 51), slice(639, 640)),),
    ],
    ids=["empty", "person", "corners", "dot at the border"],
)
def test_skipping_empty_areas_changes_nothing(size: tuple[int, int], boxes: tuple[Any, ...]) -> None:
    alpha = alpha_with(*boxes)
    wanted = cv2.resize(cv2.GaussianBlur(alpha, (3, 3), 0), size, interpolation=cv2.INTER_LINEAR)
    assert np.array_equal(upsampled(alpha, size), wanted)


def test_doubled_sample() -> None:
    plane = np.arange(12, dtype=np.uint8).reshape(3, 4)
    assert np.array_equal(doubled(plane), plane.repeat(2, axis=0).repeat(2, axis=1))
