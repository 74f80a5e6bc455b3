"""Masks of real persons composed over real backgrounds, so that the true alpha is known."""

from __future__ import annotations

from itertools import pairwise

import cv2
import numpy as np
import pytest

from benchmarks.mask_clips import Take, film, read_person, sensor_noise
from benchmarks.mask_methods import Engine, Method, Raw
from benchmarks.mask_scores import scores, to_judged
from engine.core.frame import F32, U8, Frame
from engine.core.settings import Settings
from engine.media.colour_formats import downsample_bgr, to_i420
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import find_model
from engine.segmentation.predictor import Predictor
from tests.conftest import shared

FRAME_NS = 33_333_333
OFFICIAL = "models/portrait_pp_humansegv2_lite_256x144_inference_model_with_softmax"


@pytest.fixture(scope="module")
def predictor() -> Predictor:
    return load_predictor(find_model(str(shared(OFFICIAL))), "openvino")


def clip(path: str, person: str, background: str, frames: int, scale: float = 1.0) -> list[tuple[U8, F32]]:
    take = Take(f"{path} {person}", path, (person,), background, scale=scale)
    cut_out = read_person(shared("data/portraits"), person)
    picture = cv2.imread(str(shared(f"media/backgrounds/{background}")))
    return [(bgr, to_judged(alpha)) for bgr, alpha in film(take, [cut_out], picture, frames)]


def play(predictor: Predictor, pictures: list[U8], *methods: Method) -> list[list[F32]]:
    alphas: list[list[F32]] = [[] for _ in methods]
    for seq, bgr in enumerate(pictures):
        image = to_i420(bgr)
        frame = Frame(seq, 1 + seq * FRAME_NS, seq * FRAME_NS, image)
        small = downsample_bgr(image, predictor.input_size(image.size))
        raw = predictor.predict(small)
        for method, found in zip(methods, alphas, strict=True):
            found.append(to_judged(method.alpha(frame, small, raw)))
    return alphas


def test_talking_person_beats_the_bare_network(predictor: Predictor) -> None:
    pictures, truths = zip(*clip("talk", "sup_110", "CoffeeShop.jpg", 8), strict=True)
    rng = np.random.default_rng(0)
    noisy = [sensor_noise(picture, 8.0, rng) for picture in pictures]
    raw, ours, saving = (
        scores(found, truths)
        for found in play(
            predictor,
            noisy,
            Raw(),
            Engine(Settings(), predictor.predict),
            Engine(Settings(power_save=True), predictor.predict),
        )
    )
    assert ours["MAD"] < raw["MAD"] * 0.75
    assert ours["edge MAD"] < raw["edge MAD"] * 0.8
    assert ours["1-IoU"] < raw["1-IoU"] * 0.9
    assert ours["dtSSD"] < raw["dtSSD"]
    assert saving["MAD"] < ours["MAD"] * 1.1


def test_no_ghost_behind_a_person_who_leaves(predictor: Predictor) -> None:
    pictures, truths = zip(*clip("leave", "ccp_0626", "Bookshelf.jpg", 20), strict=True)
    (ours,) = play(predictor, list(pictures), Engine(Settings(), predictor.predict))
    found = scores(ours, truths)
    assert found["ghost 2"] < 0.1
    assert ours[-1].max() < 0.05


def test_distant_person_beats_the_bare_network(predictor: Predictor) -> None:
    pictures, truths = zip(*clip("talk", "ccp_0245", "Bookshelf.jpg", 8, scale=0.45), strict=True)
    raw, ours = (
        scores(found[2:], truths[2:])
        for found in play(predictor, list(pictures), Raw(), Engine(Settings(), predictor.predict))
    )
    assert ours["1-IoU"] < raw["1-IoU"] * 0.6
    assert ours["edge MAD"] < raw["edge MAD"] * 0.6


def test_real_clip_flickers_less_than_the_bare_network(predictor: Predictor) -> None:
    capture = cv2.VideoCapture(str(shared("media/clips/doctor.mp4")))
    pictures = [capture.read()[1] for _ in range(10)]
    capture.release()
    raw, ours = play(predictor, pictures, Raw(), Engine(Settings(), predictor.predict))
    change = [float(np.mean([np.abs(b - a).mean() for a, b in pairwise(alphas)])) for alphas in (raw, ours)]
    assert change[1] < change[0]
