#!/bin/sh
# Sets up what is needed in .venv and runs the tests (arguments are passed on to pytest).
cd "$(dirname "$0")/.." || exit 2
. .ci/venv.sh
make_venv .venv "[test]" || exit 2
exec .venv/bin/python -m pytest -n auto "$@"
