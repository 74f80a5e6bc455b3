"""Training samples: persons over backgrounds, framed as by a webcam, and backgrounds without a person."""

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
PASTED_LABEL_WEIGHT = 0.7
NATURAL_LABEL_WEIGHT = 0.15  # the masks are few and soon overfitted; the teacher knows more
ANYWHERE_SHARE = 0.5  # of the natural ones
JOINED_SHARE = 0.2  # of the natural ones
CUTOUT_SHARE = 0.3  # of the pasted ones, where there are cut-outs
CLOSE_SHARE = 0.5  # of the pasted ones, framed as the region of interest does
CLOSE_STRETCH = 1.15  # the region of interest's largest change of the aspect ratio
SECOND_PERSON_SHARE = 0.1
TOUCH_PX = 3  # a person whose box comes this close to the picture's border is cut off by it


@dataclass(frozen=True, slots=True)
class Material:
    """Sources of samples. Backgrounds are uint8 [216, 384, 3] BGR; weights are the portraits' probabilities."""

    portraits: Sequence[Portrait]
    weights: np.ndarray
    cutouts: Sequence[Portrait]
    """Persons without surroundings, to paste only."""
    photos: Sequence[np.ndarray]
    person_free: Sequence[np.ndarray]
    interiors: Sequence[np.ndarray]


class Sample(NamedTuple):
    """Images uint8 [144, 256, 3] BGR, alpha uint8 [144, 256]."""

    degraded: np.ndarray
    """With defocus, noise and JPEG artefacts: the network's input."""
    clean: np.ndarray
    """Without them: the teacher's input."""
    alpha: np.ndarray
    label_weight: np.float32
    """Weight of alpha in the target, 0 to 1; the rest is the teacher's."""


def draw(material: Material, rng: Generator) -> Sample:
    """One sample of the mixture that the constants above describe."""
    kind = rng.random()
    if kind < EMPTY_SHARE:
        image, alpha, label_weight = _background(material, rng), np.zeros((HEIGHT, WIDTH), np.uint8), 1.0
    elif kind < EMPTY_SHARE + PASTED_SHARE:
        image, alpha, label_weight = *_pasted(material, rng), PASTED_LABEL_WEIGHT
    else:
        image, alpha, label_weight = *_natural(material, rng), NATURAL_LABEL_WEIGHT
        if rng.random() < JOINED_SHARE:
            _join(image, alpha, _natural(material, rng), rng)
    if rng.random() < 0.03:
        _bars(image, alpha, rng)
    if rng.random() < 0.5:
        image, alpha = image[:, ::-1], alpha[:, ::-1]
    clean = _relight(image, rng)
    return Sample(_degrade(clean, rng), clean, np.ascontiguousarray(alpha), np.float32(label_weight))


def stack(samples: Sequence[Sample]) -> Sample:
    """Samples as one, each array with their number as the first axis."""
    arrays = [np.stack(part) for part in zip(*samples, strict=True)]
    return Sample(*arrays)  # type: ignore[arg-type]  # the weights are an array, too


def _any_portrait(material: Material, rng: Generator) -> Portrait:
    return material.portraits[rng.choice(len(material.portraits), p=material.weights)]


def _natural(material: Material, rng: Generator) -> tuple[np.ndarray, np.ndarray]:
    """A crop of a picture as it was taken: as a webcam would frame it, or anywhere, for more variety."""
    portrait = _any_portrait(material, rng)
    matrix = _anywhere_matrix(portrait, rng) if rng.random() < ANYWHERE_SHARE else _crop_matrix(portrait, rng)
    return _warp(portrait, matrix, cv2.BORDER_REFLECT)


