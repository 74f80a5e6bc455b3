"""Still pictures: by content, whole, in their true colours, or refused in one line."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import PIL.Image
import pillow_heif
import pytest
from PIL import ImageCms

from engine.core.errors import SourceError
from engine.media.image_files import read_image
from engine.media.media_kind import MediaKind, kind_of
from tests.conftest import shared

PATCHES_SRGB = np.array([(255, 0, 0), (0, 160, 60), (40, 60, 200), (200, 200, 200), (210, 160, 130)], np.uint8)


def patches() -> np.ndarray:
    return np.repeat(np.repeat(PATCHES_SRGB[None], 40, axis=0), 40, axis=1)


def matrix_profile(primaries: tuple[tuple[float, float], ...], gamma: float) -> bytes:
    """A version 2 ICC profile of RGB with a gamma curve, its white adapted to D50 (ICC.1:2001-04)."""
    columns = np.array([[x / y, 1, (1 - x - y) / y] for x, y in primaries]).T
    white = np.array([0.3127 / 0.3290, 1, 0.3583 / 0.3290])
    to_xyz = columns * np.linalg.solve(columns, white)
    cone = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
    d50 = np.array([0.9642, 1, 0.8249])
    adapted = np.linalg.inv(cone) @ np.diag(cone @ d50 / (cone @ white)) @ cone @ to_xyz

    def fixed(values: np.ndarray) -> bytes:
        return b"".join(round(value * 65536).to_bytes(4, "big", signed=True) for value in values)

    curve = b"curv" + bytes(4) + (1).to_bytes(4, "big") + round(gamma * 256).to_bytes(2, "big") + bytes(2)
    text = b"desc" + bytes(4) + (5).to_bytes(4, "big") + b"wide\0" + bytes(78)
    tags = {b"desc": text, b"cprt": b"text" + bytes(4) + b"none\0\0\0\0", b"wtpt": b"XYZ " + bytes(4) + fixed(d50)}
    tags |= {name: b"XYZ " + bytes(4) + fixed(adapted[:, i]) for i, name in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    table, data = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        content += bytes(-len(content) % 4)
        table += name + (start + len(data)).to_bytes(4, "big") + len(content).to_bytes(4, "big")
        data += content
    size = (start + len(data)).to_bytes(4, "big")
    head = size + bytes(4) + b"\x02\x10\0\0mntrRGB XYZ " + bytes(12) + b"acsp" + bytes(28) + fixed(d50) + bytes(48)
    return head + len(tags).to_bytes(4, "big") + table + data


WIDE = {
    "Display P3": matrix_profile(((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)), 2.2),
    "Adobe RGB": matrix_profile(((0.640, 0.330), (0.210, 0.710), (0.150, 0.060)), 2.2),
}


@pytest.mark.parametrize("profile", WIDE)
@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "tif"])
def test_colour_profiles_become_srgb(tmp_path: Path, profile: str, ending: str) -> None:
    source = PIL.Image.fromarray(patches())
    to_wide = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(io.BytesIO(WIDE[profile])), "RGB", "RGB"
    )
    wide = ImageCms.applyTransform(source, to_wide)
    assert np.abs(np.asarray(wide).astype(int) - patches()).max() > 10
    path = tmp_path / f"patch.{ending}"
    options = {"quality": 100, "subsampling": 0} if ending == "jpg" else {"lossless": True} if ending == "webp" else {}
    wide.save(path, icc_profile=WIDE[profile], **options)
    error = np.abs(read_image(path)[20, 20::40, ::-1].astype(int) - PATCHES_SRGB)
    assert error[1:].max() <= (6 if ending == "jpg" else 3)  # JPEG rounds in wide colours, before the conversion
    assert error.max() <= 6  # pure red lies at the wide gamut's edge, where eight bits are coarse


def test_a_profile_keeps_transparency(tmp_path: Path) -> None:
    picture = PIL.Image.fromarray(np.dstack([patches(), np.full(patches().shape[:2], 128, np.uint8)]))
    picture.save(tmp_path / "half.png", icc_profile=WIDE["Display P3"])
    assert abs(int(read_image(tmp_path / "half.png")[20, 140, 1]) - 100) <= 2  # grey 200, half over black


def test_a_damaged_profile_is_ignored(tmp_path: Path) -> None:
    PIL.Image.fromarray(patches()).save(tmp_path / "odd.png", icc_profile=b"no profile at all" * 20)
    assert np.array_equal(read_image(tmp_path / "odd.png")[..., ::-1], patches())


@pytest.mark.parametrize("name", ["photo.heic", "photo.jpg", "photo"])
def test_heic_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    pillow_heif.from_pillow(PIL.Image.fromarray(patches())).save(tmp_path / "written.heic", quality=95)
    path = (tmp_path / "written.heic").rename(tmp_path / name)
    assert kind_of(path) is MediaKind.STILL
    assert np.abs(read_image(path)[20, 20::40, ::-1].astype(int) - PATCHES_SRGB).max() < 12


def test_a_heic_in_tiles_is_read_whole() -> None:
    for name in ("iphone_grid.heic", "heic_named.jpg"):
        assert read_image(shared(f"cases/{name}")).shape == (1134, 2016, 3)


def test_display_p3_of_the_shared_case() -> None:
    picture = read_image(shared("cases/patch_p3.png"))
    with PIL.Image.open(shared("cases/patch_p3.png")) as opened:
        wanted = ImageCms.profileToProfile(
            opened, ImageCms.ImageCmsProfile(io.BytesIO(opened.info["icc_profile"])),
            ImageCms.createProfile("sRGB"), outputMode="RGB",
        )  # fmt: skip
    assert np.abs(picture[..., ::-1].astype(int) - np.asarray(wanted)).max() <= 3


def test_pages_are_not_left_out_in_silence(tmp_path: Path) -> None:
    pages = [PIL.Image.new("RGB", (40, 40), shade) for shade in ("red", "blue")]
    pages[0].save(tmp_path / "scan.tif", save_all=True, append_images=pages[1:])
    with pytest.raises(SourceError, match="holds 2 pages"):
        read_image(tmp_path / "scan.tif")


def test_half_a_picture_is_damaged(tmp_path: Path) -> None:
    for ending in ("jpg", "png", "webp", "heic", "avif"):
        path = tmp_path / f"whole.{ending}"
        noise = PIL.Image.fromarray(np.random.default_rng(1).integers(0, 255, (200, 300, 3), np.uint8))
        pillow_heif.from_pillow(noise).save(path) if ending == "heic" else noise.save(path)
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2])
        with pytest.raises(SourceError) as caught:
            read_image(path)
        assert str(path) in str(caught.value)
        assert "\n" not in str(caught.value)


def test_absurd_sizes_are_refused_unread(tmp_path: Path) -> None:
    for name, size in (("wide.png", (16_000, 9000)), ("vast.png", (20_000, 20_000))):
        PIL.Image.new("1", size).save(tmp_path / name)
        with pytest.raises(SourceError, match="million pixels"):
            read_image(tmp_path / name)


def test_kinds_are_told_by_content(tmp_path: Path) -> None:
    frames = [PIL.Image.new("RGB", (40, 40), shade) for shade in ("red", "blue", "green")]
    for ending in ("gif", "webp", "png"):
        frames[0].save(tmp_path / f"moving.{ending}", save_all=True, append_images=frames[1:], duration=80)
        assert kind_of((tmp_path / f"moving.{ending}").rename(tmp_path / "moving.jpg")) is MediaKind.ANIMATION
        frames[0].save(tmp_path / f"still.{ending}")
        assert kind_of((tmp_path / f"still.{ending}").rename(tmp_path / "still.mp4")) is MediaKind.STILL
    (tmp_path / "drawing.png").write_text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')
    with pytest.raises(SourceError, match="vector drawing"):
        kind_of(tmp_path / "drawing.png")
