#!/usr/bin/env bash
# Puts the bundle of `make bundle` into an AppImage. It needs appimagetool on the PATH.
set -euo pipefail
cd "$(dirname "$0")/../.."
id=io.github.cyclorama.Cyclorama
command -v appimagetool >/dev/null || { echo "appimagetool is missing: get it, then run this again" >&2; exit 1; }
folder=build/bundle/cyclorama
[ -x "$folder/cyclorama" ] || { echo "there is no bundle: make bundle" >&2; exit 1; }
tree=build/appimage/AppDir
rm -rf "$tree"
mkdir -p "$tree/usr/lib"
cp -a "$folder" "$tree/usr/lib/cyclorama"
mv "$tree/usr/lib/cyclorama/share" "$tree/usr/share"
cp "$tree/usr/share/applications/$id.desktop" "$tree"
cp "$tree/usr/share/icons/hicolor/scalable/apps/$id.svg" "$tree"
ln -s usr/lib/cyclorama/cyclorama "$tree/AppRun"
version=$("$folder/cyclorama" --version | cut -d' ' -f2)
VERSION=$version appimagetool "$tree" "dist/Cyclorama-$version-$(uname -m).AppImage"
