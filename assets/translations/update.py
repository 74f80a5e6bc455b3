"""Collects every text of the window into the .ts files and compiles what is translated.

Run from the project's root after a text has changed, translate what `pyside6-linguist assets/translations/*.ts`
shows as unfinished, and run it again:

    python assets/translations/update.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from engine_messages import templates

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
LANGUAGES = ("en", "de", "es", "zh_CN")


def engine_texts() -> list[str]:
    """What the engine says in fixed words of settings, models and stages."""
    sys.path.insert(0, str(ROOT))
    from engine.core.settings import options
    from engine.core.statistics import StageName
    from engine.segmentation.models.catalogue import CATALOGUE
    from engine.segmentation.models.catalogue_entry import Kind

    texts = {text for option in options().values() for text in (option.title, option.help, *option.choices)}
    texts |= {entry.good_for for entry in CATALOGUE if entry.kind is not Kind.DATA}
    return sorted(text for text in texts | {str(name) for name in StageName} if text)


def background_titles() -> list[str]:
    """Names of the backgrounds that come with the app, as the gallery writes them."""
    stems = {path.stem for path in (ROOT / "assets" / "backgrounds").glob("*.[jm]p[g4]")}
    return sorted(stem.replace("-", " ").replace("_", " ").capitalize() for stem in stems)


def collect(target: Path, language: str) -> None:
    """Brings a .ts file up to date with the texts; what is translated stays."""
    sources = [str(path) for path in sorted((ROOT / "ui").rglob("*.py")) if path.name != "resources_rc.py"]
    # English needs only its plurals: every other text is its own translation.
    options = ["-source-language", "en", "-locations", "none", "-no-obsolete", "-silent"]
    options += ["-pluralonly"] if language == "en" else []
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "engine_texts.py"
        said = sorted({*engine_texts(), *templates(ROOT / "engine")})
        lines = [f"QCoreApplication.translate('Engine', {text!r})" for text in said]
        lines += [f"QCoreApplication.translate('Backgrounds', {text!r})" for text in background_titles()]
        listed.write_text("\n".join(lines) + "\n", "utf-8")
        target_options = ["-ts", str(target), "-target-language", language]
        _run("pyside6-lupdate", *sources, str(listed), *target_options, *options)


def compile_ts(source: Path) -> None:
    """Compiles a .ts file into the .qm beside it."""
    _run("pyside6-lrelease", "-silent", str(source))


def main() -> int:
    """Updates and compiles every language."""
    for language in LANGUAGES:
        target = HERE / f"cyclorama_{language}.ts"
        collect(target, language)
        compile_ts(target)
    return 0


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).parent / tool), *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