def _join(image: np.ndarray, alpha: np.ndarray, other: tuple[np.ndarray, np.ndarray], rng: Generator) -> None:
    """Joins a part of another picture beside or above this one, in place."""
    part = [slice(None), slice(None)]
    axis = int(rng.integers(2))
    seam = int(rng.uniform(0.25, 0.75) * image.shape[axis])
    part[axis] = slice(0, seam) if rng.random() < 0.5 else slice(seam, None)
    image[tuple(part)], alpha[tuple(part)] = other[0][tuple(part)], other[1][tuple(part)]


def _pasted(material: Material, rng: Generator) -> tuple[np.ndarray, np.ndarray]:
    """One or two persons over a background."""
    image, alpha = _background(material, rng), np.zeros((HEIGHT, WIDTH), np.uint8)
    if rng.random() < SECOND_PERSON_SHARE:
        image, alpha = _paste(_any_person(material, rng), image, alpha, rng)
    return _paste(_any_person(material, rng), image, alpha, rng)


def _any_person(material: Material, rng: Generator) -> Portrait:
    if material.cutouts and rng.random() < CUTOUT_SHARE:
        return material.cutouts[int(rng.integers(len(material.cutouts)))]
    return _any_portrait(material, rng)


def _anywhere_matrix(portrait: Portrait, rng: Generator) -> np.ndarray:
    """Any crop of the picture, of any size and nearly any aspect ratio, rotated a little."""
    height, width = portrait.alpha.shape
    crop_width = width * rng.uniform(0.25, 1.0)
    crop_height = min(height, crop_width * 9 / 16 * rng.uniform(0.7, 1.5))
    centre, top = rng.uniform(crop_width / 2, width - crop_width / 2), rng.uniform(0, height - crop_height)
    scale_x, scale_y = WIDTH / crop_width, HEIGHT / crop_height
    matrix = np.array([[scale_x, 0, -(centre - crop_width / 2) * scale_x], [0, scale_y, -top * scale_y]])
    return _rotated(matrix, rng, 25) if rng.random() < 0.5 else matrix


def _crop_matrix(portrait: Portrait, rng: Generator) -> np.ndarray:
    """A 16:9 crop of the picture, mostly with head and shoulders in its lower part."""
    height, width = portrait.alpha.shape
    x0, y0, x1, _ = portrait.box
    crop_width = width * (1.0 if rng.random() < 0.25 else rng.uniform(0.4, 1.0))
    crop_height = min(height, crop_width * 9 / 16 * rng.uniform(0.85, 1.2))
    if rng.random() < 0.92:
        centre = np.clip(rng.normal((x0 + x1) / 2, width * 0.1), crop_width / 2, width - crop_width / 2)
        top = np.clip(y0 - crop_height * rng.uniform(-0.1, 0.5), 0, height - crop_height)
    else:
        centre, top = rng.uniform(crop_width / 2, width - crop_width / 2), rng.uniform(0, height - crop_height)
    scale_x, scale_y = WIDTH / crop_width, HEIGHT / crop_height
    matrix = np.array([[scale_x, 0, -(centre - crop_width / 2) * scale_x], [0, scale_y, -top * scale_y]])
    return _rotated(matrix, rng, 12) if rng.random() < 0.3 else matrix


def _rotated(matrix: np.ndarray, rng: Generator, limit_degrees: float) -> np.ndarray:
    degrees = rng.uniform(-limit_degrees, limit_degrees)
    turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), degrees, rng.uniform(0.95, 1.15))
    return np.asarray(turn @ np.vstack([matrix, [0, 0, 1]]))


