"""The clean plate: how it is captured, fitted, distrusted, learned from and kept, and what it decides."""

from __future__ import annotations

import stat
from dataclasses import replace

import cv2
import numpy as np
import pytest

from engine.core.errors import EngineError, OutputError
from engine.core.frame import Frame, FramePyramid, Image, Mask
from engine.core.settings import Background, Settings
from engine.matte.methods.plate import keeper as keeper_module
from engine.matte.methods.plate import storage
from engine.matte.methods.plate.capture import PlateCapture
from engine.matte.methods.plate.fit import PlateFit
from engine.matte.methods.plate.keeper import PlateKeeper, PlatePhase, PlateStatus
from engine.matte.methods.plate.method import CleanPlate
from engine.matte.methods.plate.plate import scaled
from engine.media.colour_formats import halves, to_i420

SIZE = (1280, 720)
SETTINGS = Settings(matting="clean-plate")
PERSON = (440, 200, 840, 720)  # left, top, right, bottom
FRAME_NS = 33_333_333


def background(seed: int = 3) -> np.ndarray:
    """A wall with pictures of every colour, uint8 [720, 1280, 3]."""
    rng = np.random.default_rng(seed)
    blocks = rng.integers(40, 190, (9, 16, 3)).astype(np.uint8)
    return cv2.GaussianBlur(cv2.resize(blocks, SIZE, interpolation=cv2.INTER_NEAREST), (5, 5), 0)


VIEW = background()


def noisy(picture: np.ndarray, seed: int) -> np.ndarray:
    noise = np.random.default_rng(seed).normal(0, 3, (720, 1280, 1))
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def with_person(view: np.ndarray = VIEW, colour=(60, 30, 200), box=PERSON) -> np.ndarray:
    picture = view.copy()
    left, top, right, bottom = box
    picture[top:bottom, left:right] = colour
    return picture


def frame_of(picture: np.ndarray, index: int = 0) -> Frame:
    image = to_i420(picture)
    return Frame(index, 1 + index * FRAME_NS, 1 + index * FRAME_NS, image, halves=halves(image))


def mask_of(index: int = 0, box: tuple[int, int, int, int] | None = PERSON) -> Mask:
    alpha = np.zeros((144, 256), np.float32)
    if box:
        left, top, right, bottom = (round(side / 5) for side in box)
        alpha[top:bottom, left:right] = 1
    return Mask(index, alpha, np.zeros((144, 256), np.uint8), 1 + index * FRAME_NS)


def plate_of(view: np.ndarray = VIEW):
    capture = PlateCapture(8)
    for seed in range(8):
        plate = capture.add(frame_of(noisy(view, seed)).pyramid, 0.0)
    assert plate is not None
    return plate


@pytest.fixture(scope="module")
def plate():
    return plate_of()


@pytest.fixture
def method(plate):
    return CleanPlate(PlateKeeper(plate=plate))


def decide(method, picture, index=0, box=PERSON):
    return method.decide(frame_of(picture, index), mask_of(index, box), SETTINGS)


def test_a_plate_is_the_mean_of_its_frames_and_knows_their_noise(plate):
    error = np.abs(plate.image.planes[0].astype(int) - to_i420(VIEW).planes[0])
    assert error.mean() < 1.2  # 3 levels of noise, eight frames
    assert 0.5 < np.median(plate.noise[..., 0]) < 2


@pytest.mark.parametrize(
    ("second", "person", "code"),
    [
        (VIEW, 0.1, "plate-person"),
        (np.roll(VIEW, 40, axis=1), 0.0, "plate-moved"),
        (np.clip(VIEW * 1.3, 0, 255).astype(np.uint8), 0.0, "plate-light"),
    ],
    ids=["person", "moved", "light"],
)
def test_a_capture_is_refused_with_its_reason(second, person, code):
    capture = PlateCapture(8)
    capture.add(frame_of(VIEW).pyramid, 0.0)
    with pytest.raises(EngineError) as refused:
        capture.add(frame_of(second).pyramid, person)
    assert refused.value.code == code
    assert refused.value.hint


