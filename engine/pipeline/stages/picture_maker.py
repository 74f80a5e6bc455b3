"""One frame and its mask become the picture that the gate lets through, or the fallback frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from engine.core.errors import EngineError
from engine.core.frame import U8, Frame, FramePyramid, Image, Mask, Matrix, PixelFormat
from engine.core.settings import BackgroundKind, Settings
from engine.pipeline.stages.interfaces import CompositorLike, Matting, Refiner
from engine.privacy import OutputFrame, Rejection, gate

_NO_ALPHA = np.zeros((0, 0), np.uint8)


@dataclass(frozen=True, slots=True)
class CompositionParts:
    """What the composition stage works with.

    Attributes:
        propagate: Takes a mask to another frame by optical flow.
        matting: Decides parts of the alpha before the network does.
        refiner: Makes full-size alphas.
        compositor: Makes pictures.
    """

    propagate: Callable[[Mask, U8, int], Mask]
    matting: Matting
    refiner: Refiner
    compositor: CompositorLike


@dataclass(frozen=True, slots=True)
class Picture:
    """What was made of one frame, with what the decision to repeat it needs.

    Attributes:
        output_frame: What the gate chose.
        alpha: uint8 [H, W] it was made with; None where none was made.
        frame: What it was made of.
        settings: Those that it was made with.
        problem: Why it is the fallback frame; None where the status need say nothing.
    """

    output_frame: OutputFrame
    alpha: U8 | None
    frame: Frame
    settings: Settings
    problem: EngineError | None


@dataclass(frozen=True, slots=True)
class Preview:
    """The newest picture that was sent, for a window.

    Attributes:
        seq: Counts pictures, so that a reader knows whether it is a new one.
        frame: What was sent.
        raw: The camera's picture it was made of, for the window alone; None for the fallback frame.
        alpha: uint8 [H, W] it was made with, None for the fallback frame and with background `none`.
        tag_box: Where the name tag is: left, upper side, width and height in pixels; None while there is none.
    """

    seq: int
    frame: OutputFrame
    raw: Image | None
    alpha: U8 | None
    tag_box: tuple[int, int, int, int] | None = None

    @property
    def image(self) -> Image:
        """The picture that was sent."""
        return self.frame.image


class PictureMaker:
    """Decides, refines, composes and asks the gate, in this order.

    Args:
        parts: What it works with.
        live: Whether a failure makes the fallback frame, or is raised.
    """

    def __init__(self, parts: CompositionParts, *, live: bool) -> None:
        self._parts = parts
        self._live = live
        self._scene = -1

    def make(self, frame: Frame, mask: Mask | None, settings: Settings, at_ns: int) -> Picture:
        """One picture; a failure on the way makes it the fallback frame, and is raised again only when rendering.

        Args:
            frame: The frame.
            mask: Its mask; None where none was predicted.
            settings: Those in force, with a background that the output supports.
            at_ns: Moment to show of a video background.

        Raises:
            EngineError: Rendering, the background can't be shown.
        """
        parts = self._parts
        if frame.scene != self._scene:
            self._scene = frame.scene
            parts.refiner.reset()
            parts.matting.reset()
        alpha, composite = None, None
        problem: EngineError | None = None
        unmasked = settings.background.kind is BackgroundKind.NONE
        try:
            if mask is not None:
                decision = parts.matting.decide(frame, mask, settings)
                mask = decision.applied_to(mask) if decision else mask
                alpha = parts.refiner.refine(frame.pyramid, mask, settings, decision)
                changed = decision is not None and decision.person is not frame.image
                person = FramePyramid(decision.person) if decision and changed else frame.pyramid
                blended = settings.replace(refine=False) if decision and decision.unmixed else settings
                composite = parts.compositor.compose(person, alpha, blended, at_ns)
            elif unmasked and (settings.name_tag or settings.logo):
                composite = parts.compositor.compose(frame.pyramid, _NO_ALPHA, settings, at_ns)
        except Exception as error:
            if not self._live:
                raise
            problem = EngineError(
                "composing failed ({reason})", "the fallback frame is shown", code="composition-failed", reason=error
            )
        if not self._live and parts.compositor.problem:
            raise parts.compositor.problem
        fallback_frame = self._fallback_frame(frame.image.size, frame.image, settings, at_ns)
        # With the background `none` the gate passes the frame, which then is the one with the name tag over it.
        shown = frame if composite is None or not unmasked else replace(frame, image=composite, halves=())
        output_frame = gate(shown, mask, composite, settings, fallback_frame)
        if output_frame.shows_person:
            parts.refiner.accept()
        return Picture(output_frame, alpha, frame, settings, problem or _problem_of(output_frame.rejection))

    def nothing(self, size: tuple[int, int], settings: Settings, at_ns: int) -> OutputFrame:
        """The fallback frame, without a camera picture.

        Args:
            size: (width, height) of it.
            settings: Those in force, with a background that the output supports.
            at_ns: Moment to show of a video background.
        """
        return gate(None, None, None, settings, self._fallback_frame(size, None, settings, at_ns))

    def _fallback_frame(self, size: tuple[int, int], like: Image | None, settings: Settings, at_ns: int) -> Image:
        pixel_format, matrix = (like.format, like.matrix) if like else (PixelFormat.I420, Matrix.BT601)
        return self._parts.compositor.fallback_frame(size, pixel_format, matrix, settings, at_ns)


def _problem_of(rejection: Rejection | None) -> EngineError | None:
    """What the status says of a rejected mask; a late one is told by the picture itself."""
    if rejection is Rejection.INVALID_MASK:
        return EngineError(
            "the model's answer is not a number",
            "the fallback frame is shown; choose another model if it stays",
            code="mask-invalid",
        )
    if rejection is Rejection.IMPLAUSIBLE_MASK:
        return EngineError(
            "the mask does not look like a person",
            "the fallback frame is shown; choose another model if it stays",
            code="mask-implausible",
        )
    return None
