#!/bin/sh
# compare.sh [BUILD [FOLDER]]: bordermap and every peer that is installed draw the same window, in turn, in one run.
#   BUILD   a built preset (build/release); FOLDER for the data and the pictures (BUILD/peers)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../../.." && pwd)
build=$(cd "${1:-$source/build/release}" && pwd)
folder=${2:-$build/peers}
cmake --build "$build" --target bench_measure bench_blank >/dev/null
[ -f "$folder/prepared" ] || sh "$here/prepare.sh" "$build/geodata" "$source/geodata/tables" "$folder"
: >"$folder/prepared"
bordermap="$build/bordermap map --bbox 68,38.5,74,41.5 --size 1200x900"

set -- "gdalinfo --version (floor)" "exec gdalinfo --version" \
    "blank 1200x900 PNG" "exec $build/tests/bench/bench_blank $folder/blank.png" \
    "bordermap PNG" "exec $bordermap --format png -o $folder/bordermap" \
    "bordermap SVG" "exec $bordermap --format svg -o $folder/bordermap"
peer() { # NAME, test of being there, command
    if sh -c "$2" >/dev/null 2>&1; then
        echo "$1|$3"
    else
        echo "compare.sh: $1 is not installed: left out" >&2
    fi
}
python=/usr/bin/python3
peers=$(
    peer MapServer "command -v map2img" "exec sh $here/mapserver.sh $folder $folder/mapserver.png"
    peer Mapnik "$python -c 'import mapnik'" "exec $python $here/mapnik_map.py $folder $folder/mapnik.png"
    peer "d3-geo SVG" "command -v node && test -d ${D3_DIR:-.}/node_modules/d3-geo" "D3_DIR=${D3_DIR:-.} exec node $here/d3_map.mjs $folder $folder/d3.svg"
    peer GMT "command -v gmt && command -v gs" "exec sh $here/gmt.sh $folder $folder/gmt.png"
    peer Cartopy "$python -c 'import cartopy'" "exec $python $here/cartopy_map.py $folder $folder/cartopy.png"
    peer QGIS "$python -c 'import qgis.core'" "exec $python $here/qgis_map.py $folder $folder/qgis.png"
    peer ggplot2 "Rscript -e 'library(sf);library(ggplot2)'" "exec Rscript $here/ggplot_map.R $folder $folder/ggplot.png"
)
old=$IFS
IFS='
'
for line in $peers; do
    set -- "$@" "${line%%|*}" "${line#*|}"
done
IFS=$old
"$build/tests/bench/bench_measure" "$@"
echo "pictures: $folder"
