"""Programs at both ends of the app for the soak test: a camera that shows the time, and a reader that records it."""

from __future__ import annotations

import os
import time
from multiprocessing.synchronize import Event

import cv2

from benchmarks.clips import FPS, person_clip
from engine.core.frame import U8, Image
from engine.core.settings import Settings
from engine.doctor.coded_picture import decode, encode
from engine.sources.video_file import VideoFileSource
from engine.transform.frame_transform import prepare
from tests.shim.peers import set_output_format

CODE_WIDTH_SHARE = 4
"""The time is shown in the leftmost quarter, where the clip's person is not."""
_CLIP_FRAMES = 60
_CLOCK_MS = 2**32


def film(path: str, size: tuple[int, int], ready: Event, stop: Event) -> None:
    """Feeds a device with a person beside the time in milliseconds, as a camera would.

    Args:
        path: /dev/videoN.
        size: (width, height) in pixels.
        ready: Set once the first frame is written.
        stop: Ends it.
    """
    frames = _person(size)
    code_size = size[0] // CODE_WIDTH_SHARE, size[1]
    descriptor = os.open(path, os.O_WRONLY)
    set_output_format(descriptor, "YU12", size)
    due_s, count = time.monotonic(), 0
    while not stop.wait(max(0.0, due_s - time.monotonic())):
        image = frames[count % len(frames)]
        stamp = encode(int(time.monotonic() * 1000) % _CLOCK_MS, code_size)
        for plane, coded in zip(image.planes, stamp.planes, strict=True):
            plane[:, : coded.shape[1]] = coded
        os.write(descriptor, image.i420_buffer())  # type: ignore[arg-type]  # NumPy 2 on Python 3.11 types no Buffer
        ready.set()
        count += 1
        due_s += 1 / FPS
    os.close(descriptor)


def watch(path: str, stop: Event) -> list[tuple[float, float]]:
    """Reads a device until told to stop.

    Returns:
        For each frame received: `time.monotonic()`, and how old the time in it was in milliseconds; NaN where it
        shows none.
    """
    seen = []
    capture = cv2.VideoCapture(path, cv2.CAP_V4L2)
    capture.set(cv2.CAP_PROP_CONVERT_RGB, 0)
    height = int(capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
    while not stop.is_set():
        ok, buffer = capture.read()
        if not ok:
            continue
        now_s = time.monotonic()
        luma: U8 = buffer.reshape(height * 3 // 2, -1)[:height]  # type: ignore[assignment]
        code = decode(luma[:, : luma.shape[1] // CODE_WIDTH_SHARE])
        age_ms = float("nan") if code is None else float((int(now_s * 1000) - code) % _CLOCK_MS)
        seen.append((now_s, age_ms))
    capture.release()
    return seen


def _person(size: tuple[int, int]) -> list[Image]:
    """The clip's first frames, there and back."""
    source = VideoFileSource(person_clip(), paced=False, loop=True)
    source.open()
    frames = []
    for _ in range(_CLIP_FRAMES):
        frame = source.read()
        assert frame
        image = prepare(frame.image, size, Settings())
        own = Image.empty(image)
        for plane, into in zip(image.planes, own.planes, strict=True):
            into[:] = plane
        frames.append(own)
    source.close()
    return frames + frames[::-1]
