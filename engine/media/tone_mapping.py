"""Wide-gamut and high-dynamic-range video as BT.709, by a lookup table that FFmpeg's `lut3d` filter applies.

The conversion is display-referred: 203 cd/m² is SDR's white (ITU-R BT.2408-7, section 5.1), what is darker keeps its
place and what is brighter is compressed smoothly.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import av
import av.filter
import numpy as np
from numpy.typing import NDArray

F64 = NDArray[np.float64]

_LUT_SIDE: Final = 65
_WHITE_CD_M2: Final = 203.0
_HLG_PEAK_CD_M2: Final = 1000.0
_SDR_GAMMA: Final = 2.4
"""ITU-R BT.1886, annex 1, for a display that is black where the signal is."""
_KNEE: Final = 0.96
"""Signal from which highlights are compressed; SDR's white then comes out at 251 of 255."""

# Code points of ITU-T H.273, tables 2 and 3.
_PRIMARIES_XY: Final = {
    9: ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),  # BT.2020
    11: ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),  # DCI-P3, whose white is taken as D65
    12: ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),  # Display P3
}
_BT709_XY: Final = ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060))
_D65_XY: Final = (0.3127, 0.3290)
_PQ, _HLG = 16, 18


@dataclass(frozen=True, slots=True)
class ColourSpace:
    """What a frame's numbers mean, in the code points of ITU-T H.273.

    Attributes:
        primaries: Table 2.
        transfer: Table 3.
    """

    primaries: int
    transfer: int

    @staticmethod
    def of(frame: av.VideoFrame) -> ColourSpace:
        """What the frame says; what it leaves unsaid is BT.709, or BT.2020 for HDR."""
        transfer = int(frame.color_trc)
        primaries = int(frame.color_primaries)
        if transfer in (_PQ, _HLG) and primaries not in _PRIMARIES_XY:
            primaries = 9
        return ColourSpace(primaries, transfer)

    @property
    def needs_mapping(self) -> bool:
        """Whether it differs from BT.709 by more than the eye forgives."""
        return self.primaries in _PRIMARIES_XY or self.transfer in (_PQ, _HLG)


class ToneMapper:
    """Maps the frames of one stream to BT.709, limited range.

    Args:
        first: A frame of the stream; all have its size and format.
        matrix: FFmpeg's name of the luma coefficients, such as "bt2020nc".
        full_range: Whether its samples use the full range.
    """

    def __init__(self, first: av.VideoFrame, matrix: str, full_range: bool) -> None:
        source = _RANGE[full_range]
        with tempfile.NamedTemporaryFile("w", suffix=".cube", delete=False) as file:
            file.write(_cube(ColourSpace.of(first)))
        try:
            self._graph = av.filter.Graph()
            self._graph.threads = 1
            buffer = self._graph.add_buffer(
                width=first.width, height=first.height, format=first.format, time_base=first.time_base
            )
            path = file.name.replace("\\", "/").replace(":", r"\:")
            filters = (
                self._graph.add("scale", f"in_color_matrix={matrix}:in_range={source}:flags=bilinear+accurate_rnd"),
                self._graph.add("format", "gbrp10le"),
                self._graph.add("lut3d", f"file='{path}':interp=tetrahedral"),
                self._graph.add("scale", "out_color_matrix=bt709:out_range=tv:flags=bilinear+accurate_rnd"),
                self._graph.add("format", "yuv420p"),
                self._graph.add("buffersink"),
            )
            previous = buffer
            for each in filters:
                previous.link_to(each)
                previous = each
            self._graph.configure()
        finally:
            Path(file.name).unlink(missing_ok=True)

    def map(self, frame: av.VideoFrame) -> av.VideoFrame:
        """One frame as yuv420p, BT.709.

        Raises:
            av.FFmpegError, ValueError: It can't be converted.
        """
        # The scaler would otherwise follow the frame's own labels, where they are of no kind that it knows.
        frame.colorspace = _UNSPECIFIED
        self._graph.push(frame)
        mapped = self._graph.pull()
        assert isinstance(mapped, av.VideoFrame)
        return mapped


_UNSPECIFIED: Final = 2
_RANGE: Final = {True: "pc", False: "tv"}


@cache
def _cube(space: ColourSpace) -> str:
    """The lookup table as the text of a .cube file (Adobe, Cube LUT Specification 1.0): red runs fastest."""
    axis = np.linspace(0, 1, _LUT_SIDE)
    blue, green, red = np.meshgrid(axis, axis, axis, indexing="ij")
    signal = np.stack([red, green, blue], axis=-1).reshape(-1, 3)
    rows = "\n".join("{:.6f} {:.6f} {:.6f}".format(*row) for row in sdr_signal(signal, space))
    return f"LUT_3D_SIZE {_LUT_SIDE}\n{rows}\n"


def sdr_signal(signal: F64, space: ColourSpace) -> F64:
    """What a BT.709 display is sent to show the same.

    Args:
        signal: float64 [N, 3], R'G'B' in [0, 1].
        space: What they mean.

    Returns:
        float64 [N, 3], R'G'B' of BT.709 in [0, 1].
    """
    light = _display_light(signal, space.transfer)
    if space.primaries in _PRIMARIES_XY:
        light = light @ _to_bt709(_PRIMARIES_XY[space.primaries]).T
    light = np.maximum(light, 0)
    brightest = light.max(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        gain = np.where(brightest > 0, _compressed(brightest) / brightest, 0)
    return np.clip(light * gain, 0, 1) ** (1 / _SDR_GAMMA)


def _display_light(signal: F64, transfer: int) -> F64:
    """Linear light of the display, 1 = SDR's white."""
    if transfer == _HLG:  # ITU-R BT.2100-2, table 5
        a, b, c = 0.17883277, 0.28466892, 0.55991073
        scene = np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - c) / a) + b) / 12)
        luminance = scene @ np.array([0.2627, 0.6780, 0.0593])
        return np.asarray(scene * (luminance[:, None] ** 0.2) * _HLG_PEAK_CD_M2 / _WHITE_CD_M2)
    if transfer == _PQ:  # ITU-R BT.2100-2, table 4
        m1, m2, c1, c2, c3 = 2610 / 16384, 2523 / 32, 3424 / 4096, 2413 / 128, 2392 / 128
        power = signal ** (1 / m2)
        light = (np.maximum(power - c1, 0) / (c2 - c3 * power)) ** (1 / m1)
        return np.asarray(light * 10_000 / _WHITE_CD_M2)
    return np.asarray(signal**_SDR_GAMMA)


def _compressed(light: F64) -> F64:
    """Highlights above the knee approach 1, with no kink at the knee."""
    signal = light ** (1 / _SDR_GAMMA)
    above = np.maximum(signal - _KNEE, 0)
    soft = _KNEE + (1 - _KNEE) * (1 - np.exp(-above / (1 - _KNEE)))
    return np.asarray(np.where(signal <= _KNEE, signal, soft) ** _SDR_GAMMA)


def _to_bt709(primaries: tuple[tuple[float, float], ...]) -> F64:
    """Linear RGB of these primaries to linear RGB of BT.709, both with D65 as white."""
    return np.asarray(np.linalg.inv(_to_xyz(_BT709_XY)) @ _to_xyz(primaries))


def _to_xyz(primaries: tuple[tuple[float, float], ...]) -> F64:
    """SMPTE RP 177-1993, section 3."""
    columns = np.array([[x / y, 1, (1 - x - y) / y] for x, y in primaries]).T
    x, y = _D65_XY
    white = np.array([x / y, 1, (1 - x - y) / y])
    return np.asarray(columns * np.linalg.solve(columns, white))
