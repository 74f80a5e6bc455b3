"""The gallery: adding by every way, big and broken files, favourites, order, removal with a way back."""

from __future__ import annotations

import itertools
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from engine.core.settings import Background, BackgroundKind, Fit
from engine.platform.paths import assets_dir
from engine.sources.video_file import VideoFileSource
from ui.gallery import thumbnails
from ui.gallery.item import FIXED, Item, Kind, is_background
from ui.gallery.model import GalleryModel, Role, Shown
from ui.gallery.thumbnails import read_image
from ui.gallery.view import GalleryView
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


def first_file(window) -> Item:
    return window.backgrounds.model.files()[0]


def row_of(window, item: Item) -> int:
    model = window.backgrounds.model
    return next(row for row in range(model.rowCount()) if model.item(row) is item)


def test_none_blur_and_colour_come_first_then_pictures_and_add(window, qtbot):
    model = window.backgrounds.model
    items = [model.item(row) for row in range(model.rowCount())]
    kinds = [item.kind for item in items]
    assert kinds == [Kind.NONE, Kind.BLUR_LIGHT, Kind.BLUR_STRONG, Kind.COLOR, *[Kind.FILE] * 6, Kind.ADD]
    assert all(item.builtin for item in model.files())
    qtbot.waitUntil(lambda: all(item.images for item in model.files()), timeout=20000)


def test_at_least_twelve_backgrounds_come_with_the_app_three_of_them_videos():
    shipped = [path for path in (assets_dir() / "backgrounds").iterdir() if is_background(path)]
    videos = [path for path in shipped if path.suffix == ".mp4"]
    assert len(shipped) >= 12
    assert len(videos) >= 3
    assert all(path.stat().st_size < 1_500_000 for path in shipped)
    for path in shipped:
        assert thumbnails._read_video(path, 1) if path in videos else thumbnails._read_still(path)


@pytest.mark.parametrize("name", ["leaf-shadows", "evening-lights", "slow-waves"])
def test_a_built_in_video_loops_without_a_seam(name):
    source = VideoFileSource(assets_dir() / "backgrounds" / f"{name}.mp4", paced=False)
    source.open()
    frames = []
    while (frame := source.read()) is not None:
        frames.append(frame.image.planes[0].astype(np.int16))
    source.close()
    steps = [np.abs(later - earlier).mean() for earlier, later in itertools.pairwise(frames)]
    assert np.abs(frames[0] - frames[-1]).mean() < 1.5 * max(steps)


def test_an_added_picture_is_taken_and_remembered(window, session, controller, picture_file, qtbot):
    window.backgrounds.add_files([picture_file])
    qtbot.waitUntil(lambda: session.settings.background == Background(BackgroundKind.IMAGE, path=picture_file))
    assert controller.state.added == [str(picture_file)]
    assert controller.state.recent[0] == f"image:{picture_file}"
    assert first_file(window).path == picture_file
    assert window.backgrounds.options.fit_row.isVisible()
    fit = window.backgrounds.options.fit
    fit.setCurrentIndex(fit.findData(Fit.CONTAIN))
    fit.activated.emit(fit.currentIndex())
    assert session.settings.fit is Fit.CONTAIN


def test_on_air_adding_never_changes_what_others_see(window, session, controller, picture_file, qtbot):
    controller.publish(True)
    before = session.settings
    window.backgrounds.add_files([picture_file])
    qtbot.waitUntil(lambda: bool(first_file(window).images))
    assert first_file(window).path == picture_file
    assert session.settings == before
    window.backgrounds.add_files([picture_file])
    assert session.settings == before


def test_several_files_are_counted_and_the_bad_ones_named(window, tmp_path, picture_file, qtbot):
    second = tmp_path / "second.png"
    cv2.imwrite(str(second), np.zeros((20, 30, 3), np.uint8))
    bad = [tmp_path / "notes.txt", tmp_path / "broken.png"]
    for path in bad:
        path.write_bytes(b"not a picture")
    window.backgrounds.add_files([picture_file, *bad, second])
    qtbot.waitUntil(window.banner.isVisible)
    assert (window.banner.message.text(), window.banner.hint.text()) == (
        "2 added, 2 could not be read",
        "notes.txt, broken.png",
    )
    assert {item.path for item in window.backgrounds.model.files() if not item.builtin} == {picture_file, second}


