"""The compositor's pictures: exact where alpha is 0 or 255, near the float blend between, no background elsewhere."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.compositor import RING_SIZE, Compositor
from engine.core.frame import FramePyramid, Image, Matrix, PixelFormat
from engine.core.settings import Background, Settings
from engine.media.colour_formats import to_bgr, to_i420
from tests.support.clips import write_clip

SIZE = (320, 180)
BACKGROUND_BGR, PERSON_BGR = (255, 0, 255), (40, 200, 90)


def as_frame(bgr, pixel_format=PixelFormat.I420, matrix=Matrix.BT601):
    return to_i420(bgr, matrix) if pixel_format is PixelFormat.I420 else Image.from_bgr(bgr)


def disc(size=SIZE, soft_px=6.0):
    """uint8 [H, W]: a person-like disc with a soft edge."""
    width, height = size
    ys, xs = np.mgrid[:height, :width]
    distance = np.hypot(xs - width * 0.45, ys - height * 0.6) - height * 0.3
    return np.clip(127.5 - distance / soft_px * 127.5, 0, 255).astype(np.uint8)


def marked_background(alpha):
    """BGR picture whose pixels are the person's colour where alpha > 0 and a loud background elsewhere."""
    bgr = np.empty((*alpha.shape, 3), np.uint8)
    bgr[:] = BACKGROUND_BGR
    bgr[alpha > 0] = PERSON_BGR
    return bgr


@pytest.fixture
def picture(tmp_path):
    """A file with a picture of every colour but the background's."""
    ramp = np.linspace(0, 120, SIZE[0] * SIZE[1] * 3).reshape(SIZE[1], SIZE[0], 3).astype(np.uint8)
    path = tmp_path / "background.png"
    cv2.imwrite(str(path), ramp)
    return path


@pytest.fixture
def compositor():
    compositor = Compositor(wait=True)
    yield compositor
    compositor.close()


