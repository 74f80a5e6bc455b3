"""Folders of pictures into a data set in PaddleSeg's form."""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.core.errors import UsageError
from training import dataset


def build(*arguments: object) -> int:
    parser = argparse.ArgumentParser()
    dataset.add_arguments(parser)
    return dataset.run(parser.parse_args([str(argument) for argument in arguments]))


def write(path: Path, picture: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    assert cv2.imwrite(str(path), picture)


@pytest.fixture
def masked(tmp_path: Path) -> Path:
    """Ten pictures with masks of 0 and 255, one of whose names has a space."""
    for number in range(10):
        name = f"person {number}" if number == 3 else f"person{number}"
        write(tmp_path / "images" / f"{name}.jpg", np.full((24, 32, 3), 20 * number, np.uint8))
        mask = np.zeros((24, 32), np.uint8)
        mask[8:, 8:24] = 255
        write(tmp_path / "masks" / f"{name}.png", mask)
    return tmp_path


def lines(folder: Path, part: str) -> list[list[str]]:
    return [line.split(" ") for line in (folder / f"{part}.txt").read_text().splitlines()]


def test_every_picture_lands_in_one_part_with_a_mask_of_labels(masked: Path) -> None:
    out = masked / "data"
    build("--images", masked / "images", "--masks", masked / "masks", "--val_share", 0.2, "--save_dir", out)
    parts = lines(out, "train"), lines(out, "val")
    assert [len(part) for part in parts] == [8, 2]
    names = [name for part in parts for name, _ in part]
    assert len(set(names)) == 10
    for image, mask in parts[0] + parts[1]:
        labels = cv2.imread(str(out / mask), cv2.IMREAD_GRAYSCALE)
        assert cv2.imread(str(out / image)).shape[:2] == labels.shape
        assert set(np.unique(labels)) == {0, 1}


def test_same_seed_same_split(masked: Path) -> None:
    for name in ("one", "two"):
        build("--images", masked / "images", "--masks", masked / "masks", "--seed", 5, "--save_dir", masked / name)
    assert lines(masked / "one", "val") == lines(masked / "two", "val")


def test_a_missing_mask_leaves_nothing_behind(masked: Path) -> None:
    (masked / "masks" / "person7.png").unlink()
    before = set(masked.iterdir())
    with pytest.raises(UsageError, match=r"person7.jpg has no mask"):
        build("--images", masked / "images", "--masks", masked / "masks", "--save_dir", masked / "data")
    assert set(masked.iterdir()) == before


def test_cut_outs_are_put_before_backgrounds(tmp_path: Path) -> None:
    cutout = np.zeros((20, 20, 4), np.uint8)
    cutout[5:, 5:15] = (10, 200, 30, 255)
    for number in range(2):
        write(tmp_path / "cutouts" / f"{number}.png", cutout)
    write(tmp_path / "backgrounds" / "red.png", np.full((50, 60, 3), (0, 0, 250), np.uint8))
    out = tmp_path / "data"
    build("--cutouts", tmp_path / "cutouts", "--backgrounds", tmp_path / "backgrounds", "--save_dir", out)
    image, mask = lines(out, "val")[0]
    picture, labels = cv2.imread(str(out / image)), cv2.imread(str(out / mask), cv2.IMREAD_GRAYSCALE)
    assert picture[0, 0].tolist() == [0, 0, 250]
    assert picture[10, 10].tolist() == [10, 200, 30]
    assert np.array_equal(labels > 0, cutout[..., 3] > 0)


def test_pictures_without_alpha_are_no_cut_outs(tmp_path: Path) -> None:
    write(tmp_path / "cutouts" / "a.png", np.zeros((8, 8, 3), np.uint8))
    with pytest.raises(UsageError, match="no alpha channel"):
        build("--cutouts", tmp_path / "cutouts", "--save_dir", tmp_path / "data")
