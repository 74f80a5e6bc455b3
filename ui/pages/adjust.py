"""Settings that change the picture: framing, light, edges."""

from __future__ import annotations

from engine.core.settings import BackgroundKind, Settings
from ui.controller import Controller
from ui.pages.name_tag import NameTagFields
from ui.widgets.controls import Label, button, row
from ui.widgets.layout import Page, line
from ui.widgets.option_fields import OptionField

FRAMING = ("zoom", "follow", "pan_x", "pan_y", "rotate", "mirror", "vertical")
LIGHT = ("brightness", "contrast", "low_light", "warmth")
STUDIO = ("match_background", "key_light", "key_light_from")
EDGES = ("temporal", "refine", "clean_up", "light_wrap", "energy", "power_save")
TAG = ("name_tag", "logo", "tag_corner")
NAMES = (*FRAMING, *LIGHT, *STUDIO, *EDGES, *TAG)


class AdjustPage(Page):
    """The settings that change how the picture looks, each where its effect is seen at once."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self.set_title(self.tr("Adjust"))
        self._controller = controller
        self.fields: dict[str, OptionField] = {}
        for heading, names in (
            (self.tr("Framing"), FRAMING),
            (self.tr("Lighting"), LIGHT),
            (self.tr("Studio light"), STUDIO),
            (self.tr("Edges"), EDGES),
        ):
            self.body.addWidget(Label(heading, "heading"))
            for name in names:
                self.fields[name] = OptionField(controller, name)
                self.body.addWidget(self.fields[name])
            self.body.addWidget(line())
        self.body.addWidget(Label(self.tr("Name tag"), "heading"))
        self.name_tag = NameTagFields(controller)
        self.body.addWidget(self.name_tag)
        self.body.addWidget(line())
        reset = button(self.tr("Reset all"))
        reset.clicked.connect(self.reset)
        self.body.addLayout(row(None, reset))
        self.body.addStretch(1)
        controller.settings_changed.connect(self._follow)
        self._follow()

    def reset(self) -> None:
        """Every setting of this page as it was at first, with a way back."""
        controller, before, defaults = self._controller, self._controller.settings, Settings()

        def put_back() -> None:
            controller.change(**{name: getattr(before, name) for name in NAMES})

        def reset() -> None:
            controller.change(**{name: getattr(defaults, name) for name in NAMES})

        reset()
        controller.did(self.tr("Adjustments reset"), put_back, reset)

    def _follow(self) -> None:
        """Says of each setting without effect why it has none."""
        settings = self._controller.settings
        unmasked = self.tr("No effect while no background is chosen.") if _is_none(settings) else ""
        for name in (*EDGES, "key_light"):
            self.fields[name].set_reason(unmasked)
        has_picture = settings.background.kind in (BackgroundKind.IMAGE, BackgroundKind.VIDEO, BackgroundKind.COLOR)
        self.fields["match_background"].set_reason(
            "" if has_picture else self.tr("Choose a picture, a video or a colour as background to use this.")
        )
        unlit = "" if settings.key_light else self.tr("Turn up the key light to use this.")
        self.fields["key_light_from"].set_reason(unmasked or unlit)
        not_zoomed = self.tr("Zoom in to use this.") if settings.zoom == 100 else ""
        self.fields["follow"].set_reason(not_zoomed)
        followed = self.tr("“Follow my face” chooses the position.") if settings.follow else ""
        for name in ("pan_x", "pan_y"):
            self.fields[name].set_reason(not_zoomed or followed)


def _is_none(settings: Settings) -> bool:
    return settings.background.kind is BackgroundKind.NONE
