import cv2
import numpy as np
import pytest

from engine.core.errors import ModelError
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import ModelFolder
from engine.segmentation.trimap import BACKGROUND, BAND_PX, FOREGROUND, UNKNOWN, read_trimap, trimap_of
from tests.segmentation.fake_models import SLOPE
from tests.segmentation.onnx_file import redness_onnx

RUNTIMES = ("openvino", "paddle")
pytestmark = pytest.mark.usefixtures("passed_trials", "unchecked_answers")
SOFTMAX = "general_192x192_inference_model_with_softmax"


def red_and_blue(size):
    """A picture whose left half is a red ramp and whose right half is blue."""
    width, height = size
    picture = np.zeros((height, width, 3), np.uint8)
    picture[:, : width // 2, 2] = np.linspace(255, 100, width // 2)
    picture[:, width // 2 :, 0] = 255
    return picture


def expected(picture, mean=0.5, std=0.5):
    red = (picture[..., 2] / 255 - mean) / std
    return 1 / (1 + np.exp(-SLOPE * red))


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_probabilities(legacy, runtime):
    predictor = load_predictor(ModelFolder(legacy / SOFTMAX), runtime)
    picture = red_and_blue(predictor.input_size((1280, 720)))
    np.testing.assert_allclose(predictor.predict(picture), expected(picture), atol=1e-5)


@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize(("frame", "size"), [((1280, 720), (160, 96)), ((720, 1280), (96, 160))])
def test_labels(legacy, runtime, frame, size):
    predictor = load_predictor(ModelFolder(legacy / "portrait_160x96_inference_model"), runtime, frame_size=frame)
    assert predictor.input_size(frame) == size
    picture = red_and_blue(size)
    labels = predictor.predict(picture)
    assert labels.dtype == np.float32
    np.testing.assert_array_equal(labels, expected(picture) > 0.5)


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_matting_alpha(legacy, runtime):
    predictor = load_predictor(ModelFolder(legacy / "matting_128"), runtime)
    assert predictor.input_size((1280, 720)) == (224, 128)
    assert predictor.input_size((720, 1280)) == (128, 224)
    for frame in ((1280, 720), (720, 1280)):
        picture = red_and_blue(predictor.input_size(frame))
        np.testing.assert_allclose(predictor.predict(picture), expected(picture, 0.485, 0.229), atol=1e-5)


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_a_given_trimap(legacy, runtime):
    trimap = np.full((300, 400), UNKNOWN, np.uint8)
    trimap[:100], trimap[-100:] = BACKGROUND, FOREGROUND
    predictor = load_predictor(ModelFolder(legacy / "dim-vgg16"), runtime, trimap=trimap)
    picture = red_and_blue(predictor.input_size((1280, 960)))
    assert picture.shape == (192, 256, 3)
    alpha = predictor.predict(picture)
    assert not alpha[:64].any()
    assert (alpha[-64:] == 1).all()
    np.testing.assert_allclose(alpha[64:128], expected(picture)[64:128] * UNKNOWN / 255, atol=1e-5)


def test_a_trimap_from_a_portrait_model(legacy, pictures):
    predictor = load_predictor(ModelFolder(legacy / "dim-vgg16"), "openvino")
    assert predictor.model_id == "dim-vgg16"
    height, width = pictures[0].shape[:2]
    small = cv2.resize(pictures[0], predictor.input_size((width, height)), interpolation=cv2.INTER_AREA)
    alpha = predictor.predict(small)
    inside, outside = np.mean(alpha == 1), np.mean(alpha == 0)
    assert inside > 0.05
    assert outside > 0.2
    assert inside + outside < 1
    predictor.close()


def test_a_trimap_is_certain_outside_a_band():
    mask = np.zeros((120, 200), np.float32)
    mask[:, 100:] = 1
    mask[10, 20] = 0.5
    trimap = trimap_of(mask)
    assert (trimap[:, :80] == BACKGROUND).mean() > 0.99
    assert trimap[10, 20] == UNKNOWN
    assert (trimap[:, 120:] == FOREGROUND).all()
    assert (trimap[60] == UNKNOWN).sum() == BAND_PX - 1


def test_reading_a_trimap(tmp_path):
    grey = np.array([[0, 1, 128], [254, 255, 255]], np.uint8)
    cv2.imwrite(str(tmp_path / "trimap.png"), grey)
    wanted = [[BACKGROUND, UNKNOWN, UNKNOWN], [UNKNOWN, FOREGROUND, FOREGROUND]]
    np.testing.assert_array_equal(read_trimap(tmp_path / "trimap.png"), wanted)


def test_paddle_3s_format_is_loaded_by_paddle(paddle3):
    for name in (SOFTMAX, "general_192x192_inference_model", "matting_128"):
        predictor = load_predictor(ModelFolder(paddle3 / name))
        assert predictor.runtime == "paddle:CPU"
        picture = red_and_blue(predictor.input_size((1280, 720)))
        wanted = expected(picture, 0.485, 0.229) if "matting" in name else expected(picture)
        if name.endswith("_inference_model"):
            wanted = wanted > 0.5
        np.testing.assert_allclose(predictor.predict(picture), wanted, atol=1e-5)


def test_openvino_refuses_paddle_3s_format(paddle3):
    with pytest.raises(ModelError, match="Paddle 3's format, which only Paddle reads"):
        load_predictor(ModelFolder(paddle3 / SOFTMAX), "openvino")


@pytest.mark.parametrize("fixed", [True, False])
def test_onnx_is_loaded_by_openvino(tmp_path, fixed):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "model.onnx").write_bytes(redness_onnx(SLOPE, (96, 160) if fixed else None))
    deploy = "{model: model.onnx, transforms: [{type: Resize, target_size: [160, 96]}, {type: Normalize}]}"
    (folder / "deploy.yaml").write_text(f"Deploy: {deploy}")
    predictor = load_predictor(ModelFolder(folder))
    assert predictor.runtime == "openvino:CPU"
    picture = red_and_blue(predictor.input_size((1280, 720)))
    np.testing.assert_allclose(predictor.predict(picture), expected(picture), atol=1e-5)
    upright = red_and_blue(predictor.input_size((720, 1280)))
    np.testing.assert_allclose(predictor.predict(upright), expected(upright), atol=1e-5)
    with pytest.raises(ModelError, match="is ONNX, which Paddle can't read"):
        load_predictor(ModelFolder(folder), "paddle")


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_logits_are_refused(legacy, runtime):
    with pytest.raises(ModelError, match="outside 0 to 1: export it with softmax"):
        load_predictor(ModelFolder(legacy / "logits_192x192"), runtime)
