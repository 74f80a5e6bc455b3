"""The page of models against a real server: use, download, cancel, fail, import, remove."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from engine.segmentation.models import library
from engine.segmentation.models.catalogue import entry
from engine.segmentation.models.model_folder import find_model
from tests.segmentation.conftest import official
from tests.segmentation.server import Page, Server, serving
from tests.segmentation.test_library import MODEL_FILES, zipped
from ui.pages.models import ModelCard, ModelsPage

NAME = "human_pp_humansegv2_lite_192x192"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving() as running:
        monkeypatch.setenv("CYCLORAMA_MODELS_URL", running.url)
        yield running


@pytest.fixture
def page(window, qtbot) -> ModelsPage:
    window.open_page("models")
    qtbot.waitUntil(lambda: NAME in window.models.cards)
    window.models.more.set_open(True)
    return window.models


def serve(server: Server, **how: object) -> None:
    known = entry(NAME)
    server.pages[known.paths[known.default_variant()]] = Page(zipped(MODEL_FILES), **how)


def offered(card: ModelCard) -> set[str]:
    buttons = {"use": card.use, "download": card.download, "cancel": card.cancel, "remove": card.remove}
    return {name for name, button in buttons.items() if not button.isHidden()}


def test_what_is_here_can_be_used_and_what_is_not_downloaded(page, session, controller):
    assert offered(page.cards["cyclorama-lite"]) == {"use"}
    assert offered(page.cards[NAME]) == {"download"}
    page.cards["cyclorama-lite"].use.click()
    assert session.settings.model == "cyclorama-lite"
    session.set_status(model="cyclorama-lite")
    controller.poll()
    assert page.cards["cyclorama-lite"].state.text() == "Running now"
    assert offered(page.cards["cyclorama-lite"]) == set()
    page.automatic.click()
    assert session.settings.model == "auto"
    page.automatic.click()
    assert session.settings.model == "cyclorama-lite"


def test_a_download_ends_in_a_model_that_can_be_removed(page, window, server, qtbot):
    serve(server)
    card = page.cards[NAME]
    card.download.click()
    assert offered(card) == {"cancel"}
    assert window.focusWidget() is card.cancel, "so that the page does not jump away from it"
    qtbot.waitUntil(lambda: offered(card) == {"use", "remove"})
    assert window.banner.message.text() == "The model is ready"
    megabytes = sum(map(len, MODEL_FILES.values())) / 1e6
    unverified = f"Not verified: no checksum is published · {megabytes:.1f} MB"
    qtbot.waitUntil(lambda: card.stored.text() == unverified)
    assert card.stored.isVisible()
    card.remove.click()
    qtbot.waitUntil(lambda: offered(card) == {"download"})
    assert not card.stored.isVisible()


def test_files_that_changed_since_they_came_are_seen_whenever_the_page_is_opened(page, window, server, qtbot):
    serve(server)
    card = page.cards[NAME]
    card.download.click()
    qtbot.waitUntil(lambda: card.stored.text().startswith("Not verified"))
    with (find_model(NAME).path / "model.pdiparams").open("ab") as file:
        file.write(b"!")
    window.open_page("settings")
    window.open_page("models")
    qtbot.waitUntil(lambda: card.stored.text().startswith("Damaged"))
    assert card.stored.property("role") == "error"


def test_official_files_are_said_to_be_verified_and_our_own_need_not_be(page, window, server, qtbot):
    official_name = "portrait_pp_humansegv2_lite_256x144"
    library.import_model(official(official_name))
    window.open_page("settings")
    window.open_page("models")
    qtbot.waitUntil(lambda: page.cards[official_name].stored.text().startswith("Verified · "))
    assert page.cards["cyclorama-lite"].stored.text().endswith(" MB")
    assert "erified" not in page.cards["cyclorama-lite"].stored.text()


def test_a_download_can_be_cancelled_while_the_window_goes_on(page, window, server, qtbot):
    serve(server, pause_s=0.05)
    card = page.cards[NAME]
    card.download.click()
    qtbot.waitUntil(lambda: bool(server.requests))
    card.cancel.click()
    qtbot.waitUntil(lambda: offered(card) == {"download"}, timeout=20000)
    assert not window.banner.isVisible()


def test_a_download_that_fails_says_so_and_may_be_tried_again(page, window, server, qtbot):
    card = page.cards[NAME]
    card.download.click()
    qtbot.waitUntil(window.banner.isVisible, timeout=20000)
    assert window.banner.message.text() == "Download failed"
    assert "http" not in window.banner.hint.text()
    assert QApplication.activeModalWidget() is None
    assert offered(card) == {"download"}


def test_a_model_of_ones_own_is_imported(page, window, tmp_path: Path, qtbot):
    archive = tmp_path / "mine.zip"
    archive.write_bytes(zipped(MODEL_FILES))
    page.import_from(archive)
    qtbot.waitUntil(lambda: "mine" in page.cards)
    assert offered(page.cards["mine"]) == {"use", "remove"}
    page.import_from(tmp_path / "missing.zip")
    qtbot.waitUntil(window.banner.isVisible)
    assert "missing.zip" in window.banner.message.text()
