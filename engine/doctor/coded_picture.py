"""A picture that encodes a number, legible after scaling, JPEG and every colour conversion."""

from __future__ import annotations

import numpy as np

from engine.core.frame import U8, Image

COLUMNS, ROWS = 8, 6
CODE_BITS = 32
_CHECK_BITS = COLUMNS * ROWS - CODE_BITS
_CHECK_SALT = 0x5A5A  # so that neither black nor white is a valid picture
_DARK, _BRIGHT = 40, 210


def encode(code: int, size: tuple[int, int]) -> Image:
    """An I420 picture of (width, height) that shows a number of 32 bits as 8x6 grey cells, highest bit first."""
    width, height = size
    word = code << _CHECK_BITS | _checksum(code)
    bits = [word >> (COLUMNS * ROWS - 1 - i) & 1 for i in range(COLUMNS * ROWS)]
    cells = np.where(np.reshape(bits, (ROWS, COLUMNS)), _BRIGHT, _DARK).astype(np.uint8)
    rows, columns = np.arange(height) * ROWS // height, np.arange(width) * COLUMNS // width
    image = Image.from_i420(np.full((height * 3 // 2, width), 128, np.uint8))
    image.planes[0][:] = cells[rows[:, None], columns]
    return image


def decode(luma: U8) -> int | None:
    """The number that a picture encodes; None if it encodes none.

    Args:
        luma: uint8 [H, W].
    """
    height, width = luma.shape
    word = 0
    for row in range(ROWS):
        for column in range(COLUMNS):
            sample = luma[(2 * row + 1) * height // (2 * ROWS), (2 * column + 1) * width // (2 * COLUMNS)]
            word = word << 1 | int(sample > (_DARK + _BRIGHT) // 2)
    code = word >> _CHECK_BITS
    return code if word & (1 << _CHECK_BITS) - 1 == _checksum(code) else None


def _checksum(code: int) -> int:
    return code >> 16 ^ code & 0xFFFF ^ _CHECK_SALT
