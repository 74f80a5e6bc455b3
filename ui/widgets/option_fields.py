"""A field for each kind of setting, made from its declaration."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from engine.core.settings import Option, Settings, options
from ui.controller import Controller
from ui.texts import engine_text, option_help, option_title
from ui.widgets.controls import ComboBox, Label, LabelledSlider, Switch, column, row

_SLIDER_SPAN = 300


class OptionField(QWidget):
    """Shows one setting, follows it and changes it.

    Args:
        controller: Whose settings.
        name: Of the setting, as declared.
    """

    def __init__(self, controller: Controller, name: str) -> None:
        super().__init__()
        self.name = name
        self._controller = controller
        self._show: Callable[[Any], None]
        self.setToolTip(option_help(name))
        self._build(options()[name], getattr(Settings(), name))
        controller.settings_changed.connect(self._follow)
        self._follow()

    def matches(self, text: str) -> bool:
        """Whether a search for `text` finds this setting."""
        return text.casefold() in f"{self.name} {option_title(self.name)} {option_help(self.name)}".casefold()

    def _build(self, option: Option, default: Any) -> None:
        if isinstance(default, bool):
            self._build_switch()
        elif option.choices:
            self._build_choice(option)
        elif isinstance(default, int) and option.limits and option.limits[1] - option.limits[0] <= _SLIDER_SPAN:
            self._build_slider(option.limits)
        elif isinstance(default, int | float) and option.limits:
            self._build_number(option.limits, whole=isinstance(default, int))
        else:
            self._build_text()

    def _build_switch(self) -> None:
        switch = Switch(option_title(self.name))
        switch.toggled.connect(self._change)
        self._show = switch.setChecked
        column(self).addWidget(switch)

    def _build_choice(self, option: Option) -> None:
        field = ComboBox(option_title(self.name))
        for choice in option.choices:
            text = engine_text(choice)
            field.addItem(text[:1].upper() + text[1:], choice)
        default = getattr(Settings(), self.name)
        field.activated.connect(lambda: self._change(type(default)(field.currentData())))
        self._show = lambda value: field.choose(str(value))
        self._add_labelled(field)

    def _build_slider(self, limits: tuple[float, float]) -> None:
        field = LabelledSlider(option_title(self.name), (int(limits[0]), int(limits[1])), option_help(self.name))
        field.moved.connect(self._change)
        self._show = field.set_value
        column(self).addWidget(field)

    def _build_number(self, limits: tuple[float, float], *, whole: bool) -> None:
        field: QSpinBox | QDoubleSpinBox
        if whole:
            field = QSpinBox()
            field.setRange(int(limits[0]), int(limits[1]))
        else:
            field = QDoubleSpinBox()
            field.setRange(*limits)
        field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        field.setKeyboardTracking(False)
        field.setAccessibleName(option_title(self.name))
        field.valueChanged.connect(self._change)
        self._show = field.setValue
        self._add_labelled(field)

    def _build_text(self) -> None:
        field = QLineEdit()
        field.setAccessibleName(option_title(self.name))
        field.editingFinished.connect(lambda: self._change(field.text().strip() or getattr(Settings(), self.name)))
        self._show = field.setText
        self._add_labelled(field)

    def _add_labelled(self, field: QWidget) -> None:
        label = Label(option_title(self.name), wrap=True)
        label.setBuddy(field)
        layout = row()
        layout.addWidget(label, 1)
        layout.addWidget(field, 1)
        column(self).addLayout(layout)

    def _change(self, value: Any) -> None:
        self._controller.change(**{self.name: value})
        self._follow()

    def _follow(self) -> None:
        with signals_blocked(self):
            self._show(getattr(self._controller.settings, self.name))


@contextmanager
def signals_blocked(widget: QWidget) -> Iterator[None]:
    """While this is entered, no child of a widget tells anybody of a change."""
    blockers = [QSignalBlocker(child) for child in widget.findChildren(QWidget)]
    yield
    for blocker in blockers:
        blocker.unblock()
