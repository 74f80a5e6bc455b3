"""Makes a Linux bundle smaller: no debug symbols, no library twice, no encoders and ICU data that are never used.

Run by packaging/bundle/build.sh on the bundle's folder of libraries. It needs strip, gcc and patchelf.
packaging/bundle/check.py checks the result.
"""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = {
    "libavcodec": "av.libs",
    "libavformat": "av.libs",
    "libavutil": "av.libs",
    "libswscale": "av.libs",
    "libavif": "pillow.libs",
}
"""OpenCV's copies that give way to those of the same major version in another wheel's folder."""
OPENCV = "opencv_python_headless.libs"

LAPACK = ("liblapack.so.3", "libblas.so.3")
"""The reference implementation replaces OpenCV's OpenBLAS. OpenCV calls it for matrices from 100 x 100 on only, which
the program does not have. NumPy keeps its own OpenBLAS."""
LAPACK_FOLDER = Path("/usr/lib/x86_64-linux-gnu")

X265_STUB = """
static void *none(void) { return 0; }
/* x265_api of x265.h: eight numbers, two texts, functions. Callers give up as `param_alloc` returns 0. */
static const char text[] = "left out";
static struct { int numbers[8]; const char *texts[2]; void *(*functions[32])(void); } api =
    {{0}, {text, text}, {[0 ... 31] = none}};
void *x265_api_get_VERSION(int depth) { (void)depth; return &api; }
void x265_cleanup(void) {}
"""
"""In the place of the encoder that FFmpeg and libheif link and the program never asks for; it refuses to encode."""
SVT_FUNCTIONS = (
    *("add_metadata", "av1_enc_deinit", "av1_enc_deinit_handle", "av1_enc_get_packet", "av1_enc_get_stream_info"),
    *("av1_enc_init", "av1_enc_init_handle", "av1_enc_parse_parameter", "av1_enc_release_out_buffer"),
    *("av1_enc_send_picture", "av1_enc_set_parameter", "av1_enc_stream_header", "av1_enc_stream_header_release"),
    "metadata_array_free",
)
SVT_REFUSES = "0x80001000"  # EB_ErrorInsufficientResources

ICU_KEPT = re.compile(rb"^(coll/)?(root|de|en|es|zh|pool|res_index)\.res$|^[^/]+\.(icu|nrm|spp)$|^coll/ucadata\.icu$")
"""ICU data that Qt reads for the window's languages: sorting and normalisation. Qt has locale data of its own."""
INSTALLERS_NOTES = ("RECORD", "INSTALLER", "REQUESTED")
"""Of an installed package: RECORD has sums of scripts that name the folder it was installed in."""
ICU_MAGIC = b"\xda\x27"
"""Of udata.h; the package's format follows at byte 12."""


def main() -> int:
    """Works on the folder that the first argument names."""
    libraries = Path(sys.argv[1])
    drop_installers_notes(libraries)
    share(libraries)
    replace_openblas(libraries)
    with tempfile.TemporaryDirectory() as scratch:
        stub_encoders(libraries, Path(scratch))
        reduce_icu(libraries, Path(scratch))
    for path in sorted(libraries.rglob("*")):
        if path.is_symlink() and not path.exists():
            path.unlink()  # PyInstaller's link at the top to a library that is gone
        elif path.is_file() and not path.is_symlink() and is_elf(path):
            strip(path)
    return 0


def drop_installers_notes(libraries: Path) -> None:
    """Removes what tells where a package was installed, which differs from one building folder to another."""
    for path in sorted(libraries.glob("*.dist-info/*")):
        if path.name in INSTALLERS_NOTES:
            path.unlink()


