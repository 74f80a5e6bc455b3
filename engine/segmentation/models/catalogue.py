"""The catalogue of models and sample sets: what each is, where it comes from, what it is good for."""

from __future__ import annotations

from collections.abc import Mapping

from engine.core.errors import UsageError
from engine.platform.invocation import PROGRAM
from engine.segmentation.models.catalogue_entry import Entry, Kind, Variant

_HUMANSEG = "dygraph/pp_humanseg_v2/"
_LITE_V2 = f"{_HUMANSEG}portrait_pp_humansegv2_lite_256x144_smaller/"
_MATTING = "matting/models/"


def entry(name: str) -> Entry:
    """The entry with an id.

    Raises:
        UsageError: There is none.
    """
    for each in CATALOGUE:
        if each.id == name:
            return each
    raise UsageError(
        "there is no model or sample set '{name}'",
        "{program} models lists them",
        code="catalogue-entry-unknown",
        name=name,
        program=PROGRAM,
    )


def _humanseg(stem: str) -> Mapping[Variant, str]:
    return {
        Variant.SOFTMAX: f"{stem}_inference_model_with_softmax.zip",
        Variant.ARGMAX: f"{stem}_inference_model.zip",
        Variant.CHECKPOINT: f"{stem}_pretrained.zip",
    }


def _matting(id: str, checkpoint: str = "") -> Mapping[Variant, str]:
    return {
        Variant.ALPHA: f"{_MATTING}deploy/{id}.zip",
        Variant.CHECKPOINT: f"{_MATTING}{checkpoint or id}.pdparams",
    }


def _matting_scores(sad: float, mse: float, grad: float, conn: float, v100_fps: float) -> Mapping[str, float]:
    """On PPM-100 and the people of AIM-500, 195 pictures; frames per second on a V100 at 512x512."""
    return {"SAD": sad, "MSE": mse, "Grad": grad, "Conn": conn, "V100 fps": v100_fps}


_V1_INFO_SHA256 = "e597a5c80d1bb197c2af1e85fc07585cb3915d64492a558039ed7f6042637126"

