#!/usr/bin/env bash
# Does all that a release needs, short of uploading: versions agree, packages are built and installed, forms are checked.
# usage: check.sh [--without-bundle]
set -euo pipefail
cd "$(dirname "$0")/../.."
python=.venv/test/bin/python
uv=.venv/uv/bin/uv
id=io.github.cyclorama.Cyclorama
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fail() { echo "release-check: $*" >&2; exit 1; }
step() { printf '== %s\n' "$*"; }

step "versions and dates"
version=$($python -c 'import engine; print(engine.__version__)')
[ -z "$(git status --porcelain)" ] || fail "commit first: $(git status --porcelain | head -3)"
! git rev-parse -q --verify "refs/tags/v$version" >/dev/null || fail "the tag v$version exists; raise engine.__version__"
mkdir -p dist
$python packaging/release/notes.py "$version" >"dist/notes-$version.md"
date=$(sed -n "s/^## $version - //p" CHANGELOG.md)
grep -q "<release version=\"$version\" date=\"$date\"" packaging/$id.metainfo.xml || fail "the AppStream file does not name $version of $date"

step "forms"
appstreamcli validate --no-net packaging/$id.metainfo.xml
desktop-file-validate packaging/$id.desktop
make --no-print-directory check-workflows

step "wheel and sdist"
rm -f dist/cyclorama-"$version"*.whl dist/cyclorama-"$version".tar.gz
make --no-print-directory packages
wheel=$(echo dist/cyclorama-"$version"-*.whl)
$python - "$wheel" <<'CHECK'
import sys, zipfile
names = zipfile.ZipFile(sys.argv[1]).namelist()
outside = [name for name in names if not name.startswith(("cyclorama/", "cyclorama-"))]
sys.exit(f"release-check: outside of cyclorama/: {outside[:3]}" if outside or "cyclorama/py.typed" not in names else 0)
CHECK
$uv venv --quiet "$scratch/venv" --python "$($python -c 'import sys; print(sys.executable)')"
$uv pip install --quiet --python "$scratch/venv/bin/python" "$wheel"
(cd "$scratch" && venv/bin/cyclorama --version && venv/bin/cyclorama demo --out "$scratch/demo" >/dev/null && ls demo)

if [ "${1:-}" != --without-bundle ]; then
  step "bundle"
  make --no-print-directory bundle test-bundle
fi
step "ready: git tag v$version, then push the tag"
