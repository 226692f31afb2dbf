#!/bin/sh
# A GeoTIFF, and a PNG with its world file, know where they lie: a point drawn on the map is found by its longitude and
# latitude within a pixel, in each projection that a frame may have.
. "$(dirname "$0")/start.sh"
needs gdallocationinfo gdaltransform gdalsrsinfo

check() { # LON LAT OPTIONS...
    lon=$1 lat=$2
    shift 2
    rm -rf maps
    printf 'lon,lat\n%s,%s\n' "$lon" "$lat" >point.csv
    set -- "$@" --overlay point.csv,symbol=square,color=#ff00ff
    "$BORDERMAP" map "$@" -o maps --show scene >scene.txt
    at=$(sed -n 's/^symbol \[overlay:1\] square at=\([^ ]*\) .*/\1/p' scene.txt)
    [ -n "$at" ] || fail "$*: the point is not drawn"
    "$BORDERMAP" map "$@" -o maps --format png,geotiff --scale 2 --world-file >/dev/null
    for file in maps/*.tif maps/*.png; do
        echo "$lon $lat" | gdaltransform -s_srs EPSG:4326 -t_srs "$(gdalsrsinfo --single-line -o wkt "$file")" >metres.txt
        read -r x y _ <metres.txt
        gdallocationinfo -geoloc "$file" "$x" "$y" >found.txt
        echo "$at" | sed 's/,/ /' | awk -v found="$(sed -n 's/.*(\([0-9]*\)P,\([0-9]*\)L).*/\1 \2/p' found.txt)" '
            { split(found, f, " "); dx = f[1] + 0.5 - 2 * $1; dy = f[2] + 0.5 - 2 * $2
              exit !(f[1] != "" && dx * dx < 2.25 && dy * dy < 2.25) }' ||
            fail "$file: at $lon, $lat is $(cat found.txt); drawn at $at, twice as many pixels"
        grep -A 1 'Band 1' found.txt | grep -q 'Value: 255' || fail "$file: the point has not its colour"
    done
}

check 71.93 39.73 --place border:KG-TJ
check 178.9 -16.1 --bbox 176,-20,-176,-14
check 20.3 69.9 --bbox 15,66,40,75
check 27.3 48.9 --bbox 20,44,42,53
check 30 10 --bbox -170,-60,190,75
"$BORDERMAP" map --place border:KG-TJ -o again --format geotiff >/dev/null
"$BORDERMAP" map --place border:KG-TJ -o twice --format geotiff >/dev/null
cmp again/border-kg-tj.tif twice/border-kg-tj.tif
