#!/usr/bin/env bash
# Sets up with pip and runs the tests on any system that has Python and bash; on Linux, `make test` does more.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python}
"$python" -m venv .venv/test
bin=.venv/test/bin
[ -d "$bin" ] || bin=.venv/test/Scripts
"$bin/python" -m pip install --quiet --no-deps --require-hashes -r requirements/test.txt
QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} "$bin/python" -m pytest
