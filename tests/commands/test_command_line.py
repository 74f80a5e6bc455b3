"""The program as users and scripts start it: real processes, real files, exit statuses and one line of reason."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.outputs.files.video_file import VideoFileOutput
from engine.platform.paths import assets_dir
from engine.privacy import own_picture
from engine.sources.synthetic import SyntheticSource
from tests.conftest import ROOT, shared
from tests.support.waiting import until

FRAMES = 24


def cyclorama(*args: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the program to its end."""
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *map(str, args)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=os.environ | environment,
    )


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short clip of the synthetic person."""
    path = tmp_path_factory.mktemp("clip") / "person.mp4"
    source, output = SyntheticSource(size=(640, 360), fps=30), VideoFileOutput(path)
    source.open()
    output.open((640, 360), 30)
    for _ in range(FRAMES):
        frame = source.read()
        assert frame is not None
        output.send(own_picture(frame.image))
    output.close()
    source.close()
    return path


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("photo") / "photo.png"
    picture = np.zeros((241, 323, 3), np.uint8)
    picture[:] = np.linspace(40, 220, 323, dtype=np.uint8)[:, np.newaxis]
    cv2.imwrite(str(path), picture)
    return path


def frames_of(path: Path) -> int:
    import av

    with av.open(str(path)) as container:
        return sum(1 for _ in container.decode(video=0))


@pytest.mark.parametrize("runtime", ["openvino", "paddle"])
def test_rendering_a_clip_reports_under_the_names_scripts_depend_on(clip, tmp_path, runtime):
    out, stats = tmp_path / "out.mp4", tmp_path / "stats.json"
    done = cyclorama("render", clip, out, "--runtime", runtime, "--model", "cyclorama-lite", "--stats-json", stats)
    assert (done.returncode, done.stdout) == (0, "")
    assert frames_of(out) == FRAMES
    report = json.loads(stats.read_text())
    assert report["frames_in"] == report["frames_out"] == FRAMES
    assert report["frames_dropped"] == 0
    assert {"p50_ms", "p95_ms"} <= set(report["stages"]["inference"])
    assert report["latency_p50_ms"] <= report["latency_p95_ms"]
    assert 0 < report["first_frame_s"] < report["wall_s"]
    assert report["cpu_s"] > 0
    assert report["peak_rss_mb"] > 50
    assert report["model"] == "cyclorama-lite"
    assert report["runtime"].startswith(runtime)
    assert report["version"]


@pytest.mark.parametrize(
    "background",
    ["none", "blur", "blur:0", "blur:100", "color:#18324f", "image:{photo}", "video:{clip}"],
)
def test_every_kind_of_background_renders(clip, photo, tmp_path, background):
    out = tmp_path / "out.mp4"
    done = cyclorama("render", clip, out, "--background", background.format(photo=photo, clip=clip))
    assert (done.returncode, done.stderr) == (0, "")
    assert frames_of(out) == FRAMES


def test_pictures_sequences_and_mattes(clip, photo, tmp_path):
    picture, matte = tmp_path / "out.png", tmp_path / "matte.png"
    done = cyclorama("render", photo, picture, "--background", "transparent", "--mask-out", matte)
    assert (done.returncode, done.stderr) == (0, "")
    assert cv2.imread(str(picture), cv2.IMREAD_UNCHANGED).shape == (241, 323, 4)
    assert cv2.imread(str(matte), cv2.IMREAD_UNCHANGED).shape == (241, 323)
    folder = tmp_path / "frames"
    assert cyclorama("render", clip, folder, "--size", "320x180", "--fps", "15").returncode == 0
    pictures = sorted(folder.iterdir())
    assert len(pictures) == FRAMES // 2
    assert cv2.imread(str(pictures[0])).shape == (180, 320, 3)


def test_none_as_a_background_gives_the_picture_back(photo, tmp_path):
    out = tmp_path / "out.png"
    assert cyclorama("render", photo, out, "--background", "none").returncode == 0
    assert (cv2.imread(str(out)) == cv2.imread(str(photo))).all()


def test_a_real_person_is_kept(tmp_path):
    portrait = shared("media/images/portrait_shu.jpg")
    out, matte = tmp_path / "out.png", tmp_path / "matte.png"
    done = cyclorama("render", portrait, out, "--background", "color:#00ff00", "--mask-out", matte)
    assert done.returncode == 0
    picture, alpha = cv2.imread(str(out)), cv2.imread(str(matte), cv2.IMREAD_UNCHANGED)
    assert picture.shape == cv2.imread(str(portrait)).shape
    assert 0.15 < (alpha > 127).mean() < 0.7
    assert (np.abs(picture[alpha == 0].astype(int) - (0, 255, 0)) <= 2).all()


@pytest.mark.parametrize(
    ("args", "status", "words"),
    [
        (["nonsense"], 2, "no such command"),
        (["render", "missing.mp4", "{out}/x.mp4"], 2, "no such file"),
        (["render", "{clip}", "{out}/no/such/x.mp4"], 2, "no such folder"),
        (["render", "{clip}", "{out}/x.xyz"], 2, "x.xyz"),
        (["render", "{clip}", "{out}/x.mp4", "--background", "red"], 2, "no such background"),
        (["render", "{clip}", "{out}/x.mp4", "--background", "blur:101"], 2, "no such background"),
        (["render", "{clip}", "{out}/x.mp4", "--background", "image:missing.png"], 2, "no such background file"),
        (["render", "{clip}", "{out}/x.mp4", "--background", "image:{text}"], 1, "picture"),
        (["render", "{clip}", "{out}/x.mp4", "--background", "video:{text}"], 1, "video"),
        (["render", "{clip}", "{out}/x.mp4", "--model", "no-such-model"], 2, "no model"),
        (["render", "{clip}", "{out}/x.mp4", "--model", "{text}"], 2, "model"),
        (["render", "{clip}", "{out}/x.mp4", "--size", "99"], 2, "no size"),
        (["render", "{clip}", "{out}/x.mp4", "--size", "641x360"], 2, "odd"),
        (["render", "{clip}", "{out}/x.mp4", "--temporal", "400"], 2, "temporal"),
        (["render", "{text}", "{out}/x.mp4"], 1, "damaged"),
        (["render", "{empty}", "{out}/x.mp4"], 1, "damaged"),
        (["render", "{half}", "{out}/x.mp4"], 1, "half.mp4"),
        (["render", "{text_png}", "{out}/x.png"], 1, "picture"),
        (["render", "{clip}", "{clip}"], 2, "is the input"),
        (["render", "{clip}", "{out}/x.mp4", "--fps", "0"], 2, "fps"),
        (["run", "--source", "synthetic", "--sink", "none", "--seconds", "-1"], 2, "no duration"),
        (["run", "--source", "synthetic", "--sink", "none", "--seconds", "nan"], 2, "no duration"),
        (["run", "--source", "synthetic", "--sink", "none", "--model", "no-such-model"], 2, "no model"),
        (["run", "--source", "synthetic", "--sink", "file:{out}/no/such/x.mp4"], 2, "no such folder"),
        (["run", "--source", "webcam"], 2, "no such source"),
        (["run", "--source", "demo", "--sink", "zoom"], 2, "no such sink"),
        (["run", "--source", "file:missing.mp4", "--sink", "none"], 2, "no such file"),
        (["run", "--source", "file:{text}", "--sink", "none", "--seconds", "2"], 1, "damaged"),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, list) else None,
)
def test_what_is_wrong_is_said_in_one_line(clip, tmp_path, args, status, words):
    out, text, half, empty = tmp_path / "out", tmp_path / "notes.mp4", tmp_path / "half.mp4", tmp_path / "empty.mp4"
    text_png = tmp_path / "notes.png"
    out.mkdir()
    for path in (text, text_png):
        path.write_text("these are notes\n" * 50)
    half.write_bytes(clip.read_bytes()[: clip.stat().st_size // 2])
    empty.touch()
    names = {"clip": clip, "out": out, "text": text, "half": half, "empty": empty, "text_png": text_png}
    done = cyclorama(*(arg.format(**names) for arg in args))
    assert done.returncode == status, done.stderr
    lines = [line for line in done.stderr.splitlines() if line.startswith("cyclorama: ")]
    assert len(lines) == 1, done.stderr
    assert words in lines[0]
    assert "Traceback" not in done.stderr
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_render_leaves_no_half_of_a_file(clip, tmp_path, how):
    out = tmp_path / "out.mp4"
    long = [sys.executable, ROOT / "main.py", "run", "--source", "demo", "--sink", "none"]
    slow = [sys.executable, ROOT / "main.py", "render", clip, out, "--size", "3840x2160"]
    for command in (slow, long):
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        time.sleep(1.2)
        if process.poll() is None:
            process.send_signal(how)
            _, errors = process.communicate(timeout=20)
            assert process.returncode == 128 + how, errors
            assert "Traceback" not in errors
            assert list(tmp_path.iterdir()) == []
        else:
            assert process.communicate(timeout=5)[1] == "" or command is long


@pytest.mark.parametrize("sink", ["render", "folder", "recording"])
@pytest.mark.parametrize("pause_s", [0, 0.05])
def test_a_second_signal_does_not_disturb_the_end_that_the_first_began(tmp_path, sink, pause_s):
    out, command = tmp_path / "out", [sys.executable, ROOT / "main.py"]
    out.mkdir()
    target = out / ("frames" if sink == "folder" else "out.mp4")
    if sink == "recording":
        command += ["run", "--source", "synthetic", "--sink", f"file:{target}"]
    else:
        command += ["render", assets_dir() / "demo" / "demo.mp4", target, "--size", "3840x2160"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    until(lambda: any(path.stat().st_size for path in out.iterdir()), "something written")
    for how in (signal.SIGTERM, signal.SIGINT, signal.SIGTERM):
        process.send_signal(how)
        time.sleep(pause_s)
    _, errors = process.communicate(timeout=30)
    assert process.returncode in (128 + signal.SIGINT, 128 + signal.SIGTERM)
    assert "Traceback" not in errors
    assert list(out.iterdir()) == ([target] if sink == "recording" else [])
    if sink == "recording":
        assert frames_of(target) > 0


@pytest.mark.parametrize("args", [["devices"], ["models"]], ids=lambda args: args[0])
def test_a_reader_that_stops_reading_is_no_fault(args):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, ROOT / "main.py", *args]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_folder_that_can_t_be_written_is_named(clip, tmp_path):
    if os.geteuid() == 0:
        target = Path("/proc/x.mp4")  # root may write anywhere but there
    else:
        target = tmp_path / "locked" / "x.mp4"
        target.parent.mkdir(mode=0o500)
    done = cyclorama("render", clip, target)
    assert done.returncode == 1
    assert str(target.parent) in done.stderr
    assert "Traceback" not in done.stderr


def test_no_display_says_what_to_run_instead():
    quiet = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = cyclorama(**quiet)
    assert done.returncode == 1
    assert "main.py render INPUT OUTPUT`" in done.stderr


def test_rendering_loads_neither_qt_nor_paddle(clip):
    code = (
        "import sys, main; status = main.main(sys.argv[1:]);"
        "print(status, sorted({name.split('.')[0] for name in sys.modules} & {'PySide6', 'paddle', 'paddleseg'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "render", clip, "none"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.strip() == "0 []"


def test_a_locale_without_our_characters_is_no_error():
    done = cyclorama("render", "--help", LC_ALL="POSIX", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "--background" in done.stdout


def test_live_from_a_file_ends_with_the_file(clip):
    done = cyclorama("run", "--source", f"file:{clip}", "--sink", "none", "--stats-json", "-")
    assert done.returncode == 0
    report = json.loads(done.stdout)
    assert report["frames_in"] == FRAMES
    assert report["frames_out"] >= 10


def test_a_package_without_a_command_says_so(tmp_path: Path) -> None:
    code = "import sys; sys.modules['training'] = None; import main; sys.exit(main.main(['train', '--help']))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "cyclorama: `train` is not in this package: install the Python package `cyclorama` for it\n"
