import json

import cv2
import numpy as np
import pytest

import main
from engine.segmentation.models import library
from engine.segmentation.models.catalogue import CATALOGUE, entry
from engine.segmentation.models.catalogue_entry import Kind, Variant
from engine.segmentation.models.model_folder import find_model
from engine.segmentation.trimap import BACKGROUND, FOREGROUND, UNKNOWN
from tests.conftest import SHARED
from tests.segmentation.fake_models import RESIZE
from tests.segmentation.server import Page, serving
from tests.segmentation.test_library import zipped

pytestmark = pytest.mark.usefixtures("unchecked_answers")

FAKE_MODELS = {
    Variant.SOFTMAX: "general_192x192_inference_model_with_softmax",
    Variant.ARGMAX: "general_192x192_inference_model",
    Variant.ALPHA: "matting_128",
}
MODELS = [
    (known.id, variant)
    for known in CATALOGUE
    if known.kind is not Kind.DATA
    for variant in known.paths
    if variant in FAKE_MODELS
]


@pytest.fixture
def picture(tmp_path):
    """What every fake model calls a person: a red disc on a blue background."""
    bgr = np.full((180, 320, 3), (200, 60, 0), np.uint8)
    cv2.circle(bgr, (160, 90), 50, (0, 0, 255), -1)
    cv2.imwrite(str(tmp_path / "disc.png"), bgr)
    return tmp_path / "disc.png"


def archive_of(known, variant, legacy):
    """The official files where they are at hand and asked for; else a fake model of the entry's signature and size."""
    official = SHARED / "models" / f"{known.id}_inference_model_with_softmax"
    if variant is Variant.SOFTMAX and official.is_dir():
        return zipped({file.name: file.read_bytes() for file in official.iterdir()})
    folder = legacy / ("dim-vgg16" if known.id.startswith("dim") else FAKE_MODELS[variant])
    files = {file.name: file.read_bytes() for file in folder.iterdir()}
    if known.kind is not Kind.MATTING:
        transforms = RESIZE % known.input_size
        files["deploy.yaml"] = (
            f"Deploy: {{model: model.pdmodel, params: model.pdiparams, transforms: {transforms}}}".encode()
        )
    return zipped(files)


def test_rows():
    assert len({model_id for model_id, _ in MODELS}) == 15
    assert [variant for _, variant in MODELS].count(Variant.ARGMAX) == 7


@pytest.mark.parametrize(("model_id", "variant"), MODELS)
def test_every_model_downloads_and_renders(model_id, variant, legacy, picture, tmp_path, monkeypatch):
    known = entry(model_id)
    if variant is Variant.SOFTMAX and known.sha256 and not (SHARED / "models").is_dir():
        pytest.skip("only the published files have the published sha256; the labels' row covers the path")
    with serving() as server:
        monkeypatch.setenv("CYCLORAMA_MODELS_URL", server.url)
        server.pages[known.paths[variant]] = Page(archive_of(known, variant, legacy))
        assert main.main(["models", "get", model_id, "--variant", variant]) == 0
    is_official = library.verify(find_model(model_id).path) is library.Trust.VERIFIED
    assert is_official == bool(variant is Variant.SOFTMAX and known.sha256)
    output, alpha, stats = (tmp_path / name for name in ("out.png", "alpha.png", "stats.json"))
    command = ["render", str(picture), str(output), "--background", "color:#00ff00", "--precision", "f32"]
    command += ["--model", model_id, "--mask-out", str(alpha), "--stats-json", str(stats)]
    assert main.main(command) == 0
    result, mask = cv2.imread(str(output)), cv2.imread(str(alpha), cv2.IMREAD_GRAYSCALE)
    assert result.shape == (180, 320, 3)
    assert result[5, 5].tolist() == [0, 255, 0], "the background is replaced"
    assert json.loads(stats.read_text())["model"] == model_id
    if not is_official and model_id != "dim-vgg16":  # a real network, as makes the trimap, finds no person
        assert mask[90, 160] == 255
        assert result[90, 160].tolist() == [0, 0, 255], "what the network calls a person is there"


def test_a_trimap_from_the_command_line(legacy, picture, tmp_path):
    trimap = np.full((180, 320), UNKNOWN, np.uint8)
    trimap[:, :110], trimap[60:120, 130:190] = BACKGROUND, FOREGROUND
    cv2.imwrite(str(tmp_path / "trimap.png"), trimap)
    command = ["render", str(picture), str(tmp_path / "out.png"), "--model", str(legacy / "dim-vgg16")]
    command += ["--background", "color:#00ff00", "--mask-out", str(tmp_path / "alpha.png")]
    assert main.main([*command, "--trimap", str(tmp_path / "trimap.png")]) == 0
    alpha = cv2.imread(str(tmp_path / "alpha.png"), cv2.IMREAD_GRAYSCALE)
    assert not alpha[:, :90].any()
    assert (alpha[80:100, 140:180] == 255).all()
    assert main.main([*command, "--trimap", str(tmp_path / "nothing.png")]) == 2
