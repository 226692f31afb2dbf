#!/bin/sh
# scaling.sh: how time and memory of `geoparse --jsonl` grow with the length of the stream and of one article.
#
#   tests/bench/scaling.sh [BORDERMAP]
#
# The test articles are repeated to streams of 1, 10 and 100 MB of text, and to single articles of 1 and 10 MB. For each
# are printed CPU seconds, peak memory, and CPU seconds a megabyte, with their ratio to those of the first of its kind
# after the start of the program is taken off. Last, the stream of 10 MB by 1, 2 and 4 threads, in wall seconds.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
program=${1:-${BORDERMAP:-$here/../../build/release/bordermap}}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
exec python3 "$here/scaling.py" "$program" "$here/../articles" "$work"
