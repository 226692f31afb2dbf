#!/bin/sh
# Whole processes beside the floor (what loading libgdal and writing a blank page cost), in one run, in turn.
set -eu
measure=$1 blank=$2 bordermap=$3 source=$4
article=${BENCH_ARTICLE:-$source/tests/articles/sample.it.txt}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$measure" \
    "gdalinfo --version" "exec gdalinfo --version" \
    "blank 1200x900 PNG" "exec $blank $work/blank.png" \
    "geoparse the article" "exec $bordermap geoparse $article" \
    "one map, PNG" "exec $bordermap map --bbox 68,38.5,74,41.5 --format png -o $work/one" \
    "one map, SVG" "exec $bordermap map --bbox 68,38.5,74,41.5 --format svg -o $work/one" \
    "article to all maps, PNG and SVG" "exec $bordermap map $article -o $work/all"
