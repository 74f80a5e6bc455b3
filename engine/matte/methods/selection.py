"""The matting method in force: the one that the settings name, or the network where that one can't."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Protocol

from engine.core.errors import EngineError
from engine.core.frame import Frame, Mask
from engine.core.settings import Settings
from engine.matte.methods.decision import Decision, nothing_decided
from engine.matte.methods.key import GreenScreen
from engine.matte.methods.plate.keeper import PlateKeeper
from engine.matte.methods.plate.method import CleanPlate

logger = logging.getLogger(__name__)


class Method(Protocol):
    """Decides where the person is in a frame, or in parts of it; used by one thread."""

    @property
    def notice(self) -> EngineError | None:
        """Why it does not decide at present; None if it does."""

    def decide(self, frame: Frame, mask: Mask, settings: Settings) -> Decision | None:
        """What it knows of a frame; None where the network alone decides.

        Args:
            frame: The frame.
            mask: The network's mask of it, predicted or propagated.
            settings: Those in force.
        """

    def reset(self) -> None:
        """Forgets what it learned of earlier frames: for another scene."""


METHODS: Mapping[str, Callable[[PlateKeeper], Method]] = {
    "green-screen": lambda _: GreenScreen(),
    "clean-plate": CleanPlate,
}
"""What makes the method of each word of the setting `matting`, given the plate; for `network` there is none."""


class MattingSelection:
    """Asks the method that the settings name. One that fails decides nothing, so that the network takes over.

    Args:
        plates: Has the clean plate; without one there is none.
        methods: See `METHODS`.
    """

    def __init__(
        self, plates: PlateKeeper | None = None, methods: Mapping[str, Callable[[PlateKeeper], Method]] = METHODS
    ) -> None:
        self._plates = plates or PlateKeeper()
        self._methods = methods
        self._name = ""
        self._method: Method | None = None
        self._failure: EngineError | None = None

    @property
    def notice(self) -> EngineError | None:
        """Why the network decides although another method was chosen; None where the chosen one decides."""
        if self._failure is not None:
            return self._failure
        return self._method.notice if self._method else None

    def decide(self, frame: Frame, mask: Mask, settings: Settings) -> Decision | None:
        """What the method in force knows of a frame; None where the network alone decides.

        Args:
            frame: The frame.
            mask: The network's mask of it.
            settings: `matting` chooses the method.
        """
        decision = self._decided(frame, mask, settings)
        if mask.hidden is None:
            return decision
        return (decision or nothing_decided(frame)).without(mask.hidden)

    def _decided(self, frame: Frame, mask: Mask, settings: Settings) -> Decision | None:
        """What the method knows by itself; None where there is none, or it failed."""
        try:
            if settings.matting != self._name:
                self._name = settings.matting
                make = self._methods.get(settings.matting)
                self._method = make(self._plates) if make else None
            decision = self._method.decide(frame, mask, settings) if self._method else None
        except Exception as error:
            logger.warning("matting by %s failed", settings.matting, exc_info=True)
            self._failure = EngineError(
                "the matting method failed ({reason})", "the network finds you", code="matting-failed", reason=error
            )
            if self._method:
                self._method.reset()
            return None
        self._failure = None
        return decision

    def reset(self) -> None:
        """Forgets what it learned of earlier frames: for another scene."""
        if self._method:
            self._method.reset()
