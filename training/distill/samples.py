"""Training samples: people over places, framed as a webcam frames them, and places with nobody there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np
from numpy.random import Generator

from training.distill.backgrounds import texture
from training.distill.pictures import SIZE_PX, Portrait

WIDTH, HEIGHT = SIZE_PX
EMPTY_SHARE = 0.16
PASTED_SHARE = 0.34  # the rest keep their own surroundings
PASTED_TRUTH_SHARE = 0.5
NATURAL_TRUTH_SHARE = 0.15  # the masks are few and learned by heart soon; the teacher has seen more than they tell
ANYWHERE_SHARE = 0.5  # of the natural ones
SPLIT_SHARE = 0.2  # of the natural ones
SECOND_PERSON_SHARE = 0.1
TOUCH_PX = 3  # a person whose box comes this close to the picture's border is cut off by it


@dataclass(frozen=True, slots=True)
class Material:
    """What samples are made of. Places are uint8 [216, 384, 3] BGR; weights are the portraits' chances."""

    portraits: Sequence[Portrait]
    weights: np.ndarray
    photos: Sequence[np.ndarray]
    person_free: Sequence[np.ndarray]
    rooms: Sequence[np.ndarray]


class Sample(NamedTuple):
    """Images uint8 [144, 256, 3] BGR, alpha uint8 [144, 256]."""

    seen: np.ndarray
    """As the camera's sensor and its compression give it: what the network learns from."""
    clean: np.ndarray
    """The same light without noise, blur or blocks: what the teacher judges."""
    alpha: np.ndarray
    truth_share: np.float32
    """How far alpha is to be believed beside the teacher, 0 to 1."""


def draw(material: Material, rng: Generator) -> Sample:
    """One sample of the mixture that the constants above describe."""
    kind = rng.random()
    if kind < EMPTY_SHARE:
        image, alpha, truth_share = _place(material, rng), np.zeros((HEIGHT, WIDTH), np.uint8), 1.0
    elif kind < EMPTY_SHARE + PASTED_SHARE:
        image, alpha, truth_share = *_pasted(material, rng), PASTED_TRUTH_SHARE
    else:
        image, alpha, truth_share = *_natural(material, rng), NATURAL_TRUTH_SHARE
        if rng.random() < SPLIT_SHARE:
            _split(image, alpha, _natural(material, rng), rng)
    if rng.random() < 0.03:
        _bars(image, alpha, rng)
    if rng.random() < 0.5:
        image, alpha = image[:, ::-1], alpha[:, ::-1]
    clean = _light(image, rng)
    return Sample(_sensor(clean, rng), clean, np.ascontiguousarray(alpha), np.float32(truth_share))


def _any(material: Material, rng: Generator) -> Portrait:
    return material.portraits[rng.choice(len(material.portraits), p=material.weights)]


def _natural(material: Material, rng: Generator) -> tuple[np.ndarray, np.ndarray]:
    """Part of a picture as it was taken: as a webcam would frame it, or any part, so that the teacher shows more."""
    one = _any(material, rng)
    matrix = _anywhere_matrix(one, rng) if rng.random() < ANYWHERE_SHARE else _crop_matrix(one, rng)
    return _warp(one, matrix, cv2.BORDER_REFLECT)


def _split(image: np.ndarray, alpha: np.ndarray, other: tuple[np.ndarray, np.ndarray], rng: Generator) -> None:
    """Puts a part of another picture beside or above the one, in place."""
    part = [slice(None), slice(None)]
    axis = int(rng.integers(2))
    seam = int(rng.uniform(0.25, 0.75) * image.shape[axis])
    part[axis] = slice(0, seam) if rng.random() < 0.5 else slice(seam, None)
    image[tuple(part)], alpha[tuple(part)] = other[0][tuple(part)], other[1][tuple(part)]


def _pasted(material: Material, rng: Generator) -> tuple[np.ndarray, np.ndarray]:
    """One or two people before a place."""
    background, behind = _place(material, rng), np.zeros((HEIGHT, WIDTH), np.uint8)
    if rng.random() < SECOND_PERSON_SHARE:
        background, behind = _paste(_any(material, rng), background, behind, rng)
    return _paste(_any(material, rng), background, behind, rng)


def _anywhere_matrix(one: Portrait, rng: Generator) -> np.ndarray:
    """Any part of the picture of any size and nearly any shape, turned a little."""
    height, width = one.alpha.shape
    crop_width = width * rng.uniform(0.25, 1.0)
    crop_height = min(height, crop_width * 9 / 16 * rng.uniform(0.7, 1.5))
    centre, top = rng.uniform(crop_width / 2, width - crop_width / 2), rng.uniform(0, height - crop_height)
    scale_x, scale_y = WIDTH / crop_width, HEIGHT / crop_height
    matrix = np.array([[scale_x, 0, -(centre - crop_width / 2) * scale_x], [0, scale_y, -top * scale_y]])
    return _turned(matrix, rng, 25) if rng.random() < 0.5 else matrix


