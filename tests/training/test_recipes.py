"""Every recipe builds a network that PaddleSeg's losses can teach, on the Paddle that is installed."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import UsageError
from training import recipe

NAMES = sorted(path.stem for path in recipe.CONFIGS.glob("*.yml"))


def load(config: str, **changes: object) -> object:
    return recipe.load(
        argparse.Namespace(**{"config": config, "dataset_root": None, "opts": None, "device": "cpu"} | changes)
    )


def test_there_is_one_for_each_released_network() -> None:
    assert len(NAMES) == 9


@pytest.mark.filterwarnings("ignore")  # Paddle and PaddleSeg use what their own dependencies have deprecated
@pytest.mark.expected_log("")
@pytest.mark.parametrize("name", NAMES)
def test_one_step_lowers_the_loss(name: str) -> None:
    pytest.importorskip("paddleseg", reason="PaddleSeg (the train extra) is missing")
    import paddle
    from paddleseg.core.train import loss_computation

    builder = load(name, iters=100, learning_rate=0.01)
    paddle.seed(0)
    model = builder.model
    model.train()
    labels = np.zeros((2, 64, 64), np.int64)
    labels[:, 16:, 16:48] = 1
    picture = paddle.to_tensor(np.repeat(labels[:, None] * 2 - 1, 3, axis=1).astype(np.float32))
    truth = paddle.to_tensor(labels)
    losses = []
    for _ in range(4):
        loss = sum(loss_computation(model(picture), truth, None, builder.loss))
        loss.backward()
        builder.optimizer.step()
        builder.optimizer.clear_grad()
        losses.append(float(loss))
    assert losses[-1] < losses[0]


@pytest.mark.filterwarnings("ignore")
def test_unknown_recipe_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no recipe nonsense"):
        load("nonsense")
