"""`devices`: the cameras and virtual cameras that are there."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from engine.outputs.virtual_camera.pipewire import pipewire_is_running
from engine.platform.invocation import PROGRAM
from engine.sources.camera_devices import CameraInfo, list_cameras


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command line."""
    parser.add_argument("--json", action="store_true", help="for programs")


def run(args: argparse.Namespace) -> int:
    """Lists what is there; finding nothing is no failure."""
    cameras = [_camera(camera) for camera in list_cameras() if not camera.virtual]
    virtual = _virtual_cameras()
    if args.json:
        print(json.dumps({"cameras": cameras, "virtual_cameras": virtual}, indent=2))
        return 0
    print("Cameras (run --source camera:ID):" if cameras else "No camera connected; try --source demo.")
    for camera in cameras:
        print(f"  {camera['name']}  [{camera['id']}]")
        for text in camera["formats"]:
            print(f"    {text}")
    print(
        "Virtual cameras (run --sink virtual:NAME):"
        if virtual
        else f"No virtual camera is there; `{PROGRAM} doctor` helps."
    )
    for name in virtual:
        print(f"  {name}")
    return 0


def _camera(camera: CameraInfo) -> dict[str, Any]:
    formats = [f"{f.fourcc} {f.size[0]}x{f.size[1]} at {f.fps:g}/s" for f in camera.formats]
    return {"id": camera.id, "name": camera.name, "address": camera.address, "formats": formats}


def _virtual_cameras() -> list[str]:
    found = []
    if sys.platform == "linux":
        from engine.outputs.virtual_camera.loopback import find_loopbacks

        found += [f"{path} ({capability.card})" for path, capability in find_loopbacks().items()]
    else:
        found += [camera.name for camera in list_cameras() if camera.virtual]
    if pipewire_is_running():
        found.append("pipewire (no kernel module needed)")
    return found