def test_the_person_is_what_differs_and_their_edge_is_exact(method):
    decision = decide(method, with_person(), 0)
    assert method.notice is None
    left, top, right, bottom = (side // 2 for side in PERSON)
    assert decision.alpha[top + 4 : bottom, left + 4 : right - 4].min() == 255
    outside = np.ones((360, 640), bool)
    outside[top - 3 :, left - 3 : right + 3] = False
    assert decision.alpha[outside].max() <= 16
    assert (decision.certainty[outside] == 255).mean() > 0.99


def test_the_masks_mistakes_are_put_right(method):
    """The network misses an arm and takes a picture on the wall for a part of the person."""
    picture = with_person(with_person(), (60, 30, 200), (840, 420, 1000, 480))
    mistaken = mask_of(0)
    mistaken.alpha.flags.writeable = True
    mistaken.alpha[60:80, 83:88] = 1
    alpha = method.decide(frame_of(picture), mistaken, SETTINGS).alpha
    assert alpha[215:235, 430:490].min() == 255
    assert alpha[160:190, 206:216].max() <= 16


@pytest.mark.parametrize("gain", [0.85, 1.15])
def test_exposure_and_white_balance_are_followed(method, gain):
    for index in range(8):
        step = 1 + (gain - 1) * index / 7
        view = np.clip(VIEW * step * np.array([1 - 0.05 * (index / 7), 1, 1 + 0.05 * (index / 7)]), 0, 255)
        decision = decide(method, with_person(view.astype(np.uint8)), index)
        assert decision is not None
        assert (decision.alpha[:90] > 0).mean() < 0.002


def test_a_small_shift_is_followed(plate):
    shifted = cv2.warpAffine(VIEW, np.array([[1, 0, 3], [0, 1, -2]], np.float32), SIZE, borderMode=cv2.BORDER_REPLICATE)
    fit, seen = PlateFit(plate), np.full((90, 160), 255, np.uint8)
    picture = scaled(frame_of(shifted).pyramid)
    for _ in range(12):
        fitted = fit.follow(picture, seen)
    assert fitted is not None
    assert np.allclose(fitted.shift, (1.5, -1.0), atol=0.15)  # in pixels of the working size


CHANGES = {
    "camera turned": np.roll(VIEW, 60, axis=1),
    "light off": (VIEW * 0.3).astype(np.uint8),
    "another background": background(9),
    "blind opened": np.vstack([np.clip(VIEW[:400] * 1.5 + 60, 0, 255).astype(np.uint8), VIEW[400:]]),
}


@pytest.mark.parametrize("view", CHANGES.values(), ids=CHANGES.keys())
def test_a_plate_that_does_not_fit_is_dropped_within_the_frame_and_says_so(method, view):
    assert decide(method, with_person(), 0) is not None
    for index in range(1, 5):
        assert decide(method, with_person(view), index) is None
        assert method.notice.code == "plate-invalid"
    # It comes back once the view is as it was, but not at the first frame that looks so.
    assert decide(method, with_person(), 5) is None
    assert any(decide(method, with_person(), index) is not None for index in range(6, 20))
    assert method.notice is None


def test_a_held_object_belongs_to_the_person_and_a_door_does_not(method):
    decide(method, with_person(), 0)
    for index in range(1, 16):
        raised = 720 - 24 * index
        picture = with_person(with_person(), (200, 160, 20), (830, raised, 920, raised + 100))  # moves with the hand
        if index > 3:
            picture[100:500, 1150:1240] = (20, 25, 30)  # a door opens at once
        decision = decide(method, picture, index)
        if index < 5:
            continue  # only a part of it is in view
        assert decision.alpha[raised // 2 + 4 : raised // 2 + 46, 424:456].min() == 255
        assert decision.alpha[:, 560:].max() == 0


@pytest.mark.parametrize("before", ["nothing", "another scene", "another light"])
def test_a_door_that_was_opened_unseen_behind_the_person_is_not_theirs(method, before):
    """At the first frame, after a pause and once a plate that did not fit fits again, nothing says how it got there."""
    if before != "nothing":
        decide(method, with_person(), 0)
    if before == "another scene":
        method.reset()
    if before == "another light":
        assert decide(method, with_person((VIEW * 0.3).astype(np.uint8)), 1) is None
    view = VIEW.copy()
    view[150:650, 760:1000] = (20, 25, 30)
    for index in range(2, 16):
        decision = decide(method, with_person(view), index)
    assert decision.alpha[75:325, 440:].max() == 0
    assert decision.certainty[75:325, 440:].min() == 255


def test_what_was_held_from_the_first_frame_on_is_theirs_once_it_moves(method):
    for index in range(24):
        down = 300 + round(40 * np.sin(index / 4))
        decision = decide(method, with_person(with_person(), (200, 160, 20), (830, down, 1090, down + 200)), index)
    assert decision.alpha[down // 2 + 6 : down // 2 + 94, 424:540].min() == 255


def test_a_screen_that_changes_behind_the_person_is_not_theirs(method):
    for index in range(4):
        picture = with_person()
        if index:
            view = VIEW.copy()
            view[220:460, 760:1080] = np.random.default_rng(index).integers(0, 255, 3)
            picture = with_person(view)
        alpha = decide(method, picture, index).alpha
        assert (alpha[115:225, 430:535] > 0).mean() < 0.01


OTHER = (820, 260, 1100, 720)


def hiding_other(index: int) -> Mask:
    """The subject's mask, another person beside them being hidden."""
    others = np.where(mask_of(0, OTHER).alpha > 0, np.uint8(255), np.uint8(0))
    others[mask_of().alpha > 0] = 0
    return replace(mask_of(index), hidden=others)


def test_another_person_who_touches_the_subject_is_not_held_by_them(plate):
    keeper = PlateKeeper(plate=plate)
    method = CleanPlate(keeper)
    picture = with_person(with_person(VIEW, (150, 90, 30), OTHER))
    for index in range(0, 400, 15):
        decision = method.decide(frame_of(picture, index), hiding_other(index), SETTINGS)
    assert decision.alpha[140:, 432:].max() == 0
    assert decision.alpha[120:350, 240:410].min() == 255
    assert keeper.plate is plate  # nor are they learned


def test_no_plate_is_taken_while_another_person_is_in_view(plate):
    keeper = PlateKeeper()
    keeper.take(SETTINGS)
    for seconds in (0, 6):
        keeper.see(
            replace(frame_of(VIEW), captured_ns=1 + seconds * 10**9),
            replace(hiding_other(0), alpha=mask_of(0, None).alpha),
        )
    assert keeper.status.refusal.code == "plate-person"


def test_what_has_changed_elsewhere_and_stays_is_learned(plate):
    keeper = PlateKeeper(plate=plate)
    method, view = CleanPlate(keeper), VIEW.copy()
    view[100:300, 1100:1200] = (20, 200, 220)
    for index in range(0, 400, 15):
        decide(method, with_person(view), index)
    assert keeper.plate is not plate
    error = np.abs(
        keeper.plate.image.planes[0][110:290, 1110:1190].astype(int) - to_i420(view).planes[0][110:290, 1110:1190]
    )
    assert error.max() <= 2


def test_another_size_is_no_picture_of_the_background(method):
    small = Image.from_i420(np.full((540, 640), 90, np.uint8))
    frame = Frame(0, 1, 1, small)
    assert method.decide(frame, mask_of(), SETTINGS) is None
    assert method.notice.code == "plate-size"


def taken(keeper: PlateKeeper, pictures, box=None) -> None:
    """Feeds a capture with a picture for each frame after the countdown."""
    for index, picture in enumerate(pictures):
        frame = frame_of(picture)
        late = replace(frame, captured_ns=1 + index * 6 * 10**9 if index < 2 else 7 * 10**9 + index)
        keeper.see(late, mask_of(0, box))


def test_a_plate_is_taken_after_the_countdown():
    keeper = PlateKeeper()
    assert keeper.status.phase is PlatePhase.NONE
    keeper.take(SETTINGS)
    keeper.see(frame_of(with_person()), mask_of())  # still stepping out
    assert (keeper.status.phase, keeper.status.seconds_left) == (PlatePhase.COUNTDOWN, 5)
    taken(keeper, [VIEW] * 63)
    assert keeper.status == PlateStatus(PlatePhase.READY)
    assert keeper.plate is not None


def test_a_refused_capture_leaves_the_plate_that_was_there(plate):
    keeper = PlateKeeper(plate=plate)
    keeper.take(SETTINGS)
    taken(keeper, [with_person()] * 3, PERSON)
    assert keeper.status.refusal.code == "plate-person"
    assert keeper.plate is plate


@pytest.mark.parametrize("wrong", [{"alpha": np.full((144, 256), np.nan, np.float32)}, {"plausible": False}])
def test_a_frame_counts_only_with_a_mask_that_can_be_right(wrong):
    """Else a network that fails for a moment would leave the person in the plate."""
    keeper = PlateKeeper()
    keeper.take(SETTINGS)
    for seconds in (0, 6, 7):
        seen = replace(frame_of(with_person()), captured_ns=1 + seconds * 10**9)
        keeper.see(seen, replace(mask_of(0, None), **wrong))
    assert keeper.status == PlateStatus(PlatePhase.CAPTURING)


def test_without_a_mask_no_plate_is_taken():
    with pytest.raises(EngineError, match="choose a background"):
        PlateKeeper().take(SETTINGS.replace(background=Background.parse("none")))


def test_a_plate_is_on_the_disk_only_if_it_is_to_be_remembered(tmp_path, plate):
    path = tmp_path / "data" / "clean-plate.npz"
    keeper = PlateKeeper(path)
    assert keeper.plate is None
    with pytest.raises(EngineError):
        keeper.remember()
    keeper.take(SETTINGS)
    taken(keeper, [VIEW] * 64)
    assert not path.exists()
    keeper.remember()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert keeper.status.remembered
    again = PlateKeeper(path)
    assert again.status.remembered
    assert np.array_equal(again.plate.image.planes[0], keeper.plate.image.planes[0])
    again.delete()
    assert not path.exists()
    assert again.plate is None
    assert list(path.parent.iterdir()) == []


def test_what_was_learned_is_not_kept(tmp_path, plate):
    path = tmp_path / "clean-plate.npz"
    keeper = PlateKeeper(path, plate)
    planes = tuple(np.full_like(plane, 90) for plane in plate.image.planes)
    keeper.learn(replace(plate, image=replace(plate.image, planes=planes)))
    assert keeper.plate is not plate
    keeper.remember()
    assert np.array_equal(storage.load(path).image.planes[0], plate.image.planes[0])


def test_a_plate_that_cannot_be_deleted_is_told_of(tmp_path, plate):
    path = tmp_path / "clean-plate.npz"
    keeper = PlateKeeper(path, plate)
    keeper.remember()
    path.unlink()
    path.mkdir()  # which no one may unlink, root neither
    with pytest.raises(OutputError, match="can't delete"):
        keeper.delete()
    assert keeper.plate is None
    assert keeper.status.remembered
    keeper.take(SETTINGS)
    taken(keeper, [VIEW] * 64)
    assert keeper.status.phase is PlatePhase.READY
    assert keeper.status.refusal.code == "file-not-deleted"


@pytest.mark.parametrize("seen", ["never", "in the countdown", "without a mask"])
def test_a_capture_without_frames_comes_to_an_end(seen, monkeypatch):
    now = [1]
    monkeypatch.setattr(keeper_module, "now_ns", lambda: now[0])
    keeper = PlateKeeper()
    keeper.take(SETTINGS)
    for seconds in () if seen == "never" else (0,) if seen == "in the countdown" else (0, 6, 7, 8):
        now[0] = 1 + seconds * 10**9
        frame = replace(frame_of(VIEW), captured_ns=now[0])
        keeper.see(frame, replace(mask_of(0, None), plausible=False))
    now[0] = 14 * 10**9
    assert keeper.status.refusal is None
    now[0] = 3600 * 10**9  # the settings come back
    keeper.see(replace(frame_of(VIEW), captured_ns=now[0]), mask_of(0, None))
    assert keeper.status.refusal.code == "plate-waited"
    assert keeper.status.phase is PlatePhase.NONE


def test_a_plate_that_is_deleted_while_it_is_written_is_not_kept(tmp_path, plate, monkeypatch):
    path = tmp_path / "clean-plate.npz"
    keeper, save = PlateKeeper(path, plate), storage.save

    def slow(*given):
        save(*given)
        keeper.delete()
        save(*given)  # the file appears after it was deleted

    monkeypatch.setattr(storage, "save", slow)
    keeper.remember()
    assert not path.exists()
    assert not keeper.status.remembered
    assert keeper.plate is None


def test_a_new_plate_is_not_remembered_by_the_way(tmp_path, plate):
    path = tmp_path / "clean-plate.npz"
    storage.save(plate, path)
    keeper = PlateKeeper(path)
    keeper.take(SETTINGS)
    taken(keeper, [VIEW] * 64)
    assert not path.exists()
    assert not keeper.status.remembered


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04nothing", b"\0" * 5000])
def test_a_damaged_plate_is_none(tmp_path, damage):
    path = tmp_path / "clean-plate.npz"
    path.write_bytes(damage)
    assert PlateKeeper(path).plate is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("picture", np.zeros((0, 1280), np.uint8)),
        ("picture", np.zeros((1080, 0), np.uint8)),
        ("noise", np.full((180, 320, 2), np.nan, np.float32)),
        ("noise", np.full((360, 640, 2), np.inf, np.float32)),
        ("noise", np.ones((10, 10, 2), np.float32)),
    ],
)
def test_a_plate_of_other_shapes_or_without_numbers_is_none(tmp_path, plate, name, value):
    path = tmp_path / "clean-plate.npz"
    storage.save(plate, path)
    with np.load(path) as held:
        parts = dict(held)
    np.savez_compressed(path, **parts)
    assert storage.load(path) is not None
    np.savez_compressed(path, **(parts | {name: value}))
    assert storage.load(path) is None


def test_a_truncated_plate_is_none(tmp_path, plate):
    path = tmp_path / "clean-plate.npz"
    storage.save(plate, path)
    path.write_bytes(path.read_bytes()[:-2000])
    assert PlateKeeper(path).plate is None


def test_nothing_of_a_plate_is_in_its_text(plate):
    assert len(repr(PlateKeeper(plate=plate).status)) < 200
    assert "array" not in repr(PlateKeeper(plate=plate))


def test_a_still_picture_in_bgr_is_decided_the_same(plate):
    image = Image.from_bgr(with_person())
    decision = CleanPlate(PlateKeeper(plate=plate)).decide(Frame(0, 1, 1, image), mask_of(), SETTINGS)
    assert decision.alpha[300, 320] == 255
    assert decision.person is image


def test_coarse_sizes_work(plate):
    """A frame whose working size is no multiple of it."""
    picture = cv2.resize(with_person(), (854, 480))
    view = cv2.resize(VIEW, (854, 480))
    capture = PlateCapture(2)
    for _ in range(2):
        small = capture.add(FramePyramid(to_i420(view)), 0.0)
    method = CleanPlate(PlateKeeper(plate=small))
    decision = method.decide(Frame(0, 1, 1, to_i420(picture)), mask_of(), SETTINGS)
    assert decision.alpha[300, 320] == 255
    assert decision.alpha[100, 60] == 0
