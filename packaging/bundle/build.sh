#!/usr/bin/env bash
# Builds the bundle: dist/cyclorama-VERSION-SYSTEM-MACHINE.tar.zst, and on Linux a .deb as well.
# Two builds of one commit on one system are the same, bit for bit. LEVEL is zstd's, 19 by default.
# usage: build.sh [--no-archive]
set -euo pipefail
cd "$(dirname "$0")/../.."

export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)} PYTHONHASHSEED=0 LC_ALL=C.UTF-8 TZ=UTC
work=$PWD/build/bundle
folder=$work/cyclorama
python=$PWD/.venv/bundle/bin/python
[ -x "$python" ] || python=$PWD/.venv/bundle/Scripts/python.exe
rm -rf "$work/cyclorama" "$work/pyinstaller"
mkdir -p "$work" dist
export COMMIT_FILE=$work/commit.txt
git rev-parse --short=12 HEAD >"$COMMIT_FILE"

"$python" -m PyInstaller --noconfirm --clean --log-level WARN --distpath "$work" --workpath "$work/pyinstaller" \
  packaging/bundle/cyclorama.spec
version=$("$python" -c 'import engine; print(engine.__version__)')
machine=$("$python" -c 'import platform; print(f"{platform.system()}-{platform.machine()}".lower())')
if [ "$(uname)" = Linux ]; then
  "$python" packaging/bundle/slim.py "$folder/_internal"
  "$python" packaging/bundle/components.py "$folder" "$work/licences"
  "$python" packaging/bundle/check.py "$folder"
  install -Dm644 -t "$folder/share/applications" packaging/io.github.cyclorama.Cyclorama.desktop
  install -Dm644 -t "$folder/share/metainfo" packaging/io.github.cyclorama.Cyclorama.metainfo.xml
  install -Dm644 assets/icons/app.svg "$folder/share/icons/hicolor/scalable/apps/io.github.cyclorama.Cyclorama.svg"
  "$python" packaging/make_command_line_files.py "$folder/share" --without training benchmarks
fi
cp LICENSE "$folder"
[ "${1:-}" = --no-archive ] && exit 0

archive=dist/cyclorama-$version-$machine.tar.zst
tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --mode=go=rX,u+rw \
  -C "$work" -cf - cyclorama | zstd -q -f -"${LEVEL:-19}" --long=27 -T0 -o "$archive"
ls -l "$archive"
[ "$(uname)" != Linux ] || packaging/bundle/make_deb.sh "$folder" "$version"
