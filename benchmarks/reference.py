"""The baseline of speed: the classic demo's loop, written plainly and no slower than it has to be.

One thread handles a frame after the other: `cv2.VideoCapture`, a bilinear stretch to the network's size, Paddle
Inference with its defaults, optionally the removal of small connected components and the whole-pixel fusion by optical
flow, the score upsampled by Paddle's own bilinear interpolation, a floating-point blend with the background stretched
to fit, optionally an MJPEG writer. It keeps the weaknesses that the engine is measured against; the app uses nothing of
it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from engine.core.errors import EngineError, SourceError
from engine.core.frame import F32, U8
from engine.media.image_files import read_image
from engine.segmentation.models.model_folder import ModelFolder, find_model

SCORE_GATE = 240
"""Of 255: a score above this is certainly a person."""


class PaddleNetwork:
    """A portrait model in Paddle Inference as it comes."""

    def __init__(self, model: ModelFolder) -> None:
        import paddle.inference
        import paddle.nn.functional

        self._paddle = paddle
        described = model.deploy()
        files = [str(model.path / name) for name in (described.model_file, described.params_file)]
        config = paddle.inference.Config(*files)
        config.disable_glog_info()
        self._predictor = paddle.inference.create_predictor(config)
        self._input = self._predictor.get_input_handle(self._predictor.get_input_names()[0])
        self._output = self._predictor.get_output_handle(self._predictor.get_output_names()[0])
        self._described = described

    def predict(self, frame: U8) -> F32:
        """uint8 [H, W, 3] BGR -> float32 [h, w], the probability of a person."""
        height, width = frame.shape[:2]
        rgb = cv2.cvtColor(frame, cv2.COLOR_BGR2RGB)
        small = cv2.resize(rgb, self._described.input_size((width, height), False), interpolation=cv2.INTER_LINEAR)
        normal = (small.astype(np.float32) / 255 - np.float32(0.5)) / np.float32(0.5)
        self._input.copy_from_cpu(np.ascontiguousarray(normal.transpose(2, 0, 1)[np.newaxis]))
        self._predictor.run()
        return self._output.copy_to_cpu()[0, 1]  # type: ignore[no-any-return]

    def upsampled(self, score: F32, size: tuple[int, int]) -> F32:
        """The score at a frame's (width, height): float32 [H, W]."""
        tensor = self._paddle.to_tensor(score[np.newaxis, np.newaxis])
        return self._paddle.nn.functional.interpolate(tensor, size[::-1], mode="bilinear").numpy()[0, 0]  # type: ignore[no-any-return]


def without_specks(score: F32) -> F32:
    """Keeps the score near what is certainly a person: eroded by a 5x5 cross, dilated by a 25x25 cross."""
    certain = (score * 255 > SCORE_GATE).astype(np.uint8)
    eroded = cv2.erode(certain, cv2.getStructuringElement(cv2.MORPH_CROSS, (5, 5)))
    return score * np.asarray(cv2.dilate(eroded, cv2.getStructuringElement(cv2.MORPH_CROSS, (25, 25))), np.uint8)


class FlowFusion:
    """Fuses each score with the one before, scattered forward by DIS flow in whole pixels."""

    def __init__(self) -> None:
        self._flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)
        self._grey: U8 | None = None
        self._fused: F32 | None = None

    def fuse(self, frame: U8, score: F32) -> F32:
        """The fused score, float32 [h, w], of a frame's own."""
        height, width = score.shape
        grey = np.asarray(cv2.cvtColor(cv2.resize(frame, (width, height)), cv2.COLOR_BGR2GRAY), np.uint8)
        if self._grey is None or self._fused is None:
            fused = score
        else:
            # Coarser steps for larger maps; at 256x144 this is 2.
            self._flow.setFinestScale(1 if min(score.shape) <= 64 else 3 if min(score.shape) > 160 else 2)
            forward = self._flow.calc(self._grey, grey, None)  # type: ignore[call-overload]
            backward = self._flow.calc(grey, self._grey, None)  # type: ignore[call-overload]
            fused = _weighted(score, *_scattered(self._fused, forward, backward))
        self._grey, self._fused = grey, fused
        return fused


