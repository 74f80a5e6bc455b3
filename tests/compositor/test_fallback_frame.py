"""The neutral picture: calm, the same every time, and drawn at every size."""

import numpy as np
import pytest

from engine.compositor import Compositor
from engine.compositor.fallback_frame import draw_fallback_frame
from engine.core.frame import Matrix, PixelFormat
from engine.core.settings import Background, Settings
from engine.media.colour_formats import to_bgr


@pytest.mark.parametrize("size", [(64, 64), (640, 360), (360, 640), (1280, 720), (3840, 2160), (854, 480)])
def test_a_sign_on_a_calm_ground(size):
    width, height = size
    picture = draw_fallback_frame(size).astype(int)
    assert picture.shape == (height, width, 3)
    ys, xs = np.nonzero(picture[..., 1] > 100)
    assert 0.005 < xs.size / (width * height) < 0.05
    assert abs(xs.mean() / width - 0.5) < 0.03
    assert abs(ys.mean() / height - 0.5) < 0.03
    ground = picture[:, : width // 8]
    assert np.abs(np.diff(ground, axis=0)).max() <= (2 if height >= 360 else 3)


@pytest.mark.parametrize("matrix", list(Matrix))
def test_same_picture_in_every_layout(matrix):
    compositor = Compositor()
    planar = compositor.fallback_frame((320, 180), PixelFormat.I420, matrix, Settings(), 0)
    bgr = compositor.fallback_frame((320, 180), PixelFormat.BGR, matrix, Settings(), 0)
    assert planar.matrix is matrix
    assert np.abs(to_bgr(planar).astype(int) - bgr.planes[0]).mean() < 2


@pytest.mark.parametrize("kind", ["blur", "none", "transparent"])
def test_it_is_sent_where_no_background_was_chosen(kind):
    compositor = Compositor()
    settings = Settings(background=Background.parse(kind))
    shown = compositor.fallback_frame((320, 180), PixelFormat.I420, Matrix.BT601, settings, 0)
    assert np.array_equal(
        to_bgr(shown), to_bgr(compositor.fallback_frame((320, 180), PixelFormat.I420, Matrix.BT601, Settings(), 9))
    )


def test_a_chosen_colour_is_sent_alone():
    settings = Settings(background=Background.parse("color:#c81e28"))
    shown = to_bgr(Compositor().fallback_frame((320, 180), PixelFormat.I420, Matrix.BT709, settings, 0)).astype(int)
    assert np.abs(shown - (40, 30, 200)).max() <= 3
