"""From linear light to an 8-bit picture: exposure, tone and grain. Pictures are (H, W, 3) float32, BGR."""

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.float32]
Picture8 = NDArray[np.uint8]

BACKGROUNDS = Path("assets/backgrounds")
SIZE_PX = (1920, 1080)
JPEG_QUALITY = 90
WHITE = 5.0


def linear(color: str) -> Picture:
    """Turn `#rrggbb` (sRGB) into linear BGR, (3,), 0..1, by the curve of IEC 61966-2-1."""
    encoded = np.array([int(color[i : i + 2], 16) / 255 for i in (5, 3, 1)], np.float32)
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4).astype(np.float32)


def expose(picture: Picture, mean: float) -> Picture:
    """Scale a linear picture to a geometric mean luminance of `mean` and roll its highlights off to 0..1.

    The curve is Reinhard's extended operator (Reinhard et al. 2002, eq. 4), which reaches 1 at `WHITE`, with less
    pressure on the middle tones.
    """
    luminance = picture @ np.array([0.0722, 0.7152, 0.2126], np.float32)
    scaled = picture * (mean / np.exp(np.mean(np.log(luminance + 1e-4))))
    return np.clip(scaled * (1 + scaled / WHITE**2) / (1 + scaled * 0.6), 0, 1).astype(np.float32)


def encode(picture: Picture, contrast: float = 0.25) -> Picture:
    """Encode linear 0..1 by the sRGB curve (IEC 61966-2-1) and blend in an S-curve for contrast."""
    encoded = np.where(picture <= 0.0031308, picture * 12.92, 1.055 * np.maximum(picture, 1e-6) ** (1 / 2.4) - 0.055)
    s_curve = encoded * encoded * (3 - 2 * encoded)
    return (encoded + contrast * (s_curve - encoded)).astype(np.float32)


def quantize(encoded: Picture, grain: float = 0.9) -> Picture8:
    """Round to 8 bits with a grain (standard deviation, in grey levels) that keeps soft slopes from banding."""
    noise = np.random.default_rng(1).normal(0, grain, encoded.shape[:2]).astype(np.float32)
    return np.clip(encoded * 255 + noise[..., None] + 0.5, 0, 255).astype(np.uint8)


def save_background(name: str, picture: Picture8) -> None:
    """Write assets/backgrounds/NAME.jpg."""
    path = BACKGROUNDS / f"{name}.jpg"
    full_color = [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444]
    if not cv2.imwrite(str(path), picture, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY, *full_color]):
        raise OSError(f"cannot write {path}")
