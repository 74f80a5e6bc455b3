import io
import json
import random
import shutil
import stat
import subprocess
import zipfile

import pytest

from engine.core.errors import ModelError, UsageError
from engine.platform import paths
from engine.segmentation.models import download, library
from engine.segmentation.models.catalogue import CATALOGUE, entry
from engine.segmentation.models.catalogue_entry import Kind, Variant
from engine.segmentation.models.library import Trust
from engine.segmentation.models.model_folder import data_folder, find_model
from tests.segmentation.conftest import official
from tests.segmentation.server import Page, serving

DEPLOY = b"Deploy: {model: model.pdmodel, params: model.pdiparams, transforms: [{type: Normalize}]}"
MODEL_FILES = {
    "deploy.yaml": DEPLOY,
    "model.pdmodel": b"m" * 1000,
    "model.pdiparams": random.Random(1).randbytes(90_000),
}
V2_MOBILE = "human_pp_humansegv2_mobile_192x192"
V2_LITE = "portrait_pp_humansegv2_lite_256x144"


def zipped(files, folder="folder/"):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name if isinstance(name, zipfile.ZipInfo) else folder + name, data)
    return buffer.getvalue()


@pytest.fixture
def server(monkeypatch):
    with serving() as running:
        monkeypatch.setenv("CYCLORAMA_MODELS_URL", running.url)
        monkeypatch.setattr(download, "READ_TIMEOUT_S", 0.5)
        yield running


def put(server, name, data, variant=None, **rest):
    known = entry(name)
    path = known.paths[variant or known.default_variant()]
    server.pages[path] = Page(data, **rest)
    return server.pages[path]


def everything_under(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_every_variant_downloads(server):
    for known in CATALOGUE:
        for variant, path in known.paths.items():
            is_model = variant in (Variant.SOFTMAX, Variant.ARGMAX, Variant.ALPHA)
            files = MODEL_FILES if is_model else {"readme.txt": b"hello"}
            if variant is Variant.SOFTMAX and known.sha256:
                continue  # a fake model can't have the published hashes; test_known_hashes_are_compared
            server.pages[path] = Page(b"weights" if path.endswith(".pdparams") else zipped(files))
            folder = library.fetch(known, variant)
            assert any(folder.iterdir())
            if is_model:
                assert find_model(folder.name).id == known.id
    assert set(server.requests) == {"/" + path for path in server.pages}


def test_catalogue_entries():
    kinds = [known.kind for known in CATALOGUE]
    assert [kinds.count(kind) for kind in Kind] == [2, 5, 8, 3]
    assert len({known.id for known in CATALOGUE}) == len(kinds)
    assert all(len(sha256) == 64 for known in CATALOGUE for sha256 in known.sha256.values())
    with pytest.raises(UsageError, match="there is no model or sample set 'nonsense'"):
        entry("nonsense")


def test_a_model_appears_whole(server):
    put(server, V2_MOBILE, zipped(MODEL_FILES))
    told = []
    folder = library.fetch(entry(V2_MOBILE), Variant.SOFTMAX, lambda have, total: told.append((have, total)))
    assert folder == data_folder() / f"{V2_MOBILE}_inference_model_with_softmax"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == MODEL_FILES
    assert not list((paths.data_dir() / "partial").iterdir())
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1] == len(server.pages[entry(V2_MOBILE).paths[Variant.SOFTMAX]].body)
    assert library.verify(folder) is Trust.UNVERIFIED
    with pytest.raises(UsageError, match="is installed already"):
        library.fetch(entry(V2_MOBILE), Variant.SOFTMAX)


def test_an_interrupted_download_resumes(server):
    page = put(server, V2_MOBILE, zipped(MODEL_FILES), faults=2, cut_after=20_000)
    library.fetch(entry(V2_MOBILE), Variant.SOFTMAX)
    assert page.ranges == ["", "bytes=20000-", "bytes=40000-"]


def test_a_cancelled_download_resumes(server):
    page = put(server, V2_MOBILE, zipped(MODEL_FILES))

    def stop(have, total):
        if have:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.fetch(entry(V2_MOBILE), Variant.SOFTMAX, stop)
    assert not data_folder().exists()
    library.fetch(entry(V2_MOBILE), Variant.SOFTMAX)
    assert page.ranges[1].startswith("bytes=")
    assert page.ranges[1] != "bytes=0-"


