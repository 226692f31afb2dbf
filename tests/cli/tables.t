A table of incidents is drawn as it is; its credit stands on the map, and rows that may not leave one by one are on no list.

  $ tables="$BORDERMAP_SOURCE"/tests/tables many="$BORDERMAP_SOURCE"/tests/golden/tables
  $ "$BORDERMAP" map -o acled --format svg "$tables/acled-2024.csv" > paths; grep -c 'Armed Conflict Location' $(sed -n 1p paths)
  1
  $ grep -c KGZ000 acled/manifest.json acled/incidents.geojson
  acled/manifest.json:0
  acled/incidents.geojson:0
  [1]

Bad rows are told, the first few one by one, and the rest is drawn.

  $ "$BORDERMAP" map -o bad --format svg "$tables/ucdp-damaged.csv" > paths
  bordermap: *ucdp-damaged.csv: line 3: date_end: it ends before it begins; left out (glob)
  bordermap: *ucdp-damaged.csv: line 4: type_of_violence: '4' is no code of 1 to 3; left out (glob)
  bordermap: *ucdp-damaged.csv: line 5: where_prec: '0' is no code of 1 to 7; left out (glob)
  bordermap: *ucdp-damaged.csv: line 6: latitude: one of the two degrees of the position is missing; left out (glob)
  bordermap: *ucdp-damaged.csv: line 7: low: -5 is outside 0..1000000000; left out (glob)
  bordermap: *ucdp-damaged.csv: 1 more rows cannot be read and are left out (glob)
  [1]
  $ wc -l < paths
  1

Columns of one's own, and what is wrong with a map of them.

  $ "$BORDERMAP" map -o mapped --format svg --columns "$tables/mapped.columns.json" "$tables/mapped.csv" | wc -l
  1
  $ echo '{"columns": {"date": "Tag", "place": "Ort"}}' > wrong.json
  $ "$BORDERMAP" map -o mapped --columns wrong.json "$tables/mapped.csv"
  bordermap: *mapped.csv: the column map wants a column 'Ort', which the header does not have (glob)
  [1]
  $ echo '{"columns": {"when": "Tag"}}' > wrong.json
  $ "$BORDERMAP" map -o mapped --columns wrong.json "$tables/mapped.csv"
  bordermap: --columns: wrong.json: columns.when: there is no such field; docs/tables.md lists them
  [2]

What nobody vouches for is drawn where it is asked for.

  $ "$BORDERMAP" map -o gdelt "$tables/gdelt-2.CSV"
  bordermap: *gdelt-2.CSV: 3 unconfirmed incidents are left out; --unsure draws them (glob)
  bordermap: *gdelt-2.CSV: no places in it that can be mapped (glob)
  $ "$BORDERMAP" map -o gdelt --format svg --unsure - < "$tables/gdelt-2.CSV" | wc -l
  bordermap: -: nothing in it is sure (0.80); drawn as unconfirmed: clash at geonames:1528735 (0.5), riot at admin1:KG-O (0.5)
  1

Many are put together; totals are ranges.

  $ "$BORDERMAP" map -o many --format svg "$many/sahel-300.csv" > paths; cat paths
  bordermap: sahel-300-bf-ml-ne: the callout of geonames:2361082 finds no room
  many/sahel-300-bf-ml-ne.svg
  $ grep -o '"caption": "[^"]*"' many/manifest.json
  "caption": "Incidents in Mali, Burkina Faso and Niger, 2 March \xe2\x80\x93 31 May 2023: 300 incidents, 744\xe2\x80\x931026 killed. By kind: Clashes (92), Attack (74), Explosion (53), Abduction (34), Air strike (30) and Shelling (17)." (esc)
  $ "$BORDERMAP" map -o many --format svg --density regions "$many/sahel-300.csv" > /dev/null; grep -c '>Incidents: 1' many/*.svg
  1
  $ "$BORDERMAP" map -o many --format svg --density hexagons --lang fr "$many/sahel-300.csv" > /dev/null; grep -o 'Un hexagone[^.]*' many/*.svg | sort -u
  Un hexagone mesure environ * km de large (glob)
  $ "$BORDERMAP" map --density dots "$many/sahel-300.csv"
  bordermap: --density: 'dots' is no way; it takes auto, points, regions or hexagons
  [2]
  $ "$BORDERMAP" map --count wounded "$many/sahel-300.csv"
  bordermap: --count: 'wounded' cannot be counted; it takes incidents or killed
  [2]

No article is taken out of it.

  $ "$BORDERMAP" geoparse "$tables/csv-plain.csv"
  bordermap: *csv-plain.csv: this is a table of incidents (CSV), no article; 'bordermap map' draws it (glob)
  [1]
