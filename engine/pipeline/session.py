"""What a window or a long-running command drives: one live pipeline that follows the settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.core.settings import Settings, SettingsBox
from engine.core.statistics import StatsSnapshot
from engine.matte.methods.plate.keeper import PlateKeeper
from engine.pipeline.idle_control import IdleControl
from engine.pipeline.pipeline import Components, Job, Pipeline
from engine.pipeline.specifications import live_source, virtual_camera
from engine.pipeline.stages.picture_maker import Preview
from engine.pipeline.status import State, Status

if TYPE_CHECKING:
    from engine.outputs.virtual_camera.camera import VirtualCamera

__all__ = ["Preview", "Session", "State", "StatsSnapshot", "Status"]

_SIZE_AND_RATE = ("width", "height", "fps")
_CAMERA = ("camera", "camera_format")


class Session:
    """One source, one model, one virtual camera, and settings that may change at any moment.

    Args:
        settings: To begin with.
        source: As on the command line; `camera` takes the one that the settings name.
        parts: See `engine.pipeline.pipeline.Components`.
    """

    def __init__(self, settings: Settings, source: str = "camera", parts: Components | None = None) -> None:
        self._box = SettingsBox(settings)
        self._source = source
        self._output: VirtualCamera | None = None
        self._watched = True
        job = Job(
            source=live_source(source, settings, loop=True),
            output=None,
            live=True,
            size=(settings.width, settings.height),
            fps=settings.fps,
            parts=parts or Components(),
        )
        self._pipeline = Pipeline(job, self._box)
        self._idle_control = IdleControl(self._pipeline, self._is_shown)

    def _is_shown(self) -> bool | None:
        """Whether the window or a program that reads the virtual camera shows the picture; None if unknown."""
        if self._watched or not self._box.value.on_demand:
            return True
        output = self._output
        return output.readers.has_reader() if output else False

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._box.value

    @property
    def source(self) -> str:
        """The source in use, as on the command line."""
        return self._source

    @property
    def publishing(self) -> bool:
        """Whether the virtual camera was asked for; `status.output` says whether it is open."""
        return self._output is not None

    def start(self) -> None:
        """Opens the source and loads the model; the preview flows, nothing is published yet.

        A session that starts unwatched opens no camera: its light would flash at each log-in.
        """
        self._pipeline.rest(self._is_shown() is False)
        self._pipeline.start()
        self._idle_control.start()

    def apply(self, settings: Settings) -> None:
        """Puts settings in force while everything runs, and waits for nothing; opens anew only what can't follow them.

        Args:
            settings: The new ones.

        Raises:
            UsageError: Source or virtual camera can't be opened anew: a file is gone. The settings are in force.
        """
        old, self._box.value = self._box.value, settings
        changed = _changed(old, settings)
        if changed(*_SIZE_AND_RATE):
            source = live_source(self._source, settings, loop=True)
            self._pipeline.use_format((settings.width, settings.height), settings.fps, source)
        elif changed(*_CAMERA) and self._source.startswith("camera"):
            self._pipeline.use_source(live_source(self._source, settings))
        if changed("virtual_camera") and self._output:
            self.publish(True)

    def use_source(self, spec: str) -> None:
        """Goes on with another source.

        Args:
            spec: `camera[:…]`, `file:PATH`, `demo` or `synthetic`.

        Raises:
            UsageError: It is none of these, or the file is not there; the old source stays.
        """
        source = live_source(spec, self._box.value, loop=True)
        self._source = spec
        self._pipeline.use_source(source)

    def publish(self, on: bool) -> None:
        """Opens or closes the virtual camera while the preview goes on; closing it ends a pause and a freeze, too."""
        self._output = virtual_camera(self._box.value) if on else None
        if self._output is None:
            self._pipeline.end_output()
        else:
            self._pipeline.use_output(self._output)

    def watch(self, on: bool) -> None:
        """Says whether the window shows the preview; while nothing shows the picture, camera and model rest."""
        self._watched = on

    def pause(self, on: bool) -> None:
        """Closes the camera, so that its light goes out, and shows the fallback frame; or goes on."""
        self._pipeline.pause(on)

    @property
    def plates(self) -> PlateKeeper:
        """The clean plate, and what is asked of it."""
        return self._pipeline.plates

    def freeze(self, on: bool) -> None:
        """Repeats the last picture; or goes on."""
        self._pipeline.freeze(on)

    def choose_subject(self, x: float, y: float) -> None:
        """Makes the person at a point of the picture the only one who is shown, while `people` is `me`.

        Args:
            x: From 0 at the left side of what is sent to 1.
            y: From 0 above to 1.
        """
        self._pipeline.choose_subject(x, y)

    @property
    def status(self) -> Status:
        """The engine's status; may be read by any thread at any moment."""
        return self._pipeline.status

    def stats(self) -> StatsSnapshot:
        """What was counted so far."""
        return self._pipeline.stats()

    def preview(self) -> Preview | None:
        """The newest picture that was sent."""
        return self._pipeline.preview()

    def stop(self) -> None:
        """Stops everything; returns within seconds whatever hangs."""
        self._idle_control.stop()
        self._pipeline.stop()


def _changed(old: Settings, new: Settings) -> Callable[..., bool]:
    return lambda *names: any(getattr(old, name) != getattr(new, name) for name in names)
