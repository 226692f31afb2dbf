A user's own layer, of any format and CRS, lies on the map, in the legend and in the credits.

  $ cat >zone.geojson <<'END'
  > {"type": "FeatureCollection", "features": [
  > {"type": "Feature", "properties": {"name": "Closed zone"}, "geometry": {"type": "Polygon", "coordinates": [[[70, 39.6], [70.8, 39.5], [71, 40], [70.4, 40.1], [70, 39.6]]]}},
  > {"type": "Feature", "properties": {"name": "Supply road"}, "geometry": {"type": "LineString", "coordinates": [[60, 39], [70, 39.4], [71.5, 39.3], [80, 40]]}},
  > {"type": "Feature", "properties": {"name": "Camp"}, "geometry": {"type": "Point", "coordinates": [72.2, 40.2]}}]}
  > END
  $ ogr2ogr -t_srs EPSG:32642 zone.gpkg zone.geojson
  $ draw() { "$BORDERMAP" map --place border:KG-TJ -o maps "$@"; }
  $ draw --show scene --overlay "zone.geojson,label=name,legend=Zone, as told" >degrees.txt
  $ draw --show scene --overlay "zone.gpkg,label=name,legend=Zone, as told" >metres.txt
  $ grep -c '\[overlay:1\]' degrees.txt
  7
  $ grep -o '"\(Closed zone\|Supply road\|Camp\|Zone, as told\)"' degrees.txt
  "Closed zone"
  "Supply road"
  "Camp"
  "Zone, as told"

Metres and degrees come to the same place, to a page unit.

  $ where() { sed -n 's/^symbol \[overlay:1\] square at=\([0-9]*\)[.0-9]*,\([0-9]*\).*/\1 \2/p' "$1"; }
  $ where degrees.txt >here.txt; where metres.txt | cmp - here.txt; wc -l <here.txt
  1

It lies above the borders and beneath incidents, symbols and labels.

  $ grep -E 'begin|^layer' degrees.txt | grep -o -E 'borders|overlays|incidents|symbols|labels' | tr '\n' ' '
  borders overlays incidents symbols labels  (no-eol)

Twice, with styles, and a credit.

  $ draw --format svg --overlay "zone.gpkg,where=name = 'Camp',symbol=pin,color=#006d5b" --overlay "zone.gpkg,layer=zone,where=name <> 'Camp',dash=6-3,hatch=45,credit=Own survey"
  maps/border-kg-tj.svg
  $ grep -c 'Own survey' maps/border-kg-tj.svg
  1
  $ grep -c '"Own survey"' maps/manifest.json
  1

Nothing in the frame is said; what cannot be used is an error that says what there is.

  $ "$BORDERMAP" map --place country:PT -o maps --format png --overlay zone.gpkg
  bordermap: country-pt: overlay: nothing of zone.gpkg is in the frame
  maps/country-pt.png
  $ draw --overlay none.gpkg
  bordermap: map border-kg-tj: --overlay: none.gpkg: cannot be read as map data (none.gpkg: No such file or directory)
  [2]
  $ draw --overlay zone.gpkg,layer=zones
  bordermap: map border-kg-tj: --overlay: zone.gpkg: there is no layer 'zones'; there are: zone
  [2]
  $ draw --overlay zone.gpkg,label=title
  bordermap: map border-kg-tj: --overlay: zone.gpkg: there is no field 'title'; there are: name
  [2]
  $ draw --overlay zone.gpkg,colr=#112233
  bordermap: --overlay: zone.gpkg: there is no key 'colr' among layer, where, label, legend, credit, color, width, dash, fill, hatch, symbol, size; did you mean "color"?
  [2]
  $ draw --overlay zone.gpkg,color=red
  bordermap: --overlay: zone.gpkg: color=red: wants a colour as #rrggbb, #rrggbbaa or none
  [2]
  $ draw --overlay zone.gpkg,dash=6
  bordermap: --overlay: zone.gpkg: dash=6: wants 2, 4 or 6 lengths as 6-3
  [2]
  $ draw --overlay https://example.org/zone.geojson
  bordermap: map border-kg-tj: --overlay: https://example.org/zone.geojson: only files are read, no addresses; fetch it first
  [2]
  $ printf 'x,y\n700000,4400000\n' >metres.csv
  $ draw --overlay metres.csv
  bordermap: map border-kg-tj: --overlay: metres.csv: does not say its CRS, and its numbers are no degrees; ogr2ogr -a_srs gives it one
  [2]

Across the antimeridian it lies where it should.

  $ printf 'lon,lat\n-179,-17\n179,-17\n10,-17\n' >fiji.csv
  $ "$BORDERMAP" map --bbox 176,-20,-176,-14 -o maps --show scene --overlay fiji.csv | grep -c '^symbol \[overlay:1\]'
  2
