"""Background pictures of every kind and shape, and what broken ones say."""

import time

import cv2
import numpy as np
import PIL.Image
import pytest

from engine.compositor import Compositor
from engine.compositor.background.image import load_picture
from engine.compositor.background.scaling import fit_bgr
from engine.compositor.canvas import Canvas
from engine.core.errors import EngineError, SourceError, UsageError
from engine.core.frame import Matrix, PixelFormat
from engine.core.settings import Background, Fit, Settings

SIZE = (160, 90)
CANVAS = Canvas(SIZE, PixelFormat.BGR, Matrix.BT601)
BLACK = (0, 0, 0)


def load(path, canvas=CANVAS, fit=Fit.STRETCH):
    return load_picture(path, canvas, fit, BLACK).planes[0]


def quarters(size):
    """RGB picture of four colours: red, green above blue, white."""
    width, height = size
    picture = np.zeros((height, width, 3), np.uint8)
    picture[: height // 2, : width // 2] = (255, 0, 0)
    picture[: height // 2, width // 2 :] = (0, 255, 0)
    picture[height // 2 :, : width // 2] = (0, 0, 255)
    picture[height // 2 :, width // 2 :] = (255, 255, 255)
    return picture


def corners(bgr):
    """RGB just inside the four corners: top left, top right, bottom left, bottom right."""
    height, width = bgr.shape[:2]
    y, x = height // 8, width // 8
    return [
        tuple(int(v) for v in bgr[row, column, ::-1]) for row in (y, height - 1 - y) for column in (x, width - 1 - x)
    ]


def near(found, wanted, tolerance=6):
    return np.abs(np.array(found) - np.array(wanted)).max() <= tolerance


QUARTERS = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp", "a.bmp", "a.tif", "a.gif"])
def test_common_kinds(tmp_path, name):
    path = tmp_path / name
    PIL.Image.fromarray(quarters(SIZE)).save(path, **({"quality": 95} if name[2] in "jw" else {}))
    assert near(corners(load(path)), QUARTERS, 20)


@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
def test_exif_rotation_is_obeyed(tmp_path, kind):
    path = tmp_path / f"turned.{kind}"
    exif = PIL.Image.Exif()
    exif[0x0112] = 6  # turn clockwise by 90 degrees to show
    stored = PIL.Image.fromarray(quarters(SIZE)).transpose(PIL.Image.Transpose.ROTATE_90)
    stored.resize((stored.width * 4, stored.height * 4)).save(path, exif=exif, quality=95)
    assert near(corners(load(path)), QUARTERS, 20)


def test_16_bit(tmp_path):
    grey = np.full((90, 160), 0x8040, np.uint16)
    cv2.imwrite(str(tmp_path / "grey.png"), grey)
    cv2.imwrite(str(tmp_path / "colour.png"), np.dstack([grey] * 3))
    for name in ("grey.png", "colour.png"):
        assert near(corners(load(tmp_path / name)), [(128,) * 3] * 4, 1)


def test_cmyk_and_palette_and_one_bit(tmp_path):
    picture = PIL.Image.fromarray(quarters(SIZE))
    picture.convert("CMYK").save(tmp_path / "cmyk.jpg", quality=95)
    picture.quantize(16).save(tmp_path / "palette.png")
    picture.convert("1").save(tmp_path / "bit.png")
    assert near(corners(load(tmp_path / "cmyk.jpg")), QUARTERS, 25)
    assert near(corners(load(tmp_path / "palette.png")), QUARTERS, 10)
    assert near(corners(load(tmp_path / "bit.png"))[3], (255, 255, 255))


def test_what_is_transparent_lies_over_black(tmp_path):
    rgba = np.dstack([quarters(SIZE), np.full((90, 160), 128, np.uint8)])
    PIL.Image.fromarray(rgba).save(tmp_path / "half.png")
    assert near(corners(load(tmp_path / "half.png"))[3], (128, 128, 128), 1)


def test_moving_pictures_give_their_first_frame(tmp_path):
    frames = [PIL.Image.fromarray(np.full((90, 160, 3), shade, np.uint8)) for shade in (200, 20)]
    for name in ("moving.gif", "moving.webp"):
        frames[0].save(tmp_path / name, save_all=True, append_images=frames[1:], duration=40)
        assert near(corners(load(tmp_path / name)), [(200,) * 3] * 4)


def test_a_huge_jpeg_is_decoded_reduced(tmp_path):
    path = tmp_path / "huge.jpg"
    PIL.Image.new("L", (8000, 5000), 130).save(path, quality=50)  # more than is decoded whole
    assert near(corners(load(path)), [(130,) * 3] * 4)


def test_absurd_pictures_are_refused_before_they_are_decoded(tmp_path):
    path = tmp_path / "bomb.png"
    PIL.Image.new("1", (12_000, 9000)).save(path)
    with pytest.raises(SourceError, match="more than 64 million pixels"):
        load(path)
    progressive = tmp_path / "progressive.jpg"  # its coefficients are held whole, whatever it is decoded to
    PIL.Image.new("L", (12_000, 9000)).save(progressive, progressive=True)
    with pytest.raises(SourceError, match="more than 64 million pixels"):
        load(progressive)


def damaged(path):
    """Files that are no pictures, or are cut short."""
    PIL.Image.fromarray(np.random.default_rng(0).integers(0, 256, (300, 400, 3), np.uint8)).save(path / "whole.png")
    whole = (path / "whole.png").read_bytes()
    (path / "cut.png").write_bytes(whole[: len(whole) // 2])
    (path / "empty.png").write_bytes(b"")
    (path / "text.jpg").write_text("not a picture\nat all")
    (path / "head.png").write_bytes(whole[:20])
    return ["cut.png", "empty.png", "text.jpg", "head.png"]


def test_damaged_files_are_one_line(tmp_path):
    for name in damaged(tmp_path):
        with pytest.raises(SourceError) as caught:
            load(tmp_path / name)
        assert name in str(caught.value)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["missing.png", "."])
def test_missing_files_are_usage_errors(tmp_path, name):
    with pytest.raises(UsageError) as caught:
        load(tmp_path / name)
    assert isinstance(caught.value, EngineError)


@pytest.mark.parametrize("size", [(333, 97), (97, 333), (161, 91), (40, 30), (1600, 10)])
def test_cover_fills_the_frame_and_keeps_proportions_and_centre(size):
    target = (160, 90)
    out = fit_bgr(marked(size), target, Fit.COVER, BLACK)
    assert out.shape == (90, 160, 3)
    assert out[..., 2].min() > 150, "nothing is left free"
    assert near_centre(out)


@pytest.mark.parametrize("size", [(333, 97), (97, 333), (161, 91), (40, 30)])
def test_contain_shows_all_of_it_between_bars(size):
    target = (160, 90)
    bars = (0, 0, 255)
    out = fit_bgr(marked(size), target, Fit.CONTAIN, bars)
    assert out.shape == (90, 160, 3)
    ratio = min(target[0] / size[0], target[1] / size[1])
    picture = out[..., 2] > 100
    assert picture.sum() == pytest.approx(size[0] * size[1] * ratio**2, rel=0.06)
    free = ~cv2.dilate(picture.astype(np.uint8), np.ones((3, 3))).astype(bool)
    assert (out[free] == bars[::-1]).all()
    assert near_centre(out)


def test_stretch_fills_the_frame_with_all_of_it():
    rgb = quarters((333, 97))
    assert near(corners(fit_bgr(np.ascontiguousarray(rgb[..., ::-1]), (160, 90), Fit.STRETCH, BLACK)), QUARTERS)


def marked(size):
    """A red picture with a bright mark in its middle."""
    width, height = size
    picture = np.zeros((height, width, 3), np.uint8)
    picture[..., 2] = 200
    half_y, half_x = max(1, height // 6), max(1, width // 6)
    picture[height // 2 - half_y : (height + 1) // 2 + half_y, width // 2 - half_x : (width + 1) // 2 + half_x] = 255
    return picture


def near_centre(out):
    ys, xs = np.nonzero(out[..., 1] > 128)
    return abs(ys.mean() - (out.shape[0] - 1) / 2) <= 1 and abs(xs.mean() - (out.shape[1] - 1) / 2) <= 1


def test_loading_stays_off_the_frames_way(tmp_path):
    """Until it is loaded the previous background is shown; then the new one, without any call waiting."""
    path = tmp_path / "white.png"
    PIL.Image.new("RGB", (1600, 1200), (255, 255, 255)).save(path)
    compositor = Compositor()
    arguments = SIZE, PixelFormat.BGR, Matrix.BT601
    compositor.fallback_frame(*arguments, Settings(background=Background.parse("color:#0000ff")), 0)
    settings = Settings(background=Background.parse(f"image:{path}"))
    first = compositor.fallback_frame(*arguments, settings, 0).planes[0][0, 0].tolist()
    assert first == [255, 0, 0]
    for _ in range(500):
        shown = compositor.fallback_frame(*arguments, settings, 0).planes[0][0, 0].tolist()
        assert shown in ([255, 0, 0], [255, 255, 255])
        if shown == [255, 255, 255]:
            break
        time.sleep(0.01)
    assert shown == [255, 255, 255]
