"""PP-HumanSegV2-Lite portrait's network in PyTorch, where it trains several times faster on a CPU than in Paddle.

Parameters are in the order of PaddleSeg's MobileSeg on MobileNetV3_large_x1_0 (stages up to 1/16), so that
`convert.py` copies them one by one.
"""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional


class Block(NamedTuple):
    """One inverted residual of MobileNetV3-large (Howard et al., ICCV 2019, table 1)."""

    kernel: int
    expanded: int
    channels: int
    squeeze: bool
    activation: type[nn.Module]
    stride: int


BLOCKS = (
    Block(3, 16, 16, False, nn.ReLU, 1),
    Block(3, 64, 24, False, nn.ReLU, 2),
    Block(3, 72, 24, False, nn.ReLU, 1),
    Block(5, 72, 40, True, nn.ReLU, 2),
    Block(5, 120, 40, True, nn.ReLU, 1),
    Block(5, 120, 40, True, nn.ReLU, 1),
    Block(3, 240, 80, False, nn.Hardswish, 2),
    Block(3, 200, 80, False, nn.Hardswish, 1),
    Block(3, 184, 80, False, nn.Hardswish, 1),
    Block(3, 184, 80, False, nn.Hardswish, 1),
    Block(3, 480, 112, True, nn.Hardswish, 1),
    Block(3, 672, 112, True, nn.Hardswish, 1),
)
FEATURE_BLOCKS = (2, 5, 11)  # their outputs, at 1/4, 1/8 and 1/16, feed the decoder
CONTEXT_BINS = (1, 2, 4)


class FloatConv2d(nn.Conv2d):
    """A convolution that stays float32 under autocast.

    On a CPU the gradient of strided and 5x5 depthwise kernels takes several times longer in bfloat16.
    """

    def forward(self, x: Tensor) -> Tensor:
        """Float [N, C, H, W] -> float32 [N, C, H/stride, W/stride]."""
        with torch.autocast(x.device.type, enabled=False):
            return super().forward(x.float())


