"""Fitting of the edge refinement network, on a clip of a few frames."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from benchmarks.mask_clips import SIZE_PX, CutOut, film
from engine.core.frame import F32
from engine.matte.refine.features import BLOCKS
from engine.matte.refine.network import WEIGHTS, EdgeNetwork
from engine.platform.paths import assets_dir
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import find_model
from training.edges import samples as edge_samples

INPUTS = sum(BLOCKS)


def person() -> CutOut:
    """The demo clip's person, cut out by the built-in model."""
    video = cv2.VideoCapture(str(assets_dir() / "demo" / "demo.mp4"))
    frame = cv2.resize(video.read()[1], SIZE_PX, interpolation=cv2.INTER_AREA)
    video.release()
    mask = load_predictor(find_model("cyclorama-lite")).predict(np.asarray(cv2.resize(frame, (256, 144)), np.uint8))
    alpha = cv2.resize(mask, SIZE_PX, interpolation=cv2.INTER_LINEAR)
    return CutOut(np.asarray(frame, np.float32), np.asarray(alpha, np.float32))


def synthetic(path: Path, count: int, rng: np.random.Generator) -> None:
    """Samples whose true alpha is a simple function of the inputs."""
    inputs = rng.normal(0, 1, (count, INPUTS)).astype(np.float16)
    truth = (1 / (1 + np.exp(-2 * inputs[:, :4].astype(np.float32)))).astype(np.float16)
    missing = np.full((count, 4), np.nan, np.float16)
    np.savez(path, inputs=inputs, truth=truth, error=missing, answer=missing)


def test_samples_of_a_clip() -> None:
    rng = np.random.default_rng(0)
    collector = edge_samples.Collector(load_predictor(find_model("cyclorama-lite")), WEIGHTS, rng)
    background = np.full((SIZE_PX[1], SIZE_PX[0], 3), (60, 90, 40), np.uint8)
    collector.clip(film(edge_samples.random_take(rng), [person()], background, 4))
    assert collector.samples
    for inputs, truth, error, answer in collector.samples:
        assert inputs.shape[1] == INPUTS
        assert truth.shape == error.shape == answer.shape == (len(inputs), 4)
        assert (truth >= 0).all()
        assert (truth <= 1).all()
    assert np.isfinite(collector.samples[-1][2]).all()


def test_fit(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is missing: make test-training has it")
    from training.edges import fit

    torch.set_num_threads(1)
    synthetic(tmp_path / "samples.npz", 30_000, np.random.default_rng(0))
    samples = fit.Samples([tmp_path / "samples.npz"])
    untrained, _ = fit.scores(fit.network(INPUTS), samples)
    net = fit.fit(samples, 3.0, 4.0)
    error, _ = fit.scores(net, samples)
    assert error < untrained / 2
    np.savez(tmp_path / "network.npz", **fit.arrays(net, samples))
    held_out = samples.batch(samples.held_out)
    with torch.inference_mode():
        wanted: F32 = net(held_out.inputs).sigmoid().numpy()
    answered = EdgeNetwork(tmp_path / "network.npz")([samples.inputs[samples.held_out].astype(np.float32)])
    assert np.abs(answered - wanted).max() < 1e-4


def test_loss_counts_only_what_is_known() -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is missing: make test-training has it")
    from training.edges.fit import ANSWER_SHARE, Batch, loss

    alpha, truth, missing = torch.full((1, 4), 0.75), torch.full((1, 4), 0.25), torch.full((1, 4), torch.nan)
    one = torch.ones(1, 4)
    plain = Batch(torch.zeros(1, 1), truth, missing, missing, one, one[:, :1])
    assert float(loss(alpha, plain, 4.0)) == pytest.approx(0.5 + 0.125)
    constant = plain._replace(previous_error=torch.full((1, 4), 0.5))
    assert float(loss(alpha, constant, 4.0)) == pytest.approx(0.5 + 0.125)
    changed = plain._replace(previous_error=torch.zeros(1, 4))
    assert float(loss(alpha, changed, 4.0)) == pytest.approx(0.5 + 0.125 + 4 * 0.25)
    answered = plain._replace(answer=alpha)
    assert float(loss(alpha, answered, 4.0)) == pytest.approx((1 - ANSWER_SHARE) * 0.625)