def _warp(portrait: Portrait, matrix: np.ndarray, alpha_border: int) -> tuple[np.ndarray, np.ndarray]:
    """Picture, mirrored outwards, and alpha under the matrix; downsampled by halving first against aliasing."""
    image, alpha = portrait.image, portrait.alpha
    halvings = int(np.floor(-np.log2(max(1e-3, min(1.0, np.hypot(*matrix[:, 1]) * 1.01)))))
    for _ in range(halvings):
        half = (image.shape[1] // 2, image.shape[0] // 2)
        image = cv2.resize(image, half, interpolation=cv2.INTER_AREA)
        alpha = cv2.resize(alpha, half, interpolation=cv2.INTER_AREA)
    matrix = matrix.copy()
    matrix[:, 0] *= portrait.image.shape[1] / image.shape[1]
    matrix[:, 1] *= portrait.image.shape[0] / image.shape[0]
    return (
        cv2.warpAffine(image, matrix, SIZE_PX, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT),
        cv2.warpAffine(alpha, matrix, SIZE_PX, flags=cv2.INTER_LINEAR, borderMode=alpha_border),
    )


def _paste(
    portrait: Portrait, background: np.ndarray, others: np.ndarray, rng: Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Pastes the person over a background, cut only by the frame's border; `others` is the alpha so far."""
    image, alpha = _warp(portrait, _placement(portrait, rng), cv2.BORDER_CONSTANT)
    if rng.random() < 0.5:
        alpha = cv2.erode(alpha, np.ones((3, 3), np.uint8))
    if rng.random() < 0.5:
        alpha = cv2.GaussianBlur(alpha, (0, 0), rng.uniform(0.4, 0.9))
    if rng.random() < 0.6:
        image = _change_exposure(image, rng)
    share = alpha[..., None].astype(np.uint16)
    pasted = ((image * share + background * (255 - share)) // 255).astype(np.uint8)
    return pasted, np.maximum(alpha, others)


def _placement(portrait: Portrait, rng: Generator) -> np.ndarray:
    """Affine matrix [2, 3] of the person: no edge that the picture's border cut off lies inside the frame."""
    height, width = portrait.alpha.shape
    x0, y0, x1, y1 = portrait.box
    tall = (y1 - y0) > 1.6 * (x1 - x0)
    # The share of the person's height that is in the frame.
    visible = 0.17 + 0.45 * rng.beta(1, 1.5) if tall else rng.uniform(0.5, 1.1)
    close = rng.random() < CLOSE_SHARE
    top = HEIGHT * (rng.uniform(0, 0.15) if close else rng.uniform(-0.08, 0.4))
    scale = (HEIGHT - top) / ((y1 - y0) * visible)
    if y1 >= height - TOUCH_PX:
        scale = max(scale, (HEIGHT - top) / (y1 - y0))
    scale_x = scale * (rng.uniform(1 / CLOSE_STRETCH, CLOSE_STRETCH) if close else 1)
    centre = WIDTH * np.clip(rng.normal(0.5, 0.05 if close else 0.17), 0.1, 0.9)
    left = centre - scale_x * (x0 + x1) / 2
    if x0 <= TOUCH_PX:
        left = min(left, -scale_x * x0 - 1)
    elif x1 >= width - TOUCH_PX:
        left = max(left, WIDTH + 1 - scale_x * x1)
    return np.array([[scale_x, 0, left], [0, scale, top - scale * y0]])


def _background(material: Material, rng: Generator) -> np.ndarray:
    """A background without persons: photographs, person-free crops, drawn interiors, flat colours."""
    kind = rng.random()
    if kind < 0.35:
        background = _recoloured(_crop(material.photos[int(rng.integers(len(material.photos)))], rng), rng)
    elif kind < 0.65:
        background = _crop(material.person_free[int(rng.integers(len(material.person_free)))], rng)
    elif kind < 0.93:
        background = _crop(material.interiors[int(rng.integers(len(material.interiors)))], rng)
    else:
        background = _flat(rng)
    if rng.random() < 0.12:
        seam = rng.integers(WIDTH // 4, WIDTH * 3 // 4)
        background[:, :seam] = _crop(material.interiors[int(rng.integers(len(material.interiors)))], rng)[:, :seam]
    if rng.random() < 0.25:
        background = cv2.GaussianBlur(background, (0, 0), rng.uniform(0.5, 4))
    return background


def _crop(background: np.ndarray, rng: Generator) -> np.ndarray:
    height, width = background.shape[:2]
    share = rng.uniform(0.35, 1.0)
    crop_height = int(height * share)
    crop_width = min(width, int(crop_height * 16 / 9 * rng.uniform(0.85, 1.2)))
    top, left = rng.integers(height - crop_height + 1), rng.integers(width - crop_width + 1)
    crop = background[top : top + crop_height, left : left + crop_width]
    if rng.random() < 0.5:
        crop = crop[:, ::-1]
    return cv2.resize(crop, SIZE_PX, interpolation=cv2.INTER_AREA if crop_width > WIDTH else cv2.INTER_LINEAR)


def _recoloured(image: np.ndarray, rng: Generator) -> np.ndarray:
    """The few photographs with changed hue and saturation."""
    if rng.random() < 0.4:
        return image
    hsv = cv2.cvtColor(image, cv2.COLOR_BGR2HSV)
    hsv[..., 0] = (hsv[..., 0].astype(np.uint16) + rng.integers(180)) % 180
    hsv[..., 1] = np.minimum(255, hsv[..., 1] * rng.uniform(0, 1.6)).astype(np.uint8)
    return cv2.cvtColor(hsv, cv2.COLOR_HSV2BGR)


def _flat(rng: Generator) -> np.ndarray:
    wall = rng.uniform(0, 255, 3) * rng.uniform(0.2, 1) + texture(rng, WIDTH, HEIGHT, rng.uniform(0, 12))
    return np.asarray(np.clip(wall, 0, 255), np.uint8)


def _bars(image: np.ndarray, alpha: np.ndarray, rng: Generator) -> None:
    """Pillarbox bars beside an upright video, in place."""
    bar = int(WIDTH * rng.uniform(0.05, 0.33))
    for columns in (slice(0, bar), slice(WIDTH - bar, WIDTH)):
        image[:, columns] = rng.uniform(0, 255)
        alpha[:, columns] = 0


def _change_exposure(image: np.ndarray, rng: Generator) -> np.ndarray:
    """Another exposure and white balance: uint8 in, uint8 out."""
    gain = rng.uniform(0.5, 1.4) * rng.uniform(0.88, 1.12, 3)
    return np.clip(image * gain + rng.uniform(-25, 25), 0, 255).astype(np.uint8)


def _relight(image: np.ndarray, rng: Generator) -> np.ndarray:
    """Another exposure, saturation, tone curve and brightness gradient: uint8 in, uint8 out."""
    if rng.random() < 0.8:
        image = _change_exposure(image, rng)
    degraded: np.ndarray = image.astype(np.float32)
    if rng.random() < 0.5:
        grey = degraded.mean(2, keepdims=True)
        degraded = grey + (degraded - grey) * rng.uniform(0.1, 1.6)
    if rng.random() < 0.3:
        degraded = 255 * (np.clip(degraded, 0, 255) / 255) ** rng.uniform(0.55, 1.8)
    if rng.random() < 0.15:
        degraded = (
            degraded + np.linspace(rng.uniform(-60, 60), rng.uniform(-60, 60), WIDTH, dtype=np.float32)[None, :, None]
        )
    return np.ascontiguousarray(np.clip(degraded, 0, 255).astype(np.uint8))


def _degrade(image: np.ndarray, rng: Generator) -> np.ndarray:
    """Defocus, sensor noise and JPEG artefacts of a webcam: uint8 in, uint8 out."""
    if rng.random() < 0.25:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 1.6))
    if rng.random() < 0.5:
        sigma = rng.uniform(1, 10)
        noise = rng.normal(0, sigma, (HEIGHT, WIDTH, 1)) + rng.normal(0, sigma / 2, (HEIGHT, WIDTH, 3))
        image = np.clip(image + noise, 0, 255).astype(np.uint8)
    if rng.random() < 0.25:
        quality = int(rng.integers(35, 95))
        coded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        image = np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)
    return image
