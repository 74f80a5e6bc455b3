"""Where the parts of the window stand, for every size of window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect

GAP_PX = 12
_LOW_PX = 420
"""Windows lower than this show icons without words."""
_NARROWEST_PICTURE = 0.9
"""Of the panel's width: where less is left beside it, panel and picture stand above one another or share a place."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the arrangement needs to know of the parts, in pixels.

    Attributes:
        rail_width: Of the rail with words.
        rail_height: Of the rail with words.
        rail_width_compact: Of the rail with icons alone.
        panel_width: Of a page.
        bar_narrowest: The width that the action bar needs.
        bar_height: The height that the action bar takes at a width; told whether it shows icons alone.
        stage_extra: What stands above the picture.
        shape: Height of the picture by its width.
    """

    rail_width: int
    rail_height: int
    rail_width_compact: int
    panel_width: int
    bar_narrowest: int
    bar_height: Callable[[int, bool], int]
    stage_extra: int
    shape: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where each part stands in the window; None for a part that is hidden."""

    rail: QRect
    panel: QRect | None
    stage: QRect | None
    bar: QRect
    compact: bool


def arrange(width: int, height: int, parts: Parts, *, panel_open: bool) -> Arrangement:
    """Places rail, panel, picture and action bar; nothing leaves the window.

    Panel and picture stand side by side, with the action bar under the picture, or under both where that is narrow.
    In a narrow window the picture stands above the panel if the window is high; else the two share a place.

    Args:
        width: Of the window's content.
        height: Of the window's content.
        parts: Their sizes.
        panel_open: Whether a page is shown.
    """
    compact = height < _LOW_PX
    rail_width = parts.rail_width_compact if height < parts.rail_height + 2 * GAP_PX else parts.rail_width
    rail = QRect(0, 0, rail_width, height)
    left, top = rail_width + GAP_PX // 2, GAP_PX
    inner = max(width - left - GAP_PX, 1)
    free = max(height - 2 * GAP_PX, 1)
    beside = inner - parts.panel_width - GAP_PX
    fits = beside >= parts.panel_width * _NARROWEST_PICTURE
    side_by_side = fits and beside >= parts.bar_narrowest
    stacked = not side_by_side and free > inner
    if panel_open and fits and not side_by_side and not stacked:
        bar_height = min(parts.bar_height(inner, compact), free)
        above = max(free - bar_height - GAP_PX, 1)
        stage_height = min(parts.stage_extra + round(beside * parts.shape), above)
        return Arrangement(
            rail,
            panel=QRect(left, top, parts.panel_width, above),
            stage=QRect(left + parts.panel_width + GAP_PX, top, beside, stage_height),
            bar=QRect(left, top + above + GAP_PX, inner, bar_height),
            compact=compact,
        )

    if panel_open and side_by_side:
        panel = QRect(left, top, parts.panel_width, free)
        stage_left, stage_width = left + parts.panel_width + GAP_PX, beside
    else:
        panel, stage_left, stage_width = None, left, inner
    bar_height = min(parts.bar_height(stage_width, compact), free)
    above = max(free - bar_height - GAP_PX, 1)
    wanted = parts.stage_extra + round(stage_width * parts.shape)
    if panel_open and stacked:
        stage_height = min(wanted, above // 2)
        stage = QRect(stage_left, top, stage_width, stage_height)
        bar = QRect(stage_left, stage.bottom() + 1 + GAP_PX, stage_width, bar_height)
        below = bar.bottom() + 1 + GAP_PX
        panel = QRect(left, below, inner, max(top + free - below, 1))
        return Arrangement(rail, panel, stage, bar, compact)
    stage_height = min(wanted, above)
    if panel_open and not side_by_side:
        panel = QRect(left, top, inner, above)
        return Arrangement(rail, panel, None, QRect(left, top + above + GAP_PX, inner, bar_height), compact)
    stage = QRect(stage_left, top, stage_width, stage_height)
    bar = QRect(stage_left, stage.bottom() + 1 + GAP_PX, stage_width, bar_height)
    return Arrangement(rail, panel, stage, bar, compact)
