Wrong use says what, where, and what to do; exit 2.

  $ "$BORDERMAP" --version
  bordermap \d+\.\d+\.\d+ (re)

  $ "$BORDERMAP" fly
  bordermap: there is no command 'fly'; see 'bordermap --help'
  [2]

  $ "$BORDERMAP" map
  bordermap: map wants articles to read ('-' is standard input), --store, --place or --bbox; see 'bordermap map --help'
  [2]

  $ "$BORDERMAP" map --colour red a.txt
  bordermap: there is no option --colour; see 'bordermap map --help'
  [2]

  $ "$BORDERMAP" lsit
  bordermap: there is no command 'lsit'; see 'bordermap --help'; did you mean "list"?
  [2]

  $ "$BORDERMAP" map --sytle dark a.txt
  bordermap: there is no option --sytle; see 'bordermap map --help'; did you mean "--style"?
  [2]

  $ for value in --disputed=hach --density=hexagon --count=kiled --svg-text=path --show=scnee; do "$BORDERMAP" map $value a.txt; done
  bordermap: --disputed: 'hach' is no way; it takes hatch, dash or hide; did you mean "hatch"?
  bordermap: --density: 'hexagon' is no way; it takes auto, points, regions or hexagons; did you mean "hexagons"?
  bordermap: --count: 'kiled' cannot be counted; it takes incidents or killed; did you mean "killed"?
  bordermap: --svg-text: 'path' is neither text nor paths; did you mean "paths"?
  bordermap: --show: 'scnee' cannot be shown; it takes: scene; did you mean "scene"?
  [2]

  $ "$BORDERMAP" geoparse --csv --geojson a.txt
  bordermap: --geojson and --csv ask for two forms of the answer; leave one out
  [2]

  $ "$BORDERMAP" geoparse --jsonl --csv a.txt
  bordermap: --jsonl and --csv ask for two forms of the answer; leave one out
  [2]

  $ "$BORDERMAP" map a.txt --size
  bordermap: --size wants a value: SIZE
  [2]

  $ for size in 0x0 1200 12x 100000x100000 1200x-900; do "$BORDERMAP" map --size "$size" a.txt; done
  bordermap: --size: '0x0' is out of range; each side is 160 to 6000 pixels, or 43 to 1587 mm
  bordermap: --size: '1200' is no size; write it as 1200x900 (pixels), 85x100mm or a name: --size help
  bordermap: --size: '12x' is no size; write it as 1200x900 (pixels), 85x100mm or a name: --size help
  bordermap: --size: '100000x100000' is out of range; each side is 160 to 6000 pixels, or 43 to 1587 mm
  bordermap: --size: '1200x-900' is out of range; each side is 160 to 6000 pixels, or 43 to 1587 mm
  [2]

  $ "$BORDERMAP" map --format png,gif a.txt
  bordermap: --format: 'gif' is no format; it takes a list of png, svg, pdf, geotiff
  [2]

  $ "$BORDERMAP" map --bbox 10,50,20 a.txt
  bordermap: --bbox: '10,50,20' is no frame; write west,south,east,north in degrees: 68,38.5,74,41.5
  [2]

  $ "$BORDERMAP" map --bbox 74,38.5,68,41.5
  bordermap: --bbox: '74,38.5,68,41.5' goes 354 degrees around the world; are west and east swapped?
  [2]

  $ "$BORDERMAP" map --place Atlantis-on-Sea
  bordermap: --place: there is no place 'Atlantis-on-Sea'; try a reference such as geonames:1528249, border:KG-TJ, country:GE
  [2]

  $ "$BORDERMAP" geoparse --published soon a.txt
  bordermap: --published: 'soon' is no date; write it as 2022-09-14
  [2]

  $ "$BORDERMAP" geoparse --article-language klingon a.txt 2>&1 | cut -d';' -f1
  bordermap: --article-language: no words are known for the language 'klingon'

  $ "$BORDERMAP" geodata polish
  bordermap: geodata wants one of: info, check, import, remove, build; see 'bordermap geodata --help'
  [2]

What was meant is asked.

  $ "$BORDERMAP" map --bbx 1,2,3,4
  bordermap: there is no option --bbx; see 'bordermap map --help'; did you mean "--bbox"?
  [2]
  $ "$BORDERMAP" mapp
  bordermap: there is no command 'mapp'; see 'bordermap --help'; did you mean "map"?
  [2]
  $ "$BORDERMAP" map --bbox 74,38.5,68,41.5 -o around --format svg
  bordermap: --bbox: '74,38.5,68,41.5' goes 354 degrees around the world; are west and east swapped?
  [2]
  $ touch file; "$BORDERMAP" map --bbox 68,38.5,74,41.5 -o file
  bordermap: file: cannot be written: there is a file of that name, no folder; choose another place with -o
  [4]
