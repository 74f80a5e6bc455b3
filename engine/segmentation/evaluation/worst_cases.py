"""A page of the pictures that went worst: picture, truth, answer and where they differ, side by side."""

from __future__ import annotations

import base64
import heapq
import html
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from engine.core.frame import F32, U8
from engine.platform.atomic_files import write_atomically

ROW_HEIGHT_PX = 200
_STYLE = "body{font:15px sans-serif;margin:2em;background:#181818;color:#ddd}img{display:block;margin:.3em 0 1.5em}"


@dataclass(order=True)
class _Case:
    badness: float
    name: str = field(compare=False)
    note: str = field(compare=False)
    sheet: bytes = field(compare=False)


class WorstCases:
    """Keeps the worst few as they come by.

    Args:
        count: How many.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._cases: list[_Case] = []

    def add(self, badness: float, name: str, note: str, picture: U8, truth: F32, answer: F32) -> None:
        """Adds a picture.

        Args:
            badness: More is worse.
            name: Of the picture.
            note: Its figure as text.
            picture: uint8 [H, W, 3] BGR.
            truth: float32 [h, w] in [0, 1].
            answer: float32 [h, w] in [0, 1].
        """
        if len(self._cases) == self._count and badness <= self._cases[0].badness:
            return
        case = _Case(badness, name, note, _sheet(picture, truth, answer))
        if len(self._cases) < self._count:
            heapq.heappush(self._cases, case)
        else:
            heapq.heapreplace(self._cases, case)

    def write(self, path: Path, title: str) -> None:
        """Writes the page, the worst first; one file that needs no other.

        Raises:
            OutputError: It can't be written.
        """
        rows = [
            f"<h3>{html.escape(case.name)} · {html.escape(case.note)}</h3>"
            f'<img src="data:image/jpeg;base64,{base64.b64encode(case.sheet).decode()}">'
            for case in sorted(self._cases, reverse=True)
        ]
        page = (
            f'<!doctype html><meta charset="utf-8"><title>{html.escape(title)}</title><style>{_STYLE}</style>'
            f"<h1>{html.escape(title)}</h1><p>Picture, truth, answer, difference.</p>{''.join(rows)}"
        )
        write_atomically(path, page.encode())


def _sheet(picture: U8, truth: F32, answer: F32) -> bytes:
    """Four pictures in a row as JPEG."""
    size = max(round(picture.shape[1] * ROW_HEIGHT_PX / picture.shape[0]), 1), ROW_HEIGHT_PX
    greys = [cv2.resize(each, size, interpolation=cv2.INTER_AREA) for each in (truth, answer, np.abs(truth - answer))]
    panels = [cv2.resize(picture, size, interpolation=cv2.INTER_AREA)]
    panels += [cv2.cvtColor((grey * 255).astype(np.uint8), cv2.COLOR_GRAY2BGR) for grey in greys]
    return bytes(cv2.imencode(".jpg", np.hstack(panels))[1])
