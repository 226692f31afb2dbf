Styles: what there is, what is wrong with one, and all that one inherits.

  $ "$BORDERMAP" styles list | cut -d' ' -f1
  colour-blind
  dark
  newsroom
  print-grey
  un

  $ for style in colour-blind dark newsroom print-grey un; do "$BORDERMAP" styles check "$style"; done
  sound
  sound
  sound
  sound
  sound

  $ "$BORDERMAP" styles check nwesroom
  bordermap: unknown style "nwesroom"; there are: colour-blind, dark, newsroom, print-grey, un; did you mean "newsroom"?
  [2]

  $ "$BORDERMAP" styles polish
  bordermap: styles wants: list, check NAME|FILE, show NAME|FILE, or schema; see 'bordermap styles --help'
  [2]

A style of one's own says only what is other; shown, it has all.

  $ printf '{"name": "mine", "extends": "dark", "layers": {"sea": {"fill-color": "#001122"}}}' > mine.json
  $ "$BORDERMAP" styles check mine.json
  sound
  $ "$BORDERMAP" styles show mine.json | grep -e '"sea"' -e '"page"' -e '"title"'
      "page": {"background-color": "#14171b"},
      "sea": {"fill-color": "#001122"},
      "title": {"text-color": "#f4f0e8", "text-size": 26, "text-weight": 700},
  $ "$BORDERMAP" styles show mine.json > whole.json && "$BORDERMAP" styles check whole.json
  sound

Errors name the file, the line of broken syntax, the path of a wrong key.

  $ printf '{\n  "layers": {\n    "sea": }\n}' > broken.json
  $ "$BORDERMAP" styles check broken.json
  bordermap: broken.json: line 3, column 12: this is not valid JSON
  [1]
  $ printf '{"layers": {"rivers": {}}}' > layer.json
  $ "$BORDERMAP" styles check layer.json
  bordermap: layer.json: layers.rivers: there is no such layer; did you mean "river"?
  [1]
  $ printf '{"layers": {"river": {"line-colour": "#fff"}}}' > property.json
  $ "$BORDERMAP" styles check property.json
  bordermap: property.json: layers.river.line-colour: there is no such property; did you mean "line-color"?
  [1]
  $ printf '{"layers": {"river": {"line-width": "thick"}, "title": 4}}' > type.json
  $ "$BORDERMAP" styles check type.json
  bordermap: type.json: layers.river.line-width: wants a number from 0 to 100
  [1]
  $ printf '{"layers": {"title": {"text-size": 100000}}}' > huge.json
  $ "$BORDERMAP" map --place country:LU --style huge.json
  bordermap: huge.json: layers.title.text-size: wants a number from 1 to 400
  [1]
  $ printf '{"layers": {"title": {"text-size": 0}}}' > nothing.json
  $ "$BORDERMAP" styles check nothing.json
  bordermap: nothing.json: layers.title.text-size: wants a number from 1 to 400
  [1]
  $ printf '{"layers": {"venue": {"icon-image": "capitel"}}}' > symbol.json
  $ "$BORDERMAP" styles check symbol.json
  bordermap: style symbol.json: layers.venue.icon-image: there is no symbol "capitel"; did you mean "capital"?
  [1]
  $ printf '{"extends": "../outside.json"}' > up.json
  $ "$BORDERMAP" map --place border:KG-TJ --style ./up.json -o maps
  bordermap: up.json: extends: "../outside.json" lies outside the folder of the style that says so; copy it there
  [1]
  $ printf '{"extends": "./b.json"}' > a.json; printf '{"extends": "./a.json"}' > b.json
  $ "$BORDERMAP" styles check ./a.json 2>&1 | grep -o 'in a circle'
  in a circle
  $ "$BORDERMAP" styles check missing.json
  bordermap: missing.json: there is no such file
  [1]

A typeface that does not come with the program is said, and the map is drawn.

  $ printf '{"extends": "newsroom", "layers": {"title": {"text-font": ["Helvetica Neue", "serif"]}}}' > font.json
  $ "$BORDERMAP" map --place country:LU --style font.json --format svg -o out
  bordermap: style font.json: layers.title.text-font: the typeface "Helvetica Neue" does not come with bordermap; Noto Serif is used
  out/country-lu.svg

The largest and the smallest that a style may say still make a map.

  $ printf '{"extends": "newsroom", "margin": 200, "layers": {"title": {"text-size": 400}, "legend": {"text-size": 400}, "credits": {"text-size": 400}, "border-international": {"line-width": 100}, "country-name": {"text-size": 400, "text-letter-spacing": 5}, "city": {"icon-size": 400}}}' > most.json
  $ "$BORDERMAP" map --place country:LU --style most.json --size 160x160 --format svg -o out > /dev/null
  $ printf '{"layers": {}}' > bare.json
  $ "$BORDERMAP" map --place country:LU --style bare.json --format svg -o out > /dev/null
