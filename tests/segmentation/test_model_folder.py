import shutil

import pytest

from engine.core.errors import ModelError, UsageError
from engine.segmentation.models import model_folder
from engine.segmentation.models.model_folder import available_models, candidate_models, data_folder, find_model

DEPLOY = "Deploy: {model: model.pdmodel, params: model.pdiparams, transforms: []}"
LITE = "portrait_pp_humansegv2_lite_256x144"


def put(place, *names):
    for name in names:
        folder = place / name
        folder.mkdir(parents=True)
        (folder / "deploy.yaml").write_text(DEPLOY)


@pytest.fixture
def environment(tmp_path, monkeypatch):
    monkeypatch.setenv("CYCLORAMA_MODELS", str(tmp_path / "mine"))
    monkeypatch.setattr(model_folder, "BUILT_IN_FOLDER", tmp_path / "built-in")
    return tmp_path / "mine"


def test_an_id_is_the_folders_name_without_its_ending(environment):
    put(environment, f"{LITE}_inference_model_with_softmax", "a_192x192_inference_model", "ppmattingv2-stdc1-human_512")
    assert [model.id for model in available_models()] == ["a_192x192", LITE, "ppmattingv2-stdc1-human_512"]


def test_probabilities_are_preferred_and_labels_can_be_named(environment):
    put(environment, f"{LITE}_inference_model", f"{LITE}_inference_model_with_softmax")
    assert find_model(LITE).path.name.endswith("_with_softmax")
    assert find_model(f"{LITE}_inference_model").path.name.endswith("_inference_model")
    assert len(available_models()) == 1


def test_the_search_path_in_its_order(environment):
    put(model_folder.BUILT_IN_FOLDER, "cyclorama-lite")
    assert find_model("cyclorama-lite").path.parent.name == "built-in"
    put(data_folder(), "cyclorama-lite")
    assert find_model("cyclorama-lite").path.parent == data_folder()
    put(environment, "cyclorama-lite")
    assert find_model("cyclorama-lite").path.parent == environment


def test_auto_prefers_the_official_portrait_model_wherever_it_is(environment):
    put(environment, "another", "cyclorama-lite")
    assert find_model("auto").id == "cyclorama-lite"
    put(data_folder(), f"{LITE}_inference_model_with_softmax")
    assert find_model("auto").id == LITE


def test_auto_without_any_model(environment):
    with pytest.raises(ModelError, match="models get"):
        find_model("auto")


def test_a_path_to_the_folder_or_its_description(environment, tmp_path):
    put(tmp_path / "elsewhere", "mine")
    folder = tmp_path / "elsewhere" / "mine"
    assert find_model(str(folder)).path == folder
    assert find_model(str(folder / "deploy.yaml")).path == folder


def test_an_unknown_name_lists_installed_models(environment):
    put(environment, "a", "b")
    with pytest.raises(UsageError, match=r"there is no model 'c': installed are: a, b;"):
        find_model("c")
    with pytest.raises(UsageError, match=f"is not installed: download it with: cyclorama models get {LITE}"):
        find_model(LITE)


def test_a_missing_file_is_named(environment, ours, tmp_path):
    shutil.copytree(ours.path, tmp_path / "broken")
    (tmp_path / "broken" / "model.pdiparams").unlink()
    with pytest.raises(ModelError, match=r"lacks its file model\.pdiparams"):
        find_model(str(tmp_path / "broken")).deploy()


def test_paddle_3s_file_is_found_under_the_old_name(environment):
    put(environment, "mine")
    (environment / "mine" / "model.pdiparams").touch()
    (environment / "mine" / "model.json").touch()
    assert find_model("mine").deploy().model_file == "model.json"
    (environment / "mine" / "model.pdmodel").touch()
    assert find_model("mine").deploy().model_file == "model.pdmodel"


def fitting(whole_bodies):
    return [model.id for model in candidate_models(whole_bodies)]


def test_general_models_come_first_for_whole_bodies(environment):
    general, ours = "human_pp_humansegv1_lite_192x192", "cyclorama-lite"
    assert fitting(whole_bodies=True) == []
    put(environment, ours, f"{general}_inference_model", "ppmattingv2-stdc1-human_512", "something of mine")
    assert fitting(whole_bodies=False) == [ours]
    assert fitting(whole_bodies=True) == [general, ours]
    put(environment, LITE)
    assert fitting(whole_bodies=True) == fitting(whole_bodies=False) == [LITE], (
        "better at it than the smallest general one"
    )
    put(environment, "human_pp_humansegv2_lite_192x192_inference_model", "human_pp_humansegv1_server_512x512")
    best = ["human_pp_humansegv1_server_512x512", "human_pp_humansegv2_lite_192x192"]
    assert fitting(whole_bodies=True) == [*best, LITE]
    assert fitting(whole_bodies=False) == [LITE]
    assert find_model("auto").id == LITE
