#!/bin/sh
# steps.sh: what each step of geoparsing is worth, and the errors that are left, by kind, on annotated corpora.
#
#   BORDERMAP_CORPORA=DIR tests/bench/steps.sh [BUILD]
#
# BUILD is a build folder (build/release) with bench_steps built: cmake --build build/release --target bench_steps.
# DIR is as in score.sh. Exit 77 where there are no corpora.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
build=${1:-$here/../../build/release}
corpora=${BORDERMAP_CORPORA:-}
steps=$build/tests/bench/bench_steps
if [ -z "$corpora" ] || [ ! -f "$corpora/score.py" ]; then
    echo "steps.sh: no corpora: BORDERMAP_CORPORA must name a folder with *.jsonl and score.py" >&2
    exit 77
fi
if [ ! -x "$steps" ]; then
    echo "steps.sh: '$steps' is not built" >&2
    exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

printf '%-18s %-28s %6s %6s %6s  %7s\n' corpus without P R F1 acc161
for gold in "$corpora"/*.jsonl; do
    demonyms=$(python3 "$here/score_errors.py" demonyms "$gold")
    while read -r number name; do
        "$steps" "$build/geodata" "$number" "$demonyms" <"$gold" >"$work/$number.jsonl"
        python3 "$corpora/score.py" --json "$gold" "$work/$number.jsonl" >"$work/score.json"
        python3 "$here/score_errors.py" row "$gold" "$work/score.json" "$name"
    done <<STEPS
0 nothing: all steps
1 names of persons
2 the words beside a name
4 the region named with it
8 what else the article names
16 what kind of place it is
32 doubt
STEPS
    python3 "$here/score_errors.py" errors "$gold" "$work/0.jsonl" "$work/32.jsonl"
done
