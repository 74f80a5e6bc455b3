"""The picture pans after a person who moves, smoothly, and stays where it is otherwise."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from engine.core.settings import Settings
from engine.matte.person.components import persons_in
from engine.transform.auto_framing import HEADROOM, AutoFraming
from engine.transform.frame_transform import framing

SIZE = (1280, 720)
FRAME_NS = 33_333_333


def person(x: float, top: float) -> np.ndarray:
    """float32 [720, 1280]: a head, whose top is at (x, top) in parts of the picture, on shoulders."""
    alpha = np.zeros(SIZE[::-1], np.float32)
    middle, high = round(x * SIZE[0]), round(top * SIZE[1])
    cv2.ellipse(alpha, (middle, high + 90), (65, 90), 0, 0, 360, 1, -1)
    cv2.ellipse(alpha, (middle, high + 400), (170, 240), 0, 0, 360, 1, -1)
    return alpha


def follow(
    auto_framing: AutoFraming, whole: np.ndarray, settings: Settings, seconds: float, start_ns: int = 0
) -> list[float]:
    """Closes the loop as the stages do; returns the pan to the right after each frame."""
    pans = []
    for number in range(round(seconds * 30)):
        x, y, width, height = framing(SIZE, SIZE, settings.zoom, auto_framing.pan(settings))
        shown = cv2.resize(whole[y : y + height, x : x + width], (256, 144), interpolation=cv2.INTER_AREA)
        state = persons_in(np.ascontiguousarray(shown[:, ::-1]) if settings.mirror else shown)
        auto_framing.see(state, start_ns + number * FRAME_NS, settings)
        pans.append(auto_framing.pan(settings)[0])
    return pans


def seen_at(auto_framing: AutoFraming, x: float, top: float, settings: Settings) -> tuple[float, float]:
    """Where a point of the whole picture is shown, in parts of what is shown."""
    left, upper, width, height = framing(SIZE, SIZE, settings.zoom, auto_framing.pan(settings))
    return (x * SIZE[0] - left) / width, (top * SIZE[1] - upper) / height


@pytest.mark.parametrize("mirror", [False, True])
@pytest.mark.parametrize(("x", "top"), [(0.35, 0.3), (0.62, 0.25), (0.5, 0.35)])
def test_the_head_comes_to_its_place_and_stays(x: float, top: float, mirror: bool) -> None:
    auto_framing, settings = AutoFraming(), Settings(zoom=180, follow=True, mirror=mirror)
    pans = follow(auto_framing, person(x, top), settings, 8)
    across, down = seen_at(auto_framing, x, top, settings)
    assert across == pytest.approx(0.5, abs=0.08)
    assert down == pytest.approx(HEADROOM, abs=0.08)
    assert np.abs(np.diff(pans)).max() < 5, "no jumps"
    assert np.ptp(pans[-30:]) < 1, "at rest in the end"


def test_breathing_moves_nothing() -> None:
    auto_framing, settings = AutoFraming(), Settings(zoom=180, follow=True)
    follow(auto_framing, person(0.6, 0.25), settings, 8)
    before = auto_framing.pan(settings)
    for number in range(30):
        follow(auto_framing, person(0.6 + 0.005 * (-1) ** number, 0.25), settings, 1 / 30, (number + 300) * FRAME_NS)
    assert np.abs(np.subtract(auto_framing.pan(settings), before)).max() < 2


def test_an_empty_background_moves_nothing() -> None:
    auto_framing, settings = AutoFraming(), Settings(zoom=180, follow=True)
    follow(auto_framing, person(0.4, 0.25), settings, 4)
    before = auto_framing.pan(settings)
    follow(auto_framing, np.zeros(SIZE[::-1], np.float32), settings, 2)
    assert auto_framing.pan(settings) == before


def test_without_following_the_settings_say_where_to_look() -> None:
    auto_framing, settings = AutoFraming(), Settings(zoom=180, pan_x=30, pan_y=-40)
    follow(auto_framing, person(0.4, 0.25), settings, 1)
    assert auto_framing.pan(settings) == (30, -40)
    assert auto_framing.pan(settings.replace(follow=True)) == (30, -40), "following begins where one was"


def test_the_pan_ends_at_the_picture() -> None:
    auto_framing, settings = AutoFraming(), Settings(zoom=130, follow=True)
    follow(auto_framing, person(0.05, 0.3), settings, 10)
    assert auto_framing.pan(settings)[0] == -100
