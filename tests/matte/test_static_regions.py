import numpy as np

from engine.matte.refine.static_regions import StaticRegions


def pictures(seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    return rng.integers(60, 200, (144, 256), np.uint8), np.zeros((144, 256), np.float32)


class Watch:
    """Asks frame by frame, as the refiner does."""

    def __init__(self) -> None:
        self.regions = StaticRegions()

    def changed(self, guide: np.ndarray, alpha: np.ndarray) -> np.ndarray:
        refresh, self.regions = self.regions.changed(guide, alpha)
        return refresh


def test_first_frame_and_another_size_are_all_changed():
    watch, (guide, alpha) = Watch(), pictures()
    assert watch.changed(guide, alpha).all()
    assert not watch.changed(guide, alpha).all()
    assert watch.changed(guide.T.copy(), alpha.T.copy()).all()


def test_a_frame_that_is_not_kept_changes_nothing():
    guide, alpha = pictures()
    _, regions = StaticRegions().changed(guide, alpha)
    before = regions.guide.copy(), regions.alpha.copy()
    regions.changed(255 - guide, alpha + 1)
    assert np.array_equal(regions.guide, before[0])
    assert np.array_equal(regions.alpha, before[1])


def test_noise_is_static_and_a_moved_edge_is_not():
    watch, (guide, alpha) = Watch(), pictures()
    rng = np.random.default_rng(1)

    def noisy(picture: np.ndarray) -> np.ndarray:
        return np.clip(picture + rng.normal(0, 8 / 5, picture.shape), 0, 255).astype(
            np.uint8
        )  # sigma 8 over 5x5 pixels

    watch.changed(noisy(guide), alpha)
    assert (watch.changed(noisy(guide), alpha) > 0).mean() < 0.25  # the refreshed rows, and little else
    moved = guide.copy()
    moved[40:80, 100:140] ^= 64
    assert watch.changed(noisy(moved), alpha)[42:78, 102:138].all()
    seen = alpha.copy()
    seen[100:110, 50:60] = 0.5
    assert watch.changed(noisy(moved), seen)[100:110, 50:60].all()


def test_drift_is_found_and_every_row_refreshed():
    watch, (guide, alpha) = Watch(), pictures()
    watch.changed(guide, alpha)
    refreshed = np.zeros(guide.shape, int)
    for _ in range(16):
        refreshed += watch.changed(guide, alpha) > 0
    assert refreshed.min() >= 1
    drifting = [watch.changed(np.clip(guide.astype(int) + step, 0, 255).astype(np.uint8), alpha) for step in range(12)]
    assert any((refresh > 0).mean() > 0.5 for refresh in drifting)
