"""Clips with true alpha: persons cut out of pictures, moved and warped over backgrounds, filmed as a webcam would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import F32, U8

SIZE_PX = (1280, 720)
Phase = NDArray[np.float64]
Maps = tuple[F32, F32]
EDGE_RAMP_PX = 3.0  # a lens in focus spreads an edge over two to four pixels of a 720p frame


@dataclass(frozen=True)
class CutOut:
    """A person without surroundings: straight colours [h, w, 3] and alpha [h, w], float32 in [0, 1]."""

    colour: F32
    alpha: F32


@dataclass(frozen=True)
class Take:
    """How a clip is filmed.

    Attributes:
        name: For tables.
        path: `talk` (small movements), `sway` (large ones), `abrupt` (jumps and stops) or `leave` (walks out).
        persons: File names of pictures, without extension; several are placed side by side.
        background: File name of the background picture.
        shake_px: Standard deviation of the camera's movement from frame to frame.
        drift: Relative rise of the exposure over the clip; a jump of as much follows at three quarters.
        jpeg: Quality of the camera's compression; 0 = none.
        scale: Size of the persons relative to persons at their desk.
    """

    name: str
    path: str
    persons: tuple[str, ...]
    background: str
    shake_px: float = 0.0
    drift: float = 0.0
    jpeg: int = 0
    scale: float = 1.0


def cut_out(picture: U8, mask: U8) -> CutOut:
    """A webcam's crop of a person, at 720p, with soft edges and without a fringe of the old surroundings.

    Args:
        picture: uint8 [H, W, 3].
        mask: uint8 [H, W], person > 0, hard.
    """
    height, width = mask.shape
    rows = np.flatnonzero(mask.any(axis=1))
    crop_height = min(height, width * 9 // 16)
    top = int(np.clip(rows[0] - crop_height * 0.12, 0, height - crop_height))
    picture, mask = picture[top : top + crop_height], mask[top : top + crop_height]
    scale = SIZE_PX[1] / crop_height
    size = (round(width * scale), SIZE_PX[1])
    inside = cv2.GaussianBlur((mask > 0).astype(np.float32), (0, 0), 1.2)
    # Eroded by a pixel of the source: the masks of the data set are slightly too large.
    soft = cv2.resize(inside, size, interpolation=cv2.INTER_CUBIC) - 0.25
    slope = np.abs(cv2.Sobel(soft, cv2.CV_32F, 1, 0, scale=1 / 8)) + np.abs(
        cv2.Sobel(soft, cv2.CV_32F, 0, 1, scale=1 / 8)
    )
    alpha = np.clip((soft - 0.5) / np.maximum(slope * EDGE_RAMP_PX, 0.02) + 0.5, 0, 1)
    colour = cv2.resize(picture, size, interpolation=cv2.INTER_CUBIC).astype(np.float32) / 255
    spread = _spread_inner_colours(np.asarray(colour, np.float32), (soft > 0.7).astype(np.float32))
    below = (0, SIZE_PX[1] // 8, 0, 0)  # the body continues below the picture, so that it never floats
    planes = (cv2.copyMakeBorder(plane, *below, cv2.BORDER_REPLICATE) for plane in (spread, alpha))
    return CutOut(*(np.asarray(plane, np.float32) for plane in planes))


def _spread_inner_colours(colour: F32, inside: F32) -> F32:
    filled, weight = colour * inside[..., None], inside
    result = filled.copy()
    known = inside > 0
    for sigma in (2, 4):
        near = cv2.GaussianBlur(weight, (0, 0), sigma)
        spread = cv2.GaussianBlur(filled, (0, 0), sigma) / np.maximum(near, 1e-6)[..., None]
        new = ~known & (near > 0.01)
        result[new] = spread[new]
        known |= new
    return result


def _pose(path: str, t: float, frames: int, phase: Phase) -> tuple[float, float, float, float]:
    """Offset x and y in pixels, scale and turn in degrees at frame time t."""
    seconds = t / 30
    sway = np.sin(2 * np.pi * (np.array([0.4, 0.7, 0.3, 0.5]) * seconds) + phase)
    x, y, scale, turn = sway * (40, 14, 0.03, 2.0) * _liveliness(path)
    if path == "abrupt":
        # Steps of up to 60 pixels in three frames, with pauses between.
        step, part = divmod(t / 9, 1)
        ease = min(part * 3, 1.0)
        spots = np.sin((step + np.array([0.0, 1.0])) * 2.4 + phase[0]) * 80
        x = spots[0] + (spots[1] - spots[0]) * ease
    elif path == "leave":
        x += max(0.0, t / frames - 0.35) ** 1.5 * 4000
    return float(x), float(y), float(1 + scale), float(turn)


def _liveliness(path: str) -> float:
    return 0.25 if path == "talk" else 1.0


def _maps(take: Take, size: tuple[int, int], width: int, offset_x: float, phase: Phase, t: float, frames: int) -> Maps:
    """Where each pixel of the frame lies in a cut-out of a width: a pose, and a bend that differs over the body."""
    seconds, scale_to_size = t / 30, size[1] / SIZE_PX[1]
    x, y, scale, turn = _pose(take.path, t, frames, phase)
    scale *= take.scale
    lively = _liveliness(take.path) * scale_to_size
    grid_x, grid_y = np.meshgrid(np.linspace(-1, 1, 33), np.linspace(-1, 1, 19))
    bend_x = 9 * lively * np.sin(2.1 * grid_y + 2 * np.pi * 0.6 * seconds + phase[1]) * (1 - grid_y)
    bend_y = 6 * lively * np.sin(2.7 * grid_x + 2 * np.pi * 0.9 * seconds + phase[2])
    # Persons rotate about their hips, at the middle of the lower border.
    from_x = grid_x * size[0] / 2 - x * scale_to_size
    from_y = (grid_y - 1) * size[1] / 2 - max(y, 0) * scale_to_size
    cos, sin = np.cos(np.radians(turn)) / scale, np.sin(np.radians(turn)) / scale
    map_x = cos * from_x + sin * from_y + width / 2 + bend_x + offset_x * scale_to_size
    map_y = -sin * from_x + cos * from_y + size[1] + bend_y
    full = [cv2.resize(m.astype(np.float32), size, interpolation=cv2.INTER_CUBIC) for m in (map_x, map_y)]
    return full[0], full[1]


def film(
    take: Take, cut_outs: list[CutOut], background: U8, frames: int, size: tuple[int, int] = SIZE_PX
) -> Iterator[tuple[U8, F32]]:
    """Films cut-outs that are as high as the frame; the same arguments give the same pictures.

    Yields:
        Frames of a size, uint8 [H, W, 3] BGR, and their true alpha, float32 [H, W].
    """
    rng = _phases(take, len(cut_outs))[1]
    shakes = np.cumsum(rng.normal(0, take.shake_px, (frames, 2)), axis=0) * (size[1] / SIZE_PX[1])
    scale = max(size[0] / background.shape[1], size[1] / background.shape[0]) * (1.06 if take.shake_px else 1.0)
    big = cv2.resize(background, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    corner = (np.array(big.shape[1::-1]) - size) / 2
    for index, layers in enumerate(person_layers(take, cut_outs, frames, size)):
        dx, dy = shakes[index] - corner
        shift = np.array([[1, 0, dx], [0, 1, dy]], np.float32)
        scene = np.asarray(cv2.warpAffine(big, shift, size, borderMode=cv2.BORDER_REPLICATE), np.float32)
        total = np.zeros((size[1], size[0]), np.float32)
        for seen in layers:
            alpha = seen[..., 3]
            scene = scene * (1 - alpha[..., None]) + seen[..., :3]
            total = np.maximum(total, alpha)
        gain = 1 + take.drift * (index / frames + (0 if index < frames * 3 // 4 else 1))
        yield expose(scene, gain, take.jpeg), total


def person_layers(
    take: Take, cut_outs: list[CutOut], frames: int, size: tuple[int, int] = SIZE_PX
) -> Iterator[list[F32]]:
    """The persons of a take alone, with the blur of their motion.

    Yields:
        One layer for each cut-out, float32 [H, W, 4] in [0, 1]: BGR times alpha, and alpha.
    """
    phases = _phases(take, len(cut_outs))[0]
    layers = [np.dstack([person.colour * person.alpha[..., None], person.alpha]) for person in cut_outs]
    sub_frames = 4  # within a shutter time of half a frame
    for index in range(frames):
        filmed = []
        for number, (person, phase) in enumerate(zip(layers, phases, strict=True)):
            spread = (number - (len(layers) - 1) / 2) * -480
            seen = np.zeros((size[1], size[0], 4), np.float32)
            for sub in range(sub_frames):
                maps = _maps(take, size, person.shape[1], spread, phase, index + sub / sub_frames / 2, frames)
                seen += cv2.remap(person, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
            seen /= sub_frames
            filmed.append(seen)
        yield filmed


def _phases(take: Take, persons: int) -> tuple[Phase, np.random.Generator]:
    """Where each person's movements begin, float64 [persons, 4], and the chance that the rest of the clip goes by."""
    rng = np.random.default_rng(sum(map(ord, take.name)))
    return rng.uniform(0, 2 * np.pi, (persons, 4)), rng


