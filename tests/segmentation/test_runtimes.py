import importlib.metadata
import os
import shutil
import subprocess
import sys
import threading
import time

import cv2
import numpy as np
import pytest

from engine.core.errors import ModelError
from engine.segmentation import loading
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.hashes import SUMS_FILE
from engine.segmentation.models.model_folder import ModelFolder


def downsampled(picture, size):
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA)


def test_openvino_and_paddle_agree(model, pictures):
    openvino, paddle = (load_predictor(model, runtime) for runtime in ("openvino", "paddle"))
    assert (openvino.runtime, paddle.runtime) == ("openvino:CPU", "paddle:CPU")
    for picture in pictures:
        size = openvino.input_size((picture.shape[1], picture.shape[0]))
        assert size == paddle.input_size((picture.shape[1], picture.shape[0]))
        ours, reference = (each.predict(downsampled(picture, size)) for each in (openvino, paddle))
        assert ours.shape == (size[1], size[0])
        assert ours.dtype == np.float32
        assert 0.02 < ours.mean() < 0.98, "the image shows a person and a background"
        np.testing.assert_allclose(ours, reference, rtol=0, atol=1e-4)


def test_reduced_precision_changes_edges_only(ours, pictures):
    exact, reduced = (load_predictor(ours, "openvino", precision) for precision in ("f32", "bf16"))
    small = downsampled(pictures[0], exact.input_size((1280, 720)))
    difference = np.abs(exact.predict(small) - reduced.predict(small))
    assert difference.max() < 0.15
    assert difference.mean() < 2e-3


def test_a_mask_is_the_callers_own(ours, pictures):
    predictor = load_predictor(ours, "openvino")
    small = downsampled(pictures[0], predictor.input_size((1280, 720)))
    first = predictor.predict(small)
    kept = first.copy()
    predictor.predict(255 - small)
    np.testing.assert_array_equal(first, kept)


def test_predicting_leaves_other_threads_running(ours):
    """A thread that only counts gets on while a prediction runs beside it, as it can't where the lock is held."""
    predictor = load_predictor(ours, "openvino")
    blank = np.zeros((144, 256, 3), np.uint8)
    running = threading.Event()
    counted = 0
    stopped = threading.Event()

    def count():
        nonlocal counted
        running.set()
        while not stopped.is_set():
            counted += 1
            time.sleep(0)

    thread = threading.Thread(target=count)
    thread.start()
    running.wait()
    before, runs = counted, 50
    for _ in range(runs):
        predictor.predict(blank)
    during = counted - before
    stopped.set()
    thread.join()
    assert during > 10 * runs


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="only Linux tells which cores a thread may use")
def test_predicting_pins_no_thread_to_a_core(ours):
    predictor = load_predictor(ours, "openvino")
    blank = np.zeros((144, 256, 3), np.uint8)
    caller, seen = threading.get_native_id(), set()
    stopped = threading.Event()

    def watch():
        while not stopped.is_set():
            seen.add(frozenset(os.sched_getaffinity(caller)))

    thread = threading.Thread(target=watch)
    thread.start()
    for _ in range(50):
        predictor.predict(blank)
    stopped.set()
    thread.join()
    assert seen == {frozenset(os.sched_getaffinity(0))}


def test_only_the_chosen_runtime_is_imported(ours):
    """Neither Paddle, nor what downloads, nor OpenVINO's converter with the client that reports over the network."""
    script = (
        "import sys; from pathlib import Path; from engine.segmentation.models.model_folder import ModelFolder;"
        "from engine.segmentation.loading import load_predictor;"
        f"load_predictor(ModelFolder(Path({str(ours.path)!r})), 'auto');"
        "unwanted = {'paddle', 'openvino_telemetry', 'openvino.tools.ovc', 'pooch', 'requests'} & set(sys.modules);"
        "sys.exit(repr(unwanted) if unwanted else 0)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60, cwd=ours.path.parents[2])


def test_auto_prefers_paddle_with_cuda(monkeypatch):
    assert loading._candidates(".pdmodel") == ["openvino"]
    monkeypatch.setattr(importlib.metadata, "version", lambda name: {"paddlepaddle-gpu": "3.3.1"}[name])
    assert loading._candidates(".pdmodel") == ["paddle", "openvino"]


def damaged(ours, folder, file, damage):
    """A copy whose file is damaged, without the hashes that would show it before a runtime reads it."""
    shutil.copytree(ours.path, folder, ignore=shutil.ignore_patterns(SUMS_FILE))
    (folder / file).write_bytes(damage((folder / file).read_bytes()))
    return ModelFolder(folder)


@pytest.mark.parametrize("runtime", ["openvino", "auto"])
@pytest.mark.parametrize(
    ("file", "damage"),
    [
        ("model.pdmodel", lambda data: b""),
        ("model.pdmodel", lambda data: data[:1000]),
        ("model.pdmodel", lambda data: b"<html>not found</html>" * 50),
        ("model.pdiparams", lambda data: b""),
        ("model.pdiparams", lambda data: data[: len(data) // 2]),
        ("model.pdiparams", lambda data: b"\xff" * len(data)),
    ],
)
def test_damaged_files_are_refused(ours, tmp_path, runtime, file, damage):
    with pytest.raises(ModelError, match="broken") as refused:
        load_predictor(damaged(ours, tmp_path / "broken", file, damage), runtime)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("file", "damage", "words"),
    [
        ("model.pdmodel", lambda data: data.replace(b"fetch", b"other", 1), "Paddle crashes on model broken"),
        ("model.pdiparams", lambda data: data[: len(data) // 2], "Paddle can't load model broken"),
    ],
)
def test_damage_crashes_only_the_trial(ours, tmp_path, file, damage, words):
    with pytest.raises(ModelError, match=words) as refused:
        load_predictor(damaged(ours, tmp_path / "broken", file, damage), "paddle")
    assert "\n" not in str(refused.value)


def test_a_trial_is_remembered(ours, tmp_path, monkeypatch):
    model = damaged(ours, tmp_path / "odd", "model.pdiparams", lambda data: data[:-4] + bytes(4))
    load_predictor(model, "paddle").close()
    monkeypatch.setattr(sys, "executable", "/nonexistent")
    load_predictor(model, "paddle").close()


def test_nan_weights_are_refused(ours, tmp_path):
    """A flipped exponent loads well and answers NaN, which no later stage would take for a person."""
    nans = np.full(4, np.nan, np.float32).tobytes()
    model = damaged(ours, tmp_path / "broken", "model.pdiparams", lambda data: data[:-16] + nans)
    with pytest.raises(ModelError, match="outside 0 to 1"):
        load_predictor(model, "openvino")