def _crop_matrix(one: Portrait, rng: Generator) -> np.ndarray:
    """A 16:9 crop of the picture, mostly with head and shoulders in its lower part."""
    height, width = one.alpha.shape
    x0, y0, x1, _ = one.box
    crop_width = width * (1.0 if rng.random() < 0.25 else rng.uniform(0.4, 1.0))
    crop_height = min(height, crop_width * 9 / 16 * rng.uniform(0.85, 1.2))
    if rng.random() < 0.92:
        centre = np.clip(rng.normal((x0 + x1) / 2, width * 0.1), crop_width / 2, width - crop_width / 2)
        top = np.clip(y0 - crop_height * rng.uniform(-0.1, 0.5), 0, height - crop_height)
    else:
        centre, top = rng.uniform(crop_width / 2, width - crop_width / 2), rng.uniform(0, height - crop_height)
    scale_x, scale_y = WIDTH / crop_width, HEIGHT / crop_height
    matrix = np.array([[scale_x, 0, -(centre - crop_width / 2) * scale_x], [0, scale_y, -top * scale_y]])
    return _turned(matrix, rng, 12) if rng.random() < 0.3 else matrix


def _turned(matrix: np.ndarray, rng: Generator, most_degrees: float) -> np.ndarray:
    degrees = rng.uniform(-most_degrees, most_degrees)
    turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), degrees, rng.uniform(0.95, 1.15))
    return turn @ np.vstack([matrix, [0, 0, 1]])


