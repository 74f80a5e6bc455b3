"""A page of sections with a search on top over everything on it."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from ui.widgets.controls import Label, column
from ui.widgets.layout import Page, Section


class SearchablePage(Page):
    """Parts under headings; the search shows those whose words it finds, with their headings.

    Args:
        title: Of the page.
        prompt: What stands in the empty search.
        none_found: What is said where nothing is found.
    """

    def __init__(self, title: str, prompt: str, none_found: str) -> None:
        super().__init__()
        self.set_title(title)
        self._searched: list[tuple[QWidget, str]] = []
        self._sections: list[tuple[Label | Section, list[QWidget]]] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(prompt)
        self.search.setAccessibleName(prompt)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.body.addWidget(self.search)
        self.none_found = Label(none_found, "muted")
        self.none_found.hide()

    def end(self) -> None:
        """Adds nothing more."""
        self.body.addWidget(self.none_found)
        self.body.addStretch(1)

    def add_section(self, title: str) -> Section:
        """Begins a section that opens and closes."""
        section = Section(title)
        self.body.addWidget(section)
        self._sections.append((section, []))
        return section

    def add_heading(self, title: str) -> None:
        """Begins a section that is always open."""
        label = Label(title, "heading")
        self.body.addWidget(label)
        self._sections.append((label, []))

    def add(self, part: QWidget | QBoxLayout, words: str) -> QWidget:
        """Adds a part to the last section; the search finds it by the words."""
        widget = part
        if isinstance(part, QBoxLayout):
            widget = QWidget()
            column(widget).addLayout(part)
        assert isinstance(widget, QWidget)
        section, parts = self._sections[-1]
        (section.body if isinstance(section, Section) else self.body).addWidget(widget)
        parts.append(widget)
        title = section.heading.accessibleName() if isinstance(section, Section) else section.text()
        self._searched.append((widget, f"{title} {words}".casefold()))
        return widget

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        found = {part for part, words in self._searched if wanted in words}
        for section, parts in self._sections:
            for part in parts:
                part.setVisible(part in found)
            section.setVisible(any(part in found for part in parts))
            if isinstance(section, Section):
                section.set_open(bool(wanted))
        self.none_found.setVisible(not found)
