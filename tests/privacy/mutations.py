"""Takes each guard of the privacy promise out, one at a time: a fast test must fail for every one.

`python -m tests.privacy.mutations [WORD]` runs all mutants, or those whose name or file has the word in it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TIMEOUT_S = 300

GATE, GUARDS, JUMPS = "tests/privacy/test_gate.py", "tests/privacy/test_guards.py", "tests/privacy/test_jumps.py"
CLOCK, CONTROLS = "tests/core/test_clock.py", "tests/pipeline/test_controls.py"
BLUR, TRANSPARENT = "tests/compositor/test_blur.py", "tests/privacy/test_transparent.py"
CORES = "tests/privacy/test_core_dumps.py"
METHODS, PLATE = "tests/matte/test_methods.py", "tests/matte/test_plate.py"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One guard taken out.

    Attributes:
        name: What is missing.
        file: Below the project's root.
        old: The text that is replaced; it occurs once.
        new: The text in its place.
        tests: Files of tests of which one must fail.
    """

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


def _mutants(file: str, tests: tuple[str, ...], *changes: tuple[str, str, str]) -> list[Mutant]:
    return [Mutant(name, file, old, new, tests) for name, old, new in changes]


MUTANTS = [
    *_mutants(
        "engine/privacy/gate.py",
        (GATE,),
        ("a mask of another frame", "mask.seq != frame.seq", "False"),
        ("the mask's values", "if not mask.is_valid:", "if False:"),
        ("the plausible flag", "not mask.plausible or ", ""),
        ("coverage", "or cv2.mean(mask.alpha)[0] > MAX_COVERAGE", ""),
        ("coverage limit", "MAX_COVERAGE = 0.85", "MAX_COVERAGE = 0.95"),
        ("age limit", "MAX_PROPAGATED_AGE_NS = 150_000_000", "MAX_PROPAGATED_AGE_NS = 5_000_000_000"),
        ("age limit, a little", "MAX_PROPAGATED_AGE_NS = 150_000_000", "MAX_PROPAGATED_AGE_NS = 151_000_000"),
        ("a prediction from the future", "0 <= age_ns <= MAX", "age_ns <= MAX"),
        ("the residual", " and 0 <= mask.flow_residual <= MAX_FLOW_RESIDUAL", ""),
        ("a negative residual", "0 <= mask.flow_residual", "mask.flow_residual"),
        ("the age of a predicted mask", "None if age_ns == 0 else Rejection.STALE_MASK", "None"),
        ("how a mask was made", "if mask.origin is MaskOrigin.PREDICTED:", "if age_ns == 0:"),
        ("the composite's size", " or composite.size != frame.image.size", ""),
        ("the composite", "composite is None or composite.size", "composite is not None and composite.size"),
        ("no mask", "elif mask is None:", "elif False:"),
        ("no frame", "if frame is None:", "if False:"),
        (
            "camera pixels with every background",
            "settings.background.kind is BackgroundKind.NONE",
            "settings.background.kind is not BackgroundKind.COLOR",
        ),
        ("the seal", "if seal is not _SEAL:", "if False:"),
        (
            "own pictures are no camera's",
            "OutputFrame(_SEAL, image, Rejection.NO_FRAME)",
            "OutputFrame(_SEAL, image, None)",
        ),
        (
            "another layout keeps the verdict",
            "OutputFrame(_SEAL, image, self.rejection)",
            "OutputFrame(_SEAL, image, None)",
        ),
    ),
    *_mutants(
        "engine/core/frame.py",
        (GATE,),
        ("residual limit", "MAX_FLOW_RESIDUAL = 40.0", "MAX_FLOW_RESIDUAL = 120.0"),
        ("negative values", "self.alpha.min() >= 0.0", "not self.alpha.min() < -9e9"),
        ("values above one and NaN", "self.alpha.max() <= 1.0", "not self.alpha.max() > 9e9"),
        (
            "NaN",
            "bool(self.alpha.size and self.alpha.min() >= 0.0 and self.alpha.max() <= 1.0)",
            "not (not self.alpha.size or self.alpha.min() < 0.0 or self.alpha.max() > 1.0)",
        ),
        ("an empty mask", "self.alpha.size and ", ""),
    ),
    *_mutants(
        "engine/privacy/jumps.py",
        (JUMPS,),
        ("jump limit", "max_change: float = 0.3", "max_change: float = 0.65"),
        ("a cut explains a jump", "max_luma_change: float = 12.0", "max_luma_change: float = 120.0"),
        (
            "jumps",
            "return cv2.norm(mask.guide, reference.guide",
            "return False and cv2.norm(mask.guide, reference.guide",
        ),
        ("memory of a jump", "memory_ns: int = 2_000_000_000", "memory_ns: int = 200_000_000_000"),
        ("reset of jumps", "        self._reference = None\n\n    def checked", "        pass\n\n    def checked"),
        ("an implausible reference", "        if not mask.plausible:\n            return mask\n", ""),
    ),
    *_mutants(
        "engine/core/clock.py",
        (CLOCK,),
        ("gap limit", "MAX_GAP_NS = 500_000_000", "MAX_GAP_NS = 5_000_000_000"),
        ("time that goes back", "not 0 <= now - before", "not now - before"),
        (
            "the capture time's gap",
            "(captured_ns, *(clock() for clock in self._clocks))",
            "tuple(clock() for clock in self._clocks)",
        ),
        ("both clocks", "= (now_ns, time.monotonic_ns)", "= (now_ns,)"),
        ("time asleep", "time.CLOCK_BOOTTIME)", "time.CLOCK_MONOTONIC)"),
    ),
    *_mutants(
        "engine/pipeline/stages/controls.py",
        (CONTROLS,),
        ("the output asked for", " and output is self.output", ""),
        ("camera pictures while paused", "return self.wants_camera and output", "return output"),
        ("paused", "not (self.paused or self.resting or self.stopped)", "not (self.resting or self.stopped)"),
        ("resting", "not (self.paused or self.resting or self.stopped)", "not (self.paused or self.stopped)"),
        ("stopped", "not (self.paused or self.resting or self.stopped)", "not (self.paused or self.resting)"),
        ("stopped for good", "stopped=self.value.stopped or changed.stopped", "stopped=changed.stopped"),
    ),
    *_mutants(
        "engine/pipeline/stages/composition.py",
        (CONTROLS, GUARDS),
        (
            "the last look at the controls",
            "if output_frame.shows_person and not self._context.controls.value.wants_camera:",
            "if False:",
        ),
        (
            "the output that is still open",
            "if controls.permits(self._publisher.output) or not output_frame.shows_person:",
            "if True:",
        ),
        ("nothing after the end", "if controls.stopped and self._context.live:", "if False:"),
        (
            "what was shown before a pause",
            "            if controls.paused or not controls.frozen:\n                self._picture = None",
            "            pass",
        ),
        ("the mask of before a pause", "self._last = self._unsent = None", "self._unsent = None"),
        ("new frames while paused", "if controls.frozen or not controls.wants_camera:", "if controls.frozen:"),
    ),
    *_mutants(
        "engine/pipeline/stages/composition.py",
        (GUARDS,),
        (
            "a picture of another background",
            "held.settings.background != wanted.background",
            "False",
        ),
        (
            "a picture with others, held for me alone",
            'if wanted.people == "me" and held.settings.people != "me":',
            "if False:",
        ),
        ("a picture of another size", "if held.output_frame.image.size != self._size():", "if False:"),
        ("how long a picture is held", "HELD_PICTURE_NS = 500_000_000", "HELD_PICTURE_NS = 5_000_000_000"),
        ("a stale picture", "if not controls.frozen and at_ns", "if False and at_ns"),
        ("propagation to another scene", "or origin.scene != newest.scene", ""),
        ("the pre-check of a propagated mask", "if is_fresh(propagated, newest) else None", ""),
    ),
    *_mutants(
        "engine/pipeline/stages/publisher.py",
        (GUARDS,),
        (
            "transparency that does not arrive",
            "if not transparent or (self.output is not None and self.output.supports_alpha):",
            "if True:",
        ),
    ),
    *_mutants(
        "engine/pipeline/stages/picture_maker.py",
        (GUARDS,),
        (
            "history of what passed alone",
            "        if output_frame.shows_person:\n            parts.refiner.accept()",
            "        parts.refiner.accept()",
        ),
        ("the refiner's reset", "            parts.refiner.reset()\n", "            pass\n"),
        ("the status of an invalid mask", "if rejection is Rejection.INVALID_MASK:", "if False:"),
        ("the status of an implausible mask", "if rejection is Rejection.IMPLAUSIBLE_MASK:", "if False:"),
    ),
    *_mutants(
        "engine/matte/methods/plate/keeper.py",
        (PLATE,),
        ("a mask that can be right, to capture", " or not (mask.plausible and mask.is_valid)", ""),
        ("a plate deleted while it is kept", "        if not kept:", "        if False:"),
    ),
    *_mutants(
        "engine/matte/methods/plate/capture.py",
        (PLATE,),
        ("no person in a plate", "if person > PARAMETERS.max_person:", "if False:"),
        ("no camera that moves", "if moved > PARAMETERS.max_moved * change.size:", "if False:"),
    ),
    *_mutants(
        "engine/matte/methods/plate/belonging.py",
        (PLATE,),
        ("a door that is open already", "_sudden(connected, person, limits.max_at_once)", "np.zeros_like(connected)"),
        ("a thing that changes at once", "sudden[0] = False\n", "sudden[:] = False\n"),
    ),
    *_mutants(
        "engine/matte/refine/refiner.py",
        (METHODS,),
        ("what a method does not know", "return without_haze(planes.mask), None", "return decision.alpha, None"),
    ),
    *_mutants(
        "engine/matte/methods/decision.py",
        (METHODS,),
        ("a plausible decision", " and _plausibility.judge(alpha, mask.guide)", ""),
        ("a plausible mask below a decision", "plausible=mask.plausible and ", "plausible="),
    ),
    *_mutants(
        "engine/pipeline/stages/capture.py",
        (GUARDS,),
        (
            "a new scene at another source",
            "                self._scene += 1\n                self.info",
            "                self.info",
        ),
        (
            "the newest frame of a closed source",
            "                self._context.newest.value = None\n",
            "                pass\n",
        ),
        (
            "a new scene at another framing",
            "            self._framing = framing\n            self._scene += 1",
            "            self._framing = framing",
        ),
        ("a new scene after a gap", "self._gaps.after_gap(frame.captured_ns)", "False"),
    ),
    *_mutants(
        "engine/pipeline/stages/inference.py",
        (GUARDS,),
        (
            "the tracker's reset at another scene",
            "                scene = frame.scene\n                self._forget()",
            "                scene = frame.scene",
        ),
        (
            "the tracker's reset at another model",
            "        self.problem = self._model_problem = None\n        self._forget()",
            "        self.problem = self._model_problem = None",
        ),
        ("jumps of the mask", "mask = self._jumps.checked(mask, frame)", "pass"),
    ),
    *_mutants(
        "engine/pipeline/pipeline.py",
        (GUARDS,),
        ("the camera closes", "self._capture.pause(not controls.wants_camera)", "self._capture.pause(False)"),
    ),
    *_mutants(
        "engine/matte/pipeline.py",
        (GUARDS,),
        ("one wrong answer", "            self.reset()  # the gate", "            pass  # the gate"),
    ),
    *_mutants(
        "engine/matte/person/presence.py",
        (GUARDS,),
        ("an absent person", "        if not self._present:\n", "        if False:\n"),
        ("how long a person stays", "leave_ns: int = 200_000_000", "leave_ns: int = 2_000_000_000"),
        ("how large a person is", "enter_area: float = 0.015", "enter_area: float = 0.0001"),
    ),
    *_mutants(
        "engine/matte/reuse.py",
        (GUARDS,),
        (
            "colour in a static frame",
            "ChangeParameters(min_colour=3, min_luma=1)",
            "ChangeParameters(min_colour=255, min_luma=1)",
        ),
        (
            "luma in a static frame",
            "ChangeParameters(min_colour=3, min_luma=1)",
            "ChangeParameters(min_colour=3, min_luma=100)",
        ),
        ("age of a reused mask", "max_age_ns: int = 120_000_000", "max_age_ns: int = 5_000_000_000"),
    ),
    *_mutants(
        "engine/compositor/background/blur.py",
        (BLUR,),
        ("the weakest blur", "min_strength: int = 55", "min_strength: int = 0"),
        (
            "the number of samples",
            "max_samples: tuple[int, int] = (56, 32)",
            "max_samples: tuple[int, int] = (560, 320)",
        ),
        ("the person in the blur", "person_gain: int = 4", "person_gain: int = 0"),
    ),
    *_mutants(
        "engine/compositor/compositor.py",
        (TRANSPARENT,),
        ("what lies under alpha 0", "            hide_background(out, kept)\n", ""),
        ("faint islands", "kept = without_faint_islands(alpha)", "kept = alpha.copy()"),
        (
            "the person's own colours",
            "EdgeOptions(refine=True, straight=True)",
            "EdgeOptions(settings.refine, straight=True)",
        ),
    ),
    *_mutants(
        "engine/outputs/virtual_camera/camera.py",
        ("tests/outputs/test_virtual_camera.py",),
        ("pictures in the driver's ring", "                self._clear_ring(camera)\n", "                pass\n"),
    ),
    *_mutants(
        "engine/outputs/virtual_camera/pipewire_stream.py",
        ("tests/outputs/test_pipewire.py",),
        ("pictures in shared memory", "ctypes.memset(data.data, 0, data.maxsize)", "pass"),
    ),
    *_mutants(
        "engine/platform/process.py",
        (CORES,),
        ("the core file's limit", "    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n", ""),
        ("memory in dumps", 'Path("/proc/self/coredump_filter").write_text("0")', "pass"),
    ),
    *_mutants("main.py", (CORES,), ("core dumps of run", '("run", "devices", "doctor")', '("devices", "doctor")')),
]


