"""Pictures and masks of shapes that make no sense are refused when they are built."""

import numpy as np
import pytest

from engine.core.frame import Image, Mask, Motion, PixelFormat


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


def test_a_flow_and_a_residual_that_do_not_fit():
    with pytest.raises(ValueError, match="motion"):
        Motion(0, np.zeros((4, 6, 2), np.float32), plane(4, 5))


def test_masks_are_handed_on_read_only():
    alpha = np.zeros((4, 6), np.float32)
    motion = Motion(0, np.zeros((4, 6, 2), np.float32), plane(4, 6))
    mask = Mask(1, alpha, plane(4, 6), 1, motion=motion, small_bgr=plane(4, 6, 3))
    assert not any(a.flags.writeable for a in (mask.alpha, mask.guide, mask.small_bgr, motion.flow, motion.residual))
    assert alpha.flags.writeable
