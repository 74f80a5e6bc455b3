"""From a trained network to a compact one, on a few drawn pictures."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch is missing: make test-training has it")

from training.distill import compact_run, pruning, shards  # noqa: E402  need PyTorch
from training.distill.compact_network import CompactNet  # noqa: E402
from training.distill.network import PortraitNet  # noqa: E402

SAMPLES = 4
torch.set_num_threads(1)


@pytest.fixture(scope="module")
def trained() -> PortraitNet:
    """A random network whose batch norms have measured pictures, as a trained one's have."""
    torch.manual_seed(0)
    net = PortraitNet()
    for _ in range(2):
        net(torch.rand(4, 3, 144, 256) * 2 - 1)
    return net.eval()


@pytest.fixture(scope="module")
def shard(trained: PortraitNet) -> shards.Shard:
    """Bright rectangles as persons, and the trained network's features of them."""
    rng = np.random.default_rng(0)
    degraded = rng.integers(0, 90, (SAMPLES, 144, 256, 3), np.uint8)
    target = np.zeros((SAMPLES, 144, 256), np.uint8)
    for number in range(SAMPLES):
        left = rng.integers(0, 150)
        target[number, 40:, left : left + 90] = 255
    degraded[target > 0] += 150
    with torch.inference_mode():
        features = trained.encode(torch.from_numpy(shards.normalise(degraded)))
    unsure = np.arange(SAMPLES) > 0
    return shards.Shard(degraded, target, unsure, *(each.numpy().astype(np.float16) for each in features))


def test_shards_come_back_whole(shard: shards.Shard, tmp_path: Path) -> None:
    shards.write(shard, tmp_path / "0000.npz")
    (tmp_path / "0001.part").touch()  # one that is being written
    again = next(shards.shuffled(tmp_path, np.random.default_rng(0)))
    for before, after in zip(shard, again, strict=True):
        assert np.array_equal(before, after)


def test_pruning_comes_nearer_than_a_constant(trained: PortraitNet, shard: shards.Shard) -> None:
    """Of each block's output a constant misses the whole variance, the fitted projection less."""
    batch = compact_run.to_batch(shard, slice(0, SAMPLES))
    missing = pruning.start_from(trained, CompactNet(), batch.degraded, batch.features)
    assert max(missing) < 0.99
    assert np.mean(missing) < 0.6


def test_run_learns_and_goes_on(shard: shards.Shard, tmp_path: Path) -> None:
    """A few steps of each phase lower the loss; a resumed run starts where the other stopped."""
    run = compact_run.Run(time.time() + 1000, 3e-3)
    batch = compact_run.to_batch(shard, slice(0, SAMPLES))
    for run.blockwise_share in (1.0, 0.0):
        losses = [run.train_step(batch)[0] for _ in range(6)]
        assert np.mean(losses[-2:]) < losses[0]
    run.save(tmp_path)
    again = compact_run.Run(time.time() + 1000, 3e-3)
    again.resume(tmp_path / "checkpoint.pt")
    assert again.step == 12
    assert again.train_step(batch)[0] == pytest.approx(run.train_step(batch)[0], rel=1e-3)


def test_arrays_hold_the_network(tmp_path: Path) -> None:
    """What the conversion to Paddle checks itself against: the logits of the example are the parameters' own."""
    net = CompactNet()
    compact_run.save_arrays(net, tmp_path / "weights.npz")
    arrays = dict(np.load(tmp_path / "weights.npz"))
    example, logits = torch.from_numpy(arrays.pop("input")), arrays.pop("logits")
    again = CompactNet()
    again.load_state_dict({name: torch.from_numpy(value) for name, value in arrays.items()}, strict=False)
    with torch.inference_mode():
        assert again.eval()(example).numpy() == pytest.approx(logits, abs=1e-5)


def test_augmented_planes_stay_aligned(shard: shards.Shard) -> None:
    """Bright pixels are the person's, at the input's size and, as features of the same batch, at a quarter."""
    batch = compact_run.to_batch(shard, slice(0, SAMPLES))
    quarter = torch.nn.functional.avg_pool2d(batch.target[:, None], 2)
    batch = batch._replace(features=[quarter, *batch.features[1:]])
    shapes = set()
    for seed in range(8):
        again = compact_run.augmented(batch, np.random.default_rng(seed))
        shapes.add(tuple(again.degraded.shape[2:]))
        bright = torch.nn.functional.avg_pool2d(again.degraded.mean(1, keepdim=True), 2)[:, 0]
        assert bright[again.target == 1].min() > bright[again.target == 0].max()
        assert torch.equal(again.features[0], torch.nn.functional.avg_pool2d(again.target[:, None], 2))
    assert shapes == {(144, 256), (128, 208)}
