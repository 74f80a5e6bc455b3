"""Whether the machine runs on its battery, and whether heat slows it down."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass
from pathlib import Path

_SUPPLIES = Path("/sys/class/power_supply")
_PROCESSORS = Path("/sys/devices/system/cpu")
_last_throttles: dict[Path, int] = {}


@dataclass(frozen=True, slots=True)
class PowerState:
    """What the system tells; where it tells nothing, neither is so.

    Attributes:
        on_battery: It runs on a battery alone.
        throttled: The processor was slowed down for its heat since this was asked before.
    """

    on_battery: bool = False
    throttled: bool = False


def power_state() -> PowerState:
    """The state now. Heat is known on Linux with Intel processors; the battery on Linux and Windows."""
    if sys.platform == "win32":
        return PowerState(_on_windows_battery())
    if sys.platform != "linux":
        return PowerState()
    return PowerState(on_battery(_SUPPLIES), throttled(_PROCESSORS))


def on_battery(supplies: Path) -> bool:
    """Whether a system battery discharges and no mains supply is online (Linux, sysfs-class-power)."""
    discharging = False
    for supply in _entries(supplies, "*"):
        kind = _read(supply / "type")
        if kind in ("Mains", "USB") and _read(supply / "online") == "1":
            return False
        # A mouse's or a headset's battery has the scope "Device".
        if kind == "Battery" and _read(supply / "scope") != "Device" and _read(supply / "status") == "Discharging":
            discharging = True
    return discharging


def throttled(processors: Path) -> bool:
    """Whether a core counted thermal throttling since the last call (Linux, x86 thermal_throttle)."""
    rose = False
    for counter in _entries(processors, "cpu[0-9]*/thermal_throttle/core_throttle_count"):
        text = _read(counter)
        if not text.isdecimal():
            continue
        rose = rose or int(text) > _last_throttles.get(counter, int(text))
        _last_throttles[counter] = int(text)
    return rose


def _entries(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern)) if folder.is_dir() else []


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except OSError:
        return ""


def _on_windows_battery() -> bool:
    """GetSystemPowerStatus (winbase.h): ACLineStatus is 0 on a battery."""
    status = (ctypes.c_ubyte * 12)()
    kernel32 = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows alone
    return bool(kernel32.GetSystemPowerStatus(ctypes.byref(status))) and status[0] == 0