def is_elf(path: Path) -> bool:
    """Whether a file is a program or library."""
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def strip(path: Path) -> None:
    """Removes symbols that only a debugger reads, and search paths that name the building machine.

    A library stays as it is where strip breaks the layout that patchelf gave it in its wheel.
    """
    sections = run("readelf", "-SW", str(path))
    if " .symtab " in sections or " .debug_" in sections:
        stripped = path.with_name(f"{path.name}.stripped")
        run("strip", "--strip-unneeded", "-o", str(stripped), str(path))
        if is_loadable(stripped):
            stripped.chmod(path.stat().st_mode)
            stripped.replace(path)
        else:
            stripped.unlink()
    search_path = run("patchelf", "--print-rpath", str(path)).strip()
    if search_path.startswith("/"):
        run("patchelf", "--remove-rpath", str(path))


def share(libraries: Path) -> None:
    """Lets OpenCV use the FFmpeg of PyAV and the image libraries of Pillow."""
    for name, other in SHARED.items():
        (copy,) = (libraries / OPENCV).glob(f"{name}-*")
        (kept,) = (libraries / other).glob(f"{name}-*")
        if major(copy) != major(kept):
            raise SystemExit(f"slim: {copy.name} and {kept.name} are not of one major version")
        run("patchelf", "--replace-needed", copy.name, kept.name, str(libraries / "cv2" / "cv2.abi3.so"))
        copy.unlink()
        link(libraries, kept)
    drop_unneeded(libraries, libraries / OPENCV)


def replace_openblas(libraries: Path) -> None:
    """Puts the reference LAPACK in the place of OpenCV's OpenBLAS."""
    extension = libraries / "cv2" / "cv2.abi3.so"
    folder = libraries / OPENCV
    (openblas,) = folder.glob("libopenblas*")
    for name in LAPACK:
        source = next(path for path in (LAPACK_FOLDER / name, *LAPACK_FOLDER.glob(f"*/{name}")) if path.is_file())
        shutil.copyfile(source.resolve(), folder / name)
        run("patchelf", "--set-rpath", "$ORIGIN", str(folder / name))
        link(libraries, folder / name)
    (fortran,) = (libraries / "numpy.libs").glob("libgfortran-*")
    for name in LAPACK:
        run("patchelf", "--replace-needed", "libgfortran.so.5", fortran.name, str(folder / name))
    run("patchelf", "--replace-needed", openblas.name, LAPACK[0], str(extension))
    run("patchelf", "--add-needed", LAPACK[1], str(extension))
    openblas.unlink()
    drop_unneeded(libraries, folder)


def stub_encoders(libraries: Path, scratch: Path) -> None:
    """Replaces encoders by libraries that refuse to encode."""
    source = scratch / "stub.c"
    for library in sorted(libraries.glob("*.libs/libx265-*.so.*")):
        source.write_text(X265_STUB.replace("VERSION", major(library)))
        compile_library(source, library)
    for library in sorted(libraries.glob("*.libs/libSvtAv1Enc-*.so.*")):
        source.write_text("".join(f"int svt_{name}(void) {{ return {SVT_REFUSES}; }}\n" for name in SVT_FUNCTIONS))
        compile_library(source, library)


def reduce_icu(libraries: Path, scratch: Path) -> None:
    """Keeps of ICU's data what ICU_KEPT names."""
    (library,) = (libraries / "PySide6" / "Qt" / "lib").glob("libicudata.so.*")
    symbol, address, size = next(
        (words[7].split("@")[0], int(words[1], 16), int(words[2], 0))
        for words in map(str.split, run("readelf", "-W", "--dyn-syms", str(library)).splitlines())
        if len(words) > 7 and words[7].startswith("icudt")
    )
    data = library.read_bytes()
    start = file_offset(library, address)
    (scratch / "icu.dat").write_bytes(kept_icu_items(data[start : start + size] if size else data[start:]))
    (scratch / "icu.S").write_text(
        f'.section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol},@object\n{symbol}: .incbin "icu.dat"\n'
        f'.size {symbol}, . - {symbol}\n.section .note.GNU-stack,"",@progbits\n'
    )
    compile_library(scratch / "icu.S", library)


