#!/usr/bin/env bash
# Sets up with pip and builds the bundle on any system that has Python, bash and zstd; on Linux, `make bundle` does the same.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${PYTHON:-python}
"$python" -m venv .venv/bundle
bin=.venv/bundle/bin
[ -d "$bin" ] || bin=.venv/bundle/Scripts
"$bin/python" -m pip install --quiet --no-deps --require-hashes -r requirements/bundle.txt
"$bin/python" packaging/build_kernels.py
packaging/bundle/build.sh
