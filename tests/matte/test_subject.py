"""The single subject: who is followed, who is hidden, and for how long one who left is waited for."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from engine.core.frame import Frame, Image, Mask
from engine.core.settings import Settings
from engine.matte import MattePipeline, MattingSelection
from engine.matte.flow import luma
from engine.matte.person.subject import SingleSubject

HEIGHT, WIDTH = 144, 256
FRAME_NS = 33_000_000
BLUE, RED, GREY = (170, 90, 40), (50, 60, 190), (120, 125, 130)


class Filmed:
    """Persons of one colour each, with texture, over a wall; drawn from the farthest to the nearest."""

    def __init__(self) -> None:
        self.subject = SingleSubject()
        self.ns = 0
        texture = np.random.default_rng(0).normal(0, 14, (HEIGHT, WIDTH, 1))
        self._texture = cv2.GaussianBlur(texture, (0, 0), 1.5)[..., np.newaxis] * 3

    def show(self, *persons: tuple[int, tuple[int, int, int], int], after_ns: int = FRAME_NS):
        """One frame of persons (middle, colour, half their width) -> the split and each one's visible pixels."""
        self.ns += after_ns
        picture = np.full((HEIGHT, WIDTH, 3), GREY, np.float32) + self._texture / 3
        owner = np.full((HEIGHT, WIDTH), -1)
        for number, (middle, colour, half) in enumerate(persons):
            body = np.zeros((HEIGHT, WIDTH), np.uint8)
            cv2.circle(body, (middle, 60), half // 2 + 4, 255, -1)
            cv2.rectangle(body, (middle - half, 64), (middle + half, HEIGHT), 255, -1)
            shift = np.roll(self._texture, middle, axis=1)
            picture = np.where(body[..., np.newaxis] > 0, np.array(colour) + shift, picture)
            owner[body > 0] = number
        small = np.clip(picture, 0, 255).astype(np.uint8)
        alpha = cv2.GaussianBlur((owner >= 0).astype(np.float32), (0, 0), 0.8)
        split = self.subject.split(alpha, luma(small), small, self.ns)
        return split, [
            cv2.erode((owner == number).astype(np.uint8), np.ones((3, 3))) > 0 for number in range(len(persons))
        ]


def shown(split, region) -> float:
    return float(split.subject[region].mean()) if region.any() else 0.0


def test_one_person_is_shown_whole():
    split, (person,) = Filmed().show((120, BLUE, 30))
    assert shown(split, person) > 0.99
    assert split.hidden is None


def test_of_several_the_largest_in_the_middle_is_shown():
    split, (left, right) = Filmed().show((40, RED, 24), (140, BLUE, 30))
    assert shown(split, left) == 0
    assert shown(split, right) > 0.98
    assert split.hidden[left].all()
    assert not split.hidden[right].any()


def test_another_can_be_chosen():
    filmed = Filmed()
    filmed.show((40, RED, 24), (140, BLUE, 30))
    filmed.subject.choose(40 / WIDTH, 100 / HEIGHT)
    for middle in (41, 42, 43):
        split, (left, right) = filmed.show((middle, RED, 24), (140, BLUE, 30))
        assert shown(split, left) > 0.98
        assert shown(split, right) == 0


def test_a_point_where_no_person_is_changes_nothing():
    filmed = Filmed()
    filmed.show((140, BLUE, 30))
    filmed.subject.choose(0.01, 0.01)
    split, (person,) = filmed.show((141, BLUE, 30))
    assert shown(split, person) > 0.99


@pytest.mark.parametrize("colour", [RED, (150, 150, 60)])
def test_a_passer_by_behind_is_not_shown(colour):
    filmed, leaked, visible, kept = Filmed(), 0.0, 0, []
    for index in range(60):
        split, (passer, subject) = filmed.show((10 + 4 * index, colour, 20), (128, BLUE, 32))
        leaked += split.subject[passer].sum()
        visible += np.count_nonzero(passer)
        kept.append(shown(split, subject))
    assert leaked < 0.01 * visible
    assert np.mean(kept) > 0.98


def test_a_hand_that_comes_into_view_first_is_the_subjects():
    filmed = Filmed()
    filmed.show((100, BLUE, 50))
    for middle in (170, 166, 162, 158):
        filmed.show((middle, BLUE, 3), (100, BLUE, 50))
    split, (hand, _) = filmed.show((153, BLUE, 3), (100, BLUE, 50))
    assert split.hidden is None
    assert shown(split, hand) > 0.9


def test_one_who_comes_back_within_five_seconds_is_still_the_subject():
    filmed = Filmed()
    for middle in (200, 190, 180):
        filmed.show((60, BLUE, 30), (middle, RED, 20))
    for _ in range(10):
        split, (other,) = filmed.show((180, RED, 20))
        assert shown(split, other) == 0
    split, (back, other) = filmed.show((40, BLUE, 30), (180, RED, 20), after_ns=3 * 10**9)
    assert shown(split, back) > 0.98
    assert shown(split, other) == 0


def test_after_five_seconds_another_is_chosen():
    filmed = Filmed()
    filmed.show((60, BLUE, 30), (180, RED, 20))
    filmed.show((180, RED, 20))
    split, (other,) = filmed.show((180, RED, 20), after_ns=6 * 10**9)
    assert shown(split, other) > 0.98


def test_no_other_is_taken_for_one_who_left():
    filmed = Filmed()
    for _ in range(5):
        filmed.show((60, BLUE, 30))
    filmed.show()
    split, (stranger,) = filmed.show((200, RED, 25))
    assert shown(split, stranger) == 0


def frame_of(middles, seq: int) -> tuple[Frame, np.ndarray]:
    small = np.full((HEIGHT, WIDTH, 3), GREY, np.uint8)
    for middle, colour in middles:
        cv2.rectangle(small, (middle - 24, 50), (middle + 24, HEIGHT), colour, -1)
    picture = cv2.resize(small, (1280, 720), interpolation=cv2.INTER_NEAREST)
    return Frame(seq, seq * FRAME_NS, seq * FRAME_NS, Image.from_bgr(picture)), small


def predicted(small: np.ndarray) -> np.ndarray:
    return (np.abs(small.astype(int) - GREY).max(axis=2) > 20).astype(np.float32)


def test_the_masks_of_the_pipeline_hold_the_subject_alone_from_the_frame_that_says_so():
    tracker = MattePipeline(use_roi=False)
    masks = []
    for seq, whom in enumerate(["everyone", "me", "me", "everyone"]):
        frame, small = frame_of([(40, RED), (140, BLUE)], seq)
        masks.append(tracker.track(frame, small, predicted, Settings(people=whom)))
    assert [bool(mask.alpha[100, 40] > 0.9) for mask in masks] == [True, False, False, True]
    assert all(mask.alpha[100, 140] > 0.9 for mask in masks)
    assert masks[1].hidden[100, 40] == 255
    assert masks[3].hidden is None


def test_no_method_and_no_network_shows_hidden_persons():
    frame, small = frame_of([(40, RED), (140, BLUE)], 1)
    hidden = np.zeros((HEIGHT, WIDTH), np.uint8)
    hidden[50:, 16:64] = 255
    mask = Mask(1, predicted(small), luma(small), 1 * FRAME_NS, hidden=hidden)
    decision = MattingSelection().decide(frame, mask, Settings(people="me"))
    applied = decision.applied_to(mask)
    assert applied.alpha[60:, 22:58].max() == 0
    assert applied.alpha[60:, 120:160].min() > 0.9


def test_a_mask_that_is_no_number_stays_one():
    filmed = Filmed()
    filmed.show((40, RED, 24), (140, BLUE, 30))
    alpha = np.zeros((HEIGHT, WIDTH), np.float32)
    alpha[3, 3] = np.nan
    small = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    assert np.isnan(filmed.subject.split(alpha, luma(small), small, filmed.ns).subject[3, 3])
