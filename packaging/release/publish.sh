#!/usr/bin/env bash
# Publishes a release on the forge: notes from CHANGELOG.md, files from dist/. Run by the workflow of a tag.
# usage: publish.sh TAG
set -euo pipefail
cd "$(dirname "$0")/../.."
tag=$1
python3 packaging/release/notes.py "$tag" >notes.md
(cd dist && sha256sum cyclorama* >SHA256SUMS)
gh release create "$tag" --title "Cyclorama ${tag#v}" --notes-file notes.md dist/cyclorama* dist/SHA256SUMS
