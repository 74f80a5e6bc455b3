"""Saves PaddleSeg's own networks with random weights, in the legacy format of their downloads.

The official weights are not available everywhere, but these show that the networks load and the runtimes agree on
them. Paddle 3 no longer saves these networks in that format, so this runs by hand in an environment of its own:

    pip install paddlepaddle==2.6.2 "numpy<2" "protobuf<4" setuptools opencv-python-headless==4.10.0.84 \
        filelock matplotlib pandas prettytable pyyaml requests scikit-learn scipy six tqdm
    pip install --no-deps paddleseg==2.8.0 visualdl
    LD_PRELOAD=/lib/x86_64-linux-gnu/libz.so.1 python -m tests.segmentation.save_families FOLDER

(Debian 12 needs the LD_PRELOAD; other systems may not.) Then, in the test environment:

    CYCLORAMA_FAMILIES=FOLDER python -m pytest tests/segmentation/test_official_networks.py
"""

import sys
from pathlib import Path
from typing import Any

LITE_V2 = {
    "type": "MobileSeg",
    "backbone": {"type": "MobileNetV3_large_x1_0"},
    "cm_bin_sizes": [1, 2, 4],
    "cm_out_ch": 128,
    "use_last_fuse": True,
}
LOGIT_DEVIATION = 3.0
NETWORKS = {
    "portrait_pp_humansegv2_lite_256x144": LITE_V2
    | {"backbone_indices": [0, 1, 2], "arm_out_chs": [32, 64, 128], "seg_head_inter_chs": [16, 32, 32]},
    "portrait_pp_humansegv1_lite_398x224": {"type": "PPHumanSegLite"},
    "human_pp_humansegv1_lite_192x192": {"type": "PPHumanSegLite"},
    "human_pp_humansegv2_lite_192x192": LITE_V2
    | {"backbone_indices": [0, 1, 2, 3], "arm_out_chs": [32, 64, 96, 128], "seg_head_inter_chs": [16, 32, 32, 32]},
    "human_pp_humansegv1_mobile_192x192": {
        "type": "FCN",
        "backbone": {"type": "HRNet_W18_Small_V1"},
        "backbone_indices": [-1],
    },
    "human_pp_humansegv2_mobile_192x192": {
        "type": "PPLiteSeg",
        "backbone": {"type": "STDC1"},
        "backbone_indices": [1, 2, 3, 4],
        "cm_out_ch": 128,
        "arm_out_chs": [4, 16, 32, 64],
        "seg_head_inter_chs": [4, 16, 32, 64],
    },
    "human_pp_humansegv1_server_512x512": {
        "type": "DeepLabV3P",
        "backbone": {"type": "ResNet50_vd", "output_stride": 8, "multi_grid": [1, 2, 4]},
        "backbone_indices": [0, 3],
        "aspp_ratios": [1, 12, 24, 36],
        "aspp_out_channels": 256,
        "align_corners": False,
    },
}


def save(model_id: str, settings: dict[str, object], target: Path) -> None:
    """Writes one model's folder, answering probabilities."""
    import paddle
    import paddleseg

    parts = {key: _built(value) if isinstance(value, dict) else value for key, value in settings.items()}
    network = getattr(paddleseg.models, str(parts.pop("type")))(num_classes=2, **parts)
    _liven(network)

    class WithSoftmax(paddle.nn.Layer):
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, x):
            return paddle.nn.functional.softmax(self.network(x)[0], axis=1)

    folder = target / f"{model_id}_inference_model_with_softmax"
    spec = [paddle.static.InputSpec([None, 3, None, None], name="x")]
    paddle.jit.save(paddle.jit.to_static(WithSoftmax(), input_spec=spec, full_graph=True), f"{folder}/model")
    width, height = model_id.rsplit("_", 1)[1].split("x")
    transforms = f"[{{type: Resize, target_size: [{width}, {height}]}}, {{type: Normalize}}]"
    (folder / "deploy.yaml").write_text(
        f"Deploy: {{model: model.pdmodel, params: model.pdiparams, transforms: {transforms}}}\n"
    )


def _liven(network: Any) -> None:
    """Has random weights answer something: as PaddleSeg initialises them, every pixel gets the same probability.

    Convolutions get weights of He's size, batch norms the statistics of smooth noise, and the last convolutions are
    scaled to logits of some size.
    """
    import paddle

    paddle.seed(0)
    convolutions = [each for each in network.sublayers() if isinstance(each, paddle.nn.Conv2D)]
    for layer in convolutions:
        inputs = layer.weight.shape[1] * layer.weight.shape[2] * layer.weight.shape[3]
        layer.weight.set_value(paddle.randn(layer.weight.shape) * (2 / inputs) ** 0.5)
    norms = [each for each in network.sublayers() if hasattr(each, "_momentum")]
    for norm in norms:
        norm._momentum = 0.5
    network.train()
    for _ in range(6):
        pictures = paddle.nn.functional.interpolate(paddle.randn([2, 3, 9, 9]), size=[96, 96], mode="bilinear")
        with paddle.no_grad():
            network(pictures)
    network.eval()
    with paddle.no_grad():
        scale = LOGIT_DEVIATION / float(network(pictures)[0].std())
    for layer in convolutions:
        if layer.weight.shape[0] == 2:
            layer.weight.set_value(layer.weight * scale)


def _built(settings: dict[str, object]) -> object:
    from paddleseg.models import backbones

    rest = {key: value for key, value in settings.items() if key != "type"}
    return getattr(backbones, str(settings["type"]))(**rest)


if __name__ == "__main__":
    for model_id, settings in NETWORKS.items():
        save(model_id, settings, Path(sys.argv[1]))
        print(model_id)
