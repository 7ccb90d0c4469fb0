#!/bin/sh
# Sets up what is needed in .venv and checks the shipped examples (arguments are passed on to `gif-validate check`).
cd "$(dirname "$0")/.." || exit 2
. .ci/venv.sh
make_venv .venv "" || exit 2
if [ $# -eq 0 ]; then set -- examples; fi
exec .venv/bin/gif-validate check "$@"
