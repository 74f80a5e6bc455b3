"""A field for each kind of setting, made from its declaration."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.core.settings import Option, Settings, options
from ui.controller import Controller
from ui.texts import choice_title, option_help, option_title
from ui.widgets.controls import Label, column
from ui.widgets.inputs import ComboBox, LabelledSlider, Switch

_UNIT_SPACE = {"°": ""}
"""What stands between a value and its unit, where that is no space."""


class OptionField(QWidget):
    """Shows one setting as a switch, a list or a slider, follows it and changes it.

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
        self.reason = Label("", "small", wrap=True)
        self._body = column(self, spacing=4)
        self._build(options()[name], getattr(Settings(), name))
        self._body.addWidget(self.reason)
        self.reason.hide()
        controller.settings_changed.connect(self._follow)
        self._follow()

    def set_reason(self, reason: str) -> None:
        """Disables the field and says why it has no effect now; empty enables it."""
        for child in self.findChildren(QWidget):
            if child is not self.reason:
                child.setEnabled(not reason)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def matches(self, text: str) -> bool:
        """Whether a search for `text` finds this setting."""
        return text.casefold() in f"{self.name} {option_title(self.name)} {option_help(self.name)}".casefold()

    def _build(self, option: Option, default: Any) -> None:
        if isinstance(default, bool):
            self._build_switch()
        elif option.choices:
            self._build_choice(option)
        else:
            self._build_slider(option, default)

    def _build_switch(self) -> None:
        switch = Switch(option_title(self.name))
        switch.toggled.connect(self._change)
        self._show = switch.setChecked
        self._body.addWidget(switch)

    def _build_choice(self, option: Option) -> None:
        field = ComboBox(option_title(self.name))
        for choice in option.choices:
            field.addItem(f"{choice_title(choice)}{_UNIT_SPACE.get(option.unit, ' ')}{option.unit}".rstrip(), choice)
        default = getattr(Settings(), self.name)
        field.activated.connect(lambda: self._change(type(default)(field.currentData())))
        self._show = lambda value: field.choose(str(value))
        self._body.addLayout(labelled(field))

    def _build_slider(self, option: Option, default: int) -> None:
        limits = option.limits or (0, 100)
        whole = int(limits[0]), int(limits[1])
        field = LabelledSlider(option_title(self.name), whole, option_help(self.name), option.unit, default)
        field.moved.connect(self._change)
        self._show = field.set_value
        self._body.addWidget(field)

    def _change(self, value: Any) -> None:
        self._controller.change(**{self.name: value})
        self._follow()

    def _follow(self) -> None:
        with signals_blocked(self):
            self._show(getattr(self._controller.settings, self.name))


class ListField(QWidget):
    """Shows one or more settings as one list whose entries are not declared but found.

    Args:
        controller: Whose settings.
        names: Of the settings that an entry sets.
        title: Of the list.
        entries: The values of the settings and the text of each entry; asked for whenever the list may be shown.
        text: Of values that are no entry.
    """

    def __init__(
        self,
        controller: Controller,
        names: tuple[str, ...],
        title: str,
        entries: Callable[[], list[tuple[tuple[Any, ...], str]]],
        text: Callable[..., str] = lambda *values: " × ".join(map(str, values)),
    ) -> None:
        super().__init__()
        self._controller, self._names, self._entries, self._text = controller, names, entries, text
        self.box = ComboBox(title)
        self.box.activated.connect(self._choose)
        self.setToolTip(option_help(names[0]) if len(names) == 1 else "")
        column(self).addLayout(labelled(self.box))
        controller.settings_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Lists the entries and selects the one in force."""
        present = tuple(getattr(self._controller.settings, name) for name in self._names)
        self._listed = self._entries()
        if present not in [values for values, _ in self._listed]:
            self._listed.append((present, self._text(*present)))
        texts = [text for _, text in self._listed]
        with signals_blocked(self):
            if texts != [self.box.itemText(number) for number in range(self.box.count())]:
                self.box.clear()
                self.box.addItems(texts)
            self.box.setCurrentIndex([values for values, _ in self._listed].index(present))

    def showEvent(self, event: QShowEvent) -> None:
        """What can be chosen may have changed."""
        super().showEvent(event)
        self.follow()

    def _choose(self, number: int) -> None:
        values = self._listed[number][0]
        self._controller.change(**dict(zip(self._names, values, strict=True)))


def labelled(field: QWidget) -> QVBoxLayout:
    """A field with its name above it: beside it, long words of some languages would be cut."""
    label = Label(field.accessibleName(), wrap=True)
    label.setBuddy(field)
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(label)
    layout.addWidget(field)
    return layout


@contextmanager
def signals_blocked(widget: QWidget) -> Iterator[None]:
    """While this is entered, no child of a widget tells anybody of a change."""
    blockers = [QSignalBlocker(child) for child in widget.findChildren(QWidget)]
    yield
    for blocker in blockers:
        blocker.unblock()
