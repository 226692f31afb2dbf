#!/bin/sh
# gmt.sh FOLDER PICTURE.png: the window by GMT 6, which places no labels by itself.
set -eu
folder=$(cd "$1" && pwd)
picture=$(cd "$(dirname "$2")" && pwd)/$(basename "$2" .png)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
awk -F, 'NR > 1 { print $2, $3, $1 }' "$folder/towns.csv" >towns
gmt begin "$picture" png E100
gmt set PS_MEDIA 12ix9i MAP_ORIGIN_X 0.2i MAP_ORIGIN_Y 0.4i MAP_FRAME_TYPE plain MAP_FRAME_PEN 0.5p,gray50 MAP_TICK_LENGTH 0
gmt basemap -R68/38.5/74/41.5+r -JT71/40/11.6i -B0 -B+g244/241/234
for tint in KG=242/234/214 TJ=226/234/217 UZ=239/226/223; do
    gmt convert "$folder/countries.gmt" -S"${tint%%=*}" -aL=code >"country" 2>/dev/null || true
    gmt plot country -G"${tint#*=}"
done
gmt plot "$folder/region_lines.gmt" -W0.4p,201/194/184
gmt plot "$folder/rivers.gmt" -W0.7p,141/182/210
gmt plot "$folder/lakes.gmt" -G185/214/232 -W0.3p,141/182/210
gmt plot "$folder/borders.gmt" -W1.1p,133/123/116
gmt plot towns -Sc5p -G34 -W0.5p,white
gmt text towns -F+f10p,Helvetica,34=2p,white+jLB -D4p/3p
gmt text towns -F+f10p,Helvetica,34+jLB -D4p/3p
gmt basemap -LjBR+c40+w100k+o0.3i/0.35i+l"km" -Bwesn+t"Where three borders meet"
gmt end
