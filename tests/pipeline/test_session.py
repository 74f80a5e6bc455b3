"""A live session: what the window drives follows every change without waiting, and keeps what was asked for."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from engine.core.errors import UsageError
from engine.core.settings import Background, Settings
from engine.pipeline import idle_control
from engine.pipeline.idle_control import IdleControl
from engine.pipeline.pipeline import Components
from engine.pipeline.session import Session, State
from engine.sources.synthetic import SyntheticSource
from tests.support.clips import write_clip
from tests.support.faults import Fault, KnownPredictor
from tests.support.waiting import until

SETTINGS = Settings(background=Background.parse("color:#203040"), width=320, height=240)


class Half(KnownPredictor):
    """Finds a person in the left half of every picture."""

    def predict(self, small_bgr):
        mask = super().predict(small_bgr)
        mask[:] = 0
        mask[:, : mask.shape[1] // 2] = 1
        return mask


@pytest.fixture
def running():
    """Starts sessions and stops them, twice, as a window closing in a hurry may."""
    sessions = []

    def start(source: str, load=lambda *_: Half(Fault(None))) -> Session:
        session = Session(SETTINGS, source, Components(load=load))
        sessions.append(session)
        session.start()
        return session

    yield start
    for session in sessions:
        session.stop()
        session.stop()


def shows(session: Session, size: tuple[int, int]) -> bool:
    preview = session.preview()
    return preview is not None and preview.raw is not None and preview.image.size == size


def test_another_size_comes_without_loading_the_model_again(running):
    loads = []
    session = running("synthetic", lambda *choice: loads.append(choice) or Half(Fault(None)))
    until(lambda: shows(session, (320, 240)))
    session.apply(SETTINGS.replace(width=480, height=270))
    until(lambda: shows(session, (480, 270)))
    assert len(loads) == 1


def test_another_size_waits_for_no_stage_that_hangs(running):
    hangs, release = threading.Event(), threading.Event()

    class Hanging(Half):
        def predict(self, small_bgr):
            hangs.set()
            release.wait(30)
            return super().predict(small_bgr)

    session = running("synthetic", lambda *_: Hanging(Fault(None)))
    assert hangs.wait(20)
    done = threading.Event()
    threading.Thread(target=lambda: (session.apply(SETTINGS.replace(width=480, height=270)), done.set())).start()
    until(done.is_set)
    until(lambda: session.preview().image.size == (480, 270))
    release.set()
    until(lambda: shows(session, (480, 270)))


def test_who_paused_stays_paused_in_another_size(running):
    session = running("synthetic")
    until(lambda: shows(session, (320, 240)))
    session.pause(True)
    session.apply(SETTINGS.replace(width=480, height=270))
    until(lambda: session.preview().image.size == (480, 270))
    seen = session.stats().frames_in
    first = session.preview().seq
    until(lambda: session.preview().seq > first + 10)
    assert session.preview().raw is None
    assert session.stats().frames_in == seen
    session.pause(False)
    until(lambda: shows(session, (480, 270)))


def test_a_video_starts_over_and_another_source_can_follow(running, tmp_path: Path):
    clip = write_clip(tmp_path / "clip.mp4", frames=8)
    session = running(f"file:{clip}")
    until(lambda: session.stats().frames_in > 20)
    session.use_source("synthetic")
    until(lambda: session.status.source is not None and session.status.source.name == "synthetic person")
    until(lambda: session.status.state is State.RUNNING)


def test_a_source_that_is_not_there_leaves_the_old_one(running):
    session = running("synthetic")
    with pytest.raises(UsageError, match="no such file"):
        session.use_source("file:/nowhere.mp4")
    assert session.source == "synthetic"


def test_a_session_that_starts_unwatched_opens_its_source_when_it_is_watched(monkeypatch):
    opened = []
    open_source = SyntheticSource.open
    monkeypatch.setattr(SyntheticSource, "open", lambda source: (opened.append(1), open_source(source))[1])
    session = Session(SETTINGS, "synthetic", Components(load=lambda *_: Half(Fault(None))))
    session.watch(False)
    session.start()
    try:
        until(lambda: session.preview() is not None)
        assert not opened
        session.watch(True)
        until(lambda: shows(session, (320, 240)))
        assert opened
    finally:
        session.stop()


@pytest.mark.expected_log("readers of the picture can't be found out")
def test_the_camera_wakes_where_readers_can_t_be_found_out(monkeypatch):
    monkeypatch.setattr(idle_control, "POLL_S", 0.01)
    rests: list[bool] = []

    class Recorded:
        def rest(self, on):
            rests.append(on)

    def is_shown():
        if len(rests) > 3:
            raise OSError("injected")
        return False

    watch = IdleControl(Recorded(), is_shown)
    watch.start()
    until(lambda: len(rests) > 6)
    watch.stop()
    watch.stop()
    assert rests[:4] == [True] * 4
    assert not any(rests[4:])