def test_two_versions_are_never_joined(server):
    page = put(server, V2_MOBILE, zipped(MODEL_FILES), faults=4, cut_after=20_000)
    page.body, old = b"?" * 100_000, page.body
    with pytest.raises(ModelError, match="cut off"):
        library.fetch(entry(V2_MOBILE), Variant.SOFTMAX)
    page.body, page.etag = old, '"2"'
    library.fetch(entry(V2_MOBILE), Variant.SOFTMAX)
    assert page.ranges[-1]


def test_redirects_are_followed(server):
    put(server, V2_MOBILE, b"", redirect="/elsewhere")
    server.pages["elsewhere"] = Page(zipped(MODEL_FILES))
    assert library.fetch(entry(V2_MOBILE), Variant.SOFTMAX).is_dir()


@pytest.fixture
def secure_server(tmp_path, monkeypatch):
    """One that encrypts, with a certificate that requests trusts during the test."""
    if not shutil.which("openssl"):
        pytest.skip("needs openssl to make a certificate")
    pem = tmp_path / "server.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    command += [
        "-addext",
        "subjectAltName=IP:127.0.0.1",
        "-keyout",
        str(pem),
        "-out",
        str(tmp_path / "certificate.pem"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    with pem.open("ab") as file:
        file.write((tmp_path / "certificate.pem").read_bytes())
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "certificate.pem"))
    with serving(pem) as running:
        monkeypatch.setenv("CYCLORAMA_MODELS_URL", running.url)
        yield running


def test_a_redirect_to_https_is_followed(secure_server):
    put(secure_server, V2_MOBILE, b"", redirect="/elsewhere")
    secure_server.pages["elsewhere"] = Page(zipped(MODEL_FILES))
    assert library.fetch(entry(V2_MOBILE), Variant.SOFTMAX).is_dir()


@pytest.mark.parametrize("returns", [False, True], ids=["to the file", "and back to an encrypted one"])
def test_a_redirect_to_http_is_refused(secure_server, returns):
    with serving() as plain:
        put(secure_server, V2_MOBILE, b"", redirect=f"{plain.url}elsewhere")
        secure_server.pages["sound"] = Page(zipped(MODEL_FILES))
        plain.pages["elsewhere"] = Page(zipped(MODEL_FILES), redirect=f"{secure_server.url}sound" if returns else "")
        with pytest.raises(ModelError, match="redirects to an address without encryption"):
            library.fetch(entry(V2_MOBILE), Variant.SOFTMAX)
        assert plain.requests == ["/elsewhere"]
    assert not data_folder().exists()


def test_an_untrusted_certificate_is_refused(secure_server, monkeypatch):
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    put(secure_server, V2_MOBILE, zipped(MODEL_FILES))
    with pytest.raises(ModelError, match="certificate is not trusted"):
        library.fetch(entry(V2_MOBILE), Variant.SOFTMAX)
    assert secure_server.requests == []


def test_a_busy_server_is_retried(server):
    put(server, V2_MOBILE, zipped(MODEL_FILES), status=503, faults=2)
    assert library.fetch(entry(V2_MOBILE), Variant.SOFTMAX).is_dir()


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (None, "answers 404"),
        (Page(status=500, faults=99), "answers 500"),
        (Page(status=403, faults=99), "answers 403"),
        (Page(redirect="/" + entry(V2_MOBILE).paths[Variant.SOFTMAX]), "redirects without end"),
        (Page(b"<html>log in</html>" * 99), "not a valid zip archive"),
        (Page(zipped(MODEL_FILES)[:-30_000]), "not a valid zip archive"),
        (Page(b"x" * 4000, pause_s=0.02), "too slow"),
        (Page(b"x" * 4000, pause_s=2), "not answer in time"),
    ],
)
def test_a_failure_is_one_line_and_leaves_nothing(server, page, words):
    if page:
        server.pages[entry(V2_MOBILE).paths[Variant.SOFTMAX]] = page
    with pytest.raises(ModelError, match=words) as failed:
        library.fetch(entry(V2_MOBILE), Variant.SOFTMAX)
    assert "\n" not in str(failed.value)
    assert not data_folder().exists()


