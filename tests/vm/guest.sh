#!/usr/bin/env bash
# Runs in the guest, as root. usage: guest.sh PYTHON [TESTS]: those whose names hold the word, or all
cd "$(dirname "$0")/../.."
exec "$1" -m pytest -v --timeout=600 -p no:cacheprovider -rA --show-capture=no tests/vm/guest.py ${2:+-k "$2"}
