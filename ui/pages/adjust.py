"""Settings that change the picture: framing, light, edges."""

from __future__ import annotations

from engine.core.settings import Settings
from ui.controller import Controller, Level, Notice
from ui.widgets.controls import Label, Page, button, line, row
from ui.widgets.option_fields import OptionField

_EDGES = ("temporal", "refine", "clean_up", "light_wrap")
_FRAMING = ("zoom", "follow", "pan_x", "pan_y", "rotate", "mirror", "vertical")
_LIGHT = ("brightness", "contrast", "low_light", "warmth")
_POWER = ("power_save",)


class AdjustPage(Page):
    """The settings that change how the picture looks, each where its effect is seen at once."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self.set_title(self.tr("Adjust"))
        for heading, names in (
            (self.tr("Framing"), _FRAMING),
            (self.tr("Light"), _LIGHT),
            (self.tr("Edges"), _EDGES),
            (self.tr("Power"), _POWER),
        ):
            self.body.addWidget(Label(heading, "heading"))
            for name in names:
                self.body.addWidget(OptionField(controller, name))
            self.body.addWidget(line())
        self._controller = controller
        reset = button(self.tr("Back to defaults"))
        reset.clicked.connect(self.reset)
        self.body.addLayout(row(None, reset))
        self.body.addStretch(1)

    def reset(self) -> None:
        """Every setting of this page as it was at first, with a way back."""
        before, defaults = self._controller.settings, Settings()
        names = (*_FRAMING, *_LIGHT, *_EDGES, *_POWER)
        self._controller.change(**{name: getattr(defaults, name) for name in names})
        self._controller.tell(
            Notice(
                Level.INFO,
                self.tr("These settings were reset"),
                action=self.tr("Undo"),
                act=lambda: self._controller.change(**{name: getattr(before, name) for name in names}),
            )
        )
