import numpy as np

from engine.matte.refine.static_regions import StaticRegions


def pictures(seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    return rng.integers(60, 200, (144, 256), np.uint8), np.zeros((144, 256), np.float32)


def test_everything_is_looked_at_first_and_after_forgetting_and_at_another_size():
    still, (guide, alpha) = StaticRegions(), pictures()
    assert still.changed(guide, alpha).all()
    assert not still.changed(guide, alpha).all()
    still.forget()
    assert still.changed(guide, alpha).all()
    assert still.changed(guide.T.copy(), alpha.T.copy()).all()


def test_sensor_noise_is_no_change_and_a_moved_edge_is():
    still, (guide, alpha) = StaticRegions(), pictures()
    rng = np.random.default_rng(1)

    def noisy(picture: np.ndarray) -> np.ndarray:
        return np.clip(picture + rng.normal(0, 8 / 5, picture.shape), 0, 255).astype(
            np.uint8
        )  # sigma 8 over 5x5 pixels

    still.changed(noisy(guide), alpha)
    assert (still.changed(noisy(guide), alpha) > 0).mean() < 0.25  # the rows whose turn it is, and little else
    moved = guide.copy()
    moved[40:80, 100:140] ^= 64
    assert still.changed(noisy(moved), alpha)[42:78, 102:138].all()
    seen = alpha.copy()
    seen[100:110, 50:60] = 0.5
    assert still.changed(noisy(moved), seen)[100:110, 50:60].all()


def test_slow_drift_is_noticed_and_every_part_has_its_turn():
    still, (guide, alpha) = StaticRegions(), pictures()
    still.changed(guide, alpha)
    looked = np.zeros(guide.shape, int)
    for _ in range(16):
        looked += still.changed(guide, alpha) > 0
    assert looked.min() >= 1
    drifting = [still.changed(np.clip(guide.astype(int) + step, 0, 255).astype(np.uint8), alpha) for step in range(12)]
    assert any((look > 0).mean() > 0.5 for look in drifting)
