#!/bin/sh
# Inkscape draws what we draw, and finds layers by name and a label as one object whose text can be edited.
. "$(dirname "$0")/start.sh"
needs inkscape xmllint gdal_translate

mkdir maps
echo '{"callouts": [{"text": "Road closed\nsince Tuesday", "at": [70.4, 39.3]}]}' >maps/border-kg-tj.edit.json
"$BORDERMAP" map --place border:KG-TJ -o maps --format svg,png >/dev/null
svg=maps/border-kg-tj.svg

inkscape --export-type=png --export-filename=drawn.png "$svg" >inkscape.log 2>&1 || fail "inkscape: $(cat inkscape.log)"
# Letters are smoothed differently: compared are the pictures at half their size.
for picture in drawn.png maps/border-kg-tj.png; do
    gdal_translate -q -of PNG -outsize 50% 50% -r average "$picture" "half-$(basename "$picture")"
done
"$COMPARE" half-drawn.png half-border-kg-tj.png || fail "Inkscape's picture is not ours"

inkscape --query-all "$svg" >objects.txt 2>/dev/null
grep -q '^border-kg-tj_' objects.txt || fail "no objects with the map's ids"
for layer in Ground Water Borders Symbols Labels Halos Furniture Map; do
    count=$(xmllint --xpath "count(//*[@*[local-name()='groupmode']='layer'][@*[local-name()='label']='$layer'])" "$svg")
    [ "$count" -ge 1 ] || fail "no layer $layer"
done

# A label is one text; a callout, too, with its lines in it.
for label in Batken Isfara 'Road closedsince Tuesday'; do
    count=$(xmllint --xpath "count(//*[local-name()='text'][.='$label'][not(ancestor::*[@*[local-name()='label']='Halos'])])" "$svg")
    [ "$count" -ge 1 ] || fail "the label $label is not one text object"
done
id=$(xmllint --xpath "string(//*[local-name()='text'][.='Batken'][@id]/@id)" "$svg")
grep -q "^$id," objects.txt || fail "Inkscape does not know the label $id"

# Moved by its id in Inkscape, it is still text.
inkscape --actions="select-by-id:$id;transform-translate:40,0;export-filename:moved.svg;export-plain-svg;export-do" "$svg" >>inkscape.log 2>&1
xmllint --xpath "string(//*[@id='$id'])" moved.svg | grep -q Batken || fail "the moved label is no text"

# Outlines on demand.
"$BORDERMAP" map --place border:KG-TJ -o paths --format svg --svg-text paths >/dev/null
[ "$(xmllint --xpath "count(//*[local-name()='text'])" paths/border-kg-tj.svg)" -eq 0 ] || fail "--svg-text paths leaves text"
