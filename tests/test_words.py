"""The project uses the field's terms: no private word in code, docs or messages. docs/glossary.md defines the terms.

`python -m tests.test_words [PATH ...]` lists the words that are left below the paths.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

STANDARD_TERMS = {
    r"rooms?": "background",
    r"somebody|nobody": "person present, person absent",
    r"(?<![\"'`.-])(?<!ctl )people(?![\"'`=:])|people's": "persons",  # but for the setting of this name
    r"closer look|look(?:s|ed|ing)? closer|look(?:s|ed|ing)? around|close_?up": "region of interest",
    r"carr(?:y|ied|ies|ying)": "propagate",
    r"belie(?:f|fs|ve|ves|ved|ving)|doubt(?:s|ed|ful)?": "confidence, disocclusion detection",
    r"(?:un)?stead(?:y|ied|ier|ily|iness)": "temporal smoothing, stable",
    r"settl(?:e|es|ed|ing)|stir(?:s|red|ring)?|(?:stand|stands|stood|standing) still": "static region, motion",
    r"grow(?:s|n|ing|th)?|grew": "upsample, increase",
    r"shr(?:ink|inks|inking|unk|ank)": "downsample, decrease",
    r"edge[- _]?models?": "edge refinement network",
    r"stand[- _]?ins?": "fallback frame",
    r"what (?:stands|stood) behind": "background plate",
    r"what leaves": "output frame",
    r"stray|blobs?": "small connected components",
    r"openers?": "device users",
    r"endpoints?": "source and sink specifications",
    r"stills": "image files",
    r"house|walks? (?:as|through)|frame's walk|walls between": "architecture, data flow, packages",
    r"mend(?:s|ed|ing)?": "fix",
}
"""Private words as regular expressions, and the terms to use instead."""

MATTE_TERMS = {
    r"places": "coordinates",
    r"past|what was": "history",
}
"""Words that are private only where they name what the edge refinement network reads."""
MATTE = ("engine/matte", "benchmarks/mask", "training/edges", "tests/matte", "docs/masks.md")

PRIVATE_MODULES = set("attention belief closeup decoded fitting follow light mailbox part prepare still".split())  # noqa: SIM905

EXCEPTIONS = {
    "tests/test_words.py": ".",
    "docs/glossary.md": ".",
    "assets/make": r"rooms?",  # models of rooms, rendered
    "assets/README.md": r"rooms?",  # the names of those scripts
    "assets/backgrounds": r"rooms?",
    "engine/media/image_files.py": r"openers?",  # Pillow's name for a plug-in
    "engine/segmentation/models/catalogue.py": r"people",  # what a model is good for, as users say it
    "tests/shim": r"openers?",  # who holds an imitated device open
}
"""Paths that may use some of the words, and which: a regular expression of whole words."""

NOT_YET: set[str] = set()
"""Areas whose pass over the terms has not landed."""

TEXT = {".py", ".md", ".toml", ".yml", ".yaml", ".ts", ".sh", ".xml", ".c", ".h", ".desktop", ""}


def files(paths: list[str]) -> list[str]:
    """Tracked text files below the paths, relative to the project's root."""
    listed = subprocess.run(["git", "ls-files", "--", *paths], cwd=ROOT, capture_output=True, text=True, check=True)
    skipped = ("requirements/", "LICENSE", ".ci/", "assets/translations/cyclorama_")
    return [path for path in listed.stdout.split() if Path(path).suffix in TEXT and not path.startswith(skipped)]


def offenders(path: str) -> Iterator[str]:
    """One line for each private word of a file."""
    terms = STANDARD_TERMS | (MATTE_TERMS if path.startswith(MATTE) else {})
    allowed = re.compile("|".join(words for start, words in EXCEPTIONS.items() if path.startswith(start)) or "(?!)")
    patterns = {
        re.compile(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])", re.IGNORECASE): use for words, use in terms.items()
    }
    if Path(path).stem in PRIVATE_MODULES:
        yield f"{path}: a module of this name"
    for number, line in enumerate((ROOT / path).read_text("utf-8").splitlines(), 1):
        for pattern, use in patterns.items():
            for found in pattern.finditer(line):
                if not allowed.match(found[0].lower()):
                    yield f"{path}:{number}: {found[0]!r} (use {use})"


def area(path: str) -> str:
    """The file itself at the top, else its folder at the second level at most."""
    parent = Path(path).parent.parts[:2]
    return "/".join(parent) or path


@pytest.mark.parametrize("where", sorted({area(path) for path in files([])} - NOT_YET))
def test_words(where: str) -> None:
    assert not [line for path in files([where]) if area(path) == where for line in offenders(path)]


if __name__ == "__main__":
    print(*(line for path in files(sys.argv[1:]) for line in offenders(path)), sep="\n")
