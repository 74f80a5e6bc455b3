"""Where each meeting program lists the virtual camera."""

from __future__ import annotations

from ui.widgets.controls import Card, Label, Page


class MeetingsPage(Page):
    """Three steps, then one card for each program."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Use it in a meeting"))
        self.body.addWidget(
            Label(self.tr("Press Start, then pick Cyclorama as the camera in your meeting program:"), wrap=True)
        )
        for name, steps in (
            ("Zoom", self.tr("Arrow beside the camera button → Cyclorama.")),
            ("Google Meet", self.tr("Three dots → Settings → Video → Camera → Cyclorama.")),
            ("Microsoft Teams", self.tr("More → Settings → Devices → Camera → Cyclorama.")),
            ("Jitsi Meet", self.tr("Arrow beside the camera button → Cyclorama.")),
            ("Webex", self.tr("Arrow beside the video button → Camera → Cyclorama.")),
            ("OBS", self.tr("Sources → + → Video Capture Device → Cyclorama.")),
        ):
            card = Card()
            card.body.setSpacing(4)
            card.body.addWidget(Label(name, "heading"))
            card.body.addWidget(Label(steps.replace("→ ", "→\u00a0"), "muted", wrap=True))
            self.body.addWidget(card)
        self.body.addWidget(
            Label(
                self.tr(
                    "Cyclorama is not listed? A program that was open before Start may have to be restarted. "
                    "Turn off the program's own background effect."
                ),
                "small",
                wrap=True,
            )
        )
        self.body.addStretch(1)
