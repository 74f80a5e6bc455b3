"""Collects every text of the window into the .ts files and compiles what is translated.

Run from the project's root after a text has changed, translate what `pyside6-linguist assets/translations/*.ts`
shows as unfinished, and run it again:

    python assets/translations/update.py
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
LANGUAGES = ("en", "zh_CN")


def engine_texts() -> list[str]:
    """What the engine says in fixed words: settings, models, the doctor's titles. Errors stay in English."""
    sys.path.insert(0, str(ROOT))
    from engine.segmentation.catalogue import CATALOGUE, Kind
    from engine.settings import options

    texts = {text for option in options().values() for text in (option.title, option.help, *option.choices)}
    texts |= {entry.good_for for entry in CATALOGUE if entry.kind is not Kind.DATA}
    for path in (ROOT / "engine" / "doctor").rglob("*.py"):
        texts |= check_titles(ast.parse(path.read_text("utf-8")))
    return sorted(text for text in texts if text)


def check_titles(tree: ast.AST) -> set[str]:
    """Titles of the doctor's checks."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
    titles = (call.args[0] for call in calls if call.func.id == "Check" and call.args)
    return {title.value for title in titles if isinstance(title, ast.Constant)}


def background_titles() -> list[str]:
    """Names of the backgrounds that come with the app, as the gallery writes them."""
    stems = (path.stem for path in (ROOT / "assets" / "backgrounds").glob("*.jpg"))
    return sorted(stem.replace("-", " ").replace("_", " ").capitalize() for stem in stems)


def main() -> int:
    """Updates and compiles every language."""
    tools = Path(sys.executable).parent
    sources = [str(path) for path in sorted((ROOT / "ui").rglob("*.py")) if path.name != "resources_rc.py"]
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "engine_texts.py"
        lines = [f"QCoreApplication.translate('Engine', {text!r})" for text in engine_texts()]
        lines += [f"QCoreApplication.translate('Backgrounds', {text!r})" for text in background_titles()]
        listed.write_text("\n".join(lines) + "\n", "utf-8")
        for language in LANGUAGES:
            target = HERE / f"cyclorama_{language}.ts"
            # English needs only its plurals: every other text is its own translation.
            plurals = ["-pluralonly"] if language == "en" else []
            command = [tools / "pyside6-lupdate", *sources, str(listed), "-ts", target, "-target-language", language]
            options = ["-source-language", "en", "-locations", "none", "-no-obsolete", "-silent", *plurals]
            subprocess.run([str(part) for part in (*command, *options)], check=True)
            subprocess.run([str(tools / "pyside6-lrelease"), "-silent", str(target)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