def _warp(one: Portrait, matrix: np.ndarray, alpha_border: int) -> tuple[np.ndarray, np.ndarray]:
    """Picture, mirrored outwards, and alpha under the matrix; shrunk by halving first, so that nothing aliases."""
    image, alpha = one.image, one.alpha
    halvings = int(np.floor(-np.log2(max(1e-3, min(1.0, np.hypot(*matrix[:, 1]) * 1.01)))))
    for _ in range(halvings):
        half = (image.shape[1] // 2, image.shape[0] // 2)
        image = cv2.resize(image, half, interpolation=cv2.INTER_AREA)
        alpha = cv2.resize(alpha, half, interpolation=cv2.INTER_AREA)
    matrix = matrix.copy()
    matrix[:, 0] *= one.image.shape[1] / image.shape[1]
    matrix[:, 1] *= one.image.shape[0] / image.shape[0]
    return (
        cv2.warpAffine(image, matrix, SIZE_PX, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT),
        cv2.warpAffine(alpha, matrix, SIZE_PX, flags=cv2.INTER_LINEAR, borderMode=alpha_border),
    )


def _paste(one: Portrait, background: np.ndarray, behind: np.ndarray, rng: Generator) -> tuple[np.ndarray, np.ndarray]:
    """The person cut out and put before a place, head and shoulders or half body, cut only by the frame's border."""
    image, alpha = _warp(one, _placement(one, rng), cv2.BORDER_CONSTANT)
    if rng.random() < 0.5:
        alpha = cv2.erode(alpha, np.ones((3, 3), np.uint8))
    if rng.random() < 0.5:
        alpha = cv2.GaussianBlur(alpha, (0, 0), rng.uniform(0.4, 0.9))
    if rng.random() < 0.6:
        image = _relit(image, rng)
    share = alpha[..., None].astype(np.uint16)
    pasted = ((image * share + background * (255 - share)) // 255).astype(np.uint8)
    return pasted, np.maximum(alpha, behind)


def _placement(one: Portrait, rng: Generator) -> np.ndarray:
    """Where the person stands: no edge that the picture's own border cut may lie inside the frame."""
    height, width = one.alpha.shape
    x0, y0, x1, y1 = one.box
    tall = (y1 - y0) > 1.6 * (x1 - x0)
    # The share of the person's height that is in the frame.
    visible = 0.17 + 0.45 * rng.beta(1, 1.5) if tall else rng.uniform(0.5, 1.1)
    top = HEIGHT * rng.uniform(-0.08, 0.4)
    scale = (HEIGHT - top) / ((y1 - y0) * visible)
    if y1 >= height - TOUCH_PX:
        scale = max(scale, (HEIGHT - top) / (y1 - y0))
    centre = WIDTH * np.clip(rng.normal(0.5, 0.17), 0.1, 0.9)
    left = centre - scale * (x0 + x1) / 2
    if x0 <= TOUCH_PX:
        left = min(left, -scale * x0 - 1)
    elif x1 >= width - TOUCH_PX:
        left = max(left, WIDTH + 1 - scale * x1)
    return np.array([[scale, 0, left], [0, scale, top - scale * y0]])


def _place(material: Material, rng: Generator) -> np.ndarray:
    """A place without people: photographs of rooms, what is beside people in pictures, drawn rooms, flat walls."""
    kind = rng.random()
    if kind < 0.35:
        place = _recoloured(_crop(material.photos[rng.integers(len(material.photos))], rng), rng)
    elif kind < 0.65:
        place = _crop(material.person_free[rng.integers(len(material.person_free))], rng)
    elif kind < 0.93:
        place = _crop(material.rooms[rng.integers(len(material.rooms))], rng)
    else:
        place = _flat(rng)
    if rng.random() < 0.12:
        seam = rng.integers(WIDTH // 4, WIDTH * 3 // 4)
        place[:, :seam] = _crop(material.rooms[rng.integers(len(material.rooms))], rng)[:, :seam]
    if rng.random() < 0.25:
        place = cv2.GaussianBlur(place, (0, 0), rng.uniform(0.5, 4))
    return place


def _crop(place: np.ndarray, rng: Generator) -> np.ndarray:
    height, width = place.shape[:2]
    share = rng.uniform(0.35, 1.0)
    crop_height = int(height * share)
    crop_width = min(width, int(crop_height * 16 / 9 * rng.uniform(0.85, 1.2)))
    top, left = rng.integers(height - crop_height + 1), rng.integers(width - crop_width + 1)
    crop = place[top : top + crop_height, left : left + crop_width]
    if rng.random() < 0.5:
        crop = crop[:, ::-1]
    return cv2.resize(crop, SIZE_PX, interpolation=cv2.INTER_AREA if crop_width > WIDTH else cv2.INTER_LINEAR)


def _recoloured(image: np.ndarray, rng: Generator) -> np.ndarray:
    """The few photographs of rooms, in other paints: hue turned, saturation changed."""
    if rng.random() < 0.4:
        return image
    hsv = cv2.cvtColor(image, cv2.COLOR_BGR2HSV)
    hsv[..., 0] = (hsv[..., 0].astype(np.uint16) + rng.integers(180)) % 180
    hsv[..., 1] = np.minimum(255, hsv[..., 1] * rng.uniform(0, 1.6)).astype(np.uint8)
    return cv2.cvtColor(hsv, cv2.COLOR_HSV2BGR)


def _flat(rng: Generator) -> np.ndarray:
    wall = rng.uniform(0, 255, 3) * rng.uniform(0.2, 1) + texture(rng, WIDTH, HEIGHT, rng.uniform(0, 12))
    return np.clip(wall, 0, 255).astype(np.uint8)


def _bars(image: np.ndarray, alpha: np.ndarray, rng: Generator) -> None:
    """Plain bars beside an upright video, in place."""
    bar = int(WIDTH * rng.uniform(0.05, 0.33))
    for columns in (slice(0, bar), slice(WIDTH - bar, WIDTH)):
        image[:, columns] = rng.uniform(0, 255)
        alpha[:, columns] = 0


def _relit(image: np.ndarray, rng: Generator) -> np.ndarray:
    """Another exposure and colour of light: uint8 in, uint8 out."""
    gain = rng.uniform(0.5, 1.4) * rng.uniform(0.88, 1.12, 3)
    return np.clip(image * gain + rng.uniform(-25, 25), 0, 255).astype(np.uint8)


def _light(image: np.ndarray, rng: Generator) -> np.ndarray:
    """Another exposure, saturation, tone curve and fall of light: uint8 in, uint8 out."""
    if rng.random() < 0.8:
        image = _relit(image, rng)
    seen = image.astype(np.float32)
    if rng.random() < 0.5:
        grey = seen.mean(2, keepdims=True)
        seen = grey + (seen - grey) * rng.uniform(0.1, 1.6)
    if rng.random() < 0.3:
        seen = 255 * (np.clip(seen, 0, 255) / 255) ** rng.uniform(0.55, 1.8)
    if rng.random() < 0.15:
        seen = seen + np.linspace(*rng.uniform(-60, 60, 2), WIDTH, dtype=np.float32)[None, :, None]
    return np.ascontiguousarray(np.clip(seen, 0, 255).astype(np.uint8))


def _sensor(image: np.ndarray, rng: Generator) -> np.ndarray:
    """What a webcam does to the light: defocus, noise, JPEG. uint8 in, uint8 out."""
    if rng.random() < 0.25:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 1.6))
    if rng.random() < 0.5:
        sigma = rng.uniform(1, 10)
        noise = rng.normal(0, sigma, (HEIGHT, WIDTH, 1)) + rng.normal(0, sigma / 2, (HEIGHT, WIDTH, 3))
        image = np.clip(image + noise, 0, 255).astype(np.uint8)
    if rng.random() < 0.25:
        quality = int(rng.integers(35, 95))
        image = cv2.imdecode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR)
    return image
