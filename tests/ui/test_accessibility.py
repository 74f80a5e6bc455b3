"""Everybody can use it: names for screen readers, keys, contrast, large text, right to left, no leaks."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from engine.core.settings import Background, options
from engine.segmentation.models.catalogue import CATALOGUE
from engine.segmentation.models.catalogue_entry import Kind as ModelKind
from ui.gallery.item import Kind
from ui.style.theme import DARK, LIGHT, Tokens, contrast
from ui.widgets.keys import KeysDialog
from ui.widgets.option_fields import ListField, OptionField

CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)


def controls(window: QWidget) -> list[QWidget]:
    inner = ("qt_spinbox_lineedit", "qt_toolbar_ext_button")
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and not isinstance(widget, QScrollBar)
        and not widget.objectName().startswith(inner)
        and not isinstance(widget.parent(), QLineEdit)
    ]


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_every_control_has_a_name_and_can_be_reached_by_key(window):
    for name in window.pages:
        window.open_page(name)
    found = controls(window)
    assert len(found) > 60
    # What is hidden may have no words, and so no name, until it is shown.
    later = (window.banner.action, window.actions_bar.link, window.backgrounds.show_removed)
    nameless = [widget for widget in found if not spoken_name(widget) and widget not in later]
    assert not nameless, [f"{type(widget).__name__} in {type(widget.parent()).__name__}" for widget in nameless]
    unreachable = [
        widget
        for widget in found
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        # Tab goes to the checked one of a group, arrows to the others.
        and not (isinstance(widget, QAbstractButton) and widget.group() and widget.group().exclusive())
    ]
    assert not unreachable, [widget.accessibleName() for widget in unreachable]


def test_every_page_scrolls_by_key(window, qtbot):
    for name, page in window.pages.items():
        window.open_page(name)
        page.setFocus(Qt.FocusReason.TabFocusReason)
        bar = page.verticalScrollBar()
        qtbot.keyClick(page, Qt.Key.Key_Down)
        assert bar.maximum() == 0 or bar.value() > 0, name


def test_tab_walks_through_everything_that_is_shown(window):
    window.activateWindow()
    shown = {widget for widget in controls(window) if widget.isVisible() and widget.isEnabled()}
    reached, widget = set(), window
    for _ in range(1000):
        widget = widget.nextInFocusChain()
        if widget is window:
            break
        reached.add(widget)
    assert shown <= reached


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in ("text", "muted", "accent_text") for ground in ("window", "surface", "sunken")),
        ("text", "hover"),
        ("accent_text", "accent_soft"),
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_danger", "danger"),
        ("good", "window"),
        ("good", "sunken"),
        ("text", "info_ground"),
        ("warning_text", "warning_ground"),
        ("error_text", "error_ground"),
        ("warning_text", "sunken"),
        ("error_text", "sunken"),
    ],
)
def test_text_contrast_is_at_least_4_5(colors: Tokens, ink: str, ground: str):
    assert contrast(getattr(colors, ink), getattr(colors, ground)) >= 4.5


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_controls_and_focus_have_contrast_of_at_least_3(colors: Tokens):
    for ground in (colors.window, colors.surface):
        assert contrast(colors.control_border, ground) >= 3
        assert contrast(colors.accent_text, ground) >= 3


def test_contrast_knows_the_extremes():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_no_word_is_cut_at_200_percent(window, theme, qapp, direction, qtbot):
    qapp.setLayoutDirection(direction)
    try:
        theme.set_text_scale(2.0)
        for name in window.pages:
            window.open_page(name)
            qtbot.wait(1)
            for label in window.findChildren(QLabel):
                if label.isVisible() and not label.wordWrap() and label.pixmap().isNull():
                    assert label.width() >= label.sizeHint().width() - 1, label.text()
            for button in window.findChildren(QAbstractButton):
                if button.isVisible() and button.text() and button.property("role") != "icon":
                    assert button.width() >= button.minimumSizeHint().width() - 1, button.text()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_dialog_of_keys_cuts_no_word(window, theme, scale):
    theme.set_text_scale(scale)
    window.show_keys()
    dialog = window.findChildren(KeysDialog)[-1]
    for label in dialog.findChildren(QLabel):
        assert label.width() >= label.sizeHint().width(), label.text()
        assert label.height() >= label.sizeHint().height(), label.text()
    dialog.close()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_choice_is_cut_in_the_smallest_window(window, theme, qtbot, scale):
    theme.set_text_scale(scale)
    window.resize(window.minimumSize())
    for name in ("settings", "adjust"):
        window.open_page(name)
        for box in window.pages[name].findChildren(QComboBox):
            text = max(box.fontMetrics().horizontalAdvance(box.itemText(row)) for row in range(box.count()))
            if box.isVisible():
                qtbot.waitUntil(lambda box=box, text=text: box.width() >= text + 36)


def test_a_list_shows_all_its_entries(window, qtbot):
    window.open_page("settings")
    for box in window.pages["settings"].findChildren(QComboBox):
        if not box.isVisible():
            continue
        box.showPopup()
        view = box.view()
        qtbot.waitUntil(view.isVisible)
        for row in range(box.count()):
            assert view.viewport().rect().contains(view.visualRect(box.model().index(row, 0))), box.accessibleName()
        box.hidePopup()


def test_a_pages_width_never_depends_on_whether_it_scrolls(window, qtbot):
    for name, page in window.pages.items():
        window.open_page(name)
        bar, widths = page.verticalScrollBar(), set()
        for height, scrolls in ((560, True), (4000, False), (560, True)):
            window.resize(1320, height)
            if page.widget().sizeHint().height() > 560 or not scrolls:
                qtbot.waitUntil(lambda bar=bar, scrolls=scrolls: bar.isEnabled() is scrolls)
            widths.add(page.viewport().width())
        assert len(widths) == 1, name


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_page_is_wider_than_the_panel(window, theme, qtbot, scale):
    theme.set_text_scale(scale)
    for name, page in window.pages.items():
        window.open_page(name)
        qtbot.waitUntil(lambda page=page: page.widget().width() <= page.viewport().width())
    window.open_page("backgrounds")
    for kind in (Kind.COLOR, Kind.BLUR_LIGHT):
        page = window.backgrounds
        page.choose(page.model.fixed(kind))
        qtbot.waitUntil(lambda page=page: page.widget().width() <= page.viewport().width())


def test_the_rail_stands_at_the_leading_edge_in_both_directions(window, qapp, qtbot):
    assert window.rail.x() < window.panel.x() < window.preview.mapTo(window, window.preview.rect().topLeft()).x()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        qtbot.waitUntil(lambda: window.rail.x() > window.panel.x())
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_dark_and_light_change_live(window, theme, qtbot):
    light = window.grab().toImage().pixelColor(2, 2)
    theme.set_scheme("dark")
    qtbot.waitUntil(lambda: window.grab().toImage().pixelColor(2, 2) != light)
    theme.set_scheme("light")
    qtbot.waitUntil(lambda: window.grab().toImage().pixelColor(2, 2) == light)


def test_a_setting_without_a_field_would_be_noticed(window):
    page = window.pages["settings"]
    named = {field.name for each in ("adjust", "settings") for field in window.pages[each].findChildren(OptionField)}
    listed = {name for field in page.findChildren(ListField) for name in field._names}
    assert named | listed | {"background", "fit", "name_tag", "logo", "matting", "key", "people"} == set(options())


def test_the_search_finds_what_stands_anywhere_on_the_page(window):
    window.open_page("settings")
    page = window.pages["settings"]
    for words, part in (
        ("langu", page.language),
        ("PRECISION", page.advanced),
        ("profile", page.new_profile),
        ("tray", page.on_close),
    ):
        page.search.setText(words)
        assert part.isVisibleTo(page), words
    assert not page.scheme.isVisibleTo(page)
    page.search.setText("no such thing")
    assert page.none_found.isVisibleTo(page)
    page.search.clear()
    assert page.scheme.isVisibleTo(page)
    assert not page.advanced.inside.isVisibleTo(page)


def test_200_changes_and_50_dialogs_leave_nothing_behind(window, controller, qtbot):
    def work(times: int) -> None:
        for number in range(times):
            controller.change(
                temporal=number % 101, mirror=bool(number % 2), background=Background(strength=number % 101)
            )
            window.open_page(list(window.pages)[number % len(window.pages)])
        for _ in range(times // 4):
            for page, ask in ((window.backgrounds, "pick_files"), (window.backgrounds.options, "pick_color")):
                getattr(page, ask)()
            for dialog in QApplication.topLevelWidgets():
                if dialog is not window and dialog.isVisible():
                    dialog.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()

    work(8)
    window.open_page("models")
    known = {entry.id for entry in CATALOGUE if entry.kind is not ModelKind.DATA}
    qtbot.waitUntil(lambda: known <= set(window.models.cards))
    gc.collect()
    before = len(QApplication.allWidgets())
    objects = sum(isinstance(item, QWidget) for item in gc.get_objects())
    work(200)
    gc.collect()
    assert len(QApplication.allWidgets()) <= before
    assert sum(isinstance(item, QWidget) for item in gc.get_objects()) <= objects
