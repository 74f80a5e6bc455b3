"""Compiles the native kernels into engine/kernels, where the app, the wheel and the bundle find them.

    python packaging/build_kernels.py [--compiler CC]

GCC or Clang is needed: $CC, cc, gcc or clang; on Windows gcc or clang of MinGW or LLVM. Without one it says so in one
line and ends with 0: everything runs without the kernels, only slower. The libraries depend on no Python, so that one
wheel serves all of its versions.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from engine.kernels.library import AVX2, BASELINE, SOURCE, library_path, source_digest  # noqa: E402

FLAGS = [
    *("-std=c11", "-O3", "-shared", "-fPIC", "-fvisibility=hidden", "-Wall", "-Wextra", "-Werror=implicit"),
    # Sums may be fused, and no code asks for a floating-point trap or errno: this is what lets loops become SIMD.
    *("-ffp-contract=fast", "-fno-math-errno", "-fno-trapping-math"),
]
VARIANTS = {BASELINE: [], AVX2: ["-mavx2", "-mfma"]}


def find_compiler(wanted: str = "") -> str | None:
    """The path of a C compiler; None if there is none."""
    names = [wanted] if wanted else [os.environ.get("CC", ""), "cc", "gcc", "clang"]
    return next((path for name in names if name and (path := shutil.which(name))), None)


def build(compiler: str) -> list[Path]:
    """Compiles what this processor's family can run.

    Returns:
        The libraries.

    Raises:
        SystemExit: The compiler failed.
    """
    is_x86 = platform.machine().lower() in ("x86_64", "amd64")
    sources = [str(path) for path in sorted(SOURCE.glob("*.c"))]
    built = []
    for name, flags in VARIANTS.items():
        if name != BASELINE and not is_x86:
            continue
        target = library_path(name)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            made = Path(folder) / target.name
            command = [compiler, *FLAGS, *flags, f'-DKERNELS_DIGEST="{source_digest()}"', *sources, "-o", str(made)]
            done = subprocess.run([*command, "-lm"], capture_output=True, text=True, check=False)
            if done.returncode:
                raise SystemExit(f"build_kernels: {compiler} failed:\n{done.stderr}")
            made.replace(target)  # whole or not at all: a running program keeps the old one
        built.append(target)
    return built


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--compiler", default="", help="C compiler to use")
    args = parser.parse_args()
    compiler = find_compiler(args.compiler)
    if compiler is None:
        print(
            "no C compiler is here: the slower path in NumPy runs (install gcc, then `make kernels`)", file=sys.stderr
        )
        return 0
    build(compiler)
    return 0


if __name__ == "__main__":
    sys.exit(main())
