#!/bin/sh
# score.sh: how well places are found and resolved, on annotated corpora that are not part of this repository.
#
#   BORDERMAP_CORPORA=DIR tests/bench/score.sh [BORDERMAP]
#
# DIR holds corpora as *.jsonl, one {"id","lang","text","toponyms":[{"start","end","lat"?,"lon"?}]} a line, and score.py
# beside them. A table is printed: end to end, and with the annotated spans given where the corpus has coordinates.
# Corpora whose places have no coordinates mark no demonyms: there --no-demonyms is used. Last, how many of the places
# given at 0.8 or surer are right. Exit 77 where there are no corpora.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
program=${1:-${BORDERMAP:-$here/../../build/release/bordermap}}
corpora=${BORDERMAP_CORPORA:-}
if [ -z "$corpora" ] || [ ! -f "$corpora/score.py" ]; then
    echo "score.sh: no corpora: BORDERMAP_CORPORA must name a folder with *.jsonl and score.py" >&2
    exit 77
fi
if [ ! -x "$program" ]; then
    echo "score.sh: there is no program '$program'; build it, or name it" >&2
    exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo 'exact: of spans; acc161: within 161 km, of all places marked, of those found, of all with their spans given'
printf '%-18s %6s  %6s %6s %6s  %7s %7s  %7s  %6s %6s\n' corpus marked P R F1 all found spans '>=0.8' right
for gold in "$corpora"/*.jsonl; do
    python3 "$here/score_table.py" spans "$gold" >"$work/spans.jsonl"
    echo '{}' >"$work/given.json"
    if [ -s "$work/spans.jsonl" ]; then
        "$program" geoparse --jsonl "$gold" >"$work/found.jsonl"
        "$program" geoparse --spans "$work/spans.jsonl" >"$work/given.jsonl"
        python3 "$corpora/score.py" --json --gold-spans "$gold" "$work/given.jsonl" >"$work/given.json"
    else
        "$program" geoparse --jsonl --no-demonyms "$gold" >"$work/found.jsonl"
    fi
    python3 "$corpora/score.py" --json "$gold" "$work/found.jsonl" >"$work/found.json"
    python3 "$here/score_table.py" row "$gold" "$work/found.jsonl" "$work/found.json" "$work/given.json"
done
