"""The plate on the disk, once the person has said so: a picture of their home, which no one else may read."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import numpy as np

from engine.core.frame import Image, Matrix
from engine.matte.methods.plate.plate import Plate
from engine.matte.refine.features import working_size
from engine.platform.atomic_files import delete_file, write_atomically
from engine.platform.paths import data_dir


def plate_path() -> Path:
    """Where a plate is kept."""
    return data_dir() / "clean-plate.npz"


def save(plate: Plate, path: Path) -> None:
    """Keeps a plate; only its owner may read the file.

    Raises:
        OutputError: It can't be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    held = io.BytesIO()
    np.savez_compressed(
        held, picture=plate.image.i420_buffer(), noise=plate.noise, matrix=np.array(plate.image.matrix.value)
    )
    write_atomically(path, held.getvalue(), private=True)


def load(path: Path) -> Plate | None:
    """The plate that was kept; None where there is none, or a damaged one."""
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as held:
            picture, noise, matrix = held["picture"], held["noise"], Matrix(str(held["matrix"]))
            if picture.dtype != np.uint8 or picture.ndim != 2 or picture.shape[0] % 3 or picture.shape[1] % 2:
                return None
            if not picture.size:
                return None
            image = Image.from_i420(picture, matrix)
            width, height = working_size(image.size)
            if noise.shape != (height // 2, width // 2, 2) or not np.isfinite(noise).all():
                return None
            return Plate(image, noise.astype(np.float32))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error):
        return None


def delete(path: Path) -> None:
    """Forgets the plate that was kept; nothing happens where there is none.

    Raises:
        OutputError: It can't be deleted.
    """
    delete_file(path)
