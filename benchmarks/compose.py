"""The cost of composing a frame, as ratios against the float NumPy blend in the same run.

Run as `python -m benchmarks.compose [--size 1280x720] [--rounds 15]`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from engine.compositor import RING_SIZE, Compositor
from engine.core.frame import U8, FramePyramid, Image
from engine.core.settings import Background, Settings
from engine.media.colour_formats import to_i420

FRAMES = 6

VARIANTS: dict[str, tuple[str, dict[str, Any]]] = {
    "image": ("image", {"refine": False}),
    "image, refined": ("image", {}),
    "image, refined, light wrap": ("image", {"light_wrap": 50}),
    "image, refined, studio light": ("image", {"match_background": 50, "key_light": 50}),
    "colour, refined": ("color:#405060", {}),
    "transparent, refined": ("transparent", {}),
    "blur 0": ("blur:0", {"refine": False}),
    "blur 60": ("blur:60", {"refine": False}),
    "blur 60, refined": ("blur:60", {}),
    "blur 100, refined": ("blur:100", {}),
}


def person_alpha(size: tuple[int, int], shift: float) -> U8:
    """uint8 [H, W]: head and shoulders with the soft edge of an upsampled mask; `shift` sideways, in heights."""
    width, height = size
    ys, xs = np.mgrid[:height, :width].astype(np.float32) / height
    xs -= width / height / 2 + shift
    head = (np.hypot(xs / 0.17, (ys - 0.36) / 0.24) - 1) * 0.2
    shoulders = (np.hypot(xs / 0.48, (ys - 1.1) / 0.5) - 1) * 0.5
    alpha = np.clip(127.5 - np.minimum(head, shoulders) * 127.5 / 0.012, 0, 255)
    return np.asarray(alpha, np.uint8)


def float_blend(image: Image, alpha: U8, background: Image, out: Image) -> None:
    """The classic blend: every pixel of every plane in float32."""
    weight = alpha.astype(np.float32) / 255
    half = cv2.resize(weight, (weight.shape[1] // 2, weight.shape[0] // 2), interpolation=cv2.INTER_AREA)
    planes = zip(image.planes, background.planes, out.planes, (weight, half, half), strict=True)
    for person, plate, target, part in planes:
        target[...] = person * part + plate * (1 - part)


def uint8_blend(image: Image, alpha: U8, background: Image, out: Image) -> None:
    """Every pixel of every plane in OpenCV's uint8 arithmetic."""
    half = cv2.resize(alpha, (alpha.shape[1] // 2, alpha.shape[0] // 2), interpolation=cv2.INTER_AREA)
    planes = zip(image.planes, background.planes, out.planes, (alpha, half, half), strict=True)
    for person, plate, target, part in planes:
        foreground = cv2.multiply(person, part, scale=1 / 255)
        rest = cv2.multiply(plate, cv2.bitwise_not(part), scale=1 / 255)
        cv2.add(foreground, rest, dst=target)


def measure(variants: dict[str, Callable[[int], object]], rounds: int) -> dict[str, list[float]]:
    """CPU milliseconds a frame of this thread for each variant; in turns, so that all see the same machine load."""
    times_ms: dict[str, list[float]] = {name: [] for name in variants}
    for round_ in range(rounds + 1):
        for name, variant in variants.items():
            start_ns = time.thread_time_ns()
            for index in range(FRAMES):
                variant(index)
            if round_:  # the first warms up
                times_ms[name].append((time.thread_time_ns() - start_ns) / FRAMES / 1e6)
    return times_ms


def _compose(compositor: Compositor, images: list[Image], alphas: list[U8], settings: Settings, index: int) -> object:
    return compositor.compose(FramePyramid(images[index]), alphas[index], settings, 0)


def main(argv: list[str]) -> int:
    """Prints a table."""
    parser = argparse.ArgumentParser(prog="benchmarks.compose")
    parser.add_argument("--size", default="1280x720", help="WxH of the frame")
    parser.add_argument("--rounds", type=int, default=15, help="how often each is measured")
    arguments = parser.parse_args(argv)
    width, height = (int(side) for side in arguments.size.split("x"))
    cv2.setNumThreads(1)
    coarse = np.random.default_rng(0).integers(0, 256, (FRAMES + 1, 9, 16, 3), np.uint8)
    *pictures, scene = (cv2.resize(picture, (width, height), interpolation=cv2.INTER_CUBIC) for picture in coarse)
    images = [to_i420(picture) for picture in pictures]
    alphas = [person_alpha((width, height), 0.02 * index) for index in range(FRAMES)]
    background, outs = to_i420(scene), [Image.empty(images[0]) for _ in range(RING_SIZE)]
    variants: dict[str, Callable[[int], object]] = {
        "float NumPy blend": lambda i: float_blend(images[i], alphas[i], background, outs[i % RING_SIZE]),
        "uint8 OpenCV blend": lambda i: uint8_blend(images[i], alphas[i], background, outs[i % RING_SIZE]),
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "background.png"
        cv2.imwrite(str(path), scene)
        for name, (chosen, changes) in VARIANTS.items():
            background_text = f"image:{path}" if chosen == "image" else chosen
            settings = Settings(background=Background.parse(background_text), **changes)
            compositor = Compositor(wait=True)
            variants[name] = partial(_compose, compositor, images, alphas, settings)
        times_ms = measure(variants, arguments.rounds)

    print(f"{width}x{height}, one thread, CPU ms a frame: median (least) of {arguments.rounds} rounds")
    baseline_ms = statistics.median(times_ms["float NumPy blend"])
    for name, values in times_ms.items():
        median_ms = statistics.median(values)
        ratio = baseline_ms / median_ms
        print(f"{name:28} {median_ms:7.2f} ({min(values):.2f})  {ratio:5.1f} times as fast as the float blend")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
