"""The preview shows what left, in the right colours, and costs nothing out of sight."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor

from engine.core.frame import Image, Matrix, PixelFormat
from engine.media.colour_formats import to_i420
from tests.ui.fakes import picture
from ui.preview.conversion import Converter, alpha_image, fit
from ui.preview.widget import PreviewWidget

RED = np.full((90, 160, 3), (30, 40, 200), np.uint8)


def near(color: QColor, bgr: tuple[int, int, int], tolerance: int = 6) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip((color.blue(), color.green(), color.red()), bgr, strict=True))


@pytest.mark.parametrize("matrix", list(Matrix))
@pytest.mark.parametrize("size", [QSize(160, 90), QSize(52, 30), QSize(320, 180)])
def test_colours_survive_i420_at_any_size(matrix, size):
    image = Converter().to_qimage(to_i420(RED, matrix), size)
    assert image.size() == size
    assert near(image.pixelColor(size.width() // 2, size.height() // 2), (30, 40, 200))


def test_downsampling_below_half_averages_a_fine_pattern():
    stripes = np.zeros((360, 640, 3), np.uint8)
    stripes[:, ::2] = 200
    image = Converter().to_qimage(to_i420(stripes), QSize(160, 90))
    assert all(near(image.pixelColor(x, 45), (100, 100, 100)) for x in range(20, 140))


def test_bgr_pictures_are_shown_too():
    assert near(Converter().to_qimage(Image.from_bgr(RED), QSize(80, 44)).pixelColor(40, 20), (30, 40, 200))


def test_mirror_flips_left_to_right():
    image = to_i420(picture((320, 180)))
    straight, mirrored = (Converter().to_qimage(image, QSize(320, 180), mirror=mirror) for mirror in (False, True))
    assert straight.pixelColor(80, 90) == mirrored.pixelColor(239, 90)
    assert straight.pixelColor(80, 90) != straight.pixelColor(239, 90)


@pytest.mark.parametrize("like", [to_i420(RED), Image.from_bgr(RED)])
def test_alpha_is_grey(like):
    alpha = np.zeros((90, 160), np.uint8)
    alpha[:, 80:] = 255
    image = Converter().to_qimage(alpha_image(alpha, like), QSize(160, 90))
    assert near(image.pixelColor(20, 40), (0, 0, 0), 3)
    assert near(image.pixelColor(140, 40), (255, 255, 255), 3)


@pytest.mark.parametrize(
    ("source", "space", "expected"),
    [((1280, 720), (800, 600), (800, 450)), ((720, 1280), (800, 600), (336, 600)), ((64, 64), (801, 333), (332, 332))],
)
def test_fit_keeps_the_shape_and_even_sides(source, space, expected):
    assert fit(source, QSize(*space)) == QSize(*expected)


@pytest.fixture
def preview(qtbot, session) -> PreviewWidget:
    widget = PreviewWidget(session)
    qtbot.addWidget(widget)
    widget.resize(640, 360)
    widget.show()
    return widget


def test_polls_while_visible_and_not_while_hidden_or_minimised(preview, session, qtbot):
    qtbot.waitUntil(lambda: preview.frames_shown > 2)
    preview.hide()
    assert not preview.polling
    shown = preview.frames_shown
    qtbot.wait(60)
    assert preview.frames_shown == shown
    preview.show()
    assert preview.polling
    preview.set_minimised(True)
    assert not preview.polling
    preview.set_minimised(False)
    assert preview.polling


def test_an_old_picture_is_not_converted_again(preview, session):
    newest = session.preview()
    session.preview = lambda: newest
    preview.poll()
    shown = preview.frames_shown
    preview.poll()
    assert preview.frames_shown == shown


def test_the_split_shows_the_camera_left_of_a_line_that_mouse_and_keys_move(preview, session, qtbot):
    preview.set_view(split=True)
    before = preview.grab().toImage()
    assert near(before.pixelColor(100, 20), (83, 40, 40), 16)
    assert near(before.pixelColor(560, 20), (183, 150, 150), 16)
    qtbot.mouseClick(preview, Qt.MouseButton.LeftButton, pos=QPoint(64, 180))
    assert preview.split_at == pytest.approx(0.1, abs=0.01)
    assert near(preview.grab().toImage().pixelColor(100, 20), (83, 150, 150), 16)
    qtbot.keyClick(preview, Qt.Key.Key_Right)
    assert preview.split_at == pytest.approx(0.12, abs=0.01)


def test_the_split_stays_left_in_the_mirror_and_beside_the_mask(preview):
    preview.set_view(split=True, mirror=True)
    image = preview.grab().toImage()
    assert near(image.pixelColor(100, 20), (183, 40, 40), 16)
    assert near(image.pixelColor(560, 20), (83, 150, 150), 16)
    preview.set_view(mirror=False, mask=True)
    image = preview.grab().toImage()
    assert near(image.pixelColor(100, 20), (83, 40, 40), 16)
    assert near(image.pixelColor(600, 180), (0, 0, 0), 3)


def test_the_mask_view_shows_the_alpha(preview):
    preview.set_view(mask=True)
    image = preview.grab().toImage()
    assert near(image.pixelColor(100, 180), (255, 255, 255), 3)
    assert near(image.pixelColor(600, 180), (0, 0, 0), 3)


def test_without_a_picture_there_is_a_message(qtbot, session, theme):
    session.preview = lambda: None
    widget = PreviewWidget(session)
    qtbot.addWidget(widget)
    widget.resize(640, 360)
    widget.show()
    empty = widget.grab().toImage()
    widget.set_message("Starting the camera…")
    assert widget.grab().toImage() != empty


def test_corners_are_round(preview, theme):
    ground = QColor(theme.tokens.window)
    image = preview.grab().toImage()
    assert image.pixelColor(0, 0) == ground
    assert image.pixelColor(40, 40) != ground


def test_the_grip_of_the_split_is_seen_on_white(preview, session):
    session._image = session._raw = to_i420(np.full((720, 1280, 3), 255, np.uint8))
    preview.set_view(split=True)
    image = preview.grab().toImage()
    row = [image.pixelColor(x, 60).lightness() for x in range(310, 331)]
    assert min(row) < 160


def test_a_fallback_frame_is_never_mirrored_and_not_shown_while_starting(preview, session):
    session.fallback = True
    preview.set_view(mirror=True)
    image = preview.grab().toImage()
    preview.set_view(mirror=False)
    assert preview.grab().toImage() == image
    preview.set_message("Starting the camera…")
    assert preview.grab().toImage() != image
    preview.set_message("")
    assert preview.grab().toImage() == image


def test_the_words_over_the_picture(preview):
    plain = preview.grab().toImage()
    preview.set_status("On air", "#4cc38a")
    assert preview.grab().toImage() != plain
    assert preview.accessibleDescription() == "On air"


@pytest.mark.parametrize("pixel_format", list(PixelFormat))
def test_a_name_stays_readable_in_the_mirrored_picture(pixel_format):
    bgr = np.zeros((360, 640, 3), np.uint8)
    bgr[300:340, 20:60], bgr[300:340, 60:100] = (0, 0, 255), (255, 0, 0)  # red, then blue: as letters would stand
    image = Image.from_bgr(bgr) if pixel_format is PixelFormat.BGR else to_i420(bgr)
    shown = Converter().to_qimage(image, QSize(320, 180), mirror=True, upright=(20, 300, 80, 40))
    first, second = shown.pixelColor(320 - 40, 160), shown.pixelColor(320 - 20, 160)
    assert near(first, (0, 0, 255), 40)
    assert near(second, (255, 0, 0), 40)
    assert shown.pixelColor(30, 160).value() < 20