def kept_icu_items(data: bytes) -> bytes:
    """An ICU data package with the items that ICU_KEPT names, after ucmndata.h: header, table of contents, items."""
    header_size = struct.unpack_from("<H", data)[0]
    if data[2:4] != ICU_MAGIC or data[12:16] != b"CmnD":
        raise SystemExit("slim: the ICU data has an unknown format")
    contents = data[header_size:]
    count = struct.unpack_from("<I", contents)[0]
    entries = [struct.unpack_from("<II", contents, 4 + 8 * i) for i in range(count)]
    ends = [offset for _, offset in entries[1:]] + [len(contents)]
    items = []
    for (name_offset, offset), end in zip(entries, ends, strict=True):
        name = contents[name_offset : contents.index(b"\0", name_offset)]
        if ICU_KEPT.match(name.partition(b"/")[2]):
            items.append((name, contents[offset:end]))
    names_at = 4 + 8 * len(items)
    names = b"".join(name + b"\0" for name, _ in items)
    at = names_at + len(names)
    table, body = struct.pack("<I", len(items)), b""
    body_at = -(-at // 16) * 16
    for name, item in items:
        table += struct.pack("<II", names_at, body_at + len(body))
        names_at += len(name) + 1
        body += item + bytes(-len(item) % 16)
    return data[:header_size] + table + names + bytes(body_at - at) + body


def compile_library(source: Path, library: Path) -> None:
    """Compiles a library of the same SONAME over an existing one."""
    name = re.search(r"Library soname: \[(.*)\]", run("readelf", "-dW", str(library)))
    flags = (
        "-shared",
        "-fPIC",
        "-O1",
        "-nostdlib",
        "-Wl,--build-id=none",
        f"-Wl,-soname,{name[1] if name else library.name}",
    )
    run("gcc", *flags, source.name, "-o", str(library.resolve()), cwd=source.parent)


def drop_unneeded(libraries: Path, folder: Path) -> None:
    """Removes libraries of a folder that no file of the bundle needs any more."""
    while True:
        files = [path for path in libraries.rglob("*") if path.is_file() and not path.is_symlink() and is_elf(path)]
        needed = {name for path in files for name in run("patchelf", "--print-needed", str(path)).split()}
        unneeded = [path for path in folder.iterdir() if path.name not in needed]
        for path in unneeded:
            path.unlink()
        if not unneeded:
            return


def link(libraries: Path, library: Path) -> None:
    """Makes the link at the top by which the loader finds a library from every folder."""
    at_top = libraries / library.name
    if not at_top.is_symlink():
        at_top.symlink_to(library.relative_to(libraries))


def major(library: Path) -> str:
    """`libavcodec-57aca189.so.62.28.102` gives "62"."""
    return library.name.partition(".so.")[2].partition(".")[0]


def is_loadable(library: Path) -> bool:
    """Whether each segment lies in the file as it does in memory, modulo its alignment, as the loader requires."""
    return all((offset - address) % alignment == 0 for offset, address, _, alignment in segments(library))


def segments(library: Path) -> list[tuple[int, int, int, int]]:
    """Offset in the file, address, size in the file and alignment of each segment that is loaded."""
    loads = (
        words for words in map(str.split, run("readelf", "-lW", str(library)).splitlines()) if words[:1] == ["LOAD"]
    )
    return [(int(words[1], 16), int(words[2], 16), int(words[4], 16), int(words[-1], 16)) for words in loads]


def file_offset(library: Path, address: int) -> int:
    """The offset in the file of an address in memory."""
    for offset, start, size, _ in segments(library):
        if start <= address < start + size:
            return offset + address - start
    raise SystemExit(f"slim: {library} maps no address {address:#x}")


def run(*command: str, cwd: Path | None = None) -> str:
    """A tool's standard output."""
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=cwd).stdout


if __name__ == "__main__":
    sys.exit(main())
