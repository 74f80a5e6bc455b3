"""Masks and mattes: one reader, whatever way their numbers are meant, and lists with odd names."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from engine.core.errors import SourceError, UsageError
from engine.segmentation.evaluation.labels import TruthKind, kind_of_masks, labels_of, read_mask
from engine.segmentation.evaluation.pairs import find_pairs
from tests.conftest import shared
from training.labelled_lists import write_list

TRUTH = np.zeros((24, 32), np.uint8)
TRUTH[6:, 8:24] = 1


def save(path: Path, numbers: np.ndarray, mode: str = "L") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = PIL.Image.fromarray(numbers.astype(np.uint8))
    if mode == "P":
        picture = picture.copy()
        picture.putpalette([0, 0, 0, 128, 0, 0] + [77, 88, 99] * 254)
    else:
        picture = picture.convert(mode)
    picture.save(path)
    return path


def read(path: Path) -> np.ndarray:
    return labels_of(read_mask(path), kind_of_masks([path]), path)


@pytest.mark.parametrize(
    ("numbers", "mode"),
    [(TRUTH, "L"), (TRUTH, "P"), (TRUTH * 255, "L"), (TRUTH * 255, "1"), (TRUTH * 255, "RGB"), (TRUTH * 255, "RGBA")],
    ids=["labels", "palette", "black and white", "bits", "RGB", "RGBA"],
)
def test_every_form_gives_the_same_labels(tmp_path: Path, numbers: np.ndarray, mode: str) -> None:
    assert np.array_equal(read(save(tmp_path / "mask.png", numbers, mode)), TRUTH)


def test_255_is_not_counted_beside_labels(tmp_path: Path) -> None:
    numbers = TRUTH.copy()
    numbers[:, 7] = 255
    assert np.array_equal(read(save(tmp_path / "mask.png", numbers)), numbers)


def test_a_mask_without_a_person_follows_the_others(tmp_path: Path) -> None:
    band = np.zeros_like(TRUTH)
    band[:, 7] = 255
    empty, other = save(tmp_path / "a.png", band), save(tmp_path / "b.png", TRUTH)
    assert kind_of_masks([empty, other]) is TruthKind.LABELS
    assert np.array_equal(labels_of(read_mask(empty), TruthKind.LABELS, empty), band)


def test_mattes_are_halved(tmp_path: Path) -> None:
    ramp = np.repeat(np.linspace(0, 255, 32).astype(np.uint8)[None], 24, axis=0)
    path = save(tmp_path / "matte.png", ramp)
    assert kind_of_masks([path]) is TruthKind.ALPHA
    assert np.array_equal(read(path), (ramp > 127).astype(np.uint8))


@pytest.mark.parametrize("label", [2, 20, 254])
def test_other_labels_are_refused_by_name(tmp_path: Path, label: int) -> None:
    path = save(tmp_path / "mask.png", np.where(TRUTH, label, 0))
    with pytest.raises(SourceError, match=rf"mask.png holds the label {label}"):
        read(path)


def test_a_coloured_picture_is_no_mask(tmp_path: Path) -> None:
    PIL.Image.new("RGB", (32, 24), "orange").save(tmp_path / "mask.png")
    with pytest.raises(SourceError, match="channels differ"):
        read_mask(tmp_path / "mask.png")


def data_set(folder: Path, lines: str, numbers: np.ndarray = TRUTH * 255) -> Path:
    for name in ("one", "two words"):
        PIL.Image.new("RGB", (32, 24), "orange").save(folder / f"{name}.jpg")
        save(folder / f"{name}.png", numbers)
    (folder / "train.txt").write_bytes(lines.encode("utf-8-sig"))
    return folder / "train.txt"


@pytest.mark.parametrize(
    "lines",
    ["one.jpg\tone.png\r\ntwo words.jpg\ttwo words.png\r\n", "one.jpg one.png\n\ntwo words.jpg two words.png"],
    ids=["tabs", "spaces"],
)
def test_lists_with_a_bom_tabs_and_spaces_in_names(tmp_path: Path, lines: str) -> None:
    pairs = find_pairs(data_set(tmp_path, lines))
    assert [pair.picture.name for pair in pairs] == ["one.jpg", "two words.jpg"]
    assert [pair.truth.name for pair in pairs] == ["one.png", "two words.png"]


@pytest.mark.parametrize(
    ("line", "problem"), [("gone.jpg one.png", "there is no .*gone.jpg"), ("one.jpg", "it names one file")]
)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, line: str, problem: str) -> None:
    with pytest.raises(UsageError, match=rf"train.txt, line 2: {problem}"):
        find_pairs(data_set(tmp_path, f"one.jpg one.png\n{line}\n"))


def test_half_a_picture_is_refused(tmp_path: Path) -> None:
    data_set(tmp_path, "one.jpg one.png")
    data = (tmp_path / "one.jpg").read_bytes()
    (tmp_path / "one.jpg").write_bytes(data[: len(data) - 40])
    with pytest.raises(SourceError, match="damaged"):
        find_pairs(tmp_path / "train.txt")[0].read_picture()


def test_training_gets_labels_from_black_and_white(tmp_path: Path) -> None:
    names = data_set(tmp_path, "one.jpg\tone.png\ntwo words.jpg\ttwo words.png")
    (tmp_path / "made").mkdir()
    written = write_list(names, tmp_path / "made")
    for line in written.read_text().splitlines():
        picture, mask = line.split("\t")
        assert Path(picture).is_file()
        assert np.array_equal(np.asarray(PIL.Image.open(mask)), TRUTH)


@pytest.mark.parametrize("name", ["list_255", "list_palette", "ignore255"])
def test_shared_data_sets(name: str) -> None:
    pairs = find_pairs(shared(f"cases/labels/{name}"))
    kind = kind_of_masks([pair.truth for pair in pairs])
    for pair in pairs:
        labels = labels_of(pair.read_truth(), kind, pair.truth)
        assert 0.02 < (labels == 1).mean() < 0.98
        assert (255 in labels) == (name == "ignore255")
