"""Sends a coded picture to the virtual camera and reads it back, as a meeting program would."""

from __future__ import annotations

import secrets
import sys
import threading
import time
from typing import Any

import cv2

from engine.core.errors import OutputError
from engine.core.frame import Image
from engine.doctor.check import Check, State
from engine.doctor.coded_picture import CODE_BITS, decode, encode
from engine.doctor.loopback_commands import RELOAD
from engine.outputs.virtual_camera.camera import PIPEWIRE, VirtualCamera
from engine.privacy import own_picture

SIZE = (640, 480)
FPS = 30
READ_BACK_S = 8.0
_TITLE = "Test picture"


def self_test(target: str = "") -> Check:
    """Publishes for a moment and says whether a reader got the picture.

    Args:
        target: As of `VirtualCamera`.
    """
    # under a name of its own, so that no other Cyclorama is read
    camera = VirtualCamera(target, pipewire_name=f"Cyclorama self-test {secrets.token_hex(4)}")
    code = secrets.randbits(CODE_BITS)
    try:
        camera.open(SIZE, FPS)
        stop = threading.Event()
        failure: list[OutputError] = []
        sender = threading.Thread(
            target=_send, args=(camera, encode(code, SIZE), stop, failure), name="cyclorama-self-test"
        )
        sender.start()
        try:
            received = _read_back(camera, code)
        finally:
            stop.set()
            sender.join()
        if failure:
            raise failure[0]
    except OutputError as error:
        fields: dict[str, Any] = {**error.fields, "problem": error}
        message = "no picture could be sent: {problem}"
        return Check(_TITLE, State.PROBLEM, message, error.hint_template, code="self-test-not-sent", **fields)
    finally:
        camera.close()
    name = camera.name
    if received is None:
        message = "{name} opens; choose it in a meeting program to see the picture"
        return Check(_TITLE, State.OK, message, code="self-test-sent", name=name)
    if received:
        return Check(_TITLE, State.OK, "{name} shows the picture that was sent", code="self-test-passed", name=name)
    pipewire = camera.kind == PIPEWIRE
    return Check(
        _TITLE,
        State.PROBLEM,
        "{name} does not show the picture that was sent",
        "restart PipeWire" if pipewire else "close every program that uses it, then load the driver again",
        code="self-test-failed",
        command="systemctl --user restart pipewire wireplumber" if pipewire else RELOAD,
        name=name,
    )


def _send(camera: VirtualCamera, image: Image, stop: threading.Event, failure: list[OutputError]) -> None:
    try:
        while not stop.wait(1 / FPS):
            camera.send(own_picture(image))
    except OutputError as error:
        failure.append(error)


def _read_back(camera: VirtualCamera, code: int) -> bool | None:
    """Whether a reader receives the number; None where no reader of ours is for such a camera."""
    if camera.kind == PIPEWIRE:
        return _read_pipewire(camera, code)
    return _read_device(camera.device, code) if camera.device.startswith("/dev/") else None


def _read_pipewire(camera: VirtualCamera, code: int) -> bool:
    from engine.doctor.pipewire_reader import PipeWireReader

    try:
        reader = PipeWireReader(camera.device, camera.size, FPS)
    except RuntimeError:
        return False
    deadline_s = time.monotonic() + READ_BACK_S
    try:
        while time.monotonic() < deadline_s:
            time.sleep(1 / FPS)
            luma = reader.newest_luma
            if luma is not None and decode(luma) == code:
                return True
        return False
    finally:
        reader.close()


def _read_device(path: str, code: int) -> bool:
    time.sleep(3 / FPS)  # an exclusive_caps device can be captured once something was written
    capture = cv2.VideoCapture(path, cv2.CAP_V4L2 if sys.platform == "linux" else cv2.CAP_ANY)
    deadline_s = time.monotonic() + READ_BACK_S
    try:
        while capture.isOpened() and time.monotonic() < deadline_s:
            ok, frame = capture.read()
            if ok and decode(cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY)) == code:  # type: ignore[arg-type]
                return True
        return False
    finally:
        capture.release()
