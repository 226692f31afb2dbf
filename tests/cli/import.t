Imports: places and names of a user's own, laid over the data.

  $ samples="$BORDERMAP_SOURCE/tests/data/import"
  $ cp "$samples"/* .
  $ export BORDERMAP_USER_DATA=mine
  $ printf 'Title: Shelling in Kok-Saychi\n\nShells fell on Kok-Saychi, a village near Batken in the Batken region of Kyrgyzstan, on Tuesday, officials in Bishkek said. Two men were hurt in Kok-Saychi. Batken lies 20 km away.' > news.txt

GeoNames: a dump and alternate names; what is known already gets names, not a second place.

  $ "$BORDERMAP" geoparse --csv news.txt | grep -c Saychi
  0
  [1]
  $ "$BORDERMAP" geodata import alternate_names.txt places.txt --name geonames
  mine/imports/geonames: 11 rows: 4 places and 13 names
  1 row is of places that were known: they gave them names
  2 rows left out: not wanted (--features, --countries …), or without a name
  1 names left out: of places that nothing has
  $ "$BORDERMAP" geoparse --csv news.txt | grep Saychi | cut -d, -f5-8 | tail -n 1
  Kok-Saychi,point,literal,geonames:90000001
  $ printf 'Combattimenti a Batkenia, disse il governo del Kirghizistan martedì; due soldati furono feriti a Coc-Saicci.' > notizie.txt
  $ "$BORDERMAP" geoparse --csv notizie.txt | cut -d, -f5,8 | grep -v country
  text,ref
  Batkenia,geonames:1528735
  Coc-Saicci,geonames:90000001
  $ BORDERMAP_USER_DATA= "$BORDERMAP" geoparse --csv news.txt | grep -c Saychi
  0
  [1]
  $ BORDERMAP_USER_DATA= "$BORDERMAP" geoparse --user-data mine --csv news.txt | grep -c Saychi
  3

It is drawn.

  $ "$BORDERMAP" map --format svg -o drawn --place geonames:90000001
  drawn/geonames-90000001.svg
  $ grep -c 'Kök-Sayçı' drawn/geonames-90000001.svg
  [1-9]\d* (re)

The same import again changes nothing; a filter does.

  $ cksum < mine/imports/geonames/overlay.bin > before
  $ "$BORDERMAP" geodata import places.txt alternate_names.txt --name geonames >/dev/null
  $ cksum < mine/imports/geonames/overlay.bin | cmp - before
  $ "$BORDERMAP" geodata import places.txt --name geonames --features P --countries TJ --min-population 100 | head -n 1
  mine/imports/geonames: 5 rows: 1 places and 1 names
  $ "$BORDERMAP" geodata remove geonames
  $ "$BORDERMAP" geodata remove geonames
  bordermap: mine: there is no import 'geonames'
  [2]

Layers: geoBoundaries, OpenStreetMap, and a table whose columns the user names.

  $ "$BORDERMAP" geodata import boundaries.geojson
  mine/imports/boundaries: 2 rows: 2 places and 2 names, 1 areas
  1 row is of places that were known: they gave them names
  $ "$BORDERMAP" geodata import extract.osm
  mine/imports/extract: 5 rows: 4 places and 5 names, 1 areas
  1 rows left out: not wanted (--features, --countries …), or without a name
  $ "$BORDERMAP" geodata import sites.csv --credit 'The desk' --map name=NAME,name:ru=NAME_RU,lat=Y,lon=X,feature=KIND,population=INHABITANTS
  bordermap: sites.csv:feature 2: no geometry, and no columns for lat and lon
  bordermap: sites.csv:feature 3: this is no position in -90..90, -180..180: '139.9 70.6'
  bordermap: sites.csv:feature 4: this population is no number: 'many'
  bordermap: 3 bad rows were passed over
  mine/imports/sites: 4 rows: 1 places and 2 names
  [1]
  $ printf '{"name": "NAME", "lat": "Y", "lon": "X", "country": {"value": "KG"}, "population": "INHABITANTS"}' > columns.json
  $ "$BORDERMAP" geodata import sites.csv --map columns.json --faults bad.txt --json 2>/dev/null | grep bad
    "bad": 3,
  $ wc -l < bad.txt
  3
  $ printf 'Title: Fighting in Zarbulak Raion\n\nFighting was reported in Zarbulak Raion in Kyrgyzstan on Tuesday. Two soldiers were killed in Zarbulak Raion near Batken. Guards at Post Gulbulak fired at Chechmeabad and Testkishlak.' > more.txt
  $ "$BORDERMAP" geoparse --csv more.txt | cut -d, -f5,8 | grep user: | sort -u
  Chechmeabad,user:osm/1
  Post Gulbulak,user:osm/2
  Testkishlak,user:sites/sites.csv/1
  Zarbulak Raion,user:boundaries/area/KGZ-ADM2-1
  $ printf 'Title: Fighting in Zarbulak Raion\n\nFighting was reported in Zarbulak Raion, Batken region, Kyrgyzstan on Tuesday. Two soldiers were killed in Zarbulak Raion, officials in Bishkek said.' > region.txt
  $ "$BORDERMAP" map --format svg -o region region.txt
  region/region-kg.svg
  $ grep -c 'KGZ-ADM2-1' region/region-kg.svg
  [1-9]\d* (re)

A district that is hatched has its name on it; a town that the article names has no box as a callout has.

  $ "$BORDERMAP" map --show scene region.txt | grep -c '^text \[user:boundaries/area/KGZ-ADM2-1\] "Zarbulak'
  1
  $ "$BORDERMAP" map --show scene more.txt 2>/dev/null | grep -c '^text \[user:osm'
  [1-9] (re)
  $ "$BORDERMAP" map --show scene more.txt 2>/dev/null | grep -c '^path \[user:osm.*fill=#ffffff@0.85'
  0
  [1]

Bad rows are named and passed over.

  $ "$BORDERMAP" geodata import bad_rows.txt
  bordermap: bad_rows.txt:2: not the 19 columns of a GeoNames dump: '90000005\xef\xbf\xbdToo few columns' (esc)
  bordermap: bad_rows.txt:3: this is no GeoNames number: 'x12'
  bordermap: bad_rows.txt:4: this latitude is no number in -90..90: '97.5'
  bordermap: bad_rows.txt:5: this longitude is no number in -180..180: '270.1'
  bordermap: bad_rows.txt:6: this population is no number: 'lots'
  bordermap: bad_rows.txt:7: no name
  bordermap: bad_rows.txt:8: invalid UTF-8: .* (re)
  bordermap: bad_rows.txt:9: not the 19 columns of a GeoNames dump: .* (re)
  bordermap: 8 bad rows were passed over
  mine/imports/bad_rows: 9 rows: 1 places and 4 names
  [1]

Bad files leave the old import as it was.

  $ cksum < mine/imports/extract/overlay.bin > before
  $ head -c 600 extract.osm > half.osm
  $ "$BORDERMAP" geodata import half.osm --name extract 2>&1 | cut -d: -f1-3
  bordermap: half.osm: cannot be read
  $ head -c 3000 /dev/urandom > junk.zip; head -c 300000 /dev/zero > zeros.txt; : > empty.txt; head -c 200000 /dev/zero | tr '\0' 'x' > wide.txt
  $ for file in junk.zip zeros.txt empty.txt wide.txt missing.txt; do "$BORDERMAP" geodata import "$file" --name extract 2>&1 | cut -d';' -f1; done
  bordermap: junk.zip: is no zip file, or damaged, or cut short
  bordermap: zeros.txt: is no GeoNames dump (19 columns parted by tabs) and no table of alternate names
  bordermap: empty.txt: is no GeoNames dump (19 columns parted by tabs) and no table of alternate names
  bordermap: wide.txt: is no GeoNames dump (19 columns parted by tabs) and no table of alternate names
  bordermap: missing.txt: there is no such file
  $ "$BORDERMAP" geodata import sites.csv --name extract 2>&1 | cut -d';' -f1
  bordermap: sites.csv: its columns are not those of a source that is known
  $ awk 'BEGIN { for (i = 1; i <= 4000; i++) printf "%d\tVillage %d\t\t\t40\t70\tP\tPPL\tKG\t\t\t\t\t\t0\t\t\t\t\n", 90100000 + i, i }' > many.txt
  $ (ulimit -f 8; "$BORDERMAP" geodata import many.txt --name extract 2>/dev/null)
  [4]
  $ cksum < mine/imports/extract/overlay.bin | cmp - before
  $ ls -A mine/imports
  bad_rows
  boundaries
  extract
  sites

Wrong use, and a place that cannot be written.

  $ "$BORDERMAP" geodata import
  bordermap: geodata import wants files to import; see 'bordermap geodata --help'
  [2]
  $ "$BORDERMAP" geodata import places.txt --name ../up
  bordermap: --name: '../up' is no name of an import; letters, digits, '-' and '_'
  [2]
  $ "$BORDERMAP" geodata import places.txt --countries Kyrgyzstan
  bordermap: --countries: 'Kyrgyzstan' is no list of ISO 3166-1 codes; write KG,TJ
  [2]
  $ "$BORDERMAP" geodata import sites.csv --map nom=NAME 2>&1 | cut -d';' -f1
  bordermap: --map: 'nom' is nothing that a column can be
  $ "$BORDERMAP" geodata import sites.csv --map name=NOM
  bordermap: sites.csv: has no column 'NOM'; --map names those of the layer
  [1]
  $ "$BORDERMAP" geodata import places.txt --user-data ''
  bordermap: geodata import wants a place for your data: --user-data DIR, BORDERMAP_USER_DATA, XDG_DATA_HOME or HOME
  [2]
  $ printf x > file
  $ "$BORDERMAP" geodata import places.txt --user-data file/below >/dev/null 2>&1
  [4]

A damaged import says so.

  $ head -c 500 mine/imports/sites/overlay.bin > cut && cp cut mine/imports/sites/overlay.bin
  $ "$BORDERMAP" geoparse news.txt 2>&1 | cut -d: -f2-3
   mine/imports/sites/overlay.bin: is .* (re)
  $ "$BORDERMAP" geoparse news.txt >/dev/null 2>&1
  [4]
