"""Colour profiles: from what a picture's numbers mean to sRGB, by littleCMS."""

from __future__ import annotations

import io
from functools import lru_cache

import PIL.Image
from PIL import ImageCms

_PROFILE_SPACES = {"RGB ": ("RGB",), "CMYK": ("CMYK",), "GRAY": ("L",)}
"""By a profile's colour space (ICC.1:2022, table 19): the modes of pictures that it describes."""


def to_srgb(picture: PIL.Image.Image) -> PIL.Image.Image:
    """A decoded picture with its embedded profile applied.

    Args:
        picture: Of any mode. Without a profile, or with one that is damaged or describes another colour space, its
            numbers are taken as sRGB, as browsers do.

    Returns:
        RGB or RGBA with the alpha kept where a profile was applied; else the picture as it was.
    """
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture
    alpha = picture.convert("RGBA").getchannel("A") if picture.has_transparency_data else None
    base = picture.convert("RGB") if picture.mode in ("P", "PA", "RGBA", "RGBX", "YCbCr") else picture
    base = base.convert("L") if base.mode in ("LA", "1") else base
    transform = _transform(bytes(profile), base.mode)
    if transform is None:
        return picture
    converted = ImageCms.applyTransform(base, transform)
    if converted is None:
        return picture
    if alpha is not None:
        converted.putalpha(alpha)
    return converted


@lru_cache(maxsize=8)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """None where the numbers need no change, or the profile is of no use."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if mode not in _PROFILE_SPACES.get(source.profile.xcolor_space, ()):
            return None
        if "srgb" in (source.profile.profile_description or "").lower():
            return None
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
