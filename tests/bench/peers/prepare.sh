#!/bin/sh
# prepare.sh GEODATA TABLES FOLDER: what the peers draw, cut from the compiled data folder GEODATA and the shipped TABLES into FOLDER.
set -eu
geodata=$1 tables=$2 folder=$3
mkdir -p "$folder"
window="66 36.5 76 43.5"
for layer in countries borders rivers lakes region_lines; do
    # shellcheck disable=SC2086
    ogr2ogr -q -overwrite -a_srs EPSG:4326 -clipsrc $window -lco ENCODING=UTF-8 -nln "$layer" "$folder/$layer.shp" "$geodata/$layer-1km.fgb"
done
{
    echo name,lon,lat,population
    gzip -dc "$tables/places.csv.gz" | python3 -c '
import csv, sys
rows = [r for r in csv.DictReader(sys.stdin) if 68 < float(r["lon"]) < 74 and 38.5 < float(r["lat"]) < 41.5]
rows.sort(key=lambda r: (-int(r["population"]), r["geonameid"]))
for r in rows[:40]:
    print(r["name"].replace(",", " "), r["lon"], r["lat"], r["population"], sep=",")'
} >"$folder/towns.csv"
ogr2ogr -q -overwrite -a_srs EPSG:4326 -oo X_POSSIBLE_NAMES=lon -oo Y_POSSIBLE_NAMES=lat -oo KEEP_GEOM_COLUMNS=NO -lco ENCODING=UTF-8 \
    -nln towns "$folder/towns.shp" "$folder/towns.csv"
for layer in countries borders rivers lakes region_lines towns; do
    rm -f "$folder/$layer.geojson"
    ogr2ogr -q -lco RFC7946=NO "$folder/$layer.geojson" "$folder/$layer.shp"
done
# GMT reads its own text.
for layer in countries borders rivers lakes region_lines; do
    ogr2ogr -q -f OGR_GMT "$folder/$layer.gmt" "$folder/$layer.shp"
done
