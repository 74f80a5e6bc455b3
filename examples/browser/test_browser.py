"""The page's masks, in headless Chromium, are the engine's."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import av
import cv2
import numpy as np
import pytest

from engine.platform.paths import assets_dir
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import find_model

HERE = Path(__file__).resolve().parent
FRAMES = (0, 60, 120, 180, 240)
TOLERANCE = 1e-3
TIMEOUT_S = 120


class Handler(SimpleHTTPRequestHandler):
    """Serves the example and the test's files; keeps what the page posts."""

    results: ClassVar[dict[str, bytes]] = {}
    finished = threading.Event()

    def translate_path(self, path: str) -> str:
        """The page from the example, what the test made from its folder."""
        name = path.partition("?")[0].lstrip("/")
        own = HERE / name
        return str(own) if own.is_file() else str(Path(self.directory) / name)

    def do_POST(self) -> None:
        """Takes a mask."""
        name = self.path.rpartition("/")[2]
        self.results[name] = self.rfile.read(int(self.headers["Content-Length"]))
        if name in ("done", "failed"):
            self.finished.set()
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Stays silent."""


def small_frames() -> dict[str, np.ndarray]:
    """Frames of the demo clip as uint8 [144, 256, 3] BGR, by file name."""
    with av.open(str(assets_dir() / "demo" / "demo.mp4")) as clip:
        frames = [frame.to_ndarray(format="bgr24") for frame in clip.decode(video=0)]
    return {f"{i}.png": cv2.resize(frames[i], (256, 144), interpolation=cv2.INTER_AREA) for i in FRAMES}


def test_masks_are_those_of_the_engine(tmp_path: Path) -> None:
    """Runs test.html and compares what it posts."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no Chromium is installed")
    subprocess.run([sys.executable, "-m", "examples.browser.make_model", tmp_path / "model.onnx"], check=True)
    frames = small_frames()
    for name, bgr in frames.items():
        cv2.imwrite(str(tmp_path / name), bgr)
    (tmp_path / "frames.json").write_text(json.dumps(list(frames)))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    address = f"http://127.0.0.1:{server.server_port}/test.html"
    running = subprocess.Popen([browser, *options, address], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert Handler.finished.wait(TIMEOUT_S), "the page did not finish"
    finally:
        running.terminate()
        running.wait(10)
        server.shutdown()
        server.server_close()
    assert "failed" not in Handler.results, Handler.results["failed"]
    predictor = load_predictor(find_model("cyclorama-lite"), "openvino", "f32")
    for name, bgr in frames.items():
        ours = predictor.predict(bgr)
        theirs = np.frombuffer(Handler.results[name], np.float32).reshape(ours.shape)
        assert ours.max() > 0.9
        assert ours.min() < 0.1
        assert np.abs(ours - theirs).max() < TOLERANCE, name
    predictor.close()