def test_a_known_file_is_taken_and_said_to_be_known(window, session, picture_file, qtbot):
    window.backgrounds.add_files([picture_file])
    qtbot.waitUntil(lambda: session.settings.background.path == picture_file)
    window.backgrounds.choose(window.backgrounds.model.fixed(Kind.BLUR_STRONG))
    window.backgrounds.add_files([picture_file])
    assert session.settings.background.path == picture_file
    assert window.banner.message.text() == "my picture is already in the gallery"


def test_a_video_has_motion_and_becomes_a_video_background(window, session, controller, video_file, qtbot):
    controller.state.motion = "full"
    window.backgrounds.add_files([video_file])
    item = first_file(window)
    qtbot.waitUntil(lambda: bool(item.images))
    assert len(item.images) == 1, "the others are read once it is to move"
    assert session.settings.background == Background(BackgroundKind.VIDEO, path=video_file)
    gallery = window.backgrounds.gallery
    gallery.entered.emit(window.backgrounds.model.index(row_of(window, item)))
    qtbot.waitUntil(lambda: len(item.images) > 1)
    before = gallery.grab().toImage()
    qtbot.waitUntil(lambda: gallery.grab().toImage() != before)


def test_reduced_motion_keeps_videos_still(window, controller, video_file, qtbot):
    page = window.pages["settings"]
    page.motion.choose("reduced")
    page.motion.activated.emit(page.motion.currentIndex())
    assert controller.state.motion == "reduced"
    window.backgrounds.add_files([video_file])
    item = first_file(window)
    qtbot.waitUntil(lambda: bool(item.images))
    gallery = window.backgrounds.gallery
    gallery.entered.emit(window.backgrounds.model.index(row_of(window, item)))
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


def test_files_and_pictures_are_taken_by_drop(window, session, picture_file, qtbot):
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
    qtbot.waitUntil(lambda: session.settings.background.path == picture_file)


def test_a_pasted_picture_is_kept_as_a_file(window, session, qtbot):
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: session.settings.background.path is not None)
    path = session.settings.background.path
    assert QImage(str(path)).pixelColor(5, 5).name() == "#336699"
    assert path.name == "Pasted image 1.png"
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.backgrounds._worker.busy)
    assert sorted(each.name for each in path.parent.glob("*.png")) == ["Pasted image 1.png"], "twice is once"
    image.fill(0xFF112233)
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil((path.parent / "Pasted image 2.png").is_file)


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
    qtbot.waitUntil(lambda: window.banner.hint.text() == "damaged.svg")


def test_a_picture_that_broke_later_is_marked_and_says_so_when_clicked(window, session, controller, tmp_path, qtbot):
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\nnot really")
    model = window.backgrounds.model
    model.add([broken])
    qtbot.waitUntil(lambda: first_file(window).broken)
    before = session.settings
    row = row_of(window, first_file(window))
    click(window.backgrounds.gallery, row, qtbot)
    assert session.settings == before
    assert window.banner.message.text() == "broken.png can't be read"
    assert "can't be read" in model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)


def click(gallery: GalleryView, row: int, qtbot, at: QPoint | None = None) -> None:
    place = gallery.visualRect(gallery.model().index(row))
    qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=at or place.center())


def test_a_click_chooses_and_the_ring_stays_where_the_background_in_force_is(window, session, qtbot):
    page = window.backgrounds
    click(page.gallery, row_of(window, page.model.files()[2]), qtbot)
    assert session.settings.background == page.model.files()[2].background
    page.gallery.setCurrentIndex(page.model.index(0))
    in_use = [row for row in range(page.model.rowCount()) if page.model.index(row).data(Role.IN_USE)]
    assert in_use == [row_of(window, page.model.files()[2])]


def test_arrow_keys_alone_never_turn_the_background_off(window, session, qtbot):
    gallery = window.backgrounds.gallery
    gallery.setFocus()
    gallery.setCurrentIndex(window.backgrounds.model.index(2))
    before = session.settings
    for _ in range(3):
        qtbot.keyClick(gallery, Qt.Key.Key_Left)
    assert session.settings == before
    assert gallery.currentIndex().row() == 0
    qtbot.keyClick(gallery, Qt.Key.Key_Return)
    assert session.settings.background.kind is BackgroundKind.NONE


