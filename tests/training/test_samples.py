"""Training samples: what is pasted is known, and framed as the network sees persons in the app."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from training.distill import samples
from training.distill.pictures import Portrait, portrait, read_cutouts

GREEN, RED = (0, 200, 0), (0, 0, 200)


def cutout(folder: Path) -> Portrait:
    """A red person of half the height of the picture, written as PNG with alpha."""
    bgra = np.zeros((200, 90, 4), np.uint8)
    cv2.ellipse(bgra, (45, 40), (20, 30), 0, 0, 360, (*RED, 255), -1)
    cv2.rectangle(bgra, (10, 70), (80, 199), (*RED, 255), -1)
    cv2.imwrite(str(folder / "person.png"), bgra)
    cv2.imwrite(str(folder / "opaque.png"), bgra[..., :3])
    (person,) = read_cutouts(sorted(folder.iterdir()))
    return person


def material(person: Portrait) -> samples.Material:
    background = np.full((216, 384, 3), GREEN, np.uint8)
    return samples.Material([person], np.ones(1), [person], [background], [background], [background])


def test_cutouts_have_a_margin(tmp_path: Path) -> None:
    person = cutout(tmp_path)
    assert person.alpha[:3].max() == person.alpha[:, :3].max() == person.alpha[-3:].max() == 0
    assert person.alpha.max() == 255
    assert portrait(person.image, np.zeros_like(person.alpha)) is None


def test_samples_are_what_they_say(tmp_path: Path) -> None:
    """Images and alpha as documented, with all kinds among a few dozen."""
    source, rng = material(cutout(tmp_path)), np.random.default_rng(0)
    drawn = [samples.draw(source, rng) for _ in range(60)]
    for sample in drawn:
        assert sample.degraded.shape == sample.clean.shape == (144, 256, 3)
        assert sample.degraded.dtype == sample.alpha.dtype == np.uint8
        assert sample.alpha.shape == (144, 256)
        assert sample.label_weight < 1 or not sample.alpha.any()
    weights = {round(float(sample.label_weight), 2) for sample in drawn}
    assert weights == {1.0, samples.PASTED_LABEL_WEIGHT, samples.NATURAL_LABEL_WEIGHT}


def test_persons_are_pasted_close(tmp_path: Path) -> None:
    """Half of them as the region of interest frames: in the middle, little above the head, down to the border."""
    person, rng = cutout(tmp_path), np.random.default_rng(0)
    tops, bottoms = [], []
    for _ in range(60):
        matrix = samples._placement(person, rng)
        x0, y0, x1, y1 = person.box
        (left, top), (right, bottom) = (matrix @ (x, y, 1) for x, y in ((x0, y0), (x1, y1)))
        assert 0 < (left + right) / 2 < samples.WIDTH
        tops.append(top / samples.HEIGHT)
        bottoms.append(bottom / samples.HEIGHT)
    assert np.mean([0 <= top <= 0.15 for top in tops]) > 0.5
    assert min(bottoms) > 0.99
