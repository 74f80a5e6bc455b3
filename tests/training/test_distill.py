"""Distillation of the built-in network, on a data set of a few frames: material, samples, scores and training steps."""

from __future__ import annotations

import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.platform.paths import assets_dir
from training.distill import material, samples
from training.distill.backgrounds import draw_interior
from training.distill.pictures import Model, person_free, portrait, read_images, read_list
from training.distill.scores import false_person_share, flicker, foreground_iou, webcam_crop

OURS = assets_dir() / "models" / "cyclorama-lite" / "model.pdmodel"
SIZE = (384, 216)


def frames(count: int) -> list[np.ndarray]:
    """uint8 [216, 384, 3] BGR, from the demo clip."""
    video = cv2.VideoCapture(str(assets_dir() / "demo" / "demo.mp4"))
    read = [video.read()[1] for _ in range(count)]
    video.release()
    return [cv2.resize(frame, SIZE, interpolation=cv2.INTER_AREA) for frame in read]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set in PaddleSeg's form whose masks are the built-in model's, with one unlabelled picture."""
    folder = tmp_path_factory.mktemp("data")
    for name in ("images", "masks", "unlabelled", "backgrounds"):
        (folder / name).mkdir()
    model = Model(OURS)
    first, second, third = frames(3)
    lines = []
    for name, frame in (("clip_a", first), ("clip_b", second)):
        mask = cv2.resize(model.predict(frame), SIZE) > 0.5
        cv2.imwrite(str(folder / "images" / f"{name}.png"), frame)
        cv2.imwrite(str(folder / "masks" / f"{name}.png"), mask.astype(np.uint8))
        lines.append(f"images/{name}.png masks/{name}.png\n")
    (folder / "train.txt").write_text(lines[0])
    (folder / "val.txt").write_text(lines[1])
    cv2.imwrite(str(folder / "unlabelled" / "clip_c.png"), third)
    for number in range(2):
        cv2.imwrite(str(folder / "backgrounds" / f"{number}.png"), draw_interior(np.random.default_rng(number), *SIZE))
    return folder


@pytest.fixture(scope="module")
def drawn(data: Path, tmp_path_factory: pytest.TempPathFactory) -> samples.Material:
    """Material that the script made of the data set, with the built-in model as the teacher."""
    out = tmp_path_factory.mktemp("material")
    patch = pytest.MonkeyPatch()
    patch.setattr(material, "INTERIORS", 3)
    patch.setattr("sys.argv", ["material", "--data", str(data), "--teacher", str(OURS), "--out", str(out)])
    material.main()
    patch.undo()
    if not list((out / "person_free").iterdir()):  # the demo's person fills the frame
        cv2.imwrite(str(out / "person_free" / "drawn.png"), draw_interior(np.random.default_rng(9), *SIZE))
    return material.load(out, data, [data / "backgrounds"], held_out=("0.png",))


def test_material(drawn: samples.Material) -> None:
    assert len(drawn.portraits) == 2  # one labelled, one by the teacher
    assert len(drawn.photos) == 1
    assert len(drawn.interiors) == 3
    assert drawn.weights.sum() == pytest.approx(1)


def test_samples(drawn: samples.Material) -> None:
    rng = np.random.default_rng(0)
    batch = [samples.draw(drawn, rng) for _ in range(40)]
    for sample in batch:
        assert sample.degraded.shape == sample.clean.shape == (144, 256, 3)
        assert sample.alpha.shape == (144, 256)
        assert sample.degraded.dtype == sample.clean.dtype == sample.alpha.dtype == np.uint8
    empty = [sample for sample in batch if sample.label_weight == 1]
    assert empty
    assert not any(sample.alpha.any() for sample in empty)
    assert any(sample.alpha.any() for sample in batch)


def test_interiors_are_reproducible() -> None:
    first, again, other = (draw_interior(np.random.default_rng(seed), 64, 36) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_person_free_crops() -> None:
    image = np.zeros((100, 400, 3), np.uint8)
    mask = np.zeros((100, 400), np.uint8)
    image[:, 150:250], mask[:, 150:250] = 255, 255
    found = portrait(image, mask)
    assert found is not None
    crops = person_free(found, np.random.default_rng(0), 8)
    assert crops
    assert not any(crop.any() for crop in crops)
    assert portrait(image, np.zeros_like(mask)) is None


def test_scores(data: Path) -> None:
    predict = Model(OURS).predict
    pictures = [(image, mask) for _, image, mask in read_list(data, "val.txt")]
    assert foreground_iou(predict, pictures) > 0.9
    empty = read_images((data / "backgrounds").iterdir())
    assert false_person_share(lambda _: np.zeros((144, 256), np.float32), empty) == 0
    assert false_person_share(lambda _: np.ones((144, 256), np.float32), empty) == 1
    clip = [pictures[0][0]] * 3
    assert flicker(predict, clip) == pytest.approx(0, abs=1e-3)
    answers = iter(np.full((144, 256), value, np.float32) for value in (0, 1, 0))
    assert flicker(lambda _: next(answers), clip) == pytest.approx(1000, rel=1e-3)


def test_webcam_crop() -> None:
    mask = np.zeros((400, 320), np.uint8)
    mask[100:, 100:200] = 1
    _, cropped = webcam_crop(np.zeros((400, 320, 3), np.uint8), mask)
    assert cropped.shape == (180, 320)
    assert not cropped[:18].any()
    assert cropped[18].any()


def test_training_steps(drawn: samples.Material, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is missing: make test-training has it")
    from training.distill import archive, run
    from training.distill.network import PortraitNet

    torch.manual_seed(0)
    torch.set_num_threads(1)
    teacher = tmp_path / "teacher.npz"
    archive.write(PortraitNet(), teacher)
    rng = np.random.default_rng(0)
    batch = samples.stack([samples.draw(drawn, rng) for _ in range(2)])
    training = run.Run(teacher, end_s=time.time() + 3600, peak_rate=0.2)  # 1e-3 after the first step of the warm-up
    training.match_teacher_statistics(batch)
    blockwise = [training.train_step(batch) for _ in range(2)]
    assert np.isfinite(blockwise).all()
    assert blockwise[-1][0] < blockwise[0][0]
    training.blockwise_share = 0.0
    assert np.isfinite(training.train_step(batch)).all()
    training.save(tmp_path)
    again = run.Run(teacher, end_s=time.time() + 3600, peak_rate=0.2)  # 1e-3 after the first step of the warm-up
    again.resume(tmp_path / "checkpoint.pt")
    assert again.step == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["checkpoint.pt", "teacher.npz", "weights.pt"]
    exported = PortraitNet()
    exported.load_state_dict(torch.load(tmp_path / "weights.pt", weights_only=True))
    archive.write(exported, tmp_path / "weights.npz")
    read = archive.read(tmp_path / "weights.npz")
    picture = torch.from_numpy(rng.standard_normal((1, 3, 144, 256), np.float32))
    with torch.inference_mode():
        assert torch.allclose(read(picture)[0], exported.eval()(picture)[0], atol=1e-5)


def test_an_archive_of_another_network_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="PyTorch is missing: make test-training has it")
    from training.distill import archive

    np.savez(tmp_path / "other.npz", p0=np.zeros(3, np.float32))
    with pytest.raises(SystemExit, match="fits another network"):
        archive.read(tmp_path / "other.npz")
