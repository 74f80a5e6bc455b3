"""Errors that a person can act on: one line that names the thing and what to do."""


class EngineError(Exception):
    """A failure a person can act on.

    A window translates `template` and `hint_template` by the error's code and puts the fields into them.
    Everything else shows `message` and `hint`, which are English.

    Args:
        template: What is wrong, in one sentence without a full stop, as a format string over `fields`.
        hint_template: What to do about it, in one sentence without a full stop; may be empty.
        code: Names the kind of failure for programs, in lower case with hyphens, such as `camera-lost`.
        fields: The values that the two templates name. Without any, both are taken as they are, braces included.
    """

    exit_status = 1

    def __init__(self, template: str, hint_template: str = "", *, code: str = "", **fields: object) -> None:
        self.code = code
        self.template = template
        self.hint_template = hint_template
        self.fields = fields
        self.message = template.format_map(fields) if fields else template
        self.hint = hint_template.format_map(fields) if fields else hint_template
        super().__init__(self.message)

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
