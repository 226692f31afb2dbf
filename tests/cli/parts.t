The program without its loadable parts: what reads and tells needs none of them. (A build that links them has nothing to show.)

  $ [ -d "$(dirname "$BORDERMAP")/lib/bordermap" ] || exit 80
  $ mkdir alone
  $ cp "$BORDERMAP" alone/bordermap
  $ export BORDERMAP_DATA="$(dirname "$BORDERMAP")/geodata" BORDERMAP_STYLES="$BORDERMAP_SOURCE/styles"
  $ readelf -d alone/bordermap | grep NEEDED | grep -E 'gdal|proj|cairo|pango|fontconfig|sqlite'
  [1]
  $ alone/bordermap --version
  bordermap \d.* (re)
  $ alone/bordermap map --help | head -n 1
  usage: bordermap map [options] FILE...
  $ alone/bordermap styles | grep -c .
  [1-9]\d* (re)
  $ printf 'Shells fell on Goris in Armenia on Tuesday.' > news.txt
  $ alone/bordermap geoparse --csv --article-language en news.txt | cut -d, -f5
  text
  Goris
  Armenia
  $ alone/bordermap explain border:KG-TJ | grep -c km
  [1-9]\d* (re)
  $ alone/bordermap geodata info | grep -c relief
  [1-9]\d* (re)

What draws, and what reads other people's geodata, says what is missing.

  $ alone/bordermap map news.txt
  bordermap: a part of the program cannot be loaded (bordermap-draw.so: *); install it whole: bordermap-draw.so belongs into lib/bordermap beside bin/ (glob)
  [4]
  $ alone/bordermap geodata import --user-data mine news.csv
  bordermap: a part of the program cannot be loaded (bordermap-geodata.so: *); install it whole: * (glob)
  [4]

They are found beside the program, and where it is installed.

  $ cp -R "$(dirname "$BORDERMAP")/lib" alone/lib
  $ alone/bordermap map --place border:KG-TJ -o beside --format png
  beside/border-kg-tj.png
  $ mkdir -p installed/bin installed/lib
  $ mv alone/bordermap installed/bin && mv alone/lib/bordermap installed/lib
  $ installed/bin/bordermap map --place border:KG-TJ -o installed --format png
  installed/border-kg-tj.png
  $ mv installed/lib/bordermap/bordermap-geodata.so .

A map of shipped data needs no GDAL.

  $ installed/bin/bordermap map --place border:KG-TJ -o without --format svg
  without/border-kg-tj.svg
  $ cmp beside/border-kg-tj.png installed/border-kg-tj.png

A part that is not of this program is refused.

  $ echo 'a library' > installed/lib/bordermap/bordermap-draw.so
  $ installed/bin/bordermap map --place border:KG-TJ -o no
  bordermap: a part of the program cannot be loaded (*bordermap-draw.so: *); install it whole: * (glob)
  [4]
