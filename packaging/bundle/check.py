"""Checks a Linux bundle: its size, that its libraries find each other, and which systems can load it.

usage: check.py FOLDER - prints one line for each fault and ends with status 1 if there is any
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from slim import is_elf, is_loadable

LARGEST_MIB = 450
NEWEST = {"GLIBC": (2, 35), "GLIBCXX": (3, 4, 30), "CXXABI": (1, 3, 13), "GCC": (12, 0, 0)}
"""The newest symbol versions that Ubuntu 22.04's C and C++ libraries define."""

SYSTEM = re.compile(
    r"^(ld-linux-x86-64|libc|libm|libmvec|libdl|librt|libpthread|libutil|libresolv|libstdc\+\+|libgcc_s"
    r"|libEGL|libGL|libGLX|libOpenGL|libX11|libX11-xcb|libxcb|libfontconfig|libfreetype|libdbus-1|libglib-2[.]0|libgthread-2[.]0"
    r"|libwayland-(client|cursor|egl)|libdrm|libgbm|libvulkan|libOpenCL|libz)[.]so"
)
"""Libraries that the system brings: on every desktop, or named by the .deb."""

WANTED = (
    "libopenvino_intel_gpu_plugin.so",
    "libopenvino_intel_cpu_plugin.so",
    "libopenvino_paddle_frontend.so*",
    "libqxcb.so",
)
UNWANTED = ("libpaddle*", "paddle", "torch", "libQt6Qml*", "libgtk*")


def faults(folder: Path) -> Iterator[str]:
    """One line for each thing that is wrong."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    size_mib = sum(path.stat().st_size for path in files) / 2**20
    print(f"{size_mib:.0f} MiB in {len(files)} files")
    if size_mib > LARGEST_MIB:
        yield f"{size_mib:.0f} MiB are more than {LARGEST_MIB}"
    yield from (f"{pattern} is missing" for pattern in WANTED if not any(folder.rglob(pattern)))
    yield from (f"{path} is not needed" for pattern in UNWANTED for path in folder.rglob(pattern))
    yield from (f"{path} leads nowhere" for path in folder.rglob("*") if path.is_symlink() and not path.exists())
    building = str(Path(__file__).resolve().parents[2]).encode()
    yield from (f"{path} names the building folder" for path in files if building in path.read_bytes())
    libraries = [path for path in files if is_elf(path)]
    present = {path.name for path in libraries} | {path.name for path in folder.rglob("*.so*")}
    newest: dict[str, tuple[int, ...]] = {}
    for library in libraries:
        if not is_loadable(library):
            yield f"{library} has a segment that no loader maps"
        text = subprocess.run(["readelf", "-dVW", str(library)], capture_output=True, text=True, check=True).stdout
        for name in re.findall(r"\(NEEDED\).*\[(.+)\]", text):
            if name not in present and not SYSTEM.match(name):
                yield f"{library} needs {name}, which is missing"
        required = text.partition("Version needs section")[2]
        for family, numbers in re.findall(r"Name: (GLIBC|GLIBCXX|CXXABI|GCC)_(\d[\d.]*)", required):
            version = tuple(map(int, numbers.split(".")))
            newest[family] = max(newest.get(family, ()), version)
            if version > NEWEST[family]:
                yield f"{library} needs {family}_{numbers}"
    print("newest symbols:", ", ".join(f"{family}_{'.'.join(map(str, v))}" for family, v in sorted(newest.items())))


def main() -> int:
    """Returns 1 if anything is wrong."""
    found = list(faults(Path(sys.argv[1])))
    print(*(f"bundle: {line}" for line in found), sep="\n", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
