"""Downloads one file over HTTP with pooch: resumes, reports progress, times out."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, TypeAlias

import pooch
import requests
import urllib3
from requests import exceptions

from engine.core.errors import ModelError
from engine.platform.atomic_files import os_reason

Progress: TypeAlias = Callable[[int, int], None]
"""Called with (bytes downloaded, bytes in all or 0 where unknown); an exception that it raises stops the download."""

CHUNK_BYTES = 1 << 16
TRIES = 4
CONNECT_TIMEOUT_S = 10.0
READ_TIMEOUT_S = 20.0
MIN_BYTES_PER_S = 512
"""Slower than this over `READ_TIMEOUT_S` counts as stalled."""

pooch.get_logger().setLevel(logging.WARNING)  # it announces each download by itself


class _TryAgainError(Exception):
    """A failure that a retry may cure."""


class _RefusedError(Exception):
    """The server refuses, or answers something that must not be accepted."""


def download(url: str, target: Path, known_sha256: str | None, max_bytes: int, progress: Progress) -> str:
    """Downloads a file, continuing what an earlier attempt left beside the target.

    Args:
        url: Its address.
        target: Where to write it; appears only whole.
        known_sha256: Its expected SHA-256; None where that is unknown.
        max_bytes: A larger file is refused.
        progress: Is called as bytes arrive.

    Returns:
        The file's sha256.

    Raises:
        ModelError: The download failed, or the file is not the expected one.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    downloader = _Resuming(target.with_name(target.name + ".part"), max_bytes, progress)
    known_hash = f"sha256:{known_sha256}" if known_sha256 else None
    try:
        pooch.retrieve(url, known_hash, fname=target.name, path=target.parent, downloader=downloader)
    except _RefusedError as error:
        raise ModelError(
            "downloading {file} failed: {reason}",
            "try again later, or import a copy",
            code="download-refused",
            file=target.name,
            reason=error,
        ) from error
    except _TryAgainError as error:
        raise ModelError(
            "downloading {file} failed: {reason}",
            "check your connection and try again",
            code="download-failed",
            file=target.name,
            reason=error,
        ) from error
    except ValueError as error:
        raise ModelError(
            "{file} is not the published file: its SHA-256 differs",
            "don't use it, and tell its publisher",
            code="download-hash",
            file=target.name,
        ) from error
    except OSError as error:
        raise ModelError(
            "{file} can't be written ({reason})",
            "check the disk",
            code="download-not-written",
            file=target.name,
            reason=os_reason(error),
        ) from error
    return str(pooch.file_hash(str(target)))


class _Resuming:
    """A downloader for pooch that keeps the bytes received in a `.part` file and requests the rest."""

    def __init__(self, part: Path, max_bytes: int, progress: Progress) -> None:
        self._part = part
        self._version_file = part.with_name(part.name + ".etag")
        self._max_bytes = max_bytes
        self._progress = progress

    def __call__(self, url: str, output_file: str, pooch: Any) -> None:
        for attempt in range(TRIES):
            try:
                self._fetch(url)
                break
            except (exceptions.MissingSchema, exceptions.InvalidSchema, exceptions.InvalidURL) as error:
                raise _RefusedError("that is not a web address") from error
            except (requests.RequestException, urllib3.exceptions.HTTPError, _TryAgainError) as error:
                if attempt == TRIES - 1:
                    raise _TryAgainError(_reason(error)) from error
                time.sleep(0.2 * 2**attempt)
        self._version_file.unlink(missing_ok=True)
        self._part.replace(output_file)

    def _fetch(self, url: str) -> None:
        have = self._part.stat().st_size if self._part.exists() else 0
        headers = {"Accept-Encoding": "identity"}
        version = self._version_file.read_text() if have and self._version_file.exists() else ""
        if version:
            headers |= {"Range": f"bytes={have}-", "If-Range": version}
        timeouts = (CONNECT_TIMEOUT_S, READ_TIMEOUT_S)
        with requests.get(url, stream=True, timeout=timeouts, headers=headers) as response:
            hops = [*response.history, response]
            if url.startswith("https:") and not all(hop.url.startswith("https:") for hop in hops):
                raise _RefusedError("the server redirects to an address without encryption")
            if response.status_code == 416:  # the part on disk is not the beginning of the server's file
                self._part.unlink()
                raise _TryAgainError("the server has another file than before")
            if response.status_code >= 500 or response.status_code == 429:
                raise _TryAgainError(f"the server answers {response.status_code}")
            if response.status_code not in (200, 206):
                raise _RefusedError(f"the server answers {response.status_code}")
            if response.status_code == 200:
                have = 0
            elif not response.headers.get("Content-Range", "").startswith(f"bytes {have}-"):
                self._part.unlink()
                raise _TryAgainError("the server sends another part than it was asked for")
            length = response.headers.get("Content-Length", "")
            total = have + int(length) if length.isdecimal() else 0
            if total > self._max_bytes:
                raise _RefusedError(f"it is {total >> 20} MiB, more than it should be")
            self._version_file.write_text(_version(response))
            with self._part.open("ab" if have else "wb") as file:
                self._receive(response, file, have, total)

    def _receive(self, response: requests.Response, file: IO[bytes], have: int, total: int) -> None:
        window_start_s, window_bytes = time.monotonic(), 0
        self._progress(have, total)
        while chunk := response.raw.read1(CHUNK_BYTES):  # what has arrived: shows a slow connection
            file.write(chunk)
            have += len(chunk)
            window_bytes += len(chunk)
            if have > self._max_bytes:
                raise _RefusedError(f"it is more than {self._max_bytes >> 20} MiB")
            self._progress(have, total)
            now_s = time.monotonic()
            if now_s - window_start_s > READ_TIMEOUT_S:
                if window_bytes < MIN_BYTES_PER_S * READ_TIMEOUT_S:
                    raise _TryAgainError("the server is too slow")
                window_start_s, window_bytes = now_s, 0
        if total and have != total:
            raise _TryAgainError("the connection was cut off")


def _version(response: requests.Response) -> str:
    """The server's name for this version of the file, so that two versions are never joined; empty without one."""
    etag = response.headers.get("ETag", "")
    return "" if etag.startswith("W/") else etag or response.headers.get("Last-Modified", "")


def _reason(error: Exception) -> str:
    if isinstance(error, requests.Timeout | urllib3.exceptions.TimeoutError):
        return "the server does not answer in time"
    if isinstance(error, requests.TooManyRedirects):
        return "the server redirects without end"
    if isinstance(error, exceptions.SSLError):
        return "the server's certificate is not trusted"
    if isinstance(error, requests.ConnectionError | urllib3.exceptions.HTTPError):
        return "no connection to the server, or it was cut off"
    return str(error) if isinstance(error, _TryAgainError) else "the server's answer makes no sense"
