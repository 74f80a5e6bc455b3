"""Cut the demo's person out of a portrait: the head and the torso as two layers that can move apart.

The portrait is NASA's of the astronaut Eileen Collins (public domain), as scikit-image ships it. Needs scikit-image
and pymatting in an environment of its own, with opencv-python; from the project's root:

    python assets/make/cut_out_person.py

Writes assets/make/demo-head.png and demo-torso.png, RGBA in the portrait's own pixels.
"""

from pathlib import Path

import cv2
import numpy as np
import skimage.data
from numpy.typing import NDArray
from pymatting import estimate_alpha_cf, estimate_foreground_ml

OUTPUT = Path("assets/make")
# Below this row the helmet in the person's arm comes into view.
HEIGHT_PX = 348

# Outlines in the portrait's pixels, by hand; the matte is found in a band around them.
HEAD = [
    (184, 151), (183, 137), (181, 131), (175, 129), (171, 121), (166, 115), (159, 109), (155, 99), (153, 80),
    (154, 64), (158, 54), (169, 45), (179, 39), (189, 35), (195, 27), (203, 22), (217, 18), (233, 16), (250, 19),
    (264, 25), (278, 31), (288, 39), (294, 50), (297, 62), (301, 76), (301, 88), (298, 101), (293, 115), (286, 125),
    (279, 129), (276, 135), (268, 136), (265, 145), (260, 157), (256, 167), (254, 177),
]  # fmt: skip
TORSO = [
    (270, 185), (282, 197), (294, 215), (301, 229), (304, 235), (318, 242), (332, 252), (341, 262), (348, 278),
    (354, 296), (360, 318), (363, 330), (364, 347), (364, 360), (24, 360), (25, 338), (32, 326), (35, 310),
    (42, 294), (46, 274), (54, 262), (64, 248), (74, 238), (91, 223), (113, 207), (114, 199), (112, 189), (119, 185),
    (124, 185), (126, 177), (131, 165), (141, 156), (155, 150), (171, 148),
]  # fmt: skip
# The collar ring's far rim behind the neck, from the one end that shows to the other, and its colours, RGB.
FAR_RIM = [(172, 146), (184, 149), (222, 158), (252, 173), (266, 181)]
RIM, INSIDE_RING = (98, 90, 112), (6, 6, 7)
# The head's layer fades out in the black of the neck, between these rows.
NECK_PX = (193, 205)


def filled(outline: list[tuple[int, int]]) -> NDArray[np.uint8]:
    """The inside of an outline, (512, 512), 0 or 255."""
    mask = np.zeros((512, 512), np.uint8)
    return cv2.fillPoly(mask, [np.array(outline, np.int32)], 255)


def matte(portrait: NDArray[np.uint8]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Find the person's alpha, 0..1, and colours free of the background's, RGB 0..1.

    Closed-form matting (Levin et al. 2008) in a band around the outline, wider at the hair than at the suit.
    """
    person = filled(HEAD + TORSO)
    inner = cv2.erode(person, np.ones((5, 5)))
    outer = cv2.dilate(person, np.ones((5, 5)))
    hair = slice(0, 132)
    inner[hair] = cv2.erode(person, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (13, 13)))[hair]
    outer[hair] = cv2.dilate(person, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (15, 15)))[hair]
    trimap = np.where(inner > 0, 1.0, np.where(outer > 0, 0.5, 0.0))
    colors = portrait[:HEIGHT_PX] / 255
    alpha = estimate_alpha_cf(colors, trimap[:HEIGHT_PX])
    # Closed-form mattes leave a haze near 0, holes near 1 and ragged steps between.
    alpha = np.clip((alpha - 0.06) / 0.88, 0, 1)
    alpha = cv2.GaussianBlur(alpha, (0, 0), 0.5)
    return alpha, estimate_foreground_ml(colors, alpha)


def save(name: str, colors: NDArray[np.float64], alpha: NDArray[np.float64]) -> None:
    """Write a layer; colours where nothing shows are emptied, which keeps the file small."""
    shown = cv2.dilate((alpha > 0).astype(np.uint8), np.ones((3, 3)))[..., None]
    layer = np.dstack([colors[..., ::-1] * shown, alpha])
    cv2.imwrite(str(OUTPUT / name), np.rint(layer * 255).astype(np.uint8), [cv2.IMWRITE_PNG_COMPRESSION, 9])


def main() -> None:
    """Write both layers."""
    portrait = skimage.data.astronaut()
    alpha, colors = matte(portrait)
    rows = np.arange(HEIGHT_PX)[:, None]

    neck_end = [(254, 210), (184, 210)]
    head = cv2.dilate(filled([*HEAD, *neck_end]), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (15, 15)))
    # Below the hair the layer ends at the neck's own edge: the ring beside it is the torso's.
    neck = filled([*HEAD, *neck_end])
    head[140:] = neck[140:]
    fade = np.clip((NECK_PX[1] - rows) / (NECK_PX[1] - NECK_PX[0]), 0, 1)
    head_share = cv2.GaussianBlur(head, (0, 0), 0.8)[:HEIGHT_PX] / 255 * fade
    save("demo-head.png", colors, alpha * head_share)

    hidden = cv2.dilate(filled([*HEAD, (258, 192), (182, 192)]), np.ones((5, 5)))
    behind = filled([*FAR_RIM, (266, 210), (172, 210)])
    painted = portrait.copy()
    cv2.rectangle(painted, (160, 120), (270, 191), INSIDE_RING, -1)
    cv2.polylines(painted, [np.add(FAR_RIM, (0, 3), dtype=np.int32)], False, RIM, 7, cv2.LINE_AA)
    blend = cv2.GaussianBlur(hidden, (0, 0), 1.2)[:HEIGHT_PX, :, None] / 255
    torso_colors = colors + blend * (painted[:HEIGHT_PX] / 255 - colors)
    behind_soft = cv2.GaussianBlur(behind, (0, 0), 0.8)[:HEIGHT_PX] / 255
    save("demo-torso.png", torso_colors, np.where(hidden[:HEIGHT_PX] > 0, behind_soft, alpha))


if __name__ == "__main__":
    main()