def _scattered(previous: F32, forward: F32, backward: F32) -> tuple[F32, Any, Any]:
    """The previous score where the flow takes it; where something arrived; where nothing moved."""
    height, width = previous.shape
    rows, columns = np.mgrid[:height, :width]
    step = np.rint(forward).astype(np.int32)
    to_x, to_y = columns + step[..., 0], rows + step[..., 1]
    inside = (to_x >= 0) & (to_x < width) & (to_y >= 0) & (to_y < height)
    to_x, to_y = np.clip(to_x, 0, width - 1), np.clip(to_y, 0, height - 1)
    back = np.rint(backward).astype(np.int32)[to_y, to_x]
    round_trip = ((step + back) ** 2).sum(axis=2)
    kept = inside & (round_trip < 8)
    propagated, arrived, still = np.zeros_like(previous), np.zeros(previous.shape, bool), np.zeros(previous.shape, bool)
    propagated[to_y[kept], to_x[kept]] = previous[kept]
    arrived[to_y[kept], to_x[kept]] = True
    still[to_y[kept], to_x[kept]] = ~(step.any(axis=2) | back.any(axis=2))[kept]
    return propagated, arrived, still


def _weighted(score: F32, propagated: F32, arrived: Any, still: Any) -> F32:
    weight = np.where(still, 0.05, 0.3)
    certain = (score > 0.9) | (score < 0.1)
    weight = np.where(certain, np.where(still, 0.3, 0.4), weight)
    fused = weight * score + (1 - weight) * propagated
    return np.where(arrived, fused, score).astype(np.float32)


def blend(frame: U8, background: U8, alpha: F32) -> U8:
    """Alpha times frame plus the rest times background, in floating point; uint8 [H, W, 3]."""
    height, width = frame.shape[:2]
    stretched = cv2.resize(background, (width, height), interpolation=cv2.INTER_LINEAR)
    alpha = alpha[..., np.newaxis]
    return (alpha * frame + (1 - alpha) * stretched).astype(np.uint8)


def _read(capture: cv2.VideoCapture) -> U8 | None:
    done, frame = capture.read()
    return np.asarray(frame, np.uint8) if done else None


def run(args: argparse.Namespace) -> dict[str, Any]:
    """Renders the clip and returns the measurements.

    Raises:
        EngineError: The clip, picture or model can't be read.
    """
    capture = cv2.VideoCapture(str(args.clip))
    frame = _read(capture)
    if frame is None:
        raise SourceError(f"{args.clip} is no video that OpenCV can read", "use another file")
    height, width = frame.shape[:2]
    background = read_image(args.background)
    network = PaddleNetwork(find_model(args.model))
    steps: list[Callable[[U8, F32], F32]] = []
    if args.post_process:
        steps.append(lambda _, score: without_specks(score))
    if args.flow:
        steps.append(FlowFusion().fuse)
    writer = None
    if args.write:
        rate = capture.get(cv2.CAP_PROP_FPS)
        writer = cv2.VideoWriter(str(args.write), cv2.VideoWriter.fourcc(*"MJPG"), rate, (width, height))
    network.predict(frame)  # the first prediction is slower and no part of the loop
    count, wall_s, cpu_s = 0, time.perf_counter(), time.process_time()
    while frame is not None and count != args.frames:
        score = network.predict(frame)
        for step in steps:
            score = step(frame, score)
        picture = blend(frame, background, network.upsampled(score, (width, height)))
        if writer is not None:
            writer.write(picture)
        count += 1
        frame = _read(capture)
    loop_cpu_s, loop_wall_s = time.process_time() - cpu_s, time.perf_counter() - wall_s
    capture.release()
    if writer is not None:
        writer.release()
    return {
        "frames": count,
        "wall_s": round(loop_wall_s, 3),
        "cpu_s": round(time.process_time(), 3),
        "loop_cpu_s": round(loop_cpu_s, 3),
        "frames_per_s": round(count / loop_wall_s, 2),
        "frames_per_cpu_s": round(count / loop_cpu_s, 2),
    }


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reference", description=__doc__.splitlines()[0])
    parser.add_argument("clip", type=Path)
    parser.add_argument("--background", type=Path, required=True, help="a picture")
    parser.add_argument("--model", default="auto", help="name or path of a Paddle model")
    parser.add_argument("--flow", action="store_true", help="fuse scores by optical flow")
    parser.add_argument("--post-process", action="store_true", help="remove small connected components")
    parser.add_argument("--write", type=Path, metavar="PATH", help="an .avi to write as MJPEG; discarded if absent")
    parser.add_argument("--frames", type=int, help="stop after so many")
    parser.add_argument("--stats-json", default="-", metavar="PATH|-", help="where to write the measurements")
    args = parser.parse_args()
    try:
        text = json.dumps(run(args), indent=2) + "\n"
    except EngineError as error:
        print(f"reference: {error}", file=sys.stderr)
        return error.exit_status
    if args.stats_json == "-":
        sys.stdout.write(text)
    else:
        Path(args.stats_json).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
