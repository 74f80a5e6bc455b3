"""The gallery: adding by every way, big and broken files, favourites, order, removal with a way back."""

from __future__ import annotations

from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from engine.core.settings import Background, BackgroundKind, Fit
from ui.gallery.model import GalleryModel, Shown
from ui.gallery.thumbnails import read_image
from ui.state.window_state import WindowState
from ui.style import reduced_motion as motion


@pytest.fixture
def picture_file(tmp_path: Path) -> Path:
    path = tmp_path / "my picture.jpg"
    cv2.imwrite(str(path), np.full((90, 160, 3), (200, 120, 40), np.uint8))
    return path


@pytest.fixture
def video_file(tmp_path: Path) -> Path:
    path = tmp_path / "waves.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=30)
        stream.width, stream.height, stream.pix_fmt = 160, 90, "yuv420p"
        for shade in range(0, 240, 10):
            frame = av.VideoFrame.from_ndarray(np.full((90, 160, 3), shade, np.uint8), "bgr24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def test_the_built_in_backgrounds_are_listed_with_pictures(window, qtbot):
    model = window.backgrounds.model
    assert model.rowCount() >= 6
    items = [model.item(row) for row in range(model.rowCount())]
    assert all(item.builtin for item in items)
    qtbot.waitUntil(lambda: all(item.images for item in items), timeout=20000)


def test_an_added_picture_is_taken_at_once_and_remembered(window, session, controller, picture_file):
    window.backgrounds.add_files([picture_file])
    assert session.settings.background == Background(BackgroundKind.IMAGE, path=picture_file)
    assert controller.state.added == [str(picture_file)]
    assert controller.state.recent[0] == f"image:{picture_file}"
    assert window.backgrounds.gallery.currentIndex().row() == 0
    assert window.backgrounds.fit_row.isVisible()
    fit = window.backgrounds.fit
    fit.setCurrentIndex(fit.findData(Fit.CONTAIN))
    fit.activated.emit(fit.currentIndex())
    assert session.settings.fit is Fit.CONTAIN


def test_a_video_has_motion_and_becomes_a_video_background(window, session, controller, video_file, qtbot):
    controller.state.motion = "full"
    window.backgrounds.add_files([video_file])
    item = window.backgrounds.model.item(0)
    qtbot.waitUntil(lambda: len(item.images) > 1)
    assert session.settings.background == Background(BackgroundKind.VIDEO, path=video_file)
    gallery = window.backgrounds.gallery
    gallery.entered.emit(window.backgrounds.model.index(0))
    before = gallery.grab().toImage()
    qtbot.waitUntil(lambda: gallery.grab().toImage() != before)


def test_reduced_motion_keeps_videos_still(window, controller, video_file, qtbot):
    page = window.pages["settings"][2]
    page.motion.choose("reduced")
    page.motion.activated.emit(page.motion.currentIndex())
    assert controller.state.motion == "reduced"
    window.backgrounds.add_files([video_file])
    item = window.backgrounds.model.item(0)
    qtbot.waitUntil(lambda: len(item.images) > 1)
    gallery = window.backgrounds.gallery
    gallery.entered.emit(window.backgrounds.model.index(0))
    before = gallery.grab().toImage()
    qtbot.wait(300)
    assert gallery.grab().toImage() == before


@pytest.mark.parametrize(("answer", "expected"), [("false", True), ("true", False), ("", False)])
def test_the_desktops_setting_is_followed(answer, expected, tmp_path, monkeypatch):
    command = tmp_path / "gsettings"
    command.write_text(f'#!/bin/sh\n[ "$3" = enable-animations ] && echo "{answer}"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    motion.system_reduces_motion.cache_clear()
    try:
        assert motion.reduced("system") is expected
        assert motion.reduced("reduced")
        assert not motion.reduced("full")
    finally:
        motion.system_reduces_motion.cache_clear()


def test_files_and_pictures_are_taken_by_drop(window, session, picture_file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture_file))])
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()
    window.backgrounds.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.backgrounds.dropEvent(drop)
    assert session.settings.background.path == picture_file


def test_a_pasted_picture_is_kept_as_a_file(window, session, qtbot):
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: session.settings.background.path is not None)
    path = session.settings.background.path
    assert QImage(str(path)).pixelColor(5, 5).name() == "#336699"


def test_a_drawing_becomes_a_picture_that_the_engine_reads(window, session, tmp_path, qtbot):
    drawing = tmp_path / "logo.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9"/></svg>'
    )
    window.backgrounds.add_files([drawing])
    qtbot.waitUntil(lambda: session.settings.background.path is not None)
    path = session.settings.background.path
    assert path.suffix == ".png"
    assert cv2.imread(str(path)) is not None
    drawing.with_name("damaged.svg").write_text("no drawing")
    window.backgrounds.add_files([drawing.with_name("damaged.svg")])
    qtbot.waitUntil(lambda: window.banner.message.text() == "damaged can't be added")


