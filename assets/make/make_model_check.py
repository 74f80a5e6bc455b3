"""Makes the two pictures that every model is tried on when it loads: a person, and the same background without one.

From the project's root, with the project's own environment:

    python assets/make/make_model_check.py

Reads the layers of the demo clip (make_demo.py); writes person.jpg, background.jpg and regions.png, 512x288, to
assets/models/check. regions.png holds 255 where the person certainly is, 0 where the background certainly is,
128 between.
"""

from pathlib import Path

import cv2
import numpy as np
from make_demo import MAKE, load, person

OUT = Path("assets/models/check")
SIZE = (512, 288)
MARGIN_PX = 13
"""Side of the window that the two certain regions stay away from the true edge, at 512x288."""


def main() -> None:
    """Writes the pictures."""
    OUT.mkdir(exist_ok=True)
    front = person((load("demo-torso.png"), load("demo-head.png")), 0.0)
    background = cv2.imread(str(MAKE / "demo-room.jpg")).astype(np.float32) / 255
    picture = front[..., :3] + background * (1 - front[..., 3:])
    alpha = cv2.resize(front[..., 3], SIZE, interpolation=cv2.INTER_AREA)
    window = np.ones((MARGIN_PX, MARGIN_PX), np.uint8)
    regions = np.full(alpha.shape, 128, np.uint8)
    regions[cv2.erode(alpha, window) > 0.99] = 255
    regions[cv2.dilate(alpha, window) < 0.01] = 0
    for name, image in (("person", picture), ("background", background)):
        small = cv2.resize(np.rint(image * 255).astype(np.uint8), SIZE, interpolation=cv2.INTER_AREA)
        cv2.imwrite(str(OUT / f"{name}.jpg"), small, [cv2.IMWRITE_JPEG_QUALITY, 92])
    cv2.imwrite(str(OUT / "regions.png"), regions)


if __name__ == "__main__":
    main()
