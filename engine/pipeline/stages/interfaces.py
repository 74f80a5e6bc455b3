"""What the composition thread requires of its components; tests put faulty ones in their place."""

from __future__ import annotations

from typing import Protocol

from engine.core.errors import EngineError
from engine.core.frame import U8, Frame, FramePyramid, Image, Mask, Matrix, PixelFormat
from engine.core.settings import Settings
from engine.matte.methods.decision import Decision


class Matting(Protocol):
    """What decides parts of an alpha before network and refinement do; `engine.matte` has the real one."""

    @property
    def notice(self) -> EngineError | None:
        """Why the network decides although another method was chosen; None where the chosen one decides."""

    def decide(self, frame: Frame, mask: Mask, settings: Settings) -> Decision | None:
        """What is known of a frame; None where the network alone decides.

        Args:
            frame: The frame.
            mask: Its mask.
            settings: Those in force.
        """

    def reset(self) -> None:
        """Drops the history: for a new scene."""


class Refiner(Protocol):
    """What makes a full-size alpha of a mask; `engine.matte` has the real one."""

    def refine(self, picture: FramePyramid, mask: Mask, settings: Settings, decision: Decision | None = None) -> U8:
        """Alpha of a frame: uint8 [H, W], 255 = person.

        Args:
            picture: The frame.
            mask: Its mask, with the decision in it.
            settings: Those in force.
            decision: What is known of the frame already.
        """

    def accept(self) -> None:
        """Makes the last result the history of the next one: its mask has passed the gate."""

    def reset(self) -> None:
        """Drops the history: for a new scene."""


class CompositorLike(Protocol):
    """What makes pictures; `engine.compositor` has the real one."""

    @property
    def problem(self) -> EngineError | None:
        """Why the chosen background can't be shown."""

    @property
    def tag_box(self) -> tuple[int, int, int, int] | None:
        """Where the name tag is: left, upper side, width and height in pixels; None while there is none."""

    def compose(self, picture: FramePyramid, alpha: U8, settings: Settings, now_ns: int) -> Image:
        """The frame with its background replaced, in a buffer that stays valid for a few calls.

        Args:
            picture: The frame.
            alpha: uint8 [H, W], 255 = person.
            settings: Those in force.
            now_ns: Moment to show of a background video: the clock live, media time when rendering.
        """

    def fallback_frame(
        self, size: tuple[int, int], pixel_format: PixelFormat, matrix: Matrix, settings: Settings, now_ns: int
    ) -> Image:
        """The frame that is sent where no camera pixel may be.

        Args:
            size: (width, height).
            pixel_format: Of the output.
            matrix: Of the output.
            settings: Those in force.
            now_ns: Moment to show of a background video: the clock live, media time when rendering.
        """

    def close(self) -> None:
        """Ends what it runs beside."""
