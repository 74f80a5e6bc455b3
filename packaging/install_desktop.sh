#!/usr/bin/env bash
# Puts the icon, the desktop entry and the AppStream data where the person's desktop finds them; `remove` takes them away.
# usage: install_desktop.sh [remove]
set -euo pipefail

id=io.github.cyclorama.Cyclorama
root=$(cd "$(dirname "$0")/.." && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
files=("$data/applications/$id.desktop" "$data/metainfo/$id.metainfo.xml" "$data/icons/hicolor/scalable/apps/$id.svg")

if [ "${1:-}" = remove ]; then
  rm -f "${files[@]}"
  exit 0
fi
install -Dm644 "$root/packaging/$id.desktop" "${files[0]}"
install -Dm644 "$root/packaging/$id.metainfo.xml" "${files[1]}"
install -Dm644 "$root/assets/icons/app.svg" "${files[2]}"
command -v cyclorama >/dev/null || echo "note: the entry starts \`cyclorama\`, which is not on the PATH: uv tool install ." >&2
