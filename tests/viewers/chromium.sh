#!/bin/sh
# Two maps inlined in one page look as each does alone: no id, clip or style of one reaches the other. The same map twice,
# in two sizes, too.
. "$(dirname "$0")/start.sh"
needs chromium gdal_translate

"$BORDERMAP" map --place border:KG-TJ -o one --format svg >/dev/null
"$BORDERMAP" map --place border:KG-TJ -o small --format svg --size 900x900 >/dev/null
"$BORDERMAP" map --place border:IN-PK -o two --format svg >/dev/null

page() { # FILE SVG...
    page=$1
    shift
    {
        echo '<!doctype html><meta charset="utf-8"><body style="margin:0;background:#fff">'
        for svg in "$@"; do
            echo '<div style="height:900px">'
            sed '/^<?xml/d' "$svg"
            echo '</div>'
        done
    } >"$page.html"
    timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars \
        --force-device-scale-factor=1 --window-size="1200,$((900 * $#))" --screenshot="$WORK/$page.png" \
        "file://$WORK/$page.html" >"$page.log" 2>&1 || fail "chromium: $(cat "$page.log")"
}

part() { # PNG TOP OUT
    gdal_translate -q -of PNG -srcwin 0 "$2" 1200 900 "$1" "$3" || fail "no picture of $1"
}

page together one/border-kg-tj.svg two/border-in-pk.svg small/border-kg-tj.svg
row=0
for svg in one/border-kg-tj.svg two/border-in-pk.svg small/border-kg-tj.svg; do
    name=alone$row
    page "$name" "$svg"
    part together.png $((row * 900)) "together$row.png"
    part "$name.png" 0 "$name.part.png"
    "$COMPARE" "together$row.png" "$name.part.png" || fail "$svg looks different beside another map"
    row=$((row + 1))
done
"$COMPARE" alone0.part.png alone1.part.png >/dev/null && fail "two maps look the same: nothing was tested"
exit 0
