"""Plays clips through the methods that are compared."""

from __future__ import annotations

import time
from dataclasses import dataclass

from benchmarks.mask_methods import Makers
from benchmarks.mask_scores import to_judged
from engine.core.frame import F32, U8, Frame
from engine.media.colour_formats import downsample_bgr, halves, to_i420
from engine.segmentation.predictor import Predictor

FRAME_NS = 33_333_333


@dataclass
class Played:
    """What a method made of a clip.

    Attributes:
        alphas: float32 [360, 640] each.
        cpu_ms: Processor time per frame, without the network.
        predictions: Of the network, per frame.
    """

    alphas: list[F32]
    cpu_ms: float = 0.0
    predictions: float = 1.0


class Player:
    """Runs clips through methods side by side, with one full-frame prediction for all.

    Args:
        predictor: The network.
        makers: The methods.
        inverted: Swap the network's two classes, as a damaged model does.
    """

    def __init__(self, predictor: Predictor, makers: Makers, *, inverted: bool = False) -> None:
        self.makers = makers
        self.predictor = predictor
        self._inverted = inverted
        self._network_s = 0.0  # of a method's time

    def play(self, pictures: list[U8], frame_ns: int = FRAME_NS) -> dict[str, Played]:
        """What each method makes of some pictures.

        Args:
            pictures: uint8 [H, W, 3] BGR each.
            frame_ns: Time from one to the next.
        """
        methods = {name: make(self._predict) for name, make in self.makers.items()}
        played = {name: Played([]) for name in self.makers}
        for seq, bgr in enumerate(pictures):
            image = to_i420(bgr)
            now_ns = 1 + seq * frame_ns
            frame = Frame(seq, now_ns, now_ns, image, halves=halves(image))  # as the capture stage does
            small = downsample_bgr(frame.pyramid, self.predictor.input_size(image.size))
            raw = self._predict(small)
            for name, method in methods.items():
                self._network_s, start_s = 0.0, time.thread_time()
                alpha = method.alpha(frame, small, raw)
                spent_s = time.thread_time() - start_s - self._network_s
                played[name].cpu_ms += spent_s * 1e3 / len(pictures)
                played[name].alphas.append(to_judged(alpha))
        for name, method in methods.items():
            played[name].predictions = getattr(method, "predictions", len(pictures)) / len(pictures)
        return played

    def _predict(self, seen: U8) -> F32:
        start_s = time.thread_time()
        try:
            mask = self.predictor.predict(seen)
            return 1 - mask if self._inverted else mask
        finally:
            self._network_s += time.thread_time() - start_s
