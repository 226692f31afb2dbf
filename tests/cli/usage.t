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
