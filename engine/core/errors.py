"""What can go wrong, said in one line that names the thing and the way out."""


class EngineError(Exception):
    """A failure a person can act on.

    Args:
        message: What is wrong, in one sentence without a full stop.
        hint: What to do about it, in one sentence without a full stop; may be empty.
    """

    exit_status = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}: {self.hint}" if self.hint else self.message


class UsageError(EngineError):
    """The request itself makes no sense: an unknown name, a value out of range, a file that is not there."""

    exit_status = 2


class SourceError(EngineError):
    """A video, picture or other input can't be opened or read."""


class CameraError(SourceError):
    """A camera is missing, busy, hanging or was unplugged; opening it again later may work."""


class ModelError(EngineError):
    """A model is missing, damaged, or no runtime can load it."""


class OutputError(EngineError):
    """A virtual camera or file can't be opened or written."""
