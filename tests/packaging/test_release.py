"""Release notes come from the changelog, and the bundle's lists agree with the project."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest

import main
from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "packaging" / "bundle"))
sys.path.insert(0, str(ROOT / "packaging" / "release"))
import contents
import notes
import slim

CHANGELOG = """# Changelog

## Unreleased

## 1.1.0 - 2026-02-03

### Added
- A thing.

## 1.0.0 - 2026-01-01

- The first.
"""


def test_notes_are_the_section_of_the_version() -> None:
    assert notes.section("1.1.0", CHANGELOG) == ("2026-02-03", "### Added\n- A thing.")
    assert notes.section("1.0.0", CHANGELOG) == ("2026-01-01", "- The first.")
    for version in ("Unreleased", "1.2.0", "1.1"):
        with pytest.raises(SystemExit, match="has no section"):
            notes.section(version, CHANGELOG)


def test_the_bundle_has_every_command_of_its_packages() -> None:
    modules = contents.modules(main.COMMANDS, ROOT)
    for module, _ in main.COMMANDS.values():
        assert (module in modules) == (module.split(".")[0] in contents.PACKAGES)


def test_the_bundle_has_the_data_files_and_not_what_made_them() -> None:
    files = {f"{folder}/{path.rpartition('/')[2]}" for path, folder in contents.data_files(ROOT)}
    assert {"assets/demo/demo.mp4", "engine/matte/refine/network.npz", "ui/style/theme.qss"} <= files
    assert not [name for name in files if name.startswith("assets/make") or name.endswith((".py", ".ts"))]


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("openvino/libs/libopenvino_intel_gpu_plugin.so", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("libgtk-3.so.0", False),
        ("libstdc++.so.6", False),
        ("libssl.so.3", True),
    ],
)
def test_the_bundle_leaves_out_what_is_never_loaded(name: str, needed: bool) -> None:
    assert contents.is_needed(name) == needed


def test_the_bundle_has_the_dialogs_of_every_language_of_the_window() -> None:
    languages = {path.stem.removeprefix("cyclorama_") for path in (ROOT / "assets" / "translations").glob("*.qm")}
    assert languages >= {"de", "es", "zh_CN"}
    for language in languages:
        assert contents.is_needed(f"PySide6/Qt/translations/qtbase_{language}.qm"), language
        assert slim.ICU_KEPT.match(f"coll/{language.partition('_')[0]}.res".encode()), language


def test_the_bundle_does_not_tell_where_packages_were_installed(tmp_path: Path) -> None:
    package = tmp_path / "tqdm-4.0.dist-info"
    package.mkdir()
    for name in ("METADATA", "RECORD", "INSTALLER"):
        (package / name).write_text("../../../bin/tqdm,sha256=0,1")
    slim.drop_installers_notes(tmp_path)
    assert [path.name for path in package.iterdir()] == ["METADATA"]


def test_icu_data_keeps_the_items_that_are_read() -> None:
    items = {b"icudt73l/coll/root.res": b"r" * 5, b"icudt73l/lang/fr.res": b"d" * 20, b"icudt73l/nfc.nrm": b"n" * 17}
    header = struct.pack("<H", 32) + slim.ICU_MAGIC + bytes(8) + b"CmnD" + bytes(16)
    names_at = 4 + 8 * len(items)
    names = b"".join(name + b"\0" for name in items)
    at = names_at + len(names)
    table = struct.pack("<I", len(items))
    for name, item in items.items():
        table += struct.pack("<II", names_at, at)
        names_at, at = names_at + len(name) + 1, at + len(item)
    kept = slim.kept_icu_items(header + table + names + b"".join(items.values()))
    body = kept[32:]
    count = struct.unpack_from("<I", body)[0]
    entries = [struct.unpack_from("<II", body, 4 + 8 * i) for i in range(count)]
    found = {body[name : body.index(b"\0", name)]: body[offset : offset + 5] for name, offset in entries}
    assert found == {b"icudt73l/coll/root.res": b"rrrrr", b"icudt73l/nfc.nrm": b"nnnnn"}
    assert all(offset % 16 == 0 for _, offset in entries)
    with pytest.raises(SystemExit):
        slim.kept_icu_items(bytes(64))
