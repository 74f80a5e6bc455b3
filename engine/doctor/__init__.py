"""The doctor: what the virtual camera depends on, what is wrong with it, and what to run to fix it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator

from engine import kernels
from engine.doctor.check import Check, State
from engine.platform.invocation import PROGRAM
from engine.sources.camera_devices import list_cameras

__all__ = ["Check", "State", "add_arguments", "run", "run_doctor"]

_SIGNS = {State.OK: "ok     ", State.NOTE: "note   ", State.WARNING: "warning", State.PROBLEM: "PROBLEM"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command line."""
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--no-self-test", action="store_true", help="send no picture to the virtual camera")
    parser.add_argument("--virtual-camera", default="", metavar="NAME", help="the one to test, if not the first")


def run(args: argparse.Namespace) -> int:
    """Prints every finding; 0 if there is no problem among them."""
    healthy = True
    checks = []
    for check in run_doctor(args.virtual_camera, self_test=not args.no_self_test):
        healthy = healthy and check.state is not State.PROBLEM
        checks.append(check.to_plain())
        if not args.json:
            print(f"{_SIGNS[check.state]}  {check.title}: {check.message}", flush=True)
            if advice := ": ".join(filter(None, (check.fix, check.command))):
                print(f"{'':9}-> {advice}", flush=True)
    if args.json:
        print(json.dumps({"healthy": healthy, "checks": checks}, indent=2))
    return 0 if healthy else 1


def run_doctor(virtual_camera: str = "", *, self_test: bool = True) -> Iterator[Check]:
    """Every finding, as it is made.

    Args:
        virtual_camera: The one to test, as of `VirtualCamera`; empty for the best that is here.
        self_test: Whether to send a picture to it and read that back.
    """
    if sys.platform == "linux":
        from engine.doctor.linux import linux_checks

        yield from linux_checks()
    else:
        from engine.doctor.desktop import macos_checks, windows_checks

        yield from macos_checks() if sys.platform == "darwin" else windows_checks()
    yield _kernels()
    yield from _cameras()
    if self_test:
        from engine.doctor.self_test import self_test as send_and_read_back

        yield send_and_read_back(virtual_camera)


def _kernels() -> Check:
    variant = kernels.variant()
    if variant != kernels.REFERENCE:
        return Check("Native kernels", State.OK, "{variant} is in use", code="kernels", variant=variant)
    return Check(
        "Native kernels",
        State.NOTE,
        "Not compiled for this computer. Everything works, more slowly.",
        "compile them with GCC or Clang",
        code="no-kernels",
        command="make kernels",
    )


def _cameras() -> Iterator[Check]:
    cameras = [camera for camera in list_cameras() if not camera.virtual]
    if not cameras:
        yield Check(
            "Camera",
            State.WARNING,
            "no camera was found",
            "connect a camera, or try the demo clip",
            code="no-camera",
            command=f"{PROGRAM} run --source demo",
        )
    for camera in cameras:
        largest = max((offer.size for offer in camera.formats), default=None)
        if largest is None:
            yield Check("Camera", State.OK, "{name} is connected", code="camera-found", name=camera.name)
            continue
        yield Check(
            "Camera",
            State.OK,
            "{name} is connected: {formats} up to {width} × {height}",
            code="camera-found",
            name=camera.name,
            formats=", ".join(dict.fromkeys(offer.fourcc for offer in camera.formats)),
            width=largest[0],
            height=largest[1],
        )
