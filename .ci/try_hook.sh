#!/bin/sh
# Runs the pre-commit hook of CHECKOUT with the real pre-commit in a throw-away repository: try_hook.sh CHECKOUT DIRECTORY
set -eu
checkout=$1
mkdir -p "$2"
cd "$2"
git init --quiet
git config user.email nobody@example.com
git config user.name nobody
cp "$checkout/examples/municipal-aed/conforming.csv" good.csv
git add good.csv
revision=$(git -C "$checkout" rev-parse HEAD)
printf 'repos:\n  - repo: %s\n    rev: %s\n    hooks:\n      - id: gif-validate\n' "$checkout" "$revision" >.pre-commit-config.yaml
export PRE_COMMIT_HOME="$PWD/.git/pre-commit"
"$checkout/.venv/bin/pre-commit" run --all-files
cp "$checkout/examples/municipal-aed/typical-faults.csv" bad.csv
git add bad.csv
if "$checkout/.venv/bin/pre-commit" run --all-files >hook.txt; then
    echo "the hook let a faulty file pass" >&2
    exit 1
fi
grep -q 'GIF-TIME-001' hook.txt
