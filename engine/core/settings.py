"""Everything a person can choose, declared once: type, limits, title and help."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from engine.core.errors import UsageError


class BackgroundKind(StrEnum):
    """What replaces the background."""

    NONE = "none"
    BLUR = "blur"
    COLOR = "color"
    IMAGE = "image"
    VIDEO = "video"
    TRANSPARENT = "transparent"


class Fit(StrEnum):
    """How a background picture fills the frame."""

    COVER = "cover"
    CONTAIN = "contain"
    STRETCH = "stretch"


DEFAULT_BLUR_STRENGTH = 60
_COLOR = re.compile("#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Background:
    """What replaces the background, as one value.

    Attributes:
        kind: Which of them.
        strength: Of a blur, 0..100; below 55 it blurs as 55 does, which is the weakest that hides text and faces.
        color: Of a plain colour, (red, green, blue), 0..255 each.
        path: Of a picture or video.
    """

    kind: BackgroundKind = BackgroundKind.BLUR
    strength: int = DEFAULT_BLUR_STRENGTH
    color: tuple[int, int, int] = (0, 0, 0)
    path: Path | None = None

    @staticmethod
    def parse(text: str) -> Background:
        """Reads `none`, `blur[:0-100]`, `color:#RRGGBB`, `image:PATH`, `video:PATH` or `transparent`.

        Raises:
            UsageError: The text is none of these.
        """
        word, _, rest = text.partition(":")
        if word in ("none", "transparent") and not rest:
            return Background(BackgroundKind(word))
        if word == "blur" and not rest:
            return Background()
        if word == "blur" and re.fullmatch(r"\d{1,3}", rest) and int(rest) <= 100:
            return Background(strength=int(rest))
        if word == "color" and _COLOR.fullmatch(rest):
            red, green, blue = bytes.fromhex(rest[1:])
            return Background(BackgroundKind.COLOR, color=(red, green, blue))
        if word in ("image", "video") and rest:
            return Background(BackgroundKind(word), path=Path(rest).expanduser())
        raise UsageError(
            "no such background {text}",
            "use none, blur[:0-100], color:#RRGGBB, image:PATH, video:PATH or transparent",
            code="background-unknown",
            text=repr(text),
        )

    def __str__(self) -> str:
        """The text that `parse` reads."""
        match self.kind:
            case BackgroundKind.BLUR:
                return f"blur:{self.strength}"
            case BackgroundKind.COLOR:
                return "color:#{:02x}{:02x}{:02x}".format(*self.color)
            case BackgroundKind.IMAGE | BackgroundKind.VIDEO:
                return f"{self.kind}:{self.path}"
        return str(self.kind)


@dataclass(frozen=True, slots=True)
class Option:
    """What the settings page, the file, the command line and the docs need to know of one setting.

    Attributes:
        title: For a label, a few words.
        help: One sentence.
        limits: Smallest and largest value of a number.
        choices: The words allowed.
        unit: Of the value; empty for none.
    """

    title: str
    help: str
    limits: tuple[float, float] | None = None
    choices: tuple[str, ...] = ()
    unit: str = ""


def _option(default: Any, title: str, help: str, **rest: Any) -> Any:
    return field(default=default, metadata={"option": Option(title, help, **rest)})


def options() -> dict[str, Option]:
    """Every setting's declaration by its name, in order."""
    return {item.name: item.metadata["option"] for item in dataclasses.fields(Settings) if "option" in item.metadata}


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices, valid by construction.

    Raises:
        UsageError: A value is out of its limits.
    """

    background: Background = _option(Background(), "Background", "The picture, colour or blur around you.")
    fit: Fit = _option(
        Fit.COVER, "Picture fit", "How a picture fills the frame.", choices=tuple(item.value for item in Fit)
    )
    mirror: bool = _option(
        False, "Mirror for others", "Flip yourself left to right for others; the background stays readable."
    )
    zoom: int = _option(100, "Zoom", "How much closer you are shown.", limits=(100, 400), unit="%")
    pan_x: int = _option(0, "Horizontal position", "Which part is shown while zoomed in.", limits=(-100, 100))
    pan_y: int = _option(0, "Vertical position", "Which part is shown while zoomed in.", limits=(-100, 100))
    follow: bool = _option(False, "Follow my face", "Keep your face in the middle while zoomed in.")
    rotate: str = _option(
        "0", "Rotate", "Turn the camera picture clockwise.", choices=("0", "90", "180", "270"), unit="°"
    )
    brightness: int = _option(0, "Brightness", "Make the camera picture darker or brighter.", limits=(-100, 100))
    contrast: int = _option(0, "Contrast", "Make the camera picture softer or stronger.", limits=(-100, 100))
    low_light: int = _option(0, "Brighten dark areas", "How much dark areas are lifted.", limits=(0, 100), unit="%")
    warmth: int = _option(0, "Warmth", "Make the camera picture cooler or warmer.", limits=(-100, 100))
    match_background: int = _option(
        0,
        "Match the background",
        "How far your brightness and colours follow the chosen picture's light.",
        limits=(0, 100),
        unit="%",
    )
    key_light: int = _option(
        0, "Key light", "How much soft light falls on you from one side.", limits=(0, 100), unit="%"
    )
    key_light_from: str = _option(
        "left", "Light comes from", "Side of the picture, as others see it.", choices=("left", "right")
    )
    name_tag: str = _option("", "Name tag", "A line of text in a corner of the picture; empty for none.")
    logo: str = _option("", "Logo", "File with a small picture beside the name, or alone; empty for none.")
    tag_corner: str = _option(
        "bottom-left",
        "Corner",
        "Where name and logo are, as others see it.",
        choices=("bottom-left", "bottom-right", "top-left", "top-right"),
    )
    matting: str = _option(
        "network",
        "Matting",
        "What finds you: the network, a green-screen behind you, or a clean-plate, a picture of what is behind you.",
        choices=("network", "green-screen", "clean-plate"),
    )
    key: str = _option("auto", "Key colour", "Colour of the green screen as #RRGGBB; auto finds it in the picture.")
    people: str = _option(
        "everyone",
        "Who is shown",
        "Everyone in view, or me alone although others are in view.",
        choices=("everyone", "me"),
    )
    temporal: int = _option(
        60,
        "Smoothing",
        "How strongly the mask is smoothed over time where nothing moves; 0 turns it off.",
        limits=(0, 100),
        unit="%",
    )
    refine: bool = _option(True, "Fine edges", "Follow hair and fingers at full resolution.")
    clean_up: bool = _option(True, "Clean up specks", "Remove small regions that are not part of a person.")
    light_wrap: int = _option(
        0, "Light wrap", "How much of the background's light falls on your edges.", limits=(0, 100), unit="%"
    )
    power_save: bool = _option(False, "Save power", "Compute the mask for every second frame only.")
    energy: str = _option(
        "auto",
        "Energy",
        "What gives way when the machine is overloaded: auto also saves on battery and in heat, saving does so always.",
        choices=("auto", "quality", "saving"),
    )
    model: str = _option(
        "auto",
        "Model",
        "Name or path of the segmentation model; auto chooses the installed one that fits the camera picture.",
    )
    runtime: str = _option("auto", "Runtime", "What computes the mask.", choices=("auto", "openvino", "paddle"))
    precision: str = _option(
        "auto",
        "Precision",
        "What the mask is computed in; auto takes bf16 for videos where the processor has it, f32 for pictures.",
        choices=("auto", "f32", "bf16", "f16"),
    )
    camera: str = _option("auto", "Camera", "Index, stable id, path or name of the camera; auto takes the first.")
    camera_format: str = _option(
        "auto", "Camera format", "What is asked of the camera.", choices=("auto", "mjpeg", "raw")
    )
    width: int = _option(1280, "Width", "Of the output, in pixels.", limits=(64, 7680), unit="px")
    height: int = _option(720, "Height", "Of the output, in pixels.", limits=(64, 4320), unit="px")
    fps: float = _option(30.0, "Frame rate", "Of the output, in frames per second.", limits=(1, 120), unit="fps")
    vertical: bool = _option(
        False, "Portrait camera", "Treat the camera picture as upright even if it is wider than high."
    )
    on_demand: bool = _option(
        True, "Turn camera off when unused", "Turn the camera off while no program shows the picture."
    )
    virtual_camera: str = _option("auto", "Virtual camera", "Device that meeting programs show; auto takes the first.")
    coarse_edges: bool = False
    """Refine edges at half the working size; no choice of the user: the governor sets it."""
    lower_rate: bool = False
    """Leave out every fifth frame; likewise."""

    def __post_init__(self) -> None:
        for name, option in options().items():
            value = getattr(self, name)
            smallest, largest = option.limits or (value, value)
            if option.limits and not smallest <= value <= largest:
                raise UsageError(
                    "{name} is {value}",
                    "use {smallest} to {largest}",
                    code="setting-out-of-limits",
                    name=name,
                    value=value,
                    smallest=f"{smallest:g}",
                    largest=f"{largest:g}",
                )
            if option.choices and value not in option.choices:
                raise UsageError(
                    "{name} is {value}",
                    "use {choices}",
                    code="setting-not-a-choice",
                    name=name,
                    value=repr(value),
                    choices=", ".join(option.choices),
                )
            if name == "key" and value != "auto" and not _COLOR.fullmatch(value):
                raise UsageError(
                    "{name} is {value}",
                    "use auto or #RRGGBB",
                    code="setting-no-colour",
                    name=name,
                    value=repr(value),
                )
            if name in ("width", "height") and value % 2:
                raise UsageError(
                    "{name} is odd: {value}", "use an even number", code="setting-odd", name=name, value=value
                )

    def replace(self, **changes: Any) -> Settings:
        """A copy with some values changed.

        Raises:
            UsageError: A new value is out of its limits.
        """
        return dataclasses.replace(self, **changes)


class SettingsBox:
    """Holds the settings in force: one reference, swapped whole, read once a frame and never locked."""

    def __init__(self, settings: Settings) -> None:
        self.value = settings
