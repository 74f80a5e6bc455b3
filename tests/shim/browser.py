"""QtWebEngine, which is Chromium, as the meeting program that reads the virtual camera, in a process of its own."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

FLAGS = "--no-sandbox --disable-gpu --use-fake-ui-for-media-stream"


def meet(label: str, frames: int, timeout_s: float) -> dict[str, Any]:
    """What the page of `meeting.html` reports; `missing` if QtWebEngine can't be loaded here."""
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
    page.setHtml((Path(__file__).parent / "meeting.html").read_text(), url)
    QTimer.singleShot(int(timeout_s * 1000), app.quit)
    app.exec()
    view.setPage(None)
    page.deleteLater()
    app.processEvents()
    return json.loads(reports[0]) if reports else {"error": f"no report within {timeout_s} s"}
