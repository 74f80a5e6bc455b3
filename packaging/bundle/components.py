"""Writes what a Linux bundle consists of: LICENCES.txt with every licence's text, and a CycloneDX bill of materials.

usage: components.py FOLDER CACHE - the bundle's folder, and a folder for Debian packages whose copyright files are read
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import sysconfig
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vendored import ALSO, FOLDERS, TEXTS_FROM_SYSTEM, VENDORED, WHEEL_LICENCES

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from engine import __version__  # noqa: E402

TOOLS = {
    "altgraph",
    "argparse-manpage",
    "shtab",
    "packaging",
    "pyinstaller-hooks-contrib",
    "setuptools",
    "openvino-telemetry",
}
"""Distributions in the environment of the bundle that are not in the bundle."""

WHOLE = """Cyclorama {version}: licences of the bundle

Cyclorama itself is under the Apache License 2.0. The bundle also contains FFmpeg and x264, so that as a whole it may be
passed on under the GNU General Public License, version 3 or later, with the source of these components. pyvirtualcam is
under the GNU General Public License, version 2; its authors do not say whether later versions may be used.

"""


@dataclass(frozen=True, slots=True)
class Component:
    """One part of the bundle.

    Attributes:
        name: As its makers call it.
        version: Empty if unknown.
        licence: An SPDX expression.
        purl: A package URL; empty where there is none.
        text: The licence's text.
    """

    name: str
    version: str
    licence: str
    purl: str
    text: str


def main() -> int:
    """Writes both files into the bundle."""
    folder, cache = Path(sys.argv[1]), Path(sys.argv[2])
    cache.mkdir(parents=True, exist_ok=True)
    components = sorted(
        {*python_itself(), *wheels(), *vendored(folder, cache), *system_libraries(folder, cache)}, key=key
    )
    (folder / "LICENCES.txt").write_text(licences(components), "utf-8")
    (folder / "cyclorama.cdx.json").write_text(json.dumps(bill_of_materials(components), indent=1) + "\n", "utf-8")
    return 0


def key(component: Component) -> tuple[str, str]:
    """Sorts by name."""
    return component.name.lower(), component.version


def python_itself() -> Iterator[Component]:
    """The interpreter and the program that starts it."""
    version = platform.python_version()
    yield Component("Python", version, "PSF-2.0", f"pkg:generic/python@{version}", python_licence())
    tool = importlib.metadata.distribution("pyinstaller")
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    yield Component(
        "PyInstaller bootloader", tool.version, licence, f"pkg:pypi/pyinstaller@{tool.version}", texts_of(tool)
    )


def python_licence() -> str:
    """The licence of the interpreter: beside the standard library, or where Debian has it."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    found = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(f"/usr/share/doc/{version}/copyright"))
    return next(path for path in found if path.is_file()).read_text("utf-8")


def wheels() -> Iterator[Component]:
    """The Python packages."""
    for distribution in importlib.metadata.distributions():
        name = distribution.metadata["Name"]
        if name.lower() in TOOLS or name.lower() == "pyinstaller":
            continue
        licence = WHEEL_LICENCES.get(name.lower()) or named_licence(distribution)
        text = texts_of(distribution) or system_text(licence)
        if not licence or not text:
            raise SystemExit(f"components: which licence does {name} have, and where is its text?")
        purl = f"pkg:pypi/{name.lower()}@{distribution.version}"
        yield Component(name, distribution.version, licence, purl, text)


def named_licence(distribution: importlib.metadata.Distribution) -> str:
    """The licence that a Python package's metadata names; empty if none."""
    metadata = distribution.metadata
    free = metadata["License"] or ""
    classified = [
        line.rpartition(" :: ")[2] for line in metadata.get_all("Classifier", []) if line.startswith("License")
    ]
    return metadata["License-Expression"] or (free if "\n" not in free else "") or ", ".join(classified)


def texts_of(distribution: importlib.metadata.Distribution) -> str:
    """The licence files of a Python package, one after the other."""
    words = ("licen", "copying", "notice", "authors", "third-party")
    files = [
        file
        for file in distribution.files or ()
        if any(word in file.name.lower() for word in words) and file.suffix in ("", ".txt", ".md", ".rst")
    ]
    return "\n".join(Path(str(file.locate())).read_text("utf-8", "replace") for file in sorted(files))


def system_text(licence: str) -> str:
    """A well-known licence, from the files that every Debian system has."""
    names = [name for start, name in TEXTS_FROM_SYSTEM.items() if start in licence]
    return "\n".join(Path(f"/usr/share/common-licenses/{name}").read_text("utf-8") for name in names)


