"""The captured picture as it is framed, turned and lit."""

from __future__ import annotations

import numpy as np
import pytest

from engine.core.frame import U8, Image
from engine.core.settings import Settings
from engine.media.colour_formats import to_bgr, to_i420
from engine.transform.exposure import adjust_exposure
from engine.transform.frame_transform import framing, prepare

SIZE = (128, 72)
FORMATS = pytest.mark.parametrize("wrap", [Image.from_bgr, to_i420], ids=["bgr", "i420"])


def quarters() -> U8:
    """uint8 [72, 128, 3]: red, green, blue and grey, clockwise from the upper left."""
    bgr = np.full((72, 128, 3), 128, np.uint8)
    bgr[:36, :64], bgr[:36, 64:], bgr[36:, 64:] = (0, 0, 200), (0, 200, 0), (200, 0, 0)
    return bgr


def shown(image: Image, size: tuple[int, int] | None, **changes: object) -> Image:
    settings = Settings(**changes)
    return prepare(image, size, settings, (settings.pan_x, settings.pan_y))


def colour_at(image: Image, x: float, y: float) -> str:
    bgr = to_bgr(image)
    blue, green, red = bgr[int(y * bgr.shape[0]), int(x * bgr.shape[1])].astype(int)
    return max((red, "red"), (green, "green"), (blue, "blue"))[1] if max(red, green, blue) > 160 else "grey"


def corners(image: Image) -> list[str]:
    return [colour_at(image, x, y) for x, y in ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9))]


@FORMATS
def test_nothing_asked_hands_the_picture_back(wrap) -> None:
    image = wrap(quarters())
    assert shown(image, SIZE) is image
    assert shown(image, None) is image


@FORMATS
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"mirror": True}, ["green", "red", "grey", "blue"]),
        ({"rotate": "180"}, ["blue", "grey", "red", "green"]),
        ({"zoom": 200, "pan_x": -100, "pan_y": -100}, ["red"] * 4),
        ({"zoom": 200, "pan_x": 100, "pan_y": -100}, ["green"] * 4),
        ({"zoom": 200, "pan_x": 100, "pan_y": 100}, ["blue"] * 4),
        ({"zoom": 200}, ["red", "green", "blue", "grey"]),
    ],
)
def test_turns_flips_and_frames(wrap, changes, expected) -> None:
    framed = shown(wrap(quarters()), SIZE, **changes)
    assert framed.size == SIZE
    assert corners(framed) == expected


@FORMATS
@pytest.mark.parametrize(("turn", "expected"), [("90", ["grey", "red"]), ("270", ["green", "blue"])])
def test_an_upright_turn_is_cropped_to_the_output(wrap, turn, expected) -> None:
    framed = shown(wrap(quarters()), SIZE, rotate=turn)
    assert framed.size == SIZE
    assert [colour_at(framed, 0.1, 0.2), colour_at(framed, 0.9, 0.2)] == expected


@pytest.mark.parametrize("zoom", [100, 133, 250, 400])
@pytest.mark.parametrize("pan", [-100, -37, 0, 61, 100])
def test_the_framed_part_is_even_and_within_the_picture(zoom, pan) -> None:
    for size in ((640, 480), (1280, 720), (722, 406), (64, 64)):
        x, y, width, height = framing(size, (1280, 720), zoom, (pan, -pan))
        assert all(side % 2 == 0 for side in (x, y, width, height))
        assert x >= 0
        assert y >= 0
        assert x + width <= size[0]
        assert y + height <= size[1]


def mean_bgr(image: Image) -> np.ndarray:
    return to_bgr(image).reshape(-1, 3).mean(axis=0)


@FORMATS
def test_light_changes_as_it_is_called(wrap) -> None:
    dark = np.full((72, 128, 3), 60, np.uint8)
    image = wrap(dark)
    plain = mean_bgr(image).mean()
    assert mean_bgr(adjust_exposure(image, Settings(brightness=40))).mean() > plain + 30
    assert mean_bgr(adjust_exposure(image, Settings(brightness=-20))).mean() < plain - 15
    assert mean_bgr(adjust_exposure(image, Settings(low_light=100))).mean() > plain + 40
    assert mean_bgr(adjust_exposure(image, Settings(contrast=50))).mean() < plain - 10
    blue, _, red = mean_bgr(adjust_exposure(image, Settings(warmth=80)))
    assert red > blue + 20
    blue, _, red = mean_bgr(adjust_exposure(image, Settings(warmth=-80)))
    assert blue > red + 20


@FORMATS
def test_light_saturates_instead_of_wrapping(wrap) -> None:
    white, black = (wrap(np.full((72, 128, 3), value, np.uint8)) for value in (255, 0))
    assert mean_bgr(adjust_exposure(white, Settings(brightness=100, contrast=100))).mean() > 250
    assert mean_bgr(adjust_exposure(black, Settings(brightness=-100, contrast=100))).mean() < 5


def test_no_light_asked_for_copies_nothing() -> None:
    image = to_i420(quarters())
    assert adjust_exposure(image, Settings()) is image