def test_offline(monkeypatch):
    monkeypatch.setenv("CYCLORAMA_MODELS_URL", "http://127.0.0.1:9/")
    with pytest.raises(ModelError, match=r"no connection to the server.*check your connection"):
        library.fetch(entry(V2_MOBILE), Variant.SOFTMAX)


@pytest.mark.parametrize("address", ["nonsense", "file:///etc", "http://"])
def test_an_invalid_mirror_is_refused(monkeypatch, address):
    monkeypatch.setenv("CYCLORAMA_MODELS_URL", address)
    with pytest.raises(ModelError, match="that is not a web address"):
        library.fetch(entry(V2_MOBILE), Variant.SOFTMAX)


def test_a_full_disk_is_one_line_and_leaves_no_model(server):
    resource = pytest.importorskip("resource", reason="only Unix can limit the size of files")
    put(server, V2_MOBILE, zipped(MODEL_FILES))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    for full_at in (20_000, 100):
        resource.setrlimit(resource.RLIMIT_FSIZE, (full_at, limits[1]))
        try:
            with pytest.raises(ModelError, match="file too large"):
                library.fetch(entry(V2_MOBILE), Variant.SOFTMAX)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert not data_folder().exists()
    assert library.fetch(entry(V2_MOBILE), Variant.SOFTMAX).is_dir()


def test_known_hashes_are_compared(server):
    put(server, V2_LITE, zipped(MODEL_FILES))
    with pytest.raises(ModelError, match="is not the published one"):
        library.fetch(entry(V2_LITE), Variant.SOFTMAX)
    assert not data_folder().exists()


def test_an_official_model_is_verified(server):
    put(server, V2_LITE, zipped({path.name: path.read_bytes() for path in official(V2_LITE).iterdir()}))
    folder = library.fetch(entry(V2_LITE), Variant.SOFTMAX)
    assert library.verify(folder) is Trust.VERIFIED
    with (folder / "model.pdiparams").open("r+b") as file:
        file.seek(1000)
        file.write(b"!")
    assert library.verify(folder) is Trust.CHANGED


def test_a_changed_archive_is_refused(server):
    put(server, V2_MOBILE, zipped(MODEL_FILES))
    library.remove(library.fetch(entry(V2_MOBILE), Variant.SOFTMAX))
    put(server, V2_MOBILE, zipped({**MODEL_FILES, "model.pdmodel": b"other"}))
    with pytest.raises(ModelError, match="its SHA-256 differs"):
        library.fetch(entry(V2_MOBILE), Variant.SOFTMAX)
    assert not any(data_folder().iterdir())


def test_a_damaged_record_is_refused(server):
    put(server, V2_MOBILE, zipped(MODEL_FILES))
    library.remove(library.fetch(entry(V2_MOBILE), Variant.SOFTMAX))
    (paths.data_dir() / "sha256.json").write_text('{"archives": 3')
    with pytest.raises(ModelError, match=r"sha256\.json is damaged"):
        library.fetch(entry(V2_MOBILE), Variant.SOFTMAX)


def test_import_takes_archives_and_folders(tmp_path):
    (tmp_path / "mine.zip").write_bytes(zipped(MODEL_FILES))
    assert library.import_model(tmp_path / "mine.zip").id == "mine"
    folder = tmp_path / "own_inference_model"
    folder.mkdir()
    for name, data in MODEL_FILES.items():
        (folder / name).write_bytes(data)
    model = library.import_model(folder)
    assert model.id == "own"
    assert library.verify(model.path) is Trust.UNVERIFIED
    (model.path / "model.pdmodel").write_bytes(b"changed")
    assert library.verify(model.path) is Trust.CHANGED
    with pytest.raises(UsageError, match="is installed already"):
        library.import_model(folder)


