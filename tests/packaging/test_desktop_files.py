"""What the desktop is told of the app agrees with the app."""

from __future__ import annotations

import argparse
import configparser
import importlib
import os
import shlex
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import main
from engine import __version__
from tests.conftest import ROOT

APP_ID = "io.github.cyclorama.Cyclorama"
PACKAGING = ROOT / "packaging"


def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(PACKAGING / f"{APP_ID}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_desktop_entry_starts_the_app_under_its_own_name():
    entry = desktop_entry()
    assert entry["Exec"] == "cyclorama"
    assert entry["Icon"] == APP_ID
    assert f'setDesktopFileName("{APP_ID}")' in (ROOT / "ui" / "app.py").read_text("utf-8")


def test_appstream_names_the_entry_and_this_version():
    component = ElementTree.parse(PACKAGING / f"{APP_ID}.metainfo.xml").getroot()
    assert component.findtext("id") == APP_ID
    assert component.findtext("launchable") == f"{APP_ID}.desktop"
    assert component.find("releases/release").get("version") == __version__


def test_the_systemd_unit_runs_a_command_line_that_exists():
    unit = configparser.ConfigParser(interpolation=None, strict=False)
    unit.optionxform = str
    unit.read(PACKAGING / "cyclorama.service", encoding="utf-8")
    program, command, *arguments = shlex.split(unit["Service"]["ExecStart"])
    assert program.endswith("/cyclorama")
    module = importlib.import_module(main.COMMANDS[command][0])
    parser = argparse.ArgumentParser()
    module.add_arguments(parser)
    assert parser.parse_args(arguments).sink == "virtual"


def completed(script: Path, line: str) -> list[str]:
    """What bash offers at the end of a line."""
    words = line.split(" ")
    asked = f'source "{script}"; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _shtab_cyclorama'
    asked += '; echo "${COMPREPLY[@]}"'
    answer = subprocess.run(["bash", "-c", asked], cwd=script.parent, capture_output=True, text=True, check=True)
    return answer.stdout.split()


def test_desktop_files_are_installed_and_removed(tmp_path):
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path), "PYTHON": sys.executable}
    script = PACKAGING / "install_desktop.sh"
    subprocess.run([script], env=environment, check=True, capture_output=True)
    installed = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    assert installed == [
        f"applications/{APP_ID}.desktop",
        "bash-completion/completions/cyclorama",
        "fish/vendor_completions.d/cyclorama.fish",
        f"icons/hicolor/scalable/apps/{APP_ID}.svg",
        "man/man1/cyclorama.1",
        f"metainfo/{APP_ID}.metainfo.xml",
        "zsh/site-functions/_cyclorama",
    ]
    page = (tmp_path / "man" / "man1" / "cyclorama.1").read_text("utf-8")
    assert all(f".SS \\fBcyclorama {command}\\fR\n" in page for command in main.COMMANDS)
    completion = tmp_path / "bash-completion" / "completions" / "cyclorama"
    assert completed(completion, "cyclorama run --runt") == ["--runtime"]
    assert completed(completion, "cyclorama run --runtime op") == ["openvino"]
    assert completed(completion, "cyclorama doc") == ["doctor"]
    subprocess.run([script, "remove"], env=environment, check=True)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
