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
  bordermap: map border-kg-tj: --overlay: none.gpkg: cannot be read as map data (there is no such file)
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

Layers that are not drawn are said, and tables without positions; a zipped shapefile is read as it is.

  $ cat >folders.kml <<'END'
  > <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Posts</name><Placemark><Point><coordinates>70.8,40.1</coordinates></Point></Placemark></Folder><Folder><name>Road</name><Placemark><LineString><coordinates>70.1,39.9 71,40.1</coordinates></LineString></Placemark></Folder></Document></kml>
  > END
  $ draw --format svg --overlay folders.kml
  bordermap: border-kg-tj: overlay: of folders.kml only the layer Posts is drawn; layer=… takes another, one each: Road
  maps/border-kg-tj.svg
  $ draw --format svg --overlay folders.kml,layer=Road
  maps/border-kg-tj.svg
  $ printf 'name,north,east\nPost,40.1,70.8\n' >words.csv
  $ draw --format svg --overlay words.csv
  bordermap: border-kg-tj: overlay: words.csv has no geometry, and no columns of longitude and latitude by their usual names (lon, lat); its columns are: name, north, east
  maps/border-kg-tj.svg
  $ ogr2ogr -where "name = 'Camp'" camp zone.geojson 2>/dev/null; python3 -m zipfile -c camp.zip camp/; python3 -m zipfile -c both.zip camp/ zone.gpkg
  $ draw --show scene --overlay camp.zip | grep -c '^symbol \[overlay:1\]'
  1
  $ draw --overlay both.zip
  bordermap: map border-kg-tj: --overlay: both.zip: holds several files of data ('camp', 'zone.gpkg' …); unpack it and name the one you want
  [2]

Across the antimeridian it lies where it should.

  $ printf 'lon,lat\n-179,-17\n179,-17\n10,-17\n' >fiji.csv
  $ "$BORDERMAP" map --bbox 176,-20,-176,-14 -o maps --show scene --overlay fiji.csv | grep -c '^symbol \[overlay:1\]'
  2
