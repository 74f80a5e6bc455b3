"""Tiny networks with the inputs, outputs and deploy.yaml of each family, saved by Paddle itself.

Run as `python -m tests.segmentation.fake_models FOLDER`. With FLAGS_enable_pir_api=0 in the environment Paddle 3 saves
the legacy .pdmodel, else its own .json. Every network takes red for a person, so its answer is known in closed form.
"""

import sys
from pathlib import Path

SLOPE = 4.0
RESIZE = "[{type: Resize, target_size: [%d, %d]}, {type: Normalize}]"
MATTING = (
    "[{type: LoadImages}, {type: ResizeByShort, short_size: 128}, {type: ResizeToIntMult, mult_int: 32},"
    " {type: Normalize, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225]}]"
)
DIM = "[{type: LoadImages}, {type: LimitLong, max_long: 256}, {type: ResizeToIntMult, mult_int: 32}, {type: Normalize}]"
TRANSFORMS = {
    "general_192x192_inference_model_with_softmax": RESIZE % (192, 192),
    "general_192x192_inference_model": RESIZE % (192, 192),
    "portrait_160x96_inference_model": RESIZE % (160, 96),
    "matting_128": MATTING,
    "dim-vgg16": DIM,
    "logits_192x192": RESIZE % (192, 192),
}


def save_all(target: Path) -> None:
    import paddle

    class Redness(paddle.nn.Layer):
        """Logits of background and person: 0, and the slope times the normalised red."""

        def __init__(self, last):
            super().__init__()
            self.conv = paddle.nn.Conv2D(3, 2, 1)
            self.conv.weight.set_value(paddle.to_tensor([[0, 0, 0], [SLOPE, 0, 0]], "float32").reshape([2, 3, 1, 1]))
            self.conv.bias.set_value(paddle.zeros([2]))
            self.last = last

        def forward(self, picture):
            return self.last(self.conv(picture))

    class Matting(Redness):
        def forward(self, inputs):
            alpha = softmax(self.conv(inputs["img"]))[:, 1:]
            return alpha * inputs["trimap"] / 255 if "trimap" in inputs else alpha

    def softmax(x):
        return paddle.nn.functional.softmax(x, axis=1)

    def argmax(x):
        if paddle.framework.in_pir_mode():
            return paddle.argmax(x, axis=1)
        from paddle.base.layer_helper import LayerHelper  # paddle.argmax of Paddle 3 forgot the legacy format

        helper = LayerHelper("arg_max")
        labels = helper.create_variable_for_type_inference("int64")
        attributes = {"axis": 1, "keepdims": False, "flatten": False, "dtype": paddle.int64.value}
        helper.append_op(type="arg_max", inputs={"X": x}, outputs={"Out": labels}, attrs=attributes)
        return labels

    def spec(channels, name):
        return paddle.static.InputSpec([None, channels, None, None], name=name)

    networks = {
        "general_192x192_inference_model_with_softmax": (Redness(softmax), spec(3, "x")),
        "general_192x192_inference_model": (Redness(argmax), spec(3, "x")),
        "portrait_160x96_inference_model": (Redness(argmax), spec(3, "x")),
        "matting_128": (Matting(None), {"img": spec(3, "img")}),
        "dim-vgg16": (Matting(None), {"img": spec(3, "img"), "trimap": spec(1, "trimap")}),
        "logits_192x192": (Redness(lambda x: x), spec(3, "x")),
    }
    for name, (network, input_spec) in networks.items():
        network.eval()
        paddle.jit.save(
            paddle.jit.to_static(network, input_spec=[input_spec], full_graph=True), f"{target / name}/model"
        )
        file = next(path.name for path in (target / name).iterdir() if path.suffix in (".pdmodel", ".json"))
        (target / name / "deploy.yaml").write_text(
            f"Deploy: {{model: {file}, params: model.pdiparams, transforms: {TRANSFORMS[name]}}}\n"
        )


if __name__ == "__main__":
    save_all(Path(sys.argv[1]))
