"""The native edge cells have the reference's alpha within one grey level."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine import kernels
from engine.core.frame import U8, Mask
from engine.core.settings import Settings
from engine.kernels.edge_cells import History
from engine.matte import EdgeRefiner
from engine.matte.flow import luma
from engine.matte.refine.cells import EdgeCells, reference
from engine.matte.refine.features import Planes, edge_cells
from engine.matte.refine.network import EdgeNetwork
from engine.media.colour_formats import downsample_bgr
from engine.sources.video_file import VideoFileSource

FLOW = 144, 256


def _smooth(rng: np.random.Generator, height: int, width: int) -> U8:
    coarse = rng.integers(0, 256, (height // 6 + 2, width // 6 + 2), np.uint8)
    return np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)


def _noise(rng: np.random.Generator, height: int, width: int) -> U8:
    return rng.integers(0, 256, (height, width), np.uint8)


@pytest.mark.parametrize("size", [(180, 320), (7, 9), (181, 321), (90, 160)])
@pytest.mark.parametrize("picture", [_smooth, _noise])
@pytest.mark.parametrize("past", ["none", "cut", "alpha", "opaque"])
@pytest.mark.parametrize("every_cell", [False, True])
def test_random_planes(
    native: ctypes.CDLL,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    picture: Callable[[np.random.Generator, int, int], U8],
    past: str,
    every_cell: bool,
) -> None:
    height, width = size
    rng = np.random.default_rng(width)
    planes = Planes(
        picture(rng, 2 * height, 2 * width),
        (picture(rng, height, width), picture(rng, height, width)),
        picture(rng, height, width),
    )
    changed = np.where(rng.random(size) < 0.7, 255, 0).astype(np.uint8)
    previous = None if past == "none" else _smooth(rng, 2 * height, 2 * width)
    if past == "opaque" and previous is not None:
        previous = np.where(previous > 128, 255, 0).astype(np.uint8)
    history = None
    if past in ("alpha", "opaque"):
        flow = rng.normal(0, 8, (*FLOW, 2)).astype(np.float32)
        residual, change = (rng.integers(0, 14, FLOW, np.uint8) for _ in range(2))
        history = History(flow, residual, change)
    edge = edge_cells(planes.mask)
    wanted = reference(EdgeNetwork(), planes, edge, changed, previous, history, 60, every_cell)
    monkeypatch.setattr(kernels, "native", lambda: native)
    found = EdgeCells(every_cell=every_cell)(planes, edge, changed, previous, history, 60)
    assert cv2.absdiff(wanted, found).max() <= 1


def test_positions_far_outside_take_the_border(native: ctypes.CDLL, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(5)
    planes = Planes(_noise(rng, 40, 60), (_noise(rng, 20, 30), _noise(rng, 20, 30)), _smooth(rng, 20, 30))
    edge = np.full((20, 30), 255, np.uint8)
    flow = np.where(rng.random((*FLOW, 2)) < 0.5, -9e3, 9e3).astype(np.float32)
    history = History(flow, np.zeros(FLOW, np.uint8), np.zeros(FLOW, np.uint8))
    previous = _noise(rng, 40, 60)
    wanted = reference(EdgeNetwork(), planes, edge, None, previous, history, 60)
    monkeypatch.setattr(kernels, "native", lambda: native)
    assert cv2.absdiff(wanted, EdgeCells()(planes, edge, None, previous, history, 60)).max() <= 1


def test_real_frames_stay_together(native: ctypes.CDLL, monkeypatch: pytest.MonkeyPatch, clip_720p: Path) -> None:
    """Over several frames, each refiner with its own history."""
    source = VideoFileSource(clip_720p, paced=False)
    source.open()
    monkeypatch.setattr(kernels, "native", lambda: None)
    slow = EdgeRefiner()
    monkeypatch.setattr(kernels, "native", lambda: native)
    fast = EdgeRefiner()
    differing, pixels = 0, 0
    for seq in range(6):
        frame = source.read()
        assert frame is not None
        small = downsample_bgr(frame.image, (256, 144))
        guide = luma(small)
        alpha = np.zeros((144, 256), np.float32)
        cv2.ellipse(alpha, (128 + seq, 150), (50, 100), 0, 0, 360, 1.0, -1)
        alpha = np.asarray(cv2.GaussianBlur(alpha, (9, 9), 0), np.float32)
        mask = Mask(seq, alpha, guide, frame.captured_ns, small_bgr=small)
        first, second = (refiner.refine(frame.pyramid, mask, Settings()) for refiner in (slow, fast))
        slow.accept()
        fast.accept()
        # Within one, but for cells that a difference of one in the history decides another way.
        differing += int((cv2.absdiff(first, second) > 1).sum())
        pixels += first.size
    source.close()
    assert differing / pixels < 1e-5


def test_wrong_sizes_are_refused(native: ctypes.CDLL, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(1)
    planes = Planes(_noise(rng, 20, 20), (_noise(rng, 9, 10), _noise(rng, 10, 10)), _noise(rng, 10, 10))
    monkeypatch.setattr(kernels, "native", lambda: native)
    with pytest.raises(ValueError, match="don't fit"):
        EdgeCells()(planes, edge_cells(planes.mask), None, None, None, 60)
