import cv2
import numpy as np
import pytest

import main
from engine.segmentation.catalogue import CATALOGUE, Kind, Variant, entry
from engine.segmentation.trimap import INSIDE, OUTSIDE, UNKNOWN
from tests.conftest import SHARED
from tests.segmentation.server import Page, serving
from tests.segmentation.stand_ins import RESIZE
from tests.segmentation.test_library import zipped

MODELS = [known.id for known in CATALOGUE if known.kind is not Kind.DATA]
STAND_INS = {
    Variant.SOFTMAX: "general_192x192_inference_model_with_softmax",
    Variant.ARGMAX: "general_192x192_inference_model",
    Variant.ALPHA: "matting_128",
}


@pytest.fixture
def picture(tmp_path):
    """What every stand-in calls a person: a red disc, in a blue room."""
    room = np.full((180, 320, 3), (200, 60, 0), np.uint8)
    cv2.circle(room, (160, 90), 50, (0, 0, 255), -1)
    cv2.imwrite(str(tmp_path / "room.png"), room)
    return tmp_path / "room.png"


def archive_of(known, variant, legacy):
    """The official files where they are at hand and asked for; else a stand-in of the entry's signature and size."""
    official = SHARED / "models" / f"{known.id}_inference_model_with_softmax"
    if variant is Variant.SOFTMAX and official.is_dir():
        return zipped({file.name: file.read_bytes() for file in official.iterdir()})
    folder = legacy / ("dim-vgg16" if known.id.startswith("dim") else STAND_INS[variant])
    files = {file.name: file.read_bytes() for file in folder.iterdir()}
    if known.kind is not Kind.MATTING:
        transforms = RESIZE % known.input_size
        files["deploy.yaml"] = (
            f"Deploy: {{model: model.pdmodel, params: model.pdiparams, transforms: {transforms}}}".encode()
        )
    return zipped(files)


@pytest.mark.parametrize("model_id", MODELS)
def test_every_model_is_fetched_and_renders(model_id, legacy, picture, tmp_path, monkeypatch):
    known = entry(model_id)
    is_published = bool(known.sha256) and not (SHARED / "models").is_dir()
    variant = Variant.ARGMAX if is_published else known.default_variant()
    with serving() as server:
        monkeypatch.setenv("CYCLORAMA_MODELS_URL", server.url)
        server.pages[known.paths[variant]] = Page(archive_of(known, variant, legacy))
        assert main.main(["models", "get", model_id, "--variant", variant]) == 0
    output = tmp_path / "out.png"
    command = ["render", str(picture), str(output), "--background", "color:#00ff00", "--model", model_id]
    assert main.main([*command, "--precision", "f32"]) == 0
    result = cv2.imread(str(output))
    assert result.shape == (180, 320, 3)
    assert result[5, 5].tolist() == [0, 255, 0], "the room is gone"


def test_a_trimap_from_the_command_line(legacy, picture, tmp_path):
    trimap = np.full((180, 320), UNKNOWN, np.uint8)
    trimap[:, :110], trimap[60:120, 130:190] = OUTSIDE, INSIDE
    cv2.imwrite(str(tmp_path / "trimap.png"), trimap)
    command = ["render", str(picture), str(tmp_path / "out.png"), "--model", str(legacy / "dim-vgg16")]
    command += ["--background", "color:#00ff00", "--mask-out", str(tmp_path / "alpha.png")]
    assert main.main([*command, "--trimap", str(tmp_path / "trimap.png")]) == 0
    alpha = cv2.imread(str(tmp_path / "alpha.png"), cv2.IMREAD_GRAYSCALE)
    assert not alpha[:, :90].any()
    assert (alpha[80:100, 140:180] == 255).all()
    assert main.main([*command, "--trimap", str(tmp_path / "nothing.png")]) == 2