def vendored(folder: Path, cache: Path) -> Iterator[Component]:
    """The libraries that the builders of wheels put into them."""
    libraries = folder / "_internal"
    files = [path for name in FOLDERS for path in (libraries / name).iterdir()]
    files += [path for stem in ALSO for path in libraries.rglob(f"{stem}.so*")]
    for path in files:
        if path.is_symlink():
            continue
        stem, _, version = path.name.partition(".so")
        known = next(
            (VENDORED[name] for name in (stem, stem.rpartition("-")[0], stem.split("-")[0]) if name in VENDORED), None
        )
        if known is None:
            raise SystemExit(
                f"components: which licence does {path.name} have? packaging/bundle/vendored.py does not tell"
            )
        name, licence, package = known
        text = debian_copyright(package, cache) if package else (ROOT / "LICENSE").read_text("utf-8")
        yield Component(name, "" if name in ("FFmpeg", "libwebp", "Nettle") else version.strip("."), licence, "", text)


def system_libraries(folder: Path, cache: Path) -> Iterator[Component]:
    """The libraries that were taken from the building system."""
    for path in sorted((folder / "_internal").glob("lib*.so*")):
        if path.is_symlink() or path.name.startswith("libpython"):
            continue
        owner = subprocess.run(["dpkg", "-S", f"*/{path.name}"], capture_output=True, text=True, check=True).stdout
        package = owner.splitlines()[0].split(":")[0].split(",")[0]
        asked = ["dpkg-query", "-W", "-f", "${Version}", f"{package}:{debian_architecture()}"]
        version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        text = debian_copyright(package, cache)
        yield Component(package, version, "LicenseRef-Debian-copyright", f"pkg:deb/debian/{package}@{version}", text)


def debian_architecture() -> str:
    """Such as `amd64`."""
    return subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()


def debian_copyright(package: str, cache: Path) -> str:
    """A Debian package's copyright file; downloaded unless it is installed."""
    path = Path("/usr/share/doc") / package / "copyright"
    if not path.is_file():
        if not (cache / package).is_dir():
            subprocess.run(["apt-get", "download", "-qq", package], cwd=cache, check=True, stderr=subprocess.DEVNULL)
            (archive,) = cache.glob(f"{package}_*.deb")
            subprocess.run(["dpkg-deb", "-x", str(archive), str(cache / package)], check=True)
        path = cache / package / "usr" / "share" / "doc" / package / "copyright"
    return path.read_text("utf-8", "replace")


def licences(components: list[Component]) -> str:
    """LICENCES.txt: a table of what there is, then the texts, each once."""
    wide = max(len(f"{component.name} {component.version}") for component in components)
    lines = [f"{f'{component.name} {component.version}':{wide}}  {component.licence}" for component in components]
    parts = [WHOLE.format(version=__version__), "\n".join(lines)]
    written: dict[str, str] = {}
    for component in components:
        if component.text not in written:
            title = f"{component.name} {component.version}".strip()
            written[component.text] = title
            parts.append(f"{'=' * 100}\n{title}\n{'=' * 100}\n{component.text.strip()}")
        else:
            parts.append(f"{'=' * 100}\n{component.name} {component.version}: as {written[component.text]}")
    common = [path for path in sorted(Path("/usr/share/common-licenses").iterdir()) if not path.is_symlink()]
    parts += [f"{'=' * 100}\n{path.name}\n{'=' * 100}\n{path.read_text('utf-8').strip()}" for path in common]
    parts.append(f"{'=' * 100}\nCyclorama\n{'=' * 100}\n{(ROOT / 'LICENSE').read_text('utf-8').strip()}")
    return "\n\n".join(parts) + "\n"


def bill_of_materials(components: list[Component]) -> dict[str, object]:
    """CycloneDX 1.6; the same for the same components and SOURCE_DATE_EPOCH."""
    listed = [
        {
            "type": "library",
            "bom-ref": component.purl or f"{component.name}@{component.version}",
            "name": component.name,
            **({"version": component.version} if component.version else {}),
            "licenses": [licence_entry(component.licence)],
            **({"purl": component.purl} if component.purl else {}),
        }
        for component in components
    ]
    made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    digest = hashlib.sha256(json.dumps(listed).encode()).hexdigest()
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digest)}",
        "version": 1,
        "metadata": {
            "timestamp": made.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": "cyclorama",
                "name": "cyclorama",
                "version": __version__,
                "licenses": [{"expression": "Apache-2.0"}],
            },
        },
        "components": listed,
    }


def licence_entry(licence: str) -> dict[str, object]:
    """An SPDX expression, or a licence's free name."""
    plain = {"AND", "OR", "WITH", "MIT", "ICU", "0BSD", "Zlib", "libtiff", "IJG", "FTL"}
    if all(word in plain or "-" in word for word in licence.replace("(", "").replace(")", "").split()):
        return {"expression": licence}
    return {"license": {"name": licence}}


if __name__ == "__main__":
    sys.exit(main())
