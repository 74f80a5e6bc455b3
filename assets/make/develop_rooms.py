"""Turn the rendered rooms into pictures: expose them, take the noise out, enlarge and tone them.

Needs numpy, opencv-python 4 and oidn (Open Image Denoise) in an environment of its own; from the project's root:

    OPENCV_IO_ENABLE_OPENEXR=1 python assets/make/develop_rooms.py

Reads build/rooms/*.exr; writes assets/backgrounds/*.jpg, and assets/make/demo-room.jpg for make_demo.py.
"""

from pathlib import Path

import cv2
import numpy as np
import oidn
from tone import SIZE_PX, Picture, Picture8, encode, expose, quantize, save_background

ROOMS = Path("build/rooms")
DEMO_ROOM = Path("assets/make/demo-room.jpg")
# What a room's mean luminance (geometric, linear) is exposed to: 0.18 is a middle grey.
EXPOSURE = {
    "studio-grey": 0.40,
    "home-office": 0.40,
    "bright-window": 0.55,
    "warm-lamp": 0.20,
    "bookshelf": 0.115,
    "demo-room": 0.34,
}


def denoise(picture: Picture) -> Picture:
    """Take path tracing's noise out of a linear picture, 0..1."""
    # The filter darkens the last rows and columns: give it some more to spoil.
    margin = 16
    source = cv2.copyMakeBorder(picture, margin, margin, margin, margin, cv2.BORDER_REFLECT_101)
    result = np.zeros_like(source)
    height, width = source.shape[:2]
    device = oidn.NewDevice()
    oidn.CommitDevice(device)
    ray_tracing = oidn.NewFilter(device, "RT")
    oidn.SetSharedFilterImage(ray_tracing, "color", source, oidn.FORMAT_FLOAT3, width, height)
    oidn.SetSharedFilterImage(ray_tracing, "output", result, oidn.FORMAT_FLOAT3, width, height)
    oidn.CommitFilter(ray_tracing)
    oidn.ExecuteFilter(ray_tracing)
    oidn.ReleaseFilter(ray_tracing)
    oidn.ReleaseDevice(device)
    return np.clip(result[margin:-margin, margin:-margin], 0, 1)


def develop(name: str) -> Picture8:
    """Develop one room to 1080p."""
    path = ROOMS / f"{name}.exr"
    rendered = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if rendered is None:
        raise FileNotFoundError(f"{path}: render it first, see render_rooms.py")
    clean = denoise(expose(rendered[..., :3], EXPOSURE[name]))
    return quantize(encode(np.clip(cv2.resize(clean, SIZE_PX, interpolation=cv2.INTER_CUBIC), 0, 1)))


def main() -> None:
    """Develop every room."""
    for name in EXPOSURE:
        picture = develop(name)
        if name == "demo-room":
            cv2.imwrite(str(DEMO_ROOM), cv2.resize(picture, (1280, 720), interpolation=cv2.INTER_AREA))
        else:
            save_background(name, picture)


if __name__ == "__main__":
    main()