class ConvBN(nn.Module):
    """Convolution, batch norm, activation."""

    def __init__(
        self,
        channels_in: int,
        channels_out: int,
        kernel: int,
        *,
        stride: int = 1,
        groups: int = 1,
        activation: type[nn.Module] = nn.Identity,
        bias: bool = False,
    ) -> None:
        super().__init__()
        slow_in_half = groups > 1 and (stride > 1 or kernel > 3)
        conv = FloatConv2d if slow_in_half else nn.Conv2d
        self.conv = conv(channels_in, channels_out, kernel, stride, kernel // 2, groups=groups, bias=bias)
        self.bn = nn.BatchNorm2d(channels_out)
        self.activation = activation()

    def forward(self, x: Tensor) -> Tensor:
        """Float [N, channels_in, H, W] -> [N, channels_out, H/stride, W/stride]."""
        return self.activation(self.bn(self.conv(x)))


class SqueezeExcite(nn.Module):
    """Channel gate from the global mean."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels // 4, 1)
        self.conv2 = nn.Conv2d(channels // 4, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Float [N, C, H, W], each channel scaled by its gate."""
        gate = self.conv2(functional.relu(self.conv1(x.mean((2, 3), keepdim=True))))
        return x * torch.clamp(gate * 0.2 + 0.5, 0, 1)  # Paddle's hard sigmoid has slope 0.2, PyTorch's 1/6


class Residual(nn.Module):
    """Expand, depthwise, squeeze-excite, project; added to its input where the shapes agree."""

    def __init__(self, channels_in: int, block: Block) -> None:
        super().__init__()
        self.shortcut = block.stride == 1 and channels_in == block.channels
        self.expand = ConvBN(channels_in, block.expanded, 1, activation=block.activation)
        self.depthwise = ConvBN(
            block.expanded,
            block.expanded,
            block.kernel,
            stride=block.stride,
            groups=block.expanded,
            activation=block.activation,
        )
        self.squeeze = SqueezeExcite(block.expanded) if block.squeeze else nn.Identity()
        self.project = ConvBN(block.expanded, block.channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Float [N, channels_in, H, W] -> [N, channels, H/stride, W/stride]."""
        y = self.project(self.squeeze(self.depthwise(self.expand(x))))
        return x + y if self.shortcut else y


class Separable(nn.Module):
    """Depthwise 3x3, pointwise, ReLU."""

    def __init__(self, channels_in: int, channels_out: int) -> None:
        super().__init__()
        self.depthwise = ConvBN(channels_in, channels_in, 3, groups=channels_in)
        self.pointwise = ConvBN(channels_in, channels_out, 1, activation=nn.ReLU)

    def forward(self, x: Tensor) -> Tensor:
        """Float [N, channels_in, H, W] -> [N, channels_out, H, W]."""
        return self.pointwise(self.depthwise(x))


class Fusion(nn.Module):
    """Adds the upsampled coarser level to the finer one."""

    def __init__(self, low: int, high: int, channels_out: int) -> None:
        super().__init__()
        self.conv_low = Separable(low, high)
        self.conv_out = Separable(high, channels_out)

    def forward(self, low: Tensor, high: Tensor) -> Tensor:
        """Level at 1/n and the decoded one at 1/2n -> [N, channels_out, H/n, W/n]."""
        low = self.conv_low(low)
        return self.conv_out(low + _upsample(high, low.shape[2:]))


class Head(nn.Module):
    """Two logits a pixel: background, person."""

    def __init__(self, channels_in: int, inter_channels: int) -> None:
        super().__init__()
        self.conv = Separable(channels_in, inter_channels)
        self.out = nn.Conv2d(inter_channels, 2, 1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """Float [N, channels_in, H, W] -> logits [N, 2, H, W]."""
        return self.out(self.conv(x))


class PortraitNet(nn.Module):
    """float32 [N, 3, H, W], RGB in [-1, 1] -> logits [N, 2, H, W], three levels when training, else the finest."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = ConvBN(3, 16, 3, stride=2, activation=nn.Hardswish)
        channels = 16
        blocks = []
        for block in BLOCKS:
            blocks.append(Residual(channels, block))
            channels = block.channels
        self.blocks = nn.ModuleList(blocks)
        self.context = nn.ModuleList(ConvBN(channels, 128, 1, activation=nn.ReLU, bias=True) for _ in CONTEXT_BINS)
        self.context_out = Separable(128, 128)
        self.fusions = nn.ModuleList([Fusion(24, 64, 32), Fusion(40, 128, 64), Fusion(112, 128, 128)])
        self.last_fuse = nn.ModuleList([Separable(64, 32), Separable(128, 32)])
        self.last = Separable(96, 32)
        self.heads = nn.ModuleList([Head(32, 16), Head(64, 32), Head(128, 32)])

    def forward(self, x: Tensor) -> list[Tensor]:
        """Logits of every level when training, else of the finest alone, all at the picture's size."""
        levels = self.decode(self.encode(x))
        return self.predict([self.merge(levels), *levels[1:]], x.shape[2:])

    def encode(self, x: Tensor, inputs: list[Tensor] | None = None) -> list[Tensor]:
        """Pictures -> features at 1/4, 1/8 and 1/16; each from the one in `inputs` before it, if any."""
        x = self.stem(x)
        features: list[Tensor] = []
        for index, block in enumerate(self.blocks):
            x = block(x)
            if index in FEATURE_BLOCKS:
                features.append(x)
                x = inputs[len(features) - 1] if inputs else x
        return features

    def decode(self, features: list[Tensor], inputs: list[Tensor] | None = None) -> list[Tensor]:
        """Features, fine to coarse -> levels, fine to coarse; each from the one in `inputs` below it, if any."""
        deep = features[-1]
        pooled = [
            conv(functional.adaptive_avg_pool2d(deep, n)) for conv, n in zip(self.context, CONTEXT_BINS, strict=True)
        ]
        high = self.context_out(sum(_upsample(p, deep.shape[2:]) for p in pooled))
        levels: list[Tensor] = []
        for index in reversed(range(len(features))):
            levels.insert(0, self.fusions[index](features[index], high))
            high = inputs[index] if inputs else levels[0]
        return levels

    def merge(self, levels: list[Tensor]) -> Tensor:
        """All levels -> one map at the finest level, the head's input."""
        fine = levels[0].shape[2:]
        coarse = [_upsample(conv(level), fine) for conv, level in zip(self.last_fuse, levels[1:], strict=True)]
        return self.last(torch.cat([levels[0], *coarse], 1))

    def predict(self, levels: list[Tensor], size: torch.Size) -> list[Tensor]:
        """Merged level and coarser ones -> logits of each when training, else of the first, at `size`."""
        wanted = len(levels) if self.training else 1
        return [_upsample(head(level), size) for head, level in zip(self.heads[:wanted], levels, strict=False)]


def _upsample(x: Tensor, size: torch.Size) -> Tensor:
    return functional.interpolate(x, size, mode="bilinear", align_corners=False)
