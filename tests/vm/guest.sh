#!/usr/bin/env bash
# Runs in the guest, as root. usage: guest.sh PYTHON [WORD,WORD...]: tests whose names hold one, or all
cd "$(dirname "$0")/../.."
exec "$1" -m pytest -v --timeout=600 -p no:cacheprovider -s tests/vm/guest.py ${2:+-k "${2//,/ or }"}
