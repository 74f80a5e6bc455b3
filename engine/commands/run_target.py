"""What remote control changes of a headless run."""

from __future__ import annotations

from engine.core import settings_file
from engine.core.errors import UsageError
from engine.core.profiles import profile_path
from engine.core.settings import Background, Settings, SettingsBox
from engine.pipeline.pipeline import Pipeline
from engine.pipeline.specifications import live_source
from engine.remote.protocol import RemoteStatus, refuse_unmasked
from engine.sources.camera_devices import find_camera

_KEPT = ("width", "height", "fps", "camera", "camera_format", "virtual_camera")
"""What a profile does not change while an output is open for it."""


class RunTarget:
    """A pipeline with its settings.

    Args:
        pipeline: The one that runs.
        box: Its settings.
    """

    def __init__(self, pipeline: Pipeline, box: SettingsBox) -> None:
        self._pipeline = pipeline
        self._box = box
        self._profile = ""
        self._paused = self._frozen = False

    def set_background(self, background: Background) -> None:
        """Puts a background in force."""
        self._box.value = self._box.value.replace(background=background)

    def set_camera(self, camera: str) -> None:
        """Goes on with another camera.

        Raises:
            CameraError: It is not there.
        """
        find_camera(camera)
        settings = self._box.value.replace(camera=camera)
        self._box.value = settings
        self._pipeline.use_source(live_source("camera", settings))

    def set_profile(self, name: str) -> None:
        """Goes on with the settings kept under a name; size, rate and devices stay.

        Raises:
            UsageError: There is none, or it would end masking.
        """
        path = profile_path(name)
        if not path.is_file():
            raise UsageError("there is no profile {name}", "make it in the window", code="profile-missing", name=name)
        current = self._box.value
        loaded: Settings = settings_file.load(path).settings
        refuse_unmasked(loaded, current, name)
        self._box.value = loaded.replace(**{key: getattr(current, key) for key in _KEPT})
        self._profile = name

    def set_option(self, name: str, value: str) -> None:
        """Puts a setting with a few choices in force.

        Args:
            name: Of the setting.
            value: One of its choices.
        """
        self._box.value = self._box.value.replace(**{name: value})

    def pause(self, on: bool) -> None:
        """Shows the fallback frame, the camera off; or goes on."""
        self._paused = on
        self._pipeline.pause(on)

    def freeze(self, on: bool) -> None:
        """Repeats the last picture; or goes on."""
        self._frozen = on
        self._pipeline.freeze(on)

    def plate(self, word: str) -> None:
        """Takes a clean plate and matts with it, keeps it on the disk, or forgets it.

        Args:
            word: `capture`, `remember` or `delete`.

        Raises:
            EngineError: There is no plate to keep, or no mask that shows a person absent.
        """
        plates = self._pipeline.plates
        if word == "capture":
            settings = self._box.value
            plates.take(settings)
            self._box.value = settings.replace(matting="clean-plate")
        elif word == "remember":
            plates.remember()
        else:
            plates.delete()

    def remote_status(self) -> RemoteStatus:
        """What runs, and how."""
        status, settings, plate = self._pipeline.status, self._box.value, self._pipeline.plates.status
        return RemoteStatus(
            state=status.state.value,
            message=status.message,
            hint=status.hint,
            background=str(settings.background),
            camera=settings.camera,
            profile=self._profile,
            paused=self._paused,
            frozen=self._frozen,
            source=status.source.name if status.source else "",
            output=status.output,
            model=status.model,
            runtime=status.runtime,
            frames_out=self._pipeline.stats().frames_out,
            plate=plate.phase.value,
            plate_message=str(plate.refusal or ""),
        )
