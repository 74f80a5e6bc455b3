"""Starts the compact network from a trained one: each block keeps its most important channels.

A channel between a block's expansion and projection counts for as much as it moves the block's output: the norm of its
column in the projection times its standard deviation. The projection is then fitted anew by least squares, so that the
block's output, from what the compact network itself has before it, comes as near as it can to the trained network's.
"""

from collections.abc import Sequence

import torch
from torch import Tensor

from training.distill.compact_network import FEATURE_BLOCKS, CompactNet
from training.distill.network import ConvBN, PortraitNet, Residual

SOURCES = (
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    9,
    10,
    11,
)  # block of PortraitNet that each block starts from; one is left out
RIDGE = 1e-3  # of the mean variance of the channels
PIXELS = 200_000  # that a fit takes at most


@torch.no_grad()
def start_from(trained: PortraitNet, compact: CompactNet, pictures: Tensor, features: Sequence[Tensor]) -> list[float]:
    """Fills the encoder of the compact network.

    Args:
        trained: The network whose channels are kept.
        compact: The network to fill; its decoder stays as it is.
        pictures: float32 [N, 3, H, W] in [-1, 1].
        features: The teacher's features of them at 1/4, 1/8 and 1/16, which the parts of the encoder are fitted to.

    Returns:
        For each block the share of its target's variance that it doesn't reach.
    """
    trained.eval()
    compact.eval()
    compact.stem.load_state_dict(trained.stem.state_dict())
    x, reference, missing, done = compact.stem(pictures), trained.stem(pictures), [], 0
    for index, (block, source) in enumerate(zip(compact.blocks, SOURCES, strict=True)):
        for skipped in trained.blocks[done:source]:
            reference = skipped(reference)
        donor = trained.blocks[source]
        if isinstance(block, Residual):
            _keep_channels(donor, block, reference)
        else:
            block.depthwise.load_state_dict(donor.depthwise.state_dict())
        reference, done = donor(reference), source + 1
        if index in FEATURE_BLOCKS:
            reference = features[FEATURE_BLOCKS.index(index)]
        hidden = block.depthwise(block.expand(x) if isinstance(block, Residual) else x)
        _fit_projection(block.project, hidden, reference - x if block.shortcut else reference)
        x = block(x)
        missing.append(float((x - reference).square().mean() / reference.var((0, 2, 3)).mean()))
        if index in FEATURE_BLOCKS:
            x = reference
    return missing


def _keep_channels(donor: Residual, block: Residual, x: Tensor) -> None:
    hidden = donor.squeeze(donor.depthwise(donor.expand(x)))
    scale = donor.project.bn.weight / (donor.project.bn.running_var + donor.project.bn.eps).sqrt()
    columns = (donor.project.conv.weight[:, :, 0, 0] * scale[:, None]).norm(dim=0)
    kept = (columns * hidden.std((0, 2, 3))).topk(block.project.conv.in_channels).indices.sort().values
    for ours, theirs in ((block.expand, donor.expand), (block.depthwise, donor.depthwise)):
        ours.conv.weight.copy_(theirs.conv.weight[kept])
        for name in ("weight", "bias", "running_mean", "running_var"):
            getattr(ours.bn, name).copy_(getattr(theirs.bn, name)[kept])


def _fit_projection(project: ConvBN, hidden: Tensor, target: Tensor) -> None:
    """Least squares over pixels; the batch norm behind is left with nothing to do but to add the bias."""
    inputs, outputs = (x.movedim(1, -1).flatten(0, 2) for x in (hidden, target))
    if len(inputs) > PIXELS:
        chosen = torch.randperm(len(inputs), generator=torch.Generator().manual_seed(0))[:PIXELS]
        inputs, outputs = inputs[chosen], outputs[chosen]
    mean_in, mean_out = inputs.mean(0), outputs.mean(0)
    inputs, outputs = inputs - mean_in, outputs - mean_out
    gram = inputs.T @ inputs
    gram += RIDGE * gram.trace() / len(gram) * torch.eye(len(gram))
    weight = torch.linalg.solve(gram, inputs.T @ outputs).T
    project.conv.weight.copy_(weight[:, :, None, None])
    norm = project.bn
    norm.weight.fill_(1)
    norm.bias.copy_(mean_out)
    norm.running_mean.copy_(weight @ mean_in)
    norm.running_var.fill_(1 - norm.eps)
