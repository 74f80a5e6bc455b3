"""Pages of the site that are not files below docs/: the project's own files at the top, and the API reference."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

ROOT = Path(__file__).resolve().parents[2]
TOP = {
    "README.md": "index.md",
    "ARCHITECTURE.md": "architecture.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
}
"""Files at the top, and the pages that they become."""
PACKAGES = (
    "core",
    "media",
    "transform",
    "sources",
    "segmentation",
    "matte",
    "compositor",
    "outputs",
    "pipeline",
    "platform",
)

_LINK = re.compile(r"(\]\()([^)#\s]+)")


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
        text = _LINK.sub(lambda found: found[1] + _target(found[2]), (ROOT / source).read_text("utf-8"))
        files.append(File.generated(config, page, content=text))
    for package in PACKAGES:
        files.append(File.generated(config, f"reference/{package}.md", content=_reference(package)))
    return files


def on_page_markdown(markdown: str, page: object, **_: object) -> str:
    """Links from docs/ to the project's own files lead to their pages."""
    return re.sub(r"\]\((?:\.\./)+([A-Z]+\.md)", lambda found: f"]({TOP.get(found[1], found[1])}", markdown)


def _target(link: str) -> str:
    if "://" in link:
        return link
    path = TOP.get(link) or posixpath.relpath(link, "docs")
    return "decisions/0001-openvino-by-default.md" if path == "decisions" else path


def _reference(package: str) -> str:
    """One page for a package: each public module that defines something."""
    folder = ROOT / "engine" / package
    modules = sorted(folder.rglob("*.py"))
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in modules]
    return f"# engine.{package}\n\n" + "\n".join(f"::: {name}\n" for name in names)
