"""Make the demo clip: a person before a room, as a webcam would see them. It loops without a seam.

From the project's root, with the project's own environment:

    python assets/make/make_demo.py

Reads demo-head.png, demo-torso.png (cut_out_person.py) and demo-room.jpg (render_rooms.py, develop_rooms.py) beside
it; writes assets/demo/demo.mp4.
"""

import itertools
import math
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.reformatter import Colorspace
from numpy.typing import NDArray

MAKE = Path("assets/make")
CLIP = Path("assets/demo/demo.mp4")
WIDTH, HEIGHT, FPS, FRAMES = 1280, 720, 30, 300

Picture = NDArray[np.float32]

# The portrait's pixels, in which the layers and all motion are given, and their place in the clip.
SCALE = 1.85
LEFT_PX, TOP_PX = -126.0, -49.0
HIP = (195.0, 430.0)
NECK = (221.0, 186.0)
FACE, FACE_RADII = (222.0, 105.0), (78.0, 98.0)

# Motion as keys (seconds, value), eased from one to the next and held where two are equal; each ends where it began.
TURN_PX = [
    (0, 0),
    (0.7, 0),
    (1.5, -10),
    (2.6, -10),
    (3.5, 9),
    (4.6, 9),
    (5.4, 1),
    (7.6, 1),
    (8.3, -4),
    (9.2, -4),
    (10, 0),
]
NOD_PX = [(0, 0), (1.5, 2), (3.6, -3), (5.3, 0), (5.7, 5), (6.1, 0), (6.5, 5), (6.9, 0), (8.4, -2), (10, 0)]
TILT_DEG = [(0, 0), (1.7, -4), (2.7, -4), (4.0, 4.5), (5.0, 2), (7.2, 0), (8.3, 5), (9.2, 4), (10, 0)]
LEAN_DEG = [(0, 0), (2.2, -1.6), (3.0, -1.6), (4.8, 1.8), (6.4, 0.6), (8.4, 1.2), (10, 0)]
SHIFT_PX = [(0, 0), (2.3, -7), (4.9, 9), (6.6, 3), (8.2, 8), (10, 0)]


def eased(keys: list[tuple[float, float]], seconds: float) -> float:
    """The value of a motion at a time, with a smooth step from key to key."""
    for (start, low), (end, high) in itertools.pairwise(keys):
        if seconds <= end:
            t = (seconds - start) / (end - start)
            return low + (high - low) * t * t * (3 - 2 * t)
    return keys[-1][1]


def load(name: str) -> Picture:
    """Read a layer as premultiplied BGRA, (H, W, 4), 0..1, warmed and dimmed to sit in the room's light."""
    layer = cv2.imread(str(MAKE / name), cv2.IMREAD_UNCHANGED).astype(np.float32) / 255
    layer[..., :3] = layer[..., :3] ** 1.06 * np.array([0.90, 0.94, 0.97], np.float32)
    layer[..., :3] *= layer[..., 3:]
    return layer


def turned(x: Picture, y: Picture, centre: tuple[float, float], degrees: float) -> tuple[Picture, Picture]:
    """Turn coordinates about a centre."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    dx, dy = x - centre[0], y - centre[1]
    return centre[0] + cos * dx - sin * dy, centre[1] + sin * dx + cos * dy


def person(layers: tuple[Picture, Picture], seconds: float) -> Picture:
    """Draw the person at a time, premultiplied BGRA, (720, 1280, 4), by warping torso and head backwards."""
    torso, head = layers
    columns, rows = np.meshgrid(np.arange(WIDTH, dtype=np.float32), np.arange(HEIGHT, dtype=np.float32))
    breath = 0.8 * math.sin(2 * math.pi * seconds * 3 / 10)
    x = columns / SCALE + LEFT_PX - eased(SHIFT_PX, seconds)
    y = rows / SCALE + TOP_PX + breath
    x, y = turned(x, y, HIP, -eased(LEAN_DEG, seconds))
    drawn = cv2.remap(torso, x, np.minimum(y, torso.shape[0] - 2), cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT)

    # The head follows the torso at the neck's foot and moves freely above the chin.
    free = np.clip((200 - y) / 35, 0, 1)
    free = free * free * (3 - 2 * free)
    turned_x, turned_y = turned(x, y, NECK, -eased(TILT_DEG, seconds))
    x, y = x + free * (turned_x - x), y + free * (turned_y - y)
    # A face is nearer than the ears: turned or nodding, its middle moves furthest.
    bulge = np.clip(1 - ((x - FACE[0]) / FACE_RADII[0]) ** 2 - ((y - FACE[1]) / FACE_RADII[1]) ** 2, 0, 1)
    depth = free * (0.3 + 0.9 * bulge)
    x, y = x - depth * eased(TURN_PX, seconds), y - depth * eased(NOD_PX, seconds)
    over = cv2.remap(head, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT)
    return np.clip(over + drawn * (1 - np.clip(over[..., 3:], 0, 1)), 0, 1)


def frames() -> list[NDArray[np.uint8]]:
    """Draw every frame, (720, 1280, 3) uint8 BGR, with the softness and noise of a small sensor."""
    layers = load("demo-torso.png"), load("demo-head.png")
    room = cv2.imread(str(MAKE / "demo-room.jpg")).astype(np.float32) / 255
    rng = np.random.default_rng(3)
    pictures = []
    for number in range(FRAMES):
        front = person(layers, number / FPS)
        picture = front[..., :3] + room * (1 - front[..., 3:])
        noise = cv2.GaussianBlur(rng.normal(0, 0.012, picture.shape).astype(np.float32), (0, 0), 0.6)
        pictures.append(np.rint(np.clip(picture + noise, 0, 1) * 255).astype(np.uint8))
    return pictures


def main() -> None:
    """Write the clip."""
    CLIP.parent.mkdir(exist_ok=True)
    with av.open(str(CLIP), "w", options={"movflags": "faststart"}) as container:
        # One thread, so that the same frames always give the same file.
        stream = container.add_stream("libx264", FPS, options={"crf": "18", "preset": "slow", "threads": "1"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.codec_context.colorspace = Colorspace.ITU601
        for picture in frames():
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "bgr24")))
        container.mux(stream.encode())


if __name__ == "__main__":
    main()