def survivors_of(mutants: list[Mutant]) -> list[str]:
    """Names of the mutants that no test kills, each tried in a copy of the project."""
    survivors = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        ignored = shutil.ignore_patterns(".git", ".venv", "out", "__pycache__", "models", "demo", "backgrounds")
        for name in ("engine", "tests", "ui", "benchmarks"):
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / "assets", copy / "assets", ignore=ignored)
        for name in ("main.py", "pyproject.toml"):
            shutil.copy(ROOT / name, copy / name)
        for mutant in mutants:
            began_s = time.monotonic()
            killed = is_killed(mutant, copy)
            verdict = "killed  " if killed else "SURVIVES"
            print(f"{verdict} {time.monotonic() - began_s:5.1f} s  {mutant.file}: {mutant.name}", flush=True)
            if not killed:
                survivors.append(f"{mutant.file}: {mutant.name}")
    return survivors


def is_killed(mutant: Mutant, copy: Path) -> bool:
    """Whether a test fails with the guard taken out.

    Raises:
        ValueError: The text to replace is not there, or more than once.
    """
    path = copy / mutant.file
    text = path.read_text("utf-8")
    if text.count(mutant.old) != 1:
        raise ValueError(f"{mutant.file}: {mutant.old!r} occurs {text.count(mutant.old)} times")
    path.write_text(text.replace(mutant.old, mutant.new), "utf-8")
    try:
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *mutant.tests]
        # What was compiled of the text before is as old and as long as the new one may be.
        environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(text, "utf-8")
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{mutant.name}: the tests could not run\n{done.stdout}\n{done.stderr}")
    return done.returncode == 1


def main(word: str = "") -> int:
    """Prints a line for each mutant; 1 if any survives."""
    chosen = [mutant for mutant in MUTANTS if word in mutant.name or word in mutant.file]
    survivors = survivors_of(chosen)
    print(f"{len(chosen)} mutants, {len(survivors)} survive", *survivors, sep="\n")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
