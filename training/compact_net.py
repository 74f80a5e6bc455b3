"""The built-in model's network in Paddle, for recipes: `model: {type: CompactNet, num_classes: 2}`.

`training/distill/compact_network.py` is the same network in PyTorch, its parameters have the same names.
"""

from collections.abc import Sequence

from paddle import Tensor, nn
from paddle.nn import functional
from paddleseg.cvlibs import manager
from paddleseg.utils import utils

STEM_CHANNELS = 16
# Kernel, expanded channels, channels, whether Hardswish or ReLU, stride; behind the first block.
BLOCKS = (
    (3, 32, 24, False, 2),
    (3, 32, 24, False, 1),
    (5, 48, 40, False, 2),
    (5, 48, 40, False, 1),
    (5, 48, 40, False, 1),
    (3, 128, 80, True, 2),
    (3, 96, 80, True, 1),
    (3, 96, 80, True, 1),
    (3, 128, 112, True, 1),
    (3, 128, 112, True, 1),
)
FEATURE_BLOCKS = (0, 2, 5, 10)  # their outputs, at 1/2, 1/4, 1/8 and 1/16, feed the decoder
LEVELS = (32, 32, 48)  # channels of the decoder at 1/4, 1/8 and 1/16


class _ConvBN(nn.Layer):
    def __init__(
        self,
        channels_in: int,
        channels_out: int,
        kernel: int,
        stride: int = 1,
        groups: int = 1,
        activation: type[nn.Layer] = nn.Identity,
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2D(channels_in, channels_out, kernel, stride, kernel // 2, groups=groups, bias_attr=False)
        self.bn = nn.BatchNorm2D(channels_out)
        self.activation = activation()

    def forward(self, x: Tensor) -> Tensor:
        return self.activation(self.bn(self.conv(x)))


class _Residual(nn.Layer):
    def __init__(
        self, channels_in: int, kernel: int, expanded: int, channels: int, hardswish: bool, stride: int
    ) -> None:
        super().__init__()
        activation = nn.Hardswish if hardswish else nn.ReLU
        self.shortcut = stride == 1 and channels_in == channels
        self.expand = _ConvBN(channels_in, expanded, 1, activation=activation)
        self.depthwise = _ConvBN(expanded, expanded, kernel, stride, expanded, activation)
        self.project = _ConvBN(expanded, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        y = self.project(self.depthwise(self.expand(x)))
        return x + y if self.shortcut else y


class _Unexpanded(nn.Layer):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.depthwise = _ConvBN(channels, channels, 3, groups=channels, activation=nn.ReLU)
        self.project = _ConvBN(channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.project(self.depthwise(x))


class _Separable(nn.Layer):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.depthwise = _ConvBN(channels, channels, 3, groups=channels)
        self.pointwise = _ConvBN(channels, channels, 1, activation=nn.ReLU)

    def forward(self, x: Tensor) -> Tensor:
        return self.pointwise(self.depthwise(x))


class _Merge(nn.Layer):
    def __init__(self, channels_in: int, coarse: int, channels: int) -> None:
        super().__init__()
        self.lateral = _ConvBN(channels_in, channels, 1)
        self.narrow = _ConvBN(coarse, channels, 1)
        self.conv = _Separable(channels)

    def forward(self, fine: Tensor, coarse: Tensor, detail: Tensor | None = None) -> Tensor:
        total = self.lateral(fine) + _double(self.narrow(coarse))
        return self.conv(functional.relu(total if detail is None else total + detail))


@manager.MODELS.add_component
class CompactNet(nn.Layer):
    """float32 [N, 3, H, W], RGB in [-1, 1] -> [logits float32 [N, num_classes, H, W]]; H and W multiples of 16.

    Args:
        num_classes: Classes; the person is the last.
        pretrained: A .pdparams file, or None for random weights.
    """

    def __init__(self, num_classes: int = 2, pretrained: str | None = None) -> None:
        super().__init__()
        self.stem = _ConvBN(3, STEM_CHANNELS, 3, 2, activation=nn.Hardswish)
        channels = [STEM_CHANNELS, *(block[2] for block in BLOCKS)]
        blocks = [_Residual(at, *block) for at, block in zip(channels, BLOCKS, strict=False)]
        self.blocks = nn.LayerList([_Unexpanded(STEM_CHANNELS), *blocks])
        quarter, eighth, sixteenth = LEVELS
        at_half, at_quarter, at_eighth, deepest = (channels[index] for index in FEATURE_BLOCKS)
        self.context = _ConvBN(deepest, sixteenth, 1)
        self.deep = _ConvBN(deepest, sixteenth, 1)
        self.deep_out = _Separable(sixteenth)
        self.merges = nn.LayerList([_Merge(at_quarter, eighth, quarter), _Merge(at_eighth, sixteenth, eighth)])
        self.detail = nn.Sequential(_ConvBN(at_half, at_half, 3, 2, at_half), _ConvBN(at_half, quarter, 1))
        self.head = nn.Conv2DTranspose(quarter, num_classes, 2, 2)
        if pretrained:
            utils.load_entire_model(self, pretrained)

    def forward(self, x: Tensor) -> Sequence[Tensor]:
        """Logits in a list, as PaddleSeg's networks answer."""
        x = self.stem(x)
        features = []
        for index, block in enumerate(self.blocks):
            x = block(x)
            if index in FEATURE_BLOCKS:
                features.append(x)
        context = self.context(x.mean(axis=[2, 3], keepdim=True))
        half, quarter, eighth, _ = features
        coarse = self.merges[1](eighth, self.deep_out(functional.relu(self.deep(x) + context)))
        return [_double(self.head(self.merges[0](quarter, coarse, self.detail(half))))]


def _double(x: Tensor) -> Tensor:
    return functional.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
