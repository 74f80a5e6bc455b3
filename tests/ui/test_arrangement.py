"""The parts of the window fit into every window, from a quarter of a small screen to a large one."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRect

from ui.widgets.arrangement import Parts, arrange

SIZES = ((560, 300), (632, 320), (800, 1180), (954, 500), (1016, 560), (1320, 720), (1900, 1000), (3800, 2100))


def parts(scale: float = 1.0) -> Parts:
    def bar_height(width: int, compact: bool) -> int:
        rows = 1 if width >= 800 * scale else 2
        return round((50 if compact else 64) * scale) * rows

    return Parts(
        rail_width=round(84 * scale),
        rail_height=round(470 * scale),
        rail_width_compact=60,
        panel_width=round(344 * (0.5 + scale / 2)),
        bar_narrowest=round(400 * scale),
        bar_height=bar_height,
        stage_extra=44,
        shape=9 / 16,
    )


@pytest.mark.parametrize(("size", "scale", "is_open"), [*itertools.product(SIZES, (1.0, 1.5, 2.0), (True, False))])
def test_nothing_leaves_the_window_or_covers_another_part(size, scale, is_open):
    width, height = size
    placed = arrange(width, height, parts(scale), panel_open=is_open)
    window = QRect(0, 0, *size)
    shown = [part for part in (placed.rail, placed.panel, placed.stage, placed.bar) if part is not None]
    for part in shown:
        assert window.contains(part)
    for first, second in itertools.combinations(shown, 2):
        assert not first.intersects(second), placed
    assert (placed.panel is not None) == is_open
    assert placed.panel is not None or placed.stage is not None


def test_side_by_side_where_there_is_space_and_above_one_another_on_a_high_screen():
    wide = arrange(1320, 720, parts(), panel_open=True)
    assert wide.panel.right() < wide.stage.left()
    high = arrange(800, 1180, parts(), panel_open=True)
    assert high.stage.bottom() < high.bar.top() < high.panel.top()
    low = arrange(632, 320, parts(), panel_open=True)
    assert low.stage is None
    assert arrange(632, 320, parts(), panel_open=False).stage is not None


def test_the_picture_takes_the_width_that_a_closed_page_leaves():
    is_open, closed = (arrange(1320, 720, parts(), panel_open=on) for on in (True, False))
    assert closed.stage.width() > is_open.stage.width() + 300
