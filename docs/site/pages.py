"""Pages of the site that are not files below docs/: the project's own files at the top, and the API reference."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
TOP = {
    "README.md": "index.md",
    "ARCHITECTURE.md": "architecture.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
}
"""Files at the top, and the pages that they become."""
PACKAGES = sorted(path.parent.name for path in (ROOT / "engine").glob("*/__init__.py"))

_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)#\s]+)(#[^)\s]*)?\)")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Lists the reference and the decisions in the navigation."""
    decisions = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))
    config.nav += [  # type: ignore[operator]
        {"Decisions": [f"decisions/{name}" for name in decisions]},
        {"Reference": [{package: f"reference/{package}.md"} for package in PACKAGES]},
    ]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages."""
    for source, page in TOP.items():
        text = (ROOT / source).read_text("utf-8").replace("](docs/screenshots", "](screenshots")
        files.append(File.generated(config, page, content=_linked(text, Path())))
    for package in PACKAGES:
        files.append(File.generated(config, f"reference/{package}.md", content=_reference(package)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Links from files of docs/ lead to pages, too."""
    return markdown if page.file.generated_by else _linked(markdown, Path("docs", page.file.src_uri).parent)


def _linked(text: str, folder: Path) -> str:
    """The text of a file of a folder, with links to pages; of a file that is no page only its name remains."""

    def replace(found: re.Match[str]) -> str:
        label, link, anchor = found[1], found[2], found[3] or ""
        if "://" in link:
            return found[0]
        path = posixpath.normpath((folder / link).as_posix())
        if path in TOP:
            link = posixpath.relpath(TOP[path], folder.relative_to("docs") if folder.parts else ".")
        elif path == "docs/decisions":
            link = "decisions/0001-openvino-by-default.md"
        elif path.startswith("docs/"):
            link = posixpath.relpath(path, folder if folder.parts else "docs")
        else:
            return label if "`" in label else f"`{path}`"
        return f"[{label}]({link}{anchor})"

    return _LINK.sub(replace, text)


def _reference(package: str) -> str:
    """One page for a package: each public module that defines something."""
    folder = ROOT / "engine" / package
    modules = sorted(folder.rglob("*.py"))
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in modules]
    return f"# engine.{package}\n\n" + "\n".join(f"::: {name}\n" for name in names)
