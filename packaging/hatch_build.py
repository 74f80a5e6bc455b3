"""Hatch's build hook for wheel and sdist. packaging/wheel_layout.py says how the wheel is laid out.

An editable installation keeps the repository's names; its `cyclorama.main` only leads to `main`.
"""

from __future__ import annotations

import re
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))
from build_kernels import build, find_compiler
from wheel_layout import COMMIT_FILE, NAME, commit_of, lay_out

_EDITABLE = '"""The program of the checkout."""\n\nfrom main import entry\n\n__all__ = ["entry"]\n'


class NamespaceHook(BuildHookInterface):  # type: ignore[misc]
    """Hatch's `custom` build hook, for wheel and sdist."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Lays the files out in a folder of their own and names that to Hatch."""
        root = Path(self.root)
        self._scratch = tempfile.TemporaryDirectory()
        target = Path(self._scratch.name) / NAME
        target.mkdir()
        commit = commit_of(root)
        if self.target_name == "sdist":
            (target / "commit.txt").write_text(commit, "utf-8")
            build_data["force_include"][str(target / "commit.txt")] = str(COMMIT_FILE)
        elif version == "editable":
            (target / "__init__.py").touch()
            (target / "main.py").write_text(_EDITABLE, "utf-8")
            build_data["force_include_editable"][str(target)] = NAME
        else:
            if compiler := find_compiler():
                libraries = build(compiler)
                build_data["pure_python"] = False
                build_data["tag"] = f"py3-none-{platform_tag(libraries)}"
            lay_out(root, target)
            (target / COMMIT_FILE).write_text(commit, "utf-8")
            build_data["force_include"][str(target)] = NAME

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Removes the folder."""
        self._scratch.cleanup()


def platform_tag(libraries: list[Path]) -> str:
    """The systems that can load the libraries: on Linux every one with the glibc that they need, 2.17 at least."""
    platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    if not platform.startswith("linux_"):
        return platform
    needed = [int(minor) for path in libraries for minor in re.findall(rb"GLIBC_2\.(\d+)", path.read_bytes())]
    return platform.replace("linux", f"manylinux_2_{max([17, *needed])}")
