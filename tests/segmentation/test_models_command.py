import json

import pytest

import main
from engine.segmentation.models.catalogue import entry
from engine.segmentation.models.catalogue_entry import Variant
from tests.segmentation.server import Page, serving
from tests.segmentation.test_library import MODEL_FILES, zipped

GENERAL = "human_pp_humansegv2_lite_192x192"


@pytest.fixture
def server(monkeypatch):
    with serving() as running:
        monkeypatch.setenv("CYCLORAMA_MODELS_URL", running.url)
        yield running


def test_the_life_of_a_model(server, capsys):
    server.pages[entry(GENERAL).paths[Variant.ARGMAX]] = Page(zipped(MODEL_FILES))
    assert main.main(["models", "get", GENERAL, "--variant", "argmax"]) == 0
    assert "unverified: its first sha256 is recorded" in capsys.readouterr().out
    assert main.main(["models", "path", GENERAL]) == 0
    folder = capsys.readouterr().out.strip()
    assert folder.endswith(f"{GENERAL}_inference_model")
    assert main.main(["models", "list", "--json"]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows[GENERAL]["state"] == "unverified"
    assert rows[GENERAL]["disk_bytes"] == sum(map(len, MODEL_FILES.values()))
    assert rows["cyclorama-lite"]["kind"] == "own"
    assert rows["cyclorama-lite"]["state"] == "built in"
    assert main.main(["models", "verify"]) == 0
    with open(f"{folder}/model.pdmodel", "ab") as file:
        file.write(b"!")
    assert main.main(["models", "verify", GENERAL]) == 1
    assert main.main(["models", "remove", GENERAL]) == 0
    capsys.readouterr()
    assert main.main(["models"]) == 0
    listed = capsys.readouterr().out
    assert GENERAL in listed
    assert "0.0 MiB on disk" in listed


def test_import_and_its_errors(tmp_path, capsys):
    (tmp_path / "mine.zip").write_bytes(zipped(MODEL_FILES))
    assert main.main(["models", "import", str(tmp_path / "mine.zip")]) == 0
    assert main.main(["models", "import", str(tmp_path / "mine.zip")]) == 2
    assert main.main(["models", "list", "--json"]) == 0
    listed = capsys.readouterr()
    mine = {row["id"]: row for row in json.loads(listed.out[listed.out.index("[\n") :])}["mine"]
    assert (mine["state"], mine["disk_bytes"]) == ("unverified", sum(map(len, MODEL_FILES.values())))
    assert main.main(["models", "get", "nonsense"]) == 2
    assert main.main(["models", "remove", "nonsense"]) == 2
    errors = (listed.err + capsys.readouterr().err).splitlines()
    assert len(errors) == 3, "one line each"


def test_without_a_network_get_says_so_in_a_line(monkeypatch, capsys):
    monkeypatch.setenv("CYCLORAMA_MODELS_URL", "http://127.0.0.1:9/")
    assert main.main(["models", "get", GENERAL]) == 1
    assert "no connection" in capsys.readouterr().err
