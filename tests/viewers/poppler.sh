#!/bin/sh
# A PDF has selectable text, its fonts with it, tags, a size and a date that are the map's.
. "$(dirname "$0")/start.sh"
needs pdftotext pdffonts pdfinfo

"$BORDERMAP" map --place border:KG-TJ --as-of 2022-09-14 --size 960x720 -o maps --format pdf >/dev/null
pdf=maps/border-kg-tj.pdf
pdftotext "$pdf" text.txt
for words in 'The border between Kyrgyzstan and Tajikistan' Batken Khujand 'OpenStreetMap'; do
    grep -q "$words" text.txt || fail "no '$words' among the text"
done
pdffonts "$pdf" >fonts.txt
[ "$(wc -l <fonts.txt)" -gt 2 ] || fail "no fonts"
awk 'NR > 2 && $(NF - 4) != "yes" { print; bad = 1 } END { exit bad }' fonts.txt || fail "a font is not embedded"
TZ=UTC pdfinfo "$pdf" >info.txt
grep -q '^Tagged: *yes' info.txt || fail "not tagged"
grep -q '^Page size: *720 x 540 pts' info.txt || fail "$(grep 'Page size' info.txt)"
grep -q '^CreationDate: *Wed Sep 14 00:00:00 2022' info.txt || fail "$(grep CreationDate info.txt)"
SOURCE_DATE_EPOCH=1000000000 "$BORDERMAP" map --place border:KG-TJ --as-of 2022-09-14 -o dated --format pdf >/dev/null
TZ=UTC pdfinfo dated/border-kg-tj.pdf | grep -q '^CreationDate: *Sun Sep  9 01:46:40 2001' || fail "SOURCE_DATE_EPOCH is not honoured"
