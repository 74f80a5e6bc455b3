"""Remote control of the window: done on its own thread, answered from any."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import Any

from engine.core.errors import UsageError
from engine.core.settings import Background, Settings
from engine.matte.methods.plate.keeper import PlateKeeper
from ui.desktop.remote import WindowTarget


class FakeController:
    def __init__(self) -> None:
        self.threads: list[int] = []
        self.settings = Settings()
        self.paused = self.frozen = False
        self.state = SimpleNamespace(profile="")
        self.plates = PlateKeeper()
        self.status = SimpleNamespace(
            state=SimpleNamespace(value="running"), message="", hint="", source=None, output="", model="", runtime=""
        )

    def choose_background(self, background: Background) -> None:
        self.threads.append(threading.get_ident())
        self.settings = self.settings.replace(background=background)

    def pause(self, on: bool) -> None:
        self.paused = on

    def stats(self) -> Any:
        return SimpleNamespace(frames_out=3)


def test_another_thread_changes_the_window(qtbot: Any) -> None:
    controller = FakeController()
    target = WindowTarget(controller)
    answers: list[object] = []

    def ask() -> None:
        target.set_background(Background.parse("blur:90"))
        target.pause(True)
        answers.append(target.remote_status())
        try:
            target.set_profile("no such profile")
        except UsageError as error:
            answers.append(str(error))

    thread = threading.Thread(target=ask)
    thread.start()
    qtbot.waitUntil(lambda: len(answers) == 2)
    thread.join()
    assert controller.threads == [threading.get_ident()]
    status = answers[0]
    assert (status.background, status.paused, status.frames_out) == ("blur:90", True, 3)
    assert "there is no profile" in str(answers[1])
