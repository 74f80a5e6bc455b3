import random
from pathlib import Path

import pytest

from engine.core.errors import ModelError
from engine.segmentation.models.deploy import SIDE_LIMITS_PX, read_deploy

PORTRAIT = """
Deploy:
  model: model.pdmodel
  params: model.pdiparams
  transforms:
  - target_size:
    - 256
    - 144
    type: Resize
  - type: Normalize
"""
MATTING = """
Deploy:
  input_shape: [-1, 3, -1, -1]
  model: model.pdmodel
  params: model.pdiparams
  transforms:
  - type: LoadImages
  - short_size: 512
    type: ResizeByShort
  - mult_int: 32
    type: ResizeToIntMult
  - mean: [0.485, 0.456, 0.406]
    std: [0.229, 0.224, 0.225]
    type: Normalize
"""


def write(folder: Path, text: str | bytes) -> Path:
    (folder / "deploy.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def with_transforms(steps: str) -> str:
    return f"Deploy: {{model: m.pdmodel, params: p, transforms: [{steps}]}}"


def test_reads_what_paddleseg_writes(tmp_path):
    deploy = read_deploy(write(tmp_path, PORTRAIT))
    assert (deploy.model_file, deploy.params_file) == ("model.pdmodel", "model.pdiparams")
    assert deploy.mean == deploy.std == (0.5, 0.5, 0.5)
    assert deploy.input_size((1280, 720)) == (256, 144)


def test_orientation_follows_the_frame_or_the_setting(tmp_path):
    deploy = read_deploy(write(tmp_path, PORTRAIT))
    assert deploy.input_size((720, 1280)) == (144, 256)
    assert deploy.input_size((1280, 720), vertical=True) == (144, 256)
    assert deploy.input_size((640, 480)) == deploy.input_size((500, 500)) == (256, 144)


def test_reads_matting_transforms(tmp_path):
    deploy = read_deploy(write(tmp_path, MATTING))
    assert deploy.mean == (0.485, 0.456, 0.406)
    assert deploy.std == (0.229, 0.224, 0.225)
    assert deploy.input_size((1280, 720)) == (896, 512)  # 910 x 512, down to multiples of 32
    assert deploy.input_size((720, 1280)) == (512, 896)


@pytest.mark.parametrize(
    ("steps", "frame", "wanted"),
    [
        ("{type: LimitLong, max_long: 1024}", (4000, 2000), (1024, 512)),
        ("{type: LimitLong, max_long: 1024}", (640, 480), (640, 480)),
        ("{type: LimitLong, min_long: 1280}", (640, 480), (1280, 960)),
        ("{type: LimitShort, max_short: 720}", (1920, 1080), (1280, 720)),
        ("{type: ResizeByLong, long_size: 512}", (1920, 1080), (512, 288)),
        ("{type: ResizeByShort, short_size: 512}, {type: LimitLong, max_long: 600}", (1920, 1080), (600, 338)),
        ("{type: Resize, target_size: 512}", (1920, 1080), (512, 512)),
        ("{type: Resize, target_size: [398, 224]}, {type: ResizeToIntMult}", (1920, 1080), (384, 224)),
        ("{type: ResizeByLong, long_size: 64}", (4000, 10), (64, SIDE_LIMITS_PX[0])),
        ("{type: ResizeByShort, short_size: 512}", (40000, 10), (SIDE_LIMITS_PX[1], 512)),
    ],
)
def test_sizes(tmp_path, steps, frame, wanted):
    assert read_deploy(write(tmp_path, with_transforms(steps))).input_size(frame) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "just a sentence",
        "Deploy:",
        "[1, 2]",
        "Deploy: {model: m.pdmodel, params: p}",
        "Deploy: {model: ../../m.pdmodel, params: p, transforms: []}",
        "Deploy: {model: /etc/m.pdmodel, params: p, transforms: []}",
        "Deploy: {model: m.exe, params: p, transforms: []}",
        "Deploy: {model: [m], params: p, transforms: []}",
        with_transforms("Resize"),
        with_transforms("{type: Resize, target_size: [0, 144]}"),
        with_transforms("{type: Resize, target_size: [-256, 144]}"),
        with_transforms("{type: Resize, target_size: [1.0e+9, 144]}"),
        with_transforms("{type: Resize, target_size: [999999999999999999999, 144]}"),
        with_transforms("{type: Resize, target_size: [1, 2, 3]}"),
        with_transforms("{type: Resize, target_size: [256, 144], keep_ratio: true}"),
        with_transforms("{type: Normalize, mean: [0.5, 0.5]}"),
        with_transforms("{type: Normalize, mean: [.nan, 0.5, 0.5]}"),
        with_transforms("{type: Normalize, std: [0, 0, 0]}"),
        with_transforms("{type: ResizeToIntMult, mult_int: 0}"),
        with_transforms("{type: LimitLong, min_long: 900, max_long: 100}"),
        with_transforms("{type: RandomDistort}"),
        with_transforms("{}"),
        with_transforms("!!python/object/apply:os.system [true]"),
        "a: &a [x, x]\nb: &b [*a, *a]\nDeploy: *b",
        "Deploy: " + "[" * 10000,
        b"\xff\xfe\x00\x00",
        b"Deploy: \x00",
        "Deploy: {" + "x" * 20000 + ": 1}",
    ],
)
def test_an_invalid_description_is_refused(tmp_path, text):
    with pytest.raises(ModelError) as refused:
        read_deploy(write(tmp_path, text))
    assert "\n" not in str(refused.value)
    assert "deploy.yaml" in str(refused.value)


def test_a_missing_description_is_refused(tmp_path):
    with pytest.raises(ModelError, match=r"deploy\.yaml can't be read"):
        read_deploy(tmp_path)


def test_mutated_descriptions(tmp_path):
    chance = random.Random(5)
    refused = 0
    for _ in range(1000):
        text = bytearray(chance.choice((PORTRAIT, MATTING)).encode())
        for _ in range(chance.randint(1, 6)):
            where = chance.randrange(len(text))
            match chance.randrange(3):
                case 0:
                    text[where] = chance.randrange(256)
                case 1:
                    del text[where : where + chance.randint(1, 20)]
                case _:
                    text[where:where] = chance.choice(
                        (b"*a", b"&a ", b"- ", b"{", b"]", b"\n", b"\t", b"9" * 12, b"!!")
                    )
        try:
            width, height = read_deploy(write(tmp_path, bytes(text))).input_size((1920, 1080))
        except ModelError:
            refused += 1
        else:
            assert SIDE_LIMITS_PX[0] <= min(width, height) <= max(width, height) <= SIDE_LIMITS_PX[1]
    assert 300 < refused < 1000
