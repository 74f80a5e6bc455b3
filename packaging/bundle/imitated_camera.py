"""Imitates a v4l2loopback device for a program in another root folder, until standard input ends.

usage: imitated_camera.py FOLDER - prints bwrap's options that show the device and its path, both on one line
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.shim.device import Shim, build


def main() -> int:
    """Plugs the device in, waits, and says whether it got pictures."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    library = build(folder)
    shim = Shim(library, folder)
    device = shim.plug(card="Cyclorama")
    state = folder / f"video{device.number}"
    before = state.read_bytes()
    node = folder / "node"
    node.touch()
    options = ["--bind", str(folder), "/camera", "--bind", str(node), device.path]
    options += ["--setenv", "LD_PRELOAD", f"/camera/{library.name}", "--setenv", "VCAMSHIM_DIR", "/camera"]
    print(device.path, *options, flush=True)
    sys.stdin.read()
    received = state.read_bytes() != before
    shim.close()
    print("the imitated camera received pictures" if received else "the imitated camera received nothing")
    return 0 if received else 1


if __name__ == "__main__":
    sys.exit(main())
