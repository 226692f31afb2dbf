Pages by name, and labels that are checked.

  $ "$BORDERMAP" map --size help | head -4
  column       85x120mm   one column of a newspaper
  two-columns  120x110mm  two columns of a magazine
  page-width   180x135mm  the width of a printed page
  a4           297x210mm  A4, landscape

A name is a page; twice the pixels are the same page.

  $ size() { "$BORDERMAP" map --place border:KG-TJ --format png --json -o out --size "$@" | grep -E '"(width|height)"' | tr -d '\n'; python3 -c "import struct; print(struct.unpack('>II', open('out/border-kg-tj.png', 'rb').read()[16:24]))"; }
  $ size og
        "width": 600,      "height": 315,(1200, 630)
  $ size og@2x
        "width": 600,      "height": 315,(2400, 1260)
  $ size 254x127mm --dpi 100
        "width": 960,      "height": 480,(1000, 500)

  $ "$BORDERMAP" map --size web@9x a.txt
  bordermap: --size: 'web@9x': what follows '@' is 0.25x to 8x, mostly 2x
  [2]

  $ "$BORDERMAP" map --dpi 9 a.txt
  bordermap: --dpi: '9' must be a number from 24 to 1200
  [2]

  $ "$BORDERMAP" map --dpi 300 --scale 2 a.txt
  bordermap: --scale and --dpi say the same; leave one out
  [2]

  $ "$BORDERMAP" map --size a3 --dpi 1200 a.txt
  bordermap: a picture of 19843x14031 pixels is too large: at most 150 megapixels
  [2]

A good map passes the check; one without room for what must be on it does not, and is drawn all the same.

  $ "$BORDERMAP" map --place border:KG-TJ --format png --check -o out
  out/border-kg-tj.png

  $ "$BORDERMAP" map "$BORDERMAP_SOURCE/tests/articles/sample.it.txt" --size 160x160 --format png --check --quiet -o out 2>words | wc -l
  4
  $ "$BORDERMAP" map "$BORDERMAP_SOURCE/tests/articles/sample.it.txt" --size 160x160 --format png --check --quiet -o out >paths 2>words
  [1]
  $ grep -c 'bordermap: sample-it-overview: no room for what must be there: ' words
  1

A frame on the open sea is a map too, and what it lacks is said.

  $ "$BORDERMAP" map --bbox=-40,20,-36,23 --format png -o out
  bordermap: frame: nothing in this frame has a name
  out/frame.png

Names in two languages: the second below the first.

  $ "$BORDERMAP" map --bbox 69.2,39.3,72.5,41.2 --lang it,local --show scene | grep -c '"Баткен"'
  1
  $ "$BORDERMAP" map --bbox 69.2,39.3,72.5,41.2 --lang it --show scene | grep -c '"Баткен"'
  0
  [1]

  $ "$BORDERMAP" map --bbox 1,2,3,4 --lang it,everything
  bordermap: --lang: 'everything' is no second language; it takes a code or "local": it,local
  [2]

Near by, the accuracy of borders is a band, the scale is in metres, and the next towns are pointed to.

  $ "$BORDERMAP" map --place border:BY-LV --bbox 26.60,55.67,26.63,55.685 --show scene >scene
  $ grep -c -E '^ *path \[(border-accuracy|waymark)\]' scene
  3
  $ grep -c -E '\[scale\] "[0-9]+ m"' scene
  1