def test_import_refuses_other_files(tmp_path):
    with pytest.raises(UsageError, match="there is no file or folder"):
        library.import_model(tmp_path / "nothing.zip")
    (tmp_path / "..zip").write_bytes(zipped(MODEL_FILES))
    with pytest.raises(UsageError, match="not a valid model name"):
        library.import_model(tmp_path / "..zip")
    (tmp_path / "pictures.zip").write_bytes(zipped({"readme.txt": b"hello"}))
    with pytest.raises(ModelError, match=r"holds no deploy\.yaml"):
        library.import_model(tmp_path / "pictures.zip")
    folder = tmp_path / "linked"
    folder.mkdir()
    for name, data in MODEL_FILES.items():
        (folder / name).write_bytes(data)
    (folder / "secret.txt").symlink_to("/etc/passwd")
    with pytest.raises(ModelError, match="links"):
        library.import_model(folder)
    assert not data_folder().exists()


def test_remove_deletes_only_installed_models(tmp_path):
    (tmp_path / "mine.zip").write_bytes(zipped(MODEL_FILES))
    model = library.import_model(tmp_path / "mine.zip")
    for other in (tmp_path, data_folder(), paths.data_dir()):
        with pytest.raises(UsageError, match="was not installed by this app"):
            library.remove(other)
    library.remove(model.path)
    assert not any(data_folder().iterdir())
    library.remove(library.import_model(tmp_path / "mine.zip").path)
    assert not any(data_folder().iterdir())


def linked(name="folder/link", target="/etc/passwd"):
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return {info: target}


def raw(name):
    return {zipfile.ZipInfo(name): b"x"}


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        (raw("../escape.txt"), "not allowed"),
        (raw("folder/../../escape.txt"), "not allowed"),
        (raw("/tmp/escape.txt"), "not allowed"),
        (raw("folder/C:escape.txt"), "not allowed"),
        (raw("folder/..\\escape.txt"), "not allowed"),
        (raw("folder/new\nline.txt"), "not allowed"),
        (raw("folder/" + "n" * 300 + ".txt"), "not allowed"),
        (raw("a/b/c/d/e/f/g/h.txt"), "not allowed"),
        (raw("folder/run.sh"), "not allowed"),
        (raw("folder/model.PDMODEL"), "twice"),
        (linked(), "link or a device"),
        ({"bomb.txt": b"\0" * 80_000_000}, "far more than expected"),
        ({f"{i}.txt": b"" for i in range(100)}, "entries"),
    ],
)
def test_hostile_archives_are_refused(tmp_path, extra, words):
    (tmp_path / "mine.zip").write_bytes(zipped({**MODEL_FILES, **extra}))
    with pytest.raises(ModelError, match=words):
        library.import_model(tmp_path / "mine.zip")
    assert everything_under(tmp_path) == ["mine.zip"]
    assert not data_folder().exists()


def test_macos_metadata_is_left_out(tmp_path):
    (tmp_path / "mine.zip").write_bytes(zipped({**MODEL_FILES, **raw("__MACOSX/folder/._model.pdmodel")}))
    assert everything_under(library.import_model(tmp_path / "mine.zip").path) == sorted(MODEL_FILES)


def test_mutated_archives(tmp_path):
    chance = random.Random(7)
    small = {**MODEL_FILES, "model.pdiparams": b"w" * 300}
    sound = [zipped(small), zipped({**small, **raw("../escape.txt")}), zipped({**small, **linked()})]
    archive = tmp_path / "mine.zip"
    refusals = []
    for _ in range(1000):
        data = bytearray(chance.choice(sound))
        for _ in range(chance.randint(1, 8)):
            where = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[where] = chance.randrange(256)
                case 1:
                    del data[where : where + chance.randint(1, 40)]
                case 2:
                    data[where : where + 4] = chance.choice((b"\xff" * 4, b"\0" * 4, b"PK\x01\x02", b"../x"))
                case _:
                    data[where:where] = data[: chance.randint(1, 60)]
        archive.write_bytes(data)
        try:
            library.remove(library.import_model(archive).path)
        except ModelError as error:
            refusals.append(str(error))
    assert 500 < len(refusals) < 1000
    assert not any("\n" in refusal for refusal in refusals)
    assert everything_under(tmp_path) == ["mine.zip"]
    home = paths.data_dir().parents[1]
    assert everything_under(home) == [str((paths.data_dir() / "sha256.json").relative_to(home))]
    assert json.loads((paths.data_dir() / "sha256.json").read_text())["files"] == {}
