"""A real HTTP server with the faults that real ones have."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class Page:
    """What lies at a path, and how it is served.

    Attributes:
        body: Its bytes.
        status: What is answered to the first `faults` requests.
        faults: How many requests go wrong.
        cut_after: Bytes after which a faulty answer with status 200 breaks off.
        etag: Names the version.
        redirect: Answered with 302 to this path or address.
        pause_s: Slept before each small piece.
    """

    body: bytes = b""
    status: int = 200
    faults: int = 0
    cut_after: int | None = None
    etag: str = '"1"'
    redirect: str = ""
    pause_s: float = 0
    ranges: list[str] = field(default_factory=list)


class Server:
    """Serves `pages`; `requests` lists the paths that were asked for.

    Args:
        certificate: PEM file with a key; encrypts with it.
    """

    def __init__(self, certificate: Path | None = None) -> None:
        self.pages: dict[str, Page] = {}
        self.requests: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer.requests.append(self.path)
                outer.answer(self)

            def log_message(self, *args: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.http.socket = context.wrap_socket(self.http.socket, server_side=True)
        self.url = f"{'https' if certificate else 'http'}://127.0.0.1:{self.http.server_port}/"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        page = self.pages.get(handler.path.lstrip("/"))
        if page is None:
            handler.send_error(404)
            return
        if page.redirect:
            handler.send_response(302)
            handler.send_header("Location", page.redirect)
            handler.send_header("Connection", "close")
            handler.send_header("Content-Length", "0")
            handler.end_headers()
            return
        faulty = page.faults > 0
        page.faults -= faulty
        if faulty and page.status != 200:
            handler.send_error(page.status)
            return
        start = 0
        asked = handler.headers.get("Range", "")
        page.ranges.append(asked)
        if asked and handler.headers.get("If-Range") == page.etag:
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            if start >= len(page.body):
                handler.send_error(416)
                return
            handler.send_response(206)
            handler.send_header("Content-Range", f"bytes {start}-{len(page.body) - 1}/{len(page.body)}")
        else:
            handler.send_response(200)
        handler.send_header("Content-Length", str(len(page.body) - start))
        handler.send_header("ETag", page.etag)
        handler.send_header("Connection", "close")
        handler.end_headers()
        body = page.body[start:]
        if faulty and page.cut_after is not None:
            body = body[: page.cut_after]
        try:
            if page.pause_s:
                for i in range(len(body)):
                    handler.wfile.write(body[i : i + 1])
                    time.sleep(page.pause_s)
            else:
                handler.wfile.write(body)
        except OSError:
            pass  # the client had enough


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Server]:
    server = Server(certificate)
    thread = threading.Thread(target=server.http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.http.shutdown()
        server.http.server_close()
        thread.join()
