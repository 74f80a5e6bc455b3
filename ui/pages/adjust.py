"""How the person is cut out: edges, steadiness, light."""

from __future__ import annotations

from ui.controller import Controller
from ui.option_fields import OptionField
from ui.widgets import Label, Page, line

_EDGES = ("temporal", "refine", "clean_up", "light_wrap")
_FRAMING = ("zoom", "pan_x", "pan_y", "rotate", "mirror", "vertical")
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
        self.body.addStretch(1)
