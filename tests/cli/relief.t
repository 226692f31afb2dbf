A user's own elevation: a raster that says where it lies.

  $ awk 'BEGIN { n = 60; print "ncols " n "\nnrows " n "\nxllcorner 650000\nyllcorner 4380000\ncellsize 900\nNODATA_value -9999"; for (j = 0; j < n; j++) { for (i = 0; i < n; i++) printf "%d ", i < 10 ? -9999 : 1500 + 400 * sin(i / 3) * cos(j / 4); print "" } }' > dem.asc
  $ cp dem.asc nowhere.asc
  $ cat > dem.prj <<'END'
  > PROJCS["WGS 84 / UTM zone 42N",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",69],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]
  > END

In a frame too near for the shipped elevation the own one is shaded, and credited by its name or as said.

  $ "$BORDERMAP" map --place area:vorukh --show scene | grep -c '^image'
  0
  [1]
  $ "$BORDERMAP" map --place area:vorukh --relief dem.asc --show scene > own.txt
  $ grep -c '^image \[relief-own\]' own.txt
  1
  $ grep -c '^text.*dem.asc' own.txt
  1
  $ "$BORDERMAP" map --place area:vorukh --relief dem.asc --relief-credit 'Survey of Testland' --show scene | grep -c '^text.*Survey of Testland'
  1

In a wide frame it lies beside the shipped one.

  $ "$BORDERMAP" map --place border:KG-TJ --relief dem.asc --show scene | grep '^image' | cut -d' ' -f1-2
  image [relief]
  image [relief-own]

A file that has nothing of the frame, is too coarse for it, has no place, or is no raster.

  $ "$BORDERMAP" map --place country:FR --relief dem.asc --format svg -o out > /dev/null
  bordermap: country-fr: --relief: dem.asc has nothing of this frame
  $ "$BORDERMAP" map --place area:vorukh --relief nowhere.asc
  bordermap: --relief: nowhere.asc: has no coordinate reference system; give it one with gdal_edit or gdal_translate -a_srs
  [1]
  $ "$BORDERMAP" map --place area:vorukh --relief missing.tif
  bordermap: --relief: missing.tif: cannot be read as elevation (there is no such file)
  [1]
  $ printf 'no raster' > words.tif
  $ "$BORDERMAP" map --place area:vorukh --relief words.tif
  bordermap: --relief: words.tif: cannot be read as elevation (`./words.tif' not recognized as a supported file format.)
  [1]
