"""PaddleSeg 2.8 on Paddle 3.3: the one loss that the newer Paddle refuses."""

from typing import Any

from paddleseg.cvlibs import manager
from paddleseg.models.losses import CrossEntropyLoss


class UnweightedCrossEntropyLoss(CrossEntropyLoss):
    """PaddleSeg's, but its normalisation works on floats: Paddle 3 multiplies no float by an integer."""

    def _post_process_loss(self, logit: Any, label: Any, semantic_weights: Any, loss: Any) -> Any:
        return super()._post_process_loss(logit, label.astype(loss.dtype), semantic_weights, loss)


def patch_losses() -> None:
    """Registers the loss that works as `CrossEntropyLoss`; calling it again changes nothing."""
    manager.LOSSES.components_dict["CrossEntropyLoss"] = UnweightedCrossEntropyLoss
