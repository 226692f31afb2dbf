#!/bin/sh
# commands.sh DOCUMENT.md: runs each command of its fenced sh blocks, in order, in a folder that has the files that documents speak of.
# Each must end with 0. A block that cannot be run here has a line before it that says why: <!-- not run: needs root -->
# Commands set off by four spaces would not be seen: they fail.
set -u
source=${BORDERMAP_SOURCE:?}
document=$source/$1
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

# The files of tests/docs/files, and those in formats that no editor writes.
lay_out() {
    samples=$source/tests/data/import
    cp -R "$source"/tests/docs/files/. "$here" && cd "$here" &&
        mkdir -p bin build/release .config &&
        ln -s "$BORDERMAP" bin/bordermap && ln -s "$BORDERMAP" build/release/bordermap && ln -s "$source/geodata" geodata &&
        cp "$samples/places.txt" KG.txt && python3 -m zipfile -c KG.zip KG.txt && mv KG.txt allCountries.txt &&
        cp "$samples/alternate_names.txt" alternateNamesV2.txt &&
        python3 -m zipfile -c alternateNamesV2.zip alternateNamesV2.txt && rm alternateNamesV2.txt &&
        cp "$samples/boundaries.geojson" geoBoundaries-KGZ-ADM2.geojson &&
        cp "$samples/extract.osm" kyrgyzstan.osm.pbf && # GDAL tells the two by their content
        ogr2ogr -q ne_10m_populated_places.shp places.geojson &&
        ogr2ogr -q -f GPKG -nln line front.gpkg front.geojson &&
        gdal_translate -q -a_srs EPSG:4326 dem.asc dem.tif && rm places.geojson front.geojson dem.asc
}

# "LINE<tab>COMMAND" of each command, "LINE<tab>!WHY" of each block that is not run.
list_commands() {
    awk '
        /^```/ && inside { inside = 0; why = ""; next }
        /^```sh[ \t]*$/ { inside = 1; if (why != "") print NR "\t!" why; next }
        /^```/ { inside = 1; why = "no commands"; next }
        !inside && /^    (bordermap|build\/|cmake|tests\/|\.\/|python3 |apt-get |sudo |[A-Z_]+=)/ { print NR "\t?" $0; next }
        !inside { why = ""; if (match($0, /^<!-- not run: .+ -->$/)) why = substr($0, 15, length($0) - 18); next }
        why != "" || $0 == "" { next }
        { whole = whole $0; if (sub(/\\$/, "", whole)) next; print NR "\t" whole; whole = "" }
    ' "$document"
}

lay_out || { echo "the files that documents speak of cannot be made"; exit 1; }
export HOME="$here" EDITOR="test -s" PATH="$here/bin:$PATH"
unset XDG_DATA_HOME BORDERMAP_USER_DATA BORDERMAP_DATA BORDERMAP_STYLES
list_commands > .commands
failed=0 seen=0
while IFS='	' read -r line command; do
    seen=$((seen + 1))
    case $command in
    !*) echo "$1:$line: not run: ${command#!}"; continue ;;
    \?*) echo "$1:$line: a command outside of a sh block: ${command#\?}"; failed=1; continue ;;
    esac
    sh -c "$command" < /dev/null > .said 2>&1
    code=$?
    [ $code = 0 ] || { echo "$1:$line: ends with $code: $command"; sed 's/^/    /' .said; failed=1; }
done < .commands
[ $seen -gt 0 ] || { echo "$1: no command was found"; failed=1; }
exit $failed
