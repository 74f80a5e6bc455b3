"""What an exported network answers: probabilities or labels."""

import paddle


class WithHead(paddle.nn.Layer):
    """A network's finest logits [N, C, H, W] through softmax (float32, same shape) or argmax (int64 [N, H, W])."""

    def __init__(self, model: paddle.nn.Layer, output_op: str) -> None:
        super().__init__()
        self.model = model
        self.softmax = output_op == "softmax"
        self.eval()

    def forward(self, x: paddle.Tensor) -> paddle.Tensor:
        """float32 [N, 3, H, W], RGB in [-1, 1] -> the answer."""
        logits = self.model(x)[0]
        if self.softmax:
            return paddle.nn.functional.softmax(logits, axis=1)
        return paddle.argmax(logits, axis=1)
