"""The synthetic person: known to the pixel."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from engine.core.frame import U8, Frame
from engine.media.colour_formats import to_bgr
from engine.sources.synthetic import SyntheticSource

SIZE = (320, 180)


def _frames(count: int, **options: object) -> tuple[SyntheticSource, list[Frame]]:
    source = SyntheticSource(SIZE, 30, **options)
    source.open()
    return source, [source.read() for _ in range(count)]


@pytest.mark.parametrize("seq", [0, 7, 29])
def test_true_alpha_is_what_painted_the_picture(seq: int) -> None:
    """Two backgrounds of known luma show through by 1 - alpha, so their difference is the alpha."""
    dark, dark_frames = _frames(seq + 1, background_marker=(16, 128, 128))
    _, bright_frames = _frames(seq + 1, background_marker=(216, 128, 128))
    shown = bright_frames[seq].image.planes[0].astype(int) - dark_frames[seq].image.planes[0]
    alpha = dark.true_alpha(seq)
    assert alpha.dtype == np.uint8
    assert np.abs((255 - shown * 255 / 200) - alpha).max() <= 3
    assert 0.1 < (alpha == 255).mean() < 0.6
    assert ((alpha > 20) & (alpha < 235)).sum() > 100, "there are no fine edges"


def test_the_marked_background_is_exact() -> None:
    marker = (210, 16, 146)
    source, frames = _frames(10, background_marker=marker)
    for frame in frames:
        alpha = source.true_alpha(frame.seq)
        halves = [alpha] + [_any_in_blocks(alpha)] * 2
        for plane, code, seen in zip(frame.image.planes, marker, halves, strict=True):
            assert np.all(plane[seen == 0] == code)
        inside = cv2.erode(_all_in_blocks(alpha), np.ones((3, 3), np.uint8)) > 0
        assert np.abs(frame.image.planes[1][inside].astype(int) - marker[1]).min() > 40


def _any_in_blocks(alpha: U8) -> U8:
    """uint8 [H/2, W/2]: the largest of each 2x2."""
    height, width = alpha.shape
    return alpha.reshape(height // 2, 2, width // 2, 2).max(axis=(1, 3))


def _all_in_blocks(alpha: U8) -> U8:
    """uint8 [H/2, W/2]: 1 where all of each 2x2 are person."""
    height, width = alpha.shape
    return (alpha.reshape(height // 2, 2, width // 2, 2).min(axis=(1, 3)) == 255).astype(np.uint8)


def test_the_same_arguments_give_the_same_pictures() -> None:
    _, first = _frames(5, seed=3)
    _, second = _frames(5, seed=3)
    _, other = _frames(5, seed=4)
    assert np.array_equal(first[4].image.planes[0], second[4].image.planes[0])
    assert not np.array_equal(first[4].image.planes[0], other[4].image.planes[0])


def test_head_and_shoulders_move_apart() -> None:
    source, frames = _frames(60)
    rows = np.array([source.true_alpha(frame.seq)[[60, 170]] for frame in frames]).astype(float)
    middles = (rows * np.arange(SIZE[0])).sum(axis=2) / rows.sum(axis=2)
    assert np.ptp(middles[:, 0] - middles[:, 1]) > 4


def test_it_ends_and_starts_again() -> None:
    source = SyntheticSource(SIZE, 30, seconds=0.1)
    assert source.open().frames == 3
    frames = [source.read() for _ in range(4)]
    assert [frame.media_ns for frame in frames[:3]] == [0, 33_333_333, 66_666_667]
    assert frames[3] is None
    source.open()
    assert source.read().seq == 0


@pytest.mark.parametrize("size", [(64, 64), (180, 320), (1920, 1080)])
def test_any_shape_shows_a_person_with_colours(size: tuple[int, int]) -> None:
    source = SyntheticSource(size, 30)
    source.open()
    frame = source.read()
    source.close()
    assert frame.image.size == size
    person = to_bgr(frame.image)[source.true_alpha(0) == 255]
    assert len(person) > 0.05 * size[0] * size[1]
    assert person.std(axis=0).min() > 10