def test_a_broken_picture_is_marked_and_can_not_be_chosen(window, session, tmp_path, qtbot):
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\nnot really")
    model = window.backgrounds.model
    model.add([broken])
    qtbot.waitUntil(lambda: model.item(0).broken)
    before = session.settings
    window.backgrounds.gallery.clicked.emit(model.index(0))
    assert session.settings == before
    assert "can't be read" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_other_files_are_told_about_and_not_added(window, tmp_path):
    rows = window.backgrounds.model.rowCount()
    window.backgrounds.add_files([tmp_path / "notes.txt"])
    assert "notes.txt" in window.banner.message.text()
    assert window.backgrounds.model.rowCount() == rows


def test_removal_has_a_way_back_and_leaves_the_file(window, session, picture_file, qtbot):
    page = window.backgrounds
    page.add_files([picture_file])
    page.gallery.setCurrentIndex(page.model.index(0))
    qtbot.keyClick(page.gallery, Qt.Key.Key_Delete)
    assert page.model.row_of(Background(BackgroundKind.IMAGE, path=picture_file)) == -1
    assert session.settings.background.kind is BackgroundKind.BLUR, "the removed background is no longer in force"
    window.banner.action.click()
    assert page.model.item(0).path == picture_file
    assert session.settings.background.path == picture_file
    assert picture_file.is_file()


def test_a_removed_built_in_background_stays_away(window, controller, tmp_path, qapp):
    model = window.backgrounds.model
    item, rows = model.item(0), model.rowCount()
    window.backgrounds.remove(item)
    again = GalleryModel(item.path.parent, controller.state, window)
    assert again.rowCount() == rows - 1
    assert again.row_of(item.background) == -1
    again.close()


def test_favourites_and_recent_ones_are_listed_apart(window, controller):
    page = window.backgrounds
    first, second = page.model.item(0), page.model.item(1)
    page.item_menu(second).actions()[0].trigger()
    page.gallery.clicked.emit(page.model.index(0))
    page.chips[Shown.FAVOURITES].click()
    assert [page.model.item(row) for row in range(page.model.rowCount())] == [second]
    page.chips[Shown.RECENT].click()
    assert [page.model.item(row) for row in range(page.model.rowCount())] == [first]
    page.chips[Shown.ALL].click()
    assert page.model.rowCount() >= 6


def test_order_changes_by_menu_and_by_drag_and_comes_back(window, controller):
    model = window.backgrounds.model
    first, second = model.item(0), model.item(1)
    {action.text(): action for action in window.backgrounds.item_menu(first).actions()}["Move back"].trigger()
    assert model.item(0) is second
    data = model.mimeData([model.index(1)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, model.index(-1))
    assert model.item(0) is first
    model.move(first, 3)
    again = GalleryModel(first.path.parent, controller.state, window)
    assert again.row_of(first.background) == 3
    again.close()


def test_keys_choose(window, session, qtbot):
    gallery = window.backgrounds.gallery
    gallery.setCurrentIndex(window.backgrounds.model.index(0))
    qtbot.keyClick(gallery, Qt.Key.Key_Right)
    qtbot.keyClick(gallery, Qt.Key.Key_Return)
    assert session.settings.background == window.backgrounds.model.item(1).background


def test_the_menu_key_opens_the_menu_of_the_focused_background(window, qtbot):
    gallery = window.backgrounds.gallery
    gallery.setCurrentIndex(window.backgrounds.model.index(3))
    asked = []
    gallery.menu_wanted.connect(lambda item, position: asked.append(item))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(gallery, event)
    assert asked == [window.backgrounds.model.item(3)]
    menu = QApplication.activePopupWidget()
    assert "Favourite" in [action.text() for action in menu.actions()]
    menu.close()


def test_a_picture_is_turned_upright_and_small(tmp_path, qapp):
    path = tmp_path / "turned.jpg"
    encoded = cv2.imencode(".jpg", np.zeros((200, 400, 3), np.uint8))[1].tobytes()
    orientation_6 = bytes.fromhex(
        "ffe1002245786966000049492a00080000000100120103000100000006000000 00000000".replace(" ", "")
    )
    path.write_bytes(encoded[:2] + orientation_6 + encoded[2:])
    image = read_image(path, 100)
    assert (image.width(), image.height()) == (50, 100)


def test_a_hundred_megapixels_and_odd_formats_load(tmp_path, qapp):
    big = tmp_path / "big.jpg"
    cv2.imwrite(str(big), np.full((10000, 10000, 3), 90, np.uint8))
    deep = tmp_path / "deep.png"
    cv2.imwrite(str(deep), np.full((40, 80, 3), 40000, np.uint16))
    for path in (big, deep):
        image = read_image(path, 64)
        assert not image.isNull()
        assert max(image.width(), image.height()) == 64
    assert read_image(tmp_path / "missing.png", 64).isNull()


def test_damaged_memory_of_the_window_costs_nothing(tmp_path):
    from ui.state.window_state import load_state, save_state

    path = tmp_path / "window.json"
    path.write_text('{"page": 7, "favourites": ["a", 3], "mirror_preview": false, "unknown": 1}')
    state = load_state(path)
    assert state == WindowState(favourites=["a"], mirror_preview=False)
    path.write_text("{")
    assert load_state(path) == WindowState()
    save_state(state, path)
    assert load_state(path) == state