def test_star_and_cross_on_a_picture(window, controller, qtbot):
    page = window.backgrounds
    item = page.model.files()[1]
    row = row_of(window, item)
    star, cross = page.gallery._delegate.badges(page.gallery.visualRect(page.model.index(row)))
    click(page.gallery, row, qtbot, star.center())
    assert page.model.is_favourite(item)
    click(page.gallery, row, qtbot, cross.center())
    assert item not in page.model.files()


def test_removal_has_a_way_back_and_leaves_the_file(window, session, picture_file, qtbot):
    page = window.backgrounds
    page.add_files([picture_file])
    qtbot.waitUntil(lambda: session.settings.background.path == picture_file)
    page.gallery.setCurrentIndex(page.model.index(row_of(window, first_file(window))))
    qtbot.keyClick(page.gallery, Qt.Key.Key_Delete)
    assert page.model.row_of(Background(BackgroundKind.IMAGE, path=picture_file)) == -1
    assert session.settings.background.kind is BackgroundKind.BLUR, "the removed background is no longer in force"
    window.banner.action.click()
    assert first_file(window).path == picture_file
    assert session.settings.background.path == picture_file
    assert picture_file.is_file()


def test_a_removed_built_in_background_stays_away_and_can_come_back(window, controller):
    page = window.backgrounds
    model = page.model
    item, rows = model.files()[0], model.rowCount()
    page.remove(item)
    again = GalleryModel(item.path.parent, controller.state, window)
    assert again.rowCount() == rows - 1
    again.close()
    assert page.show_removed.isVisible()
    page.show_removed.click()
    assert model.find(item.path) is not None
    assert not page.show_removed.isVisible()


def test_favourites_and_recent_ones_are_listed_apart(window, controller, qtbot):
    page = window.backgrounds
    first, second = page.model.files()[:2]
    page.item_menu(second).actions()[0].trigger()
    page.choose(first)
    page.chips[Shown.FAVOURITES].click()
    assert [page.model.item(row) for row in range(page.model.rowCount())] == [second]
    page.chips[Shown.RECENT].click()
    assert [page.model.item(row) for row in range(page.model.rowCount())] == [first]
    page.chips[Shown.ALL].click()
    assert page.model.rowCount() >= 10


def test_order_changes_by_menu_and_by_drag_and_comes_back(window, controller):
    model = window.backgrounds.model
    first, second = model.files()[:2]
    {action.text(): action for action in window.backgrounds.item_menu(first).actions()}["Move back"].trigger()
    assert model.files()[0] is second
    data = model.mimeData([model.index(len(FIXED) + 1)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, len(FIXED), 0, model.index(-1))
    assert model.files()[0] is first
    model.move(first, 3)
    again = GalleryModel(first.path.parent, controller.state, window)
    assert again.files()[3].path == first.path
    again.close()


def test_keys_choose(window, session, qtbot):
    gallery = window.backgrounds.gallery
    gallery.setCurrentIndex(window.backgrounds.model.index(len(FIXED)))
    qtbot.keyClick(gallery, Qt.Key.Key_Right)
    qtbot.keyClick(gallery, Qt.Key.Key_Return)
    assert session.settings.background == window.backgrounds.model.files()[1].background


def test_the_menu_key_opens_the_menu_of_the_focused_background(window, qtbot):
    gallery = window.backgrounds.gallery
    gallery.setCurrentIndex(window.backgrounds.model.index(7))
    asked = []
    gallery.menu_wanted.connect(lambda item, position: asked.append(item))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(gallery, event)
    assert asked == [window.backgrounds.model.item(7)]
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
    state = load_state(path).state
    assert state == WindowState(favourites=["a"], mirror_preview=False)
    save_state(state, path)
    assert load_state(path).state == state
    path.write_text("{")
    damaged = load_state(path)
    assert damaged.state == WindowState()
    assert damaged.kept_aside is not None
    assert damaged.kept_aside.read_text() == "{"
    assert not path.exists()
    path.write_text('{"close_to_tray": true}')
    assert load_state(path).state.on_close == "tray", "as earlier versions wrote it"