@pytest.mark.parametrize("pixel_format", list(PixelFormat))
@pytest.mark.parametrize("matrix", list(Matrix))
def test_blend_matches_the_float_blend_and_is_exact_at_both_ends(compositor, picture, pixel_format, matrix):
    rng = np.random.default_rng(1)
    image = as_frame(rng.integers(0, 256, (SIZE[1], SIZE[0], 3), np.uint8), pixel_format, matrix)
    alpha = disc()
    settings = Settings(background=Background.parse(f"image:{picture}"), refine=False)
    behind = compositor.fallback_frame(SIZE, pixel_format, matrix, settings, 0)
    out = compositor.compose(FramePyramid(image), alpha, settings, 0)
    assert (out.format, out.size) == (pixel_format, SIZE)
    assert out.matrix is matrix or pixel_format is PixelFormat.BGR
    half = cv2.resize(alpha, (SIZE[0] // 2, SIZE[1] // 2), interpolation=cv2.INTER_AREA)
    alphas = [alpha, half, half] if pixel_format is PixelFormat.I420 else [np.dstack([alpha] * 3)]
    for made, person, background, weight in zip(out.planes, image.planes, behind.planes, alphas, strict=True):
        truth = (person * (weight / 255.0)) + background * (1 - weight / 255.0)
        assert np.abs(made - truth).max() <= 1
        assert np.array_equal(made[weight == 0], background[weight == 0])
        assert np.array_equal(made[weight == 255], person[weight == 255])


@pytest.mark.parametrize("alpha_value", [0, 255])
def test_all_background_or_all_person(compositor, picture, alpha_value):
    image = as_frame(np.full((SIZE[1], SIZE[0], 3), 77, np.uint8))
    settings = Settings(background=Background.parse(f"image:{picture}"), light_wrap=50)
    out = compositor.compose(FramePyramid(image), np.full(SIZE[::-1], alpha_value, np.uint8), settings, 0)
    expected = image if alpha_value else compositor.fallback_frame(SIZE, image.format, image.matrix, settings, 0)
    for made, wanted in zip(out.planes, expected.planes, strict=True):
        assert np.array_equal(made, wanted)


@pytest.mark.parametrize("light_wrap", [0, 70])
@pytest.mark.parametrize("kind", ["image", "video", "color:#204060", "blur:0", "blur:100", "transparent"])
def test_no_pixel_of_the_background_is_sent(compositor, picture, tmp_path, kind, light_wrap):
    alpha = disc()
    image = as_frame(marked_background(alpha))
    paths = {"image": picture, "video": write_clip(tmp_path / "clip.mp4", SIZE)}
    background = Background.parse(f"{kind}:{paths[kind]}" if kind in paths else kind)
    if kind.startswith("blur"):  # a blurred background is still the background's colour: a fine pattern must be gone
        bgr = marked_background(alpha)
        bgr[::2][alpha[::2] == 0] = (0, 255, 0)
        image = as_frame(bgr)
    out = compositor.compose(FramePyramid(image), alpha, Settings(background=background, light_wrap=light_wrap), 0)
    bgr = to_bgr(out).astype(int)
    clear = cv2.dilate(alpha, np.ones((5, 5), np.uint8)) == 0
    if kind.startswith("blur"):
        rows = bgr[clear.all(axis=1)]
        assert np.abs(np.diff(rows, axis=0)).max() < 40
    else:
        magenta = np.minimum(bgr[..., 0], bgr[..., 2]) - bgr[..., 1]
        assert magenta[clear].max() < 60


def test_transparent_has_alpha_and_nothing_of_the_background(compositor):
    alpha = disc()
    image = as_frame(marked_background(alpha), PixelFormat.BGR)
    out = compositor.compose(FramePyramid(image), alpha, Settings(background=Background.parse("transparent")), 0)
    assert out.alpha is not None
    assert np.array_equal(out.alpha, alpha)
    far = cv2.dilate(alpha, np.ones((19, 19), np.uint8)) == 0
    assert not out.planes[0][far].any()
    assert np.abs(out.planes[0][alpha == 255].astype(int) - PERSON_BGR).max() == 0


@pytest.mark.parametrize("kind", ["color:#204060", "blur", "transparent"])
def test_another_size_s_alpha_is_refused(compositor, kind):
    image = as_frame(marked_background(disc()))
    with pytest.raises(ValueError, match="no mask of a frame"):
        compositor.compose(FramePyramid(image), disc((160, 90)), Settings(background=Background.parse(kind)), 0)


def test_none_is_the_frame_itself(compositor):
    image = as_frame(marked_background(disc()))
    assert compositor.compose(FramePyramid(image), disc(), Settings(background=Background.parse("none")), 0) is image


def test_pictures_stay_valid_for_a_ring(compositor):
    alpha = disc()
    settings = Settings(background=Background.parse("color:#101010"))
    made = []
    for shade in range(RING_SIZE):
        image = as_frame(np.full((SIZE[1], SIZE[0], 3), 40 * shade + 40, np.uint8))
        made.append((compositor.compose(FramePyramid(image), alpha, settings, 0), image))
    for out, image in made:
        assert np.array_equal(out.planes[0][alpha == 255], image.planes[0][alpha == 255])


def test_size_changes_in_between(compositor, picture):
    settings = Settings(background=Background.parse(f"image:{picture}"))
    for size in [(320, 180), (642, 362), (180, 320), (64, 64)]:
        image = as_frame(np.full((size[1], size[0], 3), 200, np.uint8))
        out = compositor.compose(FramePyramid(image), disc(size), settings, 0)
        assert out.size == size
        behind = compositor.fallback_frame(size, image.format, image.matrix, settings, 0)
        assert np.array_equal(out.planes[0][disc(size) == 0], behind.planes[0][disc(size) == 0])


def test_broken_background_never_shows_the_background(tmp_path):
    path = tmp_path / "broken.png"
    path.write_bytes(b"no picture at all")
    alpha = disc()
    image = as_frame(marked_background(alpha))
    compositor = Compositor(wait=True)
    settings = Settings(background=Background.parse(f"image:{path}"))
    out = compositor.compose(FramePyramid(image), alpha, settings, 0)
    assert compositor.problem is not None
    assert path.name in str(compositor.problem)
    assert "\n" not in str(compositor.problem)
    neutral = compositor.fallback_frame(SIZE, image.format, image.matrix, Settings(), 0)
    assert np.array_equal(out.planes[0][alpha == 0], neutral.planes[0][alpha == 0])
    compositor.compose(FramePyramid(image), alpha, Settings(), 0)
    assert compositor.problem is None, "no file is wanted any more"
    good = Settings(background=Background.parse("color:#00ff00"))
    compositor.compose(FramePyramid(image), alpha, good, 0)
    assert compositor.problem is None
    kept = compositor.compose(FramePyramid(image), alpha, settings, 0)
    green = compositor.fallback_frame(SIZE, image.format, image.matrix, good, 0)
    assert np.array_equal(kept.planes[1][:4], green.planes[1][:4]), "the previous background stays"


def test_missing_file_is_a_usage_error():
    compositor = Compositor(wait=True)
    settings = Settings(background=Background.parse(f"image:{Path('nowhere') / 'there.jpg'}"))
    compositor.fallback_frame(SIZE, PixelFormat.I420, Matrix.BT601, settings, 0)
    assert compositor.problem is not None
    assert compositor.problem.exit_status == 2
