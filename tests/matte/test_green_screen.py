"""The green screen: its colour, the alpha that it gives, and what it leaves to the network."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from engine.core.frame import Frame, Image, Mask, Matrix
from engine.core.settings import Settings
from engine.matte.methods.decision import Decision
from engine.matte.methods.key import GreenScreen
from engine.matte.methods.key.key_colour import found_key, given_key
from engine.media.colour_formats import to_bgr, to_i420

SIZE = (1280, 720)
GREEN, BLUE, WOOD = (40, 165, 70), (185, 90, 25), (70, 110, 160)
SKIN, SHIRT = (130, 160, 215), (60, 60, 70)
SETTINGS = Settings(matting="green-screen")


def person_alpha(radius: int = 150) -> np.ndarray:
    """A head and shoulders with a soft edge, float32 [720, 1280]."""
    alpha = np.zeros(SIZE[::-1], np.float32)
    cv2.circle(alpha, (640, 300), radius, 1.0, -1)
    cv2.ellipse(alpha, (640, 720), (2 * radius, 2 * radius), 0, 180, 360, 1.0, -1)
    return cv2.GaussianBlur(alpha, (0, 0), 2.0)


class Scene:
    """A person before a cloth.

    Args:
        cloth: BGR.
        covers: How much of the width it fills, from the left.
        person: BGR of the person.
    """

    def __init__(self, cloth=GREEN, covers=1.0, person=SHIRT) -> None:
        self.picture = np.full((720, 1280, 3), (150, 160, 165), np.uint8)
        self.picture[:, : int(1280 * covers)] = cloth
        light = np.linspace(1.1, 0.75, 1280, dtype=np.float32)[np.newaxis, :, np.newaxis]
        self.picture = np.clip(self.picture * light, 0, 255).astype(np.uint8)
        self.alpha = person_alpha()
        self.person = np.full_like(self.picture, person)

    def frame(self, seq=1) -> Frame:
        opacity = self.alpha[..., np.newaxis]
        picture = (self.person * opacity + self.picture * (1 - opacity)).astype(np.uint8)
        return Frame(seq, seq, seq * 33_000_000, to_i420(picture))

    def mask(self, seq=1) -> Mask:
        """What a network makes of it: soft, and a little too wide."""
        alpha = cv2.resize(cv2.dilate(self.alpha, np.ones((9, 9))), (256, 144), interpolation=cv2.INTER_AREA)
        return Mask(seq, cv2.GaussianBlur(alpha, (0, 0), 1.0), np.zeros((144, 256), np.uint8), seq)

    def decision(self, green_screen=None, settings=SETTINGS) -> Decision | None:
        return (green_screen or GreenScreen()).decide(self.frame(), self.mask(), settings)

    @property
    def truth(self) -> np.ndarray:
        return cv2.resize(self.alpha, (640, 360), interpolation=cv2.INTER_AREA)


def cells_of(bgr):
    """Chroma of a plain picture and no person, as `found_key` takes them."""
    _, u, v = to_i420(np.full((8, 8, 3), bgr, np.uint8)).planes
    return np.stack([np.full((90, 160), float(plane[0, 0]) - 128, np.float32) for plane in (u, v)])


@pytest.mark.parametrize("colour", [GREEN, BLUE, (60, 200, 60), (30, 90, 40)])
def test_a_cloth_of_any_green_or_blue_is_a_key(colour):
    assert found_key(cells_of(colour), np.zeros((90, 160), np.float32)) == pytest.approx(
        cells_of(colour)[:, 0, 0], abs=1
    )


@pytest.mark.parametrize("colour", [WOOD, SKIN, (150, 160, 165), (30, 30, 30), (235, 235, 240)])
def test_a_wall_skin_or_wood_is_none(colour):
    assert found_key(cells_of(colour), np.zeros((90, 160), np.float32)) is None


def test_the_persons_own_colour_is_no_key():
    person = np.zeros((90, 160), np.float32)
    person[:, 40:120] = 1
    assert found_key(cells_of(GREEN), person) is None


def test_a_given_colour_is_that_of_the_pictures_matrix():
    for matrix in Matrix:
        u, v = given_key("#00b140", matrix)
        image = to_i420(np.full((2, 2, 3), (0x40, 0xB1, 0), np.uint8), matrix)
        assert (u + 128, v + 128) == (image.planes[1][0, 0], image.planes[2][0, 0])


@pytest.mark.parametrize("cloth", [GREEN, BLUE])
@pytest.mark.parametrize("person", [SHIRT, SKIN])
def test_the_alpha_is_the_true_one_before_an_uneven_cloth(cloth, person):
    scene = Scene(cloth, person=person)
    decision = scene.decision()
    error = np.abs(decision.alpha.astype(np.float32) / 255 - scene.truth) * (decision.certainty == 255)
    assert error.mean() < 0.001
    assert error.max() < 0.25
    edge = (scene.truth > 0.05) & (scene.truth < 0.95)
    assert (decision.certainty[edge] == 255).mean() > 0.95


def test_what_lies_beside_a_small_cloth_is_left_to_the_network():
    decision = Scene(covers=0.55).decision()
    assert not decision.certainty[:, 380:].any()
    assert (decision.certainty[:60, :200] == 255).all()
    assert not decision.alpha[:60, :200].any()


@pytest.mark.parametrize(
    ("covers", "settings"), [(0.0, SETTINGS), (0.05, SETTINGS), (1.0, SETTINGS.replace(key="#0000ff"))]
)
def test_without_the_colour_in_a_tenth_of_the_frame_the_network_decides_and_it_is_said(covers, settings):
    green_screen = GreenScreen()
    assert Scene(covers=covers).decision(green_screen, settings) is None
    assert green_screen.notice.code == "key-not-found"


def test_a_given_colour_is_taken_where_another_is_more_frequent():
    scene = Scene(BLUE)
    scene.picture[:, :400] = GREEN
    red, green, blue = GREEN[::-1]
    decision = scene.decision(settings=SETTINGS.replace(key=f"#{red:02x}{green:02x}{blue:02x}"))
    assert (decision.certainty[50, :180] == 255).all()
    assert not decision.certainty[50, 250:].any()


def test_clothes_of_the_keys_colour_stay():
    scene = Scene()
    scene.person[450:520, 560:720] = (30, 120, 50)  # darker than the cloth
    scene.person[600:, 500:700] = GREEN
    decision = scene.decision()
    mask = decision.applied_to(scene.mask())
    assert mask.alpha[92:102, 115:141].min() > 0.9
    assert mask.alpha[125:, 105:135].min() > 0.9


def test_a_cloth_that_falls_leaves_the_frame_to_the_network():
    green_screen, scene = GreenScreen(), Scene()
    assert scene.decision(green_screen) is not None
    scene.picture[:] = (90, 120, 150)
    assert scene.decision(green_screen) is None
    scene.picture[:, :500] = GREEN  # half of it hangs
    decision = scene.decision(green_screen)
    assert not decision.certainty[:, 400:].any()


def test_much_that_is_no_person_before_the_cloth_is_left_to_the_network():
    green_screen, scene = GreenScreen(), Scene()
    cv2.rectangle(scene.picture, (800, 200), (880, 719), (40, 40, 160), -1)
    scene.picture[300:380, 640:1200] = (40, 40, 160)
    scene.picture[380:700, 1000:1080] = (40, 40, 160)
    decision = scene.decision(green_screen)
    assert decision is None or not decision.applied_to(scene.mask()).alpha[:, 210:].any()


def test_what_the_person_does_not_touch_is_not_shown():
    scene = Scene()
    scene.picture[100:200, 100:200] = (40, 40, 160)
    decision = scene.decision()
    assert (decision.certainty[:45, :45] == 255).all()
    assert not decision.alpha[:110, :110].any()


@pytest.mark.parametrize("plant", [(300, 240, 440, 720), (400, 200, 440, 500)], ids=["large", "small"])
def test_a_wall_between_the_cloth_and_a_plant_of_its_colour_is_not_shown(plant):
    scene = Scene()
    blocks = np.random.default_rng(0).integers(60, 200, (9, 16, 1)).astype(np.uint8)
    wall = cv2.resize(blocks, SIZE, interpolation=cv2.INTER_NEAREST)[..., np.newaxis] + np.array([-10, 0, 12])
    scene.picture[:, :520] = wall[:, :520]
    left, top, right, bottom = plant
    scene.picture[top:bottom, left:right] = (40, 120, 50)
    decision = scene.decision()
    outside = cv2.dilate(scene.truth, np.ones((15, 15))) == 0
    shown = (decision.alpha > 40) & (decision.certainty > 127)
    assert (shown & outside).mean() < 0.001


def test_an_arm_that_the_network_misses_is_shown():
    scene = Scene()
    cv2.rectangle(scene.alpha, (700, 560), (1000, 610), 1.0, -1)
    whole = scene.alpha.copy()
    scene.alpha = person_alpha()
    mask = scene.mask()
    scene.alpha = whole
    decision = GreenScreen().decide(scene.frame(), mask, SETTINGS)
    assert decision.alpha[285:300, 462:495].min() > 250
    assert (decision.certainty[285:300, 462:495] == 255).all()


def test_spill_is_taken_off_near_the_cloth_and_green_clothes_keep_their_colour():
    scene = Scene(person=(140, 160, 150))  # grey with some of the cloth's light
    scene.person[500:620, 560:720] = (30, 150, 60)
    frame = scene.frame()
    decision = GreenScreen().decide(frame, scene.mask(), SETTINGS)
    before, after = to_bgr(frame.image).astype(int), to_bgr(decision.person).astype(int)

    def green(picture, row, column):
        blue, found, red = picture[row, column]
        return found - (int(blue) + int(red)) / 2

    assert green(after, 300, 505) < 0.4 * green(before, 300, 505)
    assert green(after, 560, 640) > 0.9 * green(before, 560, 640)
    assert np.array_equal(decision.person.planes[0], frame.image.planes[0])
    assert abs(after - before)[:100, :100].max() <= 1


def test_pictures_in_bgr_are_keyed_too():
    scene = Scene()
    frame = scene.frame()
    frame = Frame(1, 1, 1, Image.from_bgr(to_bgr(frame.image)))
    decision = GreenScreen().decide(frame, scene.mask(), SETTINGS)
    assert np.abs(decision.alpha / 255 - scene.truth).mean() < 0.002
