import stat
from pathlib import Path

import pytest

from engine.core import settings_file
from engine.core.errors import EngineError, UsageError
from engine.core.settings import Background, BackgroundKind, Fit, Settings, options


@pytest.mark.parametrize(
    "text", ["none", "blur:0", "blur:100", "color:#0a1bff", "image:/a b/ü.png", "video:x:y.mp4", "transparent"]
)
def test_a_background_reads_what_it_writes(text):
    assert str(Background.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["", "blur:101", "blur:-1", "blur:x", "color:red", "color:#12345", "image:", "none:1", "raw"]
)
def test_a_background_that_is_none_is_refused(text):
    with pytest.raises(UsageError, match="no such background"):
        Background.parse(text)


def test_blur_is_the_default_and_nothing_damaged_ever_means_none(tmp_path: Path):
    assert Settings().background.kind is BackgroundKind.BLUR
    for damage in ['background = "nome"', "background = 3", 'background = ["none"]', "", "background =", "\x00\xff"]:
        path = tmp_path / "settings.toml"
        path.write_bytes(damage.encode("latin-1"))
        assert settings_file.load(path).settings.background.kind is BackgroundKind.BLUR


def test_every_option_is_declared_with_words_and_valid_default():
    for name, option in options().items():
        assert option.title, name
        assert option.help.endswith("."), name


def test_values_out_of_their_limits_are_refused():
    for wrong in ({"temporal": 101}, {"width": 1}, {"runtime": "tensorflow"}, {"fps": 0}, {"key": "green"}):
        with pytest.raises(UsageError, match=next(iter(wrong))):
            Settings(**wrong)


def test_settings_come_back_from_their_file(tmp_path: Path):
    path = tmp_path / "new folder" / "settings.toml"
    chosen = Settings(background=Background.parse("image:/x.png"), fit=Fit.CONTAIN, mirror=True, fps=25, temporal=0)
    settings_file.save(chosen, path)
    loaded = settings_file.load(path)
    assert loaded.settings == chosen
    assert loaded.problem is None
    assert list(path.parent.iterdir()) == [path]


def test_a_damaged_file_is_kept_aside_and_defaults_apply(tmp_path: Path):
    path = tmp_path / "settings.toml"
    path.write_text("background = [")
    loaded = settings_file.load(path)
    assert loaded.settings == Settings()
    assert "damaged" in str(loaded.problem)
    assert (tmp_path / "settings.toml.broken").read_text() == "background = ["


def test_one_bad_value_costs_only_itself(tmp_path: Path):
    path = tmp_path / "settings.toml"
    path.write_text('mirror = true\ntemporal = 400\nfps = "fast"\nunheard_of = 1\n')
    loaded = settings_file.load(path)
    assert loaded.settings == Settings(mirror=True)
    assert "temporal" in str(loaded.problem)
    assert "fps" in str(loaded.problem)


def test_a_newer_file_says_so(tmp_path: Path):
    path = tmp_path / "settings.toml"
    path.write_text("version = 99\nmirror = true\n")
    loaded = settings_file.load(path)
    assert loaded.newer
    assert loaded.settings.mirror


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "settings.toml"
    settings_file.save(Settings(mirror=True), path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(EngineError, match="no space left"):
        settings_file.save(Settings(), path)
    assert settings_file.load(path).settings.mirror
    assert list(tmp_path.glob("settings.toml*")) == [path]
    assert stat.S_ISREG(path.stat().st_mode)