CATALOGUE: tuple[Entry, ...] = (
    Entry(
        id="portrait_pp_humansegv2_lite_256x144",
        title="PP-HumanSegV2-Lite portrait",
        kind=Kind.PORTRAIT,
        good_for="video calls; the default",
        paths=_humanseg(f"{_LITE_V2}portrait_pp_humansegv2_lite_256x144"),
        input_size=(256, 144),
        scores={"mIoU % PP-HumanSeg14K": 96.63, "phone ms": 15.86},
        megabytes=5.4,
        sha256={
            "deploy.yaml": "a3226d92eca2c39ef2848f8870eaf145c59d0ad7d1f8b9f2b675c84ccf35c757",
            "model.pdiparams": "9f0dec9caaf3c105f47476cd9a8069ecc662210f69bb69161ae8a270c914aafa",
            "model.pdiparams.info": "77733764420eef8fc47195f4f4ad1cd48426bb3bb4aaab58dab1e545563b6ea1",
            "model.pdmodel": "ee1875b702eae345acefba6f75ec21f4b16c97e096be7f5bd770876b139bd556",
        },
    ),
    Entry(
        id="portrait_pp_humansegv1_lite_398x224",
        title="PP-HumanSegV1-Lite portrait",
        kind=Kind.PORTRAIT,
        good_for="video calls, where 0.6 MB of weights matter",
        paths=_humanseg(f"{_HUMANSEG}portrait_pp_humansegv1_lite_398x224"),
        input_size=(398, 224),
        scores={"mIoU % PP-HumanSeg14K": 93.60, "phone ms": 29.68},
        megabytes=2.3,
        sha256={
            "deploy.yaml": "d2513f823635a076faa1a4166651fc44b5977203e7d6942d82ed9e531a00a932",
            "model.pdiparams": "e28a00bfdaa15288de409dbe000c3061943b5e88c8d4de1d6d3bc2197f839d2c",
            "model.pdiparams.info": _V1_INFO_SHA256,
            "model.pdmodel": "726c5710e7b76529acc3b40d912421f71ae2946329227100c54ba79033670ec3",
        },
    ),
    Entry(
        id="human_pp_humansegv1_lite_192x192",
        title="PP-HumanSegV1-Lite general",
        kind=Kind.GENERAL,
        good_for="whole bodies and several people, the smallest",
        paths=_humanseg(f"{_HUMANSEG}human_pp_humansegv1_lite_192x192"),
        input_size=(192, 192),
        scores={"mIoU % mini Supervisely": 86.02, "phone ms": 12.3},
        sha256={
            "deploy.yaml": "0b34f7701f3ea9c737a264e6b30c1cde3b2117953a15be1daceb4f6d1c51f2b3",
            "model.pdiparams": "d852f83cf1eb65d0e678595e6b06a0355c2fc190df1d885a54ee1aafce702c2f",
            "model.pdiparams.info": _V1_INFO_SHA256,
            "model.pdmodel": "c5a6af8af8419a3fdd052ed7b33a805fadbb9a78cc55b05a3234c7f4022f9137",
        },
    ),
    Entry(
        id="human_pp_humansegv2_lite_192x192",
        title="PP-HumanSegV2-Lite general",
        kind=Kind.GENERAL,
        good_for="whole bodies and several people, live",
        paths=_humanseg(f"{_HUMANSEG}human_pp_humansegv2_lite_192x192"),
        input_size=(192, 192),
        scores={"mIoU % mini Supervisely": 92.52, "phone ms": 15.3},
    ),
    Entry(
        id="human_pp_humansegv1_mobile_192x192",
        title="PP-HumanSegV1-Mobile general",
        kind=Kind.GENERAL,
        good_for="whole bodies and several people, on a GPU",
        paths=_humanseg(f"{_HUMANSEG}human_pp_humansegv1_mobile_192x192"),
        input_size=(192, 192),
        scores={"mIoU % mini Supervisely": 91.64, "V100 ms": 2.83},
    ),
    Entry(
        id="human_pp_humansegv2_mobile_192x192",
        title="PP-HumanSegV2-Mobile general",
        kind=Kind.GENERAL,
        good_for="whole bodies and several people, the best of the small ones",
        paths=_humanseg(f"{_HUMANSEG}human_pp_humansegv2_mobile_192x192"),
        input_size=(192, 192),
        scores={"mIoU % mini Supervisely": 93.13, "V100 ms": 2.67},
    ),
    Entry(
        id="human_pp_humansegv1_server_512x512",
        title="PP-HumanSegV1-Server general",
        kind=Kind.GENERAL,
        good_for="whole bodies and several people, videos to render and fast machines",
        paths=_humanseg(f"{_HUMANSEG}human_pp_humansegv1_server_512x512"),
        input_size=(512, 512),
        scores={"mIoU % mini Supervisely": 96.47, "V100 ms": 24.9},
    ),
    Entry(
        id="ppmattingv2-stdc1-human_512",
        title="PP-MattingV2-512",
        kind=Kind.MATTING,
        good_for="hair in photos and videos to render, the fastest matting",
        paths=_matting("ppmattingv2-stdc1-human_512"),
        input_size=(512, 512),
        scores=_matting_scores(40.59, 0.0038, 33.86, 38.90, 98.89),
        megabytes=36,
    ),
    Entry(
        id="ppmatting-hrnet_w18-human_512",
        title="PP-Matting-512",
        kind=Kind.MATTING,
        good_for="hair in photos and videos to render, the most exact",
        paths=_matting("ppmatting-hrnet_w18-human_512"),
        input_size=(512, 512),
        scores=_matting_scores(31.56, 0.0022, 31.80, 30.13, 28.9),
        megabytes=98,
    ),
    Entry(
        id="ppmatting-hrnet_w18-human_1024",
        title="PP-Matting-1024",
        kind=Kind.MATTING,
        good_for="hair in large photos",
        paths=_matting("ppmatting-hrnet_w18-human_1024"),
        input_size=(1024, 1024),
        scores=_matting_scores(66.22, 0.0088, 32.90, 64.80, 13.4),
        megabytes=98,
    ),
    Entry(
        id="pp-humanmatting-resnet34_vd",
        title="PP-HumanMatting",
        kind=Kind.MATTING,
        good_for="people in very large photos",
        paths=_matting("pp-humanmatting-resnet34_vd", "human_matting-resnet34_vd"),
        input_size=(2048, 2048),
        scores=_matting_scores(53.15, 0.0054, 43.75, 52.03, 32.8),
        megabytes=256,
    ),
    Entry(
        id="modnet-mobilenetv2",
        title="MODNet-MobileNetV2",
        kind=Kind.MATTING,
        good_for="alpha on modest machines",
        paths=_matting("modnet-mobilenetv2"),
        input_size=(512, 512),
        scores=_matting_scores(50.07, 0.0053, 35.55, 48.37, 68.4),
        megabytes=26,
    ),
    Entry(
        id="modnet-resnet50_vd",
        title="MODNet-ResNet50_vd",
        kind=Kind.MATTING,
        good_for="photos and videos to render",
        paths=_matting("modnet-resnet50_vd"),
        input_size=(512, 512),
        scores=_matting_scores(39.01, 0.0038, 32.29, 37.38, 29.0),
        megabytes=369,
    ),
    Entry(
        id="modnet-hrnet_w18",
        title="MODNet-HRNet_W18",
        kind=Kind.MATTING,
        good_for="photos and videos to render, small and exact",
        paths=_matting("modnet-hrnet_w18"),
        input_size=(512, 512),
        scores=_matting_scores(35.55, 0.0035, 31.73, 34.07, 62.6),
        megabytes=41,
    ),
    Entry(
        id="dim-vgg16",
        title="DIM-VGG16",
        kind=Kind.MATTING,
        good_for="photos with a trimap; without one it is made from a portrait model's mask",
        paths=_matting("dim-vgg16"),
        scores=_matting_scores(32.31, 0.0233, 28.89, 31.45, 30.4),
        megabytes=114,
    ),
    Entry(
        id="humanseg-images",
        title="PP-HumanSeg sample images",
        kind=Kind.DATA,
        good_for="portrait_heng.jpg, portrait_shu.jpg and backgrounds, as the guide uses them",
        paths={Variant.FILES: f"{_HUMANSEG}images.zip"},
    ),
    Entry(
        id="humanseg-videos",
        title="PP-HumanSeg sample videos",
        kind=Kind.DATA,
        good_for="video_heng.mp4 and video_shu.mp4, as the guide uses them",
        paths={Variant.FILES: f"{_HUMANSEG}videos.zip"},
    ),
    Entry(
        id="mini_supervisely",
        title="Mini Supervisely Person",
        kind=Kind.DATA,
        good_for="training and scoring of general models",
        paths={Variant.FILES: "humanseg/data/mini_supervisely.zip"},
        licence="Supervisely's terms",
    ),
)
