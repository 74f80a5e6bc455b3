#!/usr/bin/env bash
# Installs icon, desktop entry, AppStream data, man page and shell completions for the current user;
# `remove` uninstalls them. PYTHON is the Python that runs the app; by default that of `make run`.
# usage: install_desktop.sh [remove]
set -euo pipefail

id=io.github.cyclorama.Cyclorama
root=$(cd "$(dirname "$0")/.." && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
files=("$data/applications/$id.desktop" "$data/metainfo/$id.metainfo.xml" "$data/icons/hicolor/scalable/apps/$id.svg"
  "$data/man/man1/cyclorama.1" "$data/bash-completion/completions/cyclorama"
  "$data/zsh/site-functions/_cyclorama" "$data/fish/vendor_completions.d/cyclorama.fish")

if [ "${1:-}" = remove ]; then
  rm -f "${files[@]}"
  exit 0
fi
install -Dm644 "$root/packaging/$id.desktop" "${files[0]}"
install -Dm644 "$root/packaging/$id.metainfo.xml" "${files[1]}"
install -Dm644 "$root/assets/icons/app.svg" "${files[2]}"
"${PYTHON:-$root/.venv/run/bin/python}" "$root/packaging/make_command_line_files.py" "$data"
command -v cyclorama >/dev/null || echo "note: the entry starts \`cyclorama\`, which is not on the PATH: uv tool install ." >&2
