"""Libraries that wheels bring in folders of their own: their licences, and where the texts are found.

Wheels seldom name what their builders put into them. A library that is missing here ends the build.
"""

from __future__ import annotations

VENDORED = {
    "libavcodec": ("FFmpeg", "GPL-3.0-or-later", "libavcodec59"),
    "libavdevice": ("FFmpeg", "GPL-3.0-or-later", "libavcodec59"),
    "libavfilter": ("FFmpeg", "GPL-3.0-or-later", "libavcodec59"),
    "libavformat": ("FFmpeg", "GPL-3.0-or-later", "libavcodec59"),
    "libavutil": ("FFmpeg", "GPL-3.0-or-later", "libavcodec59"),
    "libswresample": ("FFmpeg", "GPL-3.0-or-later", "libavcodec59"),
    "libswscale": ("FFmpeg", "GPL-3.0-or-later", "libavcodec59"),
    "libx264": ("x264", "GPL-2.0-or-later", "libx264-164"),
    "libx265": ("replacement of x265", "Apache-2.0", ""),
    "libSvtAv1Enc": ("replacement of SVT-AV1", "Apache-2.0", ""),
    "libXau": ("libXau", "MIT", "libxau6"),
    "libXdmcp": ("libXdmcp", "MIT", "libxdmcp6"),
    "libasound": ("alsa-lib", "LGPL-2.1-or-later", "libasound2"),
    "libavif": ("libavif", "BSD-2-Clause", "libavif15"),
    "libblas": ("BLAS", "BSD-3-Clause", "libblas3"),
    "libbrotlicommon": ("Brotli", "MIT", "libbrotli1"),
    "libbrotlidec": ("Brotli", "MIT", "libbrotli1"),
    "libdav1d": ("dav1d", "BSD-2-Clause", "libdav1d6"),
    "libde265": ("libde265", "LGPL-3.0-or-later", "libde265-0"),
    "libdrm": ("libdrm", "MIT", "libdrm2"),
    "libfreetype": ("FreeType", "FTL OR GPL-2.0-or-later", "libfreetype6"),
    "libgfortran": ("libgfortran", "GPL-3.0-or-later WITH GCC-exception-3.1", "libgfortran5"),
    "libgmp": ("GMP", "LGPL-3.0-or-later OR GPL-2.0-or-later", "libgmp10"),
    "libgnutls": ("GnuTLS", "LGPL-2.1-or-later", "libgnutls30"),
    "libharfbuzz": ("HarfBuzz", "MIT", "libharfbuzz0b"),
    "libheif": ("libheif", "LGPL-3.0-or-later", "libheif1"),
    "libhogweed": ("Nettle", "LGPL-3.0-or-later OR GPL-2.0-or-later", "libnettle8"),
    "libicudata": ("ICU", "ICU", "libicu72"),
    "libicui18n": ("ICU", "ICU", "libicu72"),
    "libicuuc": ("ICU", "ICU", "libicu72"),
    "libjpeg": ("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib", "libjpeg62-turbo"),
    "liblapack": ("LAPACK", "BSD-3-Clause", "liblapack3"),
    "liblcms2": ("Little CMS", "MIT", "liblcms2-2"),
    "liblzma": ("XZ Utils", "0BSD", "liblzma5"),
    "libmp3lame": ("LAME", "LGPL-2.0-or-later", "libmp3lame0"),
    "libnettle": ("Nettle", "LGPL-3.0-or-later OR GPL-2.0-or-later", "libnettle8"),
    "libopencore-amrnb": ("OpenCORE AMR", "Apache-2.0", "libopencore-amrnb0"),
    "libopencore-amrwb": ("OpenCORE AMR", "Apache-2.0", "libopencore-amrwb0"),
    "libopenjp2": ("OpenJPEG", "BSD-2-Clause", "libopenjp2-7"),
    "libopus": ("Opus", "BSD-3-Clause", "libopus0"),
    "libpng16": ("libpng", "libpng-2.0", "libpng16-16"),
    "libquadmath": ("libquadmath", "LGPL-2.0-or-later", "libquadmath0"),
    "libscipy_openblas64_": ("OpenBLAS", "BSD-3-Clause", "libopenblas0-pthread"),
    "libsharpyuv": ("libwebp", "BSD-3-Clause", "libwebp7"),
    "libtbb": ("oneTBB", "Apache-2.0", "libtbb12"),
    "libtiff": ("libtiff", "libtiff", "libtiff6"),
    "libunistring": ("libunistring", "LGPL-3.0-or-later OR GPL-2.0-or-later", "libunistring2"),
    "libvpl": ("oneVPL", "MIT", "libvpl2"),
    "libvpx": ("libvpx", "BSD-3-Clause", "libvpx7"),
    "libwebp": ("libwebp", "BSD-3-Clause", "libwebp7"),
    "libwebpdemux": ("libwebp", "BSD-3-Clause", "libwebp7"),
    "libwebpmux": ("libwebp", "BSD-3-Clause", "libwebp7"),
    "libxcb": ("libxcb", "MIT", "libxcb1"),
    "libxcb-shape": ("libxcb", "MIT", "libxcb1"),
    "libxcb-shm": ("libxcb", "MIT", "libxcb1"),
    "libxcb-xfixes": ("libxcb", "MIT", "libxcb1"),
    "libzstd": ("Zstandard", "BSD-3-Clause", "libzstd1"),
}
"""Name of a library without hash and version: (component, SPDX licence, Debian package whose copyright file has the
text)."""

FOLDERS = ("av.libs", "numpy.libs", "opencv_python_headless.libs", "pillow.libs", "pillow_heif.libs")
"""Folders, in the bundle's folder of libraries, that builders of wheels fill."""

ALSO = ("libicudata", "libicui18n", "libicuuc")
"""Libraries that lie among a wheel's own."""

WHEEL_LICENCES = {"pyvirtualcam": "GPL-2.0", "opencv-python-headless": "Apache-2.0"}
"""Where a wheel's metadata names its licence as a classifier or in free words."""

TEXTS_FROM_SYSTEM = {"LGPL-3.0": "LGPL-3", "GPL-3.0": "GPL-3", "GPL-2.0": "GPL-2", "LGPL-2.1": "LGPL-2.1"}
"""Files of /usr/share/common-licenses by the beginning of an SPDX licence, for wheels that bring no text."""
