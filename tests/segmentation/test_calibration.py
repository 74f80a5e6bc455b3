import os
import time

from engine.core.errors import ModelError
from engine.segmentation.runtimes import calibration
from engine.segmentation.runtimes.calibration import REMEMBERED, fastest
from engine.segmentation.runtimes.threads import threads_for

DEVICES = {"CPU": "A processor", "GPU": "A graphics card", "NPU": "Something else"}


def prepare_with(pause_s, asked):
    def prepare(device):
        asked.append(device)
        if device not in pause_s:
            raise ModelError(f"{device} can't")
        return lambda: time.sleep(pause_s[device])

    return prepare


def test_the_fastest_device_is_chosen_and_remembered():
    asked: list[object] = []
    assert fastest("model", DEVICES, prepare_with({"CPU": 0.02, "GPU": 0}, asked)) == "GPU"
    assert asked == ["CPU", "GPU", "NPU"]
    assert fastest("model", DEVICES, prepare_with({}, asked)) == "GPU"
    assert len(asked) == 3, "remembered"
    fastest("other model", DEVICES, prepare_with({"CPU": 0}, asked))
    fastest("model", DEVICES | {"GPU": "Another card"}, prepare_with({"CPU": 0}, asked))
    assert len(asked) == 9, "measured anew for another model and another card"


def test_first_device_where_none_works():
    assert fastest("model", DEVICES, prepare_with({}, [])) == "CPU"
    assert not REMEMBERED.file.exists()


def test_a_damaged_cache_is_ignored():
    REMEMBERED.file.parent.mkdir(parents=True)
    for damaged in (b"[1]", b'{"model', b"\xff\xfe"):
        REMEMBERED.file.write_bytes(damaged)
        assert fastest("model", DEVICES, prepare_with({"NPU": 0}, [])) == "NPU"
        REMEMBERED.file.unlink()


def test_each_run_counts_once():
    runs = []
    calibration.fastest("model", {"CPU": "one"}, lambda device: lambda: runs.append(device))
    assert len(runs) == calibration.RUNS + 1, "one to warm up"


def test_threads_by_input_size(monkeypatch):
    for cores, wanted in ((1, 1), (2, 1), (4, 2), (16, 14)):
        monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
        assert threads_for((256, 144)) == threads_for((398, 224)) == 1
        assert threads_for((896, 512)) == wanted
