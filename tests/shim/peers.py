"""Programs at the other end of an imitated device: what feeds a camera, and what reads a virtual one.

They run in processes of their own (`Shim.start`), use the ordinary interfaces, and know nothing of the imitation.
"""

from __future__ import annotations

import fcntl
import hashlib
import itertools
import os
import struct
import time
from multiprocessing.synchronize import Event
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

VIDIOC_S_FMT = 0xC0D05605
BUF_TYPE_VIDEO_OUTPUT = 2


def set_output_format(descriptor: int, fourcc: str, size: tuple[int, int]) -> None:
    """What a writer asks a device for."""
    request = struct.pack("=I4xII4s", BUF_TYPE_VIDEO_OUTPUT, *size, fourcc.encode()).ljust(208, b"\0")
    fcntl.ioctl(descriptor, VIDIOC_S_FMT, request)


def feed(
    path: str, fourcc: str, size: tuple[int, int], frames: list[bytes], fps: float, ready: Event, stop: Event
) -> int:
    """Feeds a device with encoded frames in turn, so that it looks like a camera; returns how many it wrote."""
    descriptor = os.open(path, os.O_WRONLY)
    set_output_format(descriptor, fourcc, size)
    due = time.monotonic()
    for count in itertools.count():
        try:
            os.write(descriptor, frames[count % len(frames)])
        except OSError:
            return count
        ready.set()
        due += 1 / fps
        if stop.wait(max(0.0, due - time.monotonic())):
            os.close(descriptor)
            return count + 1
    raise AssertionError


def read_with_opencv(path: str, count: int) -> list[str]:
    """sha1 of each frame as OpenCV delivers the raw buffers."""
    import cv2

    capture = cv2.VideoCapture(path, cv2.CAP_V4L2)
    capture.set(cv2.CAP_PROP_CONVERT_RGB, 0)
    digests = []
    for _ in range(count):
        ok, frame = capture.read()
        assert ok, "OpenCV read no frame"
        digests.append(hashlib.sha1(frame.tobytes()).hexdigest())
    capture.release()
    return digests


def read_with_pyav(path: str, count: int) -> list[str]:
    """sha1 of each I420 frame as PyAV (FFmpeg's v4l2 input) decodes it."""
    import av

    with av.open(path, format="v4l2") as container:
        frames = itertools.islice(container.decode(video=0), count)
        return [hashlib.sha1(frame.to_ndarray().tobytes()).hexdigest() for frame in frames]


def record(path: str, into: Path, ready: Event, stop: Event) -> int:
    """Appends every I420 frame that a plain reader receives to a raw file, until told to stop; returns their number."""
    import cv2

    count = 0
    with into.open("wb") as file:
        capture = cv2.VideoCapture(path, cv2.CAP_V4L2)
        capture.set(cv2.CAP_PROP_CONVERT_RGB, 0)
        while not stop.is_set():
            ok, frame = capture.read()
            if not ok:  # nothing for ten seconds, or unplugged
                time.sleep(0.1)
                continue
            file.write(frame.tobytes())
            count += 1
            ready.set()
        capture.release()
    return count


def recorded(path: Path, size: tuple[int, int]) -> NDArray[np.uint8]:
    """What `record` wrote, as uint8 [N, H*3/2, W]; without the last frame if it was killed in the middle of that."""
    width, height = size
    frame_bytes = width * height * 3 // 2
    data = np.fromfile(path, np.uint8)
    return data[: data.size // frame_bytes * frame_bytes].reshape(-1, height * 3 // 2, width)
