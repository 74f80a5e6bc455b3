"""What the catalogue says of a model or sample set, and where it lies."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from engine.core.errors import UsageError

SERVER_VARIABLE = "CYCLORAMA_MODELS_URL"
"""Environment variable with the address of a mirror of `SERVER`."""
SERVER = "https://paddleseg.bj.bcebos.com/"


class Kind(StrEnum):
    """The kind of answer a model gives, and for which images."""

    PORTRAIT = "portrait"
    """Probability of a person who sits before a camera."""
    GENERAL = "general"
    """Probability of whole bodies and several persons."""
    MATTING = "matting"
    """Alpha mattes, for photos, rendering and fast machines."""
    DATA = "data"
    """Sample images, videos or a data set; no model."""


class Variant(StrEnum):
    """What can be downloaded of a model."""

    SOFTMAX = "softmax"
    """Answers probabilities; the one to use where there are both."""
    ARGMAX = "argmax"
    """Answers labels."""
    ALPHA = "alpha"
    """Answers alpha; what matting models have."""
    CHECKPOINT = "checkpoint"
    """Weights to train on from."""
    FILES = "files"
    """The files of a sample set."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One model or sample set.

    Attributes:
        id: Its name, as its folder is called less the ending.
        title: What its makers call it.
        kind: What it answers.
        good_for: When to choose it, in a sentence.
        paths: Where each variant lies on the server.
        input_size: (width, height) that it works best at; the short side of a matting model twice.
        scores: Published figures by their names.
        megabytes: Size of the weights; 0 where unpublished.
        sha256: Of files in the softmax variant's folder, by name; empty where unknown.
        licence: SPDX identifier, or whose terms hold.
    """

    id: str
    title: str
    kind: Kind
    good_for: str
    paths: Mapping[Variant, str]
    input_size: tuple[int, int] = (0, 0)
    scores: Mapping[str, float] = field(default_factory=dict)
    megabytes: float = 0
    sha256: Mapping[str, str] = field(default_factory=dict)
    licence: str = "Apache-2.0"

    def default_variant(self) -> Variant:
        """What is fetched where nothing else is asked for."""
        return next(iter(self.paths))

    def url(self, variant: Variant) -> str:
        """Where a variant lies.

        Raises:
            UsageError: There is no such variant of it.
        """
        if variant not in self.paths:
            raise UsageError(
                "{model} has no variant {variant}",
                "use {variants}",
                code="model-variant-unknown",
                model=self.id,
                variant=variant,
                variants=", ".join(self.paths),
            )
        return os.environ.get(SERVER_VARIABLE, SERVER).rstrip("/") + "/" + self.paths[variant]
