"""Pictures and masks of shapes that make no sense are refused when they are built."""

import numpy as np
import pytest

from engine.core.frame import Image, Mask, PixelFormat


def plane(*shape, dtype=np.uint8):
    return np.zeros(shape, dtype)


@pytest.mark.parametrize(
    ("pixel_format", "planes"),
    [
        (PixelFormat.I420, (plane(4, 6),)),
        (PixelFormat.I420, (plane(4, 6), plane(4, 6), plane(4, 6))),
        (PixelFormat.I420, (plane(4, 6), plane(2, 3), plane(3, 2))),
        (PixelFormat.I420, (plane(4, 6, 3),)),
        (PixelFormat.BGR, (plane(4, 6),)),
        (PixelFormat.BGR, (plane(4, 6, 4),)),
        (PixelFormat.BGR, (plane(4, 6, 3), plane(4, 6, 3))),
        (PixelFormat.BGR, (plane(4, 6, 3, dtype=np.float32),)),
    ],
)
def test_planes_that_are_no_picture(pixel_format, planes):
    with pytest.raises(ValueError, match="are no"):
        Image(pixel_format, planes)


def test_an_alpha_of_another_size():
    with pytest.raises(ValueError, match="alpha"):
        Image(PixelFormat.BGR, (plane(4, 6, 3),), alpha=plane(6, 4))


@pytest.mark.parametrize(
    ("alpha", "guide", "small"),
    [
        (plane(4, 6, 1), plane(4, 6), None),
        (plane(4, 6), plane(6, 4), None),
        (plane(4, 6), plane(4, 6), plane(4, 6)),
        (plane(4, 6), plane(4, 6), plane(4, 5, 3)),
    ],
)
def test_a_mask_whose_parts_do_not_fit(alpha, guide, small):
    with pytest.raises(ValueError, match="mask"):
        Mask(1, alpha.astype(np.float32), guide, 1, small_bgr=small)