def expose(scene: F32, gain: float | F32, jpeg: int) -> U8:
    """A camera's picture of a scene.

    Args:
        scene: float32 [H, W, 3] BGR in [0, 1].
        gain: Of all channels, or float32 [3] of each.
        jpeg: Quality of the camera's compression; 0 = none.
    """
    result = np.clip(scene * (255 * gain), 0, 255).astype(np.uint8)
    if not jpeg:
        return np.asarray(result, np.uint8)
    coded = cv2.imencode(".jpg", result, [cv2.IMWRITE_JPEG_QUALITY, jpeg])[1]
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)


def sensor_noise(picture: U8, sigma: float, rng: np.random.Generator) -> U8:
    """uint8 [H, W, 3] with Gaussian noise: sigma shared by the channels plus sigma/2 in each."""
    height, width = picture.shape[:2]
    noise = rng.standard_normal((height, width, 1), np.float32) * sigma
    noise = noise + rng.standard_normal((height, width, 3), np.float32) * (sigma / 2)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def read_picture(path: Path, flags: int = cv2.IMREAD_COLOR) -> U8:
    """uint8 [H, W, 3] BGR of a file, or [H, W] with `cv2.IMREAD_GRAYSCALE`; an AssertionError where there is none."""
    picture = cv2.imread(str(path), flags)
    assert picture is not None, path
    return np.asarray(picture, np.uint8)


def read_person(portraits: Path, name: str) -> CutOut:
    """A cut-out from a data set in PaddleSeg's form."""
    mask = read_picture(portraits / "masks" / f"{name}.png", cv2.IMREAD_GRAYSCALE)
    return cut_out(read_picture(portraits / "images" / f"{name}.jpg"), mask)
