"""The compact network: PP-HumanSegV2-Lite's encoder made narrow, and a decoder up to half the input's size.

The maps between the parts of the encoder have the teacher's channels, so that hints need no translation there, and its
blocks start from the most important channels of a trained `PortraitNet` (see `pruning.py`).
"""

from collections.abc import Sequence

from torch import Tensor, nn
from torch.nn import functional

from training.distill.network import Block, ConvBN, Residual, Separable

STEM_CHANNELS = 16
BLOCKS = (  # behind the first
    Block(3, 32, 24, False, nn.ReLU, 2),
    Block(3, 32, 24, False, nn.ReLU, 1),
    Block(5, 48, 40, False, nn.ReLU, 2),
    Block(5, 48, 40, False, nn.ReLU, 1),
    Block(5, 48, 40, False, nn.ReLU, 1),
    Block(3, 128, 80, False, nn.Hardswish, 2),
    Block(3, 96, 80, False, nn.Hardswish, 1),
    Block(3, 96, 80, False, nn.Hardswish, 1),
    Block(3, 128, 112, False, nn.Hardswish, 1),
    Block(3, 128, 112, False, nn.Hardswish, 1),
)
FEATURE_BLOCKS = (2, 5, 10)  # their outputs, at 1/4, 1/8 and 1/16, feed the decoder, as does the first block's at 1/2
LEVELS = (32, 32, 48)  # channels of the decoder at 1/4, 1/8 and 1/16


class Unexpanded(nn.Module):
    """A residual block without an expansion, which costs most at the first block's size."""

    shortcut = True

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.depthwise = ConvBN(channels, channels, 3, groups=channels, activation=nn.ReLU)
        self.project = ConvBN(channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Float [N, C, H, W] -> the same shape."""
        return x + self.project(self.depthwise(x))


class Merge(nn.Module):
    """Adds the upsampled coarser level to the finer features."""

    def __init__(self, channels_in: int, coarse: int, channels: int) -> None:
        super().__init__()
        self.lateral = ConvBN(channels_in, channels, 1)
        self.narrow = ConvBN(coarse, channels, 1)
        self.conv = Separable(channels, channels)

    def forward(self, fine: Tensor, coarse: Tensor, detail: Tensor | None = None) -> Tensor:
        """Features at 1/n, the level at 1/2n and what else to add -> float [N, channels, H/n, W/n]."""
        upsampled = functional.interpolate(self.narrow(coarse), fine.shape[2:], mode="bilinear", align_corners=False)
        total = self.lateral(fine) + upsampled
        return self.conv(functional.relu(total if detail is None else total + detail))


class CompactNet(nn.Module):
    """float32 [N, 3, H, W], RGB in [-1, 1] -> logits [N, 2, H, W] of background and person; H, W multiples of 16."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = ConvBN(3, STEM_CHANNELS, 3, stride=2, activation=nn.Hardswish)
        channels = STEM_CHANNELS
        blocks: list[nn.Module] = [Unexpanded(channels)]
        for block in BLOCKS:
            blocks.append(Residual(channels, block))
            channels = block.channels
        self.blocks = nn.ModuleList(blocks)
        quarter, eighth, sixteenth = LEVELS
        at_quarter, at_eighth = (BLOCKS[index - 1].channels for index in FEATURE_BLOCKS[:2])
        self.context = ConvBN(channels, sixteenth, 1)
        self.deep = ConvBN(channels, sixteenth, 1)
        self.deep_out = Separable(sixteenth, sixteenth)
        self.merges = nn.ModuleList([Merge(at_quarter, eighth, quarter), Merge(at_eighth, sixteenth, eighth)])
        self.detail = nn.Sequential(
            ConvBN(STEM_CHANNELS, STEM_CHANNELS, 3, stride=2, groups=STEM_CHANNELS), ConvBN(STEM_CHANNELS, quarter, 1)
        )
        self.head = nn.ConvTranspose2d(quarter, 2, 2, 2)

    def forward(self, x: Tensor) -> Tensor:
        """Logits at the picture's size."""
        logits = self.decode(*self.encode(x))
        return functional.interpolate(logits, x.shape[2:], mode="bilinear", align_corners=False)

    def encode(self, x: Tensor, given: Sequence[Tensor] | None = None) -> tuple[Tensor, list[Tensor]]:
        """Pictures -> features at 1/2, and at 1/4, 1/8, 1/16; each of these from the given one before it, if any."""
        x = self.stem(x)
        features: list[Tensor] = []
        for index, block in enumerate(self.blocks):
            x = block(x)
            if index == 0:
                half = x
            if index in FEATURE_BLOCKS:
                features.append(x)
                x = given[len(features) - 1] if given else x
        return half, features

    def decode(self, half: Tensor, features: Sequence[Tensor]) -> Tensor:
        """Features -> logits at half the picture's size."""
        deep = features[-1]
        context = self.context(deep.mean((2, 3), keepdim=True))
        level = self.deep_out(functional.relu(self.deep(deep) + context))
        coarse = self.merges[1](features[1], level)
        return self.head(self.merges[0](features[0], coarse, self.detail(half)))
