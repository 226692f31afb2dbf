#!/bin/sh
# clang-tidy finds nothing. Only in the build that has a compilation database; the sanitized build leaves it to the other.
# The analyzer gives up on a function after a bounded number of steps: a quarter of the time for the same findings.
set -eu
cd "$1"
[ -f "$2/compile_commands.json" ] || exit 77

log=$(mktemp)
trap 'rm -f "$log"' EXIT
tidy="clang-tidy --quiet --warnings-as-errors=* --extra-arg=-Xclang --extra-arg=-analyzer-config --extra-arg=-Xclang
    --extra-arg=max-nodes=30000"
set -f # the * of the warnings is no file name

# First the proof that a finding is seen: by its text, and by the exit code that xargs passes on.
# shellcheck disable=SC2086
if printf 'tests/house/planted.c' | xargs -n 4 $tidy -p "$2" >"$log" 2>&1; then
    echo "tests/house/planted.c: its mistakes are not found"
    exit 1
fi
for check in clang-analyzer-core.NullDereference bugprone-suspicious-string-compare; do
    grep -q "$check" "$log" || { echo "tests/house/planted.c: $check does not find its mistake"; cat "$log"; exit 1; }
done

# shellcheck disable=SC2086
find src '(' -name '*.c' -o -name '*.cc' ')' -print0 | sort -z | xargs -0 -n 4 -P 2 $tidy -p "$2" >"$log" 2>&1 || {
    grep -v -E '^([0-9]+ warnings? (generated|treated)|Suppressed |Use -)' "$log"
    exit 1
}
