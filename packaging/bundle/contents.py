"""What the bundle contains: modules, data files, and the library files that are left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

PACKAGES = ("engine", "ui")
"""Packages of the project that the bundle contains whole."""

EXCLUDED_MODULES = [
    *("paddle", "paddleseg", "training", "benchmarks", "tests"),
    *("tkinter", "setuptools", "pkg_resources", "_distutils_hack", "pip", "lib2to3", "pydoc_data", "ensurepip"),
    *("openvino.torch", "openvino.tools", "openvino.frontend.pytorch", "openvino.frontend.tensorflow"),
    *("openvino.frontend.jax", "openvino_telemetry", "torch", "tensorflow", "matplotlib", "pytest"),
    *("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtQml", "PySide6.QtQuick"),
    *("numpy.f2py", "numpy.testing", "numpy.distutils", "PIL.ImageTk", "PIL.ImageQt"),
]

_OPENVINO = "openvino/libs/(lib)?openvino_(intel_cpu_plugin|intel_gpu_plugin|(paddle|onnx|ir)_frontend)"
"""Plug-ins and front ends of OpenVINO that the program uses; each is loaded by name, so that no tool finds it."""

_LEFT_OUT = re.compile(
    r"""
    openvino/(torch|tools|frontend/(pytorch|tensorflow|jax))/
    | PySide6/.*Qt6?(Qml|Quick|Pdf|OpenGLWidgets|VirtualKeyboard|ShaderTools|Sql|Test|Designer|EglFs)
    | PySide6/.*/translations/(?!qtbase_(de|en|es|zh_CN)[.])
    | PySide6/.*/plugins/(platforms/libq(eglfs|linuxfb|vnc|minimal|vkkhrdisplay)|egldeviceintegrations|generic
      |networkinformation|tls|sqldrivers|virtualkeyboard|qmltooling|assetimporters|wayland-graphics-integration-server
      |platforminputcontexts/.*virtualkeyboard|platformthemes/libqgtk3|imageformats/libq(pdf|tga|tiff|wbmp|icns))
    | PySide6/QtOpenGL[.]
    | ^lib(gtk|gdk|atk|atspi|pango|cairo|epoxy|harfbuzz|pixman|thai|datrie|fribidi|graphite2|jpeg)
    | ^lib(stdc[+][+]|gcc_s|mvec|X[a-zA-Z0-9-]+|fontconfig|freetype|png16|expat)[.]
    | ^lib(dbus-1|systemd|gcrypt|gpg-error|lz4|cap|(glib|gio|gobject|gthread|gmodule)-2|pcre2-8)[.]
    | ^lib(mount|blkid|selinux)[.]
    | cv2/(data/|.*[.]pyi$)
    """,
    re.VERBOSE,
)
"""Files, below the bundle's folder of libraries, that PyInstaller collects and that the bundle does without.

The program never loads the first ones. The last lines are libraries of the system's own: graphics drivers and input
methods of a newer system need theirs, so every desktop brings them, and the .deb names them.
"""


def modules(commands: Mapping[str, tuple[str, str]], root: Path) -> list[str]:
    """Every module of the project in the bundle, and those of the commands in it, which `main.py` imports by name.

    Args:
        commands: `main.COMMANDS`.
        root: The project's folder.
    """
    found = [
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        for package in PACKAGES
        for path in sorted((root / package).rglob("*.py"))
    ]
    found += [module for module, _ in commands.values() if module.split(".")[0] in PACKAGES]
    return sorted({*found, "PySide6.QtSvg", "PySide6.QtNetwork"})


def data_files(root: Path) -> list[tuple[str, str]]:
    """Every data file of the project in the bundle: (path, folder in the bundle).

    Args:
        root: The project's folder.
    """
    made_from = {root / "assets" / "make", root / "assets" / "translations"}
    sources = [
        path for package in PACKAGES for path in (root / package).rglob("*") if path.suffix not in (".py", ".pyc")
    ]
    sources += [path for path in (root / "assets").rglob("*") if not made_from & {*path.parents}]
    sources += (root / "assets" / "translations").glob("*.qm")
    files = sorted(path for path in sources if path.is_file() and "__pycache__" not in path.parts)
    return [(str(path), str(path.parent.relative_to(root))) for path in files]


def openvino_libraries(package: Path) -> list[tuple[str, str]]:
    """OpenVINO's plug-ins and front ends in the bundle: (path, folder in the bundle).

    Args:
        package: The folder of the installed package `openvino`.
    """
    libraries = package / "libs"
    wanted = re.compile(f"{_OPENVINO}|openvino/libs/cache[.]json")
    found = [path for path in sorted(libraries.iterdir()) if wanted.match(f"openvino/libs/{path.name}")]
    return [(str(path), "openvino/libs") for path in found]


def is_needed(name: str) -> bool:
    """Whether the program loads a file that a hook collected.

    Args:
        name: Its path below the bundle's folder of libraries.
    """
    return not _LEFT_OUT.search(name.replace("\\", "/"))
