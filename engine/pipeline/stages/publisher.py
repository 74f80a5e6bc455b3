"""Owns the output: opens, feeds and closes it, on the composition thread."""

from __future__ import annotations

from engine.core.clock import now_ns
from engine.core.errors import EngineError, OutputError
from engine.core.frame import U8, PixelFormat
from engine.core.settings import Background, BackgroundKind, Settings
from engine.outputs.base import Output, TimedOutput
from engine.outputs.files.alpha_file import AlphaWriter
from engine.pipeline.stages.stage import LONGEST_RETRY_S
from engine.privacy import OutputFrame
from engine.transform.frame_transform import even

_BLACK = Background(BackgroundKind.COLOR)

Form = tuple[tuple[int, int], float]
"""(width, height) and frames per second that an output is opened for."""


class Publisher:
    """Sends output frames to the output of the moment.

    Args:
        alpha_output: Keeps the full-size alphas, when rendering.
        live: Whether a failing output is closed and tried again every second, or raises.
    """

    def __init__(self, alpha_output: AlphaWriter | None, *, live: bool) -> None:
        self.output: Output | None = None
        """The open output."""
        self.problem: EngineError | None = None
        """Why the output can't be opened or written; None if it can, or none is asked for."""
        self._form: Form | None = None
        self._alpha_output = alpha_output
        self._alpha_open = False
        self._live = live
        self._failed: Output | None = None
        self._retry_ns = 0

    @property
    def size(self) -> tuple[int, int] | None:
        """(width, height) that the output is open for; None while it is closed."""
        return self._form[0] if self._form else None

    def open(self, wanted: Output | None, form: Form) -> None:
        """Opens what rendering writes; later calls change nothing.

        Raises:
            OutputError: It can't be opened.
        """
        if self.output is None and wanted is not None:
            size, fps = form
            wanted.open(even(size) if wanted.pixel_format is PixelFormat.I420 else size, fps)
            self.output, self._form = wanted, form
        if self._alpha_output and not self._alpha_open:
            self._alpha_output.open(*form)
            self._alpha_open = True

    def follow(self, wanted: Output | None, form: Form | None) -> None:
        """Closes and opens outputs as asked; one that fails is tried again every second.

        Args:
            wanted: What was asked for.
            form: What to open it for; None as long as that is unknown.
        """
        if wanted is not self._failed:
            self.problem = self._failed = None
        if self.output is wanted and (wanted is None or self._form == form):
            return
        if form is None and wanted is not None:
            return
        if self.output is not None:
            self.output.close()
            self.output = self._form = None
        if wanted is None or form is None or (wanted is self._failed and now_ns() < self._retry_ns):
            return
        try:
            wanted.open(*form)
        except OutputError as error:
            self._fail(wanted, error)
        else:
            self.output, self._form = wanted, form
            self.problem = self._failed = None

    def supported(self, settings: Settings) -> Settings:
        """The settings, with black instead of transparency where the open output does not support it."""
        transparent = settings.background.kind is BackgroundKind.TRANSPARENT
        if not transparent or (self.output is not None and self.output.supports_alpha):
            return settings
        return settings.replace(background=_BLACK)

    @property
    def keeps_times(self) -> bool:
        """Whether pictures may have times of their own."""
        output = self.output
        return output is None or (isinstance(output, TimedOutput) and output.keeps_times)

    def end_at(self, time_ns: int) -> bool:
        """Says until when the last picture is shown.

        Returns:
            Whether that suffices; else the picture is to be sent once more.
        """
        if self._alpha_output and self._alpha_open:
            self._alpha_output.end_at(time_ns)
        if isinstance(self.output, TimedOutput):
            self.output.end_at(time_ns)
            return self.output.keeps_end
        return True

    def send(self, frame: OutputFrame, alpha: U8 | None, time_ns: int | None = None) -> None:
        """Sends a frame to the open output, if there is one.

        Args:
            frame: What passed the gate.
            alpha: uint8 [H, W] it was made with, for the alpha output.
            time_ns: When it is shown, for an output that keeps times; none at a constant rate.

        Raises:
            OutputError: It can't be written; live it is a problem instead.
        """
        output = self.output
        if output is None:
            return
        try:
            formatted = frame.in_format(output.pixel_format)
            if time_ns is not None and isinstance(output, TimedOutput):
                output.send_at(formatted, time_ns)
            else:
                output.send(formatted)
        except OutputError as error:
            if not self._live:
                raise
            self.output = self._form = None
            output.close()
            self._fail(output, error)
            return
        if self._alpha_output and alpha is not None:
            self._alpha_output.send_alpha(alpha, time_ns)

    def finish(self, *, abort: bool) -> EngineError | None:
        """Closes everything.

        Args:
            abort: Leave nothing under the final names.

        Returns:
            The first failure of closing.
        """
        failure: EngineError | None = None
        for output in (self.output, self._alpha_output if self._alpha_open else None):
            try:
                if output is not None:
                    output.abort() if abort else output.close()
            except EngineError as error:
                failure = failure or error
        self.output = self._form = None
        return failure

    def _fail(self, output: Output, error: OutputError) -> None:
        self.problem, self._failed = error, output
        self._retry_ns = now_ns() + int(LONGEST_RETRY_S * 1e9)
