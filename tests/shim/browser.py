"""Browsers as the meeting program that reads the virtual camera: QtWebEngine, which is Chromium, and installed ones."""

from __future__ import annotations

import http.server
import json
import os
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parent / "meeting.html"
FLAGS = "--no-sandbox --disable-gpu --use-fake-ui-for-media-stream"


def meet(label: str, frames: int, timeout_s: float) -> dict[str, Any]:
    """What `meeting.html` reports in QtWebEngine; `missing` where that can't be loaded. Wants a process of its own."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_CHROMIUM_FLAGS": FLAGS}
    try:
        from PySide6.QtCore import QTimer, QUrl, QUrlQuery
        from PySide6.QtWebEngineCore import QWebEnginePage
        from PySide6.QtWebEngineWidgets import QWebEngineView
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        return {"missing": str(error)}

    app = QApplication(["meeting", "--no-sandbox"])
    reports: list[str] = []

    def note(title: str) -> None:
        if title.startswith("{"):
            reports.append(title)
            app.quit()

    page = QWebEnginePage()
    page.permissionRequested.connect(lambda permission: permission.grant())
    page.titleChanged.connect(note)
    view = QWebEngineView()
    view.setPage(page)
    view.resize(320, 240)
    view.show()
    # cameras are for secure contexts, which localhost is and a file is not
    url, query = QUrl("http://localhost/"), QUrlQuery()
    query.addQueryItem("label", label)
    query.addQueryItem("frames", str(frames))
    url.setQuery(query)
    page.setHtml(PAGE.read_text(), url)
    QTimer.singleShot(int(timeout_s * 1000), app.quit)
    app.exec()
    view.setPage(None)
    page.deleteLater()
    app.processEvents()
    return json.loads(reports[0]) if reports else {"error": f"no report within {timeout_s} s"}


CHROMIUM = ["chromium", "--headless=new", *FLAGS.split(), "--no-first-run", "--disable-dev-shm-usage"]
FIREFOX = ["firefox-esr", "--headless", "--no-remote"]
FIREFOX_SETTINGS = {
    "media.navigator.permission.disabled": True,
    "media.webrtc.camera.allow-pipewire": False,
    "app.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "security.sandbox.content.level": 0,
}


def meet_in(program: str, label: str, frames: int, timeout_s: float, profile: Path) -> dict[str, Any]:
    """What `meeting.html` in an installed browser reports.

    Args:
        program: `chromium` or `firefox-esr`.
        label: Part of the camera's name.
        frames: So many are looked at.
        timeout_s: How long to wait for the report.
        profile: An empty folder for the browser.
    """
    reports: queue.Queue[str] = queue.Queue()

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(PAGE.read_bytes())

        def do_POST(self) -> None:
            reports.put(self.rfile.read(int(self.headers["content-length"])).decode())
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    settings = "".join(f"user_pref({json.dumps(key)}, {json.dumps(on)});\n" for key, on in FIREFOX_SETTINGS.items())
    (profile / "user.js").write_text(settings)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://localhost:{server.server_port}/?label={label}&frames={frames}"
        if program == "chromium":
            command = [*CHROMIUM, f"--user-data-dir={profile}", url]
        else:
            command = [*FIREFOX, "--profile", str(profile), url]
        browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            return json.loads(reports.get(timeout=timeout_s))
        except queue.Empty:
            return {"error": f"no report within {timeout_s} s"}
        finally:
            browser.kill()
            browser.wait()
            server.shutdown()
