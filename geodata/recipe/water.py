"""Rebuilds geodata/shapes/lakes.fgb.gz and rivers.fgb.gz: lakes of 2 km2 and more (OpenStreetMap), rivers in six ranks (WDBII)."""
import json
import math
import subprocess

import numpy
from osgeo import ogr
from shapely.geometry import LineString, Polygon
from shapely.ops import linemerge, unary_union
from shapely.strtree import STRtree
from shapely.validation import make_valid

import common

LAKE_KM2 = 2.0
PIECE_KM2 = 0.3             # smaller pieces are not looked at
SEA_KM2 = 200000.0          # the Caspian, which the coast has as a sea
LAKE_TOLERANCE = 0.002      # degrees
RIVER_TOLERANCE = 0.003     # degrees: the source is good to about 500 m
KM_PER_DEGREE = 111.195
# WDBII class → rank: rivers drawn as two lines, permanent major … minor, intermittent major and additional, major canals
RANKS = {0: 1, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 8: 6}


def lake_km2(lake):
    return lake.area * KM_PER_DEGREE ** 2 * math.cos(math.radians(lake.centroid.y))


def polygons(geometry):
    """The polygons in a geometry."""
    parts = [part for item in getattr(geometry, "geoms", [geometry]) for part in getattr(item, "geoms", [item])]
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]


def is_large(ring):
    """Whether a ring's bounds hold PIECE_KM2: a cheap first sieve."""
    points = numpy.asarray(ring)
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    return (east - west) * (north - south) * KM_PER_DEGREE ** 2 * math.cos(math.radians(south)) >= PIECE_KM2


def clusters(parts):
    """Parts that touch, directly or through others, together: [[part …]]."""
    tree, number = STRtree(parts), {id(part): i for i, part in enumerate(parts)}
    group = list(range(len(parts)))

    def root(i):
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    for i, part in enumerate(parts):
        for other in tree.query(part):
            j = number[id(other)]
            if j > i and root(i) != root(j) and part.intersects(other):
                group[root(j)] = root(i)
    together = {}
    for i, part in enumerate(parts):
        together.setdefault(root(i), []).append(part)
    return list(together.values())


def whole_lakes():
    """The lakes of the source, valid, and put together again where it cuts them at its tiles."""
    path = common.unpack("@geo-maps/earth-lakes-100m") / "package/map.geo.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    for geometry in data["geometries"]:
        parts = [Polygon(rings[0], rings[1:]) for rings in geometry["coordinates"] if len(rings[0]) >= 4 and is_large(rings[0])]
        for together in clusters([piece for part in parts for piece in polygons(part if part.is_valid else make_valid(part))]):
            yield from polygons(unary_union(together))


def lakes():
    """(OGR polygon, [km2]) of the lakes that are kept, largest first."""
    kept = [(round(lake_km2(lake), 1), lake) for lake in whole_lakes() if lake_km2(lake) >= LAKE_KM2]
    for km2, lake in sorted(kept, key=lambda item: (-item[0], item[1].bounds)):
        if km2 >= SEA_KM2:
            continue
        for part in polygons(make_valid(lake.simplify(LAKE_TOLERANCE))):
            rings = [numpy.round(numpy.asarray(r.coords), 4) for r in [part.exterior, *part.interiors]]
            rings = [ring for ring in rings if len(ring) >= 4]
            if rings and lake_km2(part) >= LAKE_KM2 / 2:
                yield common.polygon(rings), [round(lake_km2(part), 1) if part.area < lake.area / 2 else km2]


def river_class(number):
    """The lines of one WDBII class as arrays of degrees."""
    folder = common.unpack("gmt-gshhg-full") / "usr/share/gmt-gshhg"
    command = ["gmt", "pscoast", "-Rd", "-Dh", "-M", f"-I{number}", f"--DIR_GSHHG={folder}", "--FORMAT_GEO_OUT=D",
               "--FORMAT_FLOAT_OUT=%.5f", "--GMT_HISTORY=false"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    points = []
    for row in [*text.splitlines(), ">"]:
        if row.startswith((">", "#")):
            yield from uncrossed(numpy.array(points).reshape(-1, 2))
            points = []
        else:
            points.append([float(value) for value in row.split()[:2]])


def uncrossed(points):
    """A line as lines that do not run round the world where it crosses the antimeridian."""
    breaks = numpy.flatnonzero(abs(numpy.diff(points[:, 0])) > 180) + 1
    return [part for part in numpy.split(points, breaks) if len(part) > 1]


def rivers():
    """(OGR line, [rank]), greatest rivers first."""
    for rank in sorted(set(RANKS.values())):
        lines = [LineString(points) for number in sorted(RANKS) if RANKS[number] == rank for points in river_class(number)]
        merged = linemerge(lines)
        for part in sorted(getattr(merged, "geoms", [merged]), key=lambda line: line.coords[0]):
            points = numpy.round(numpy.asarray(part.simplify(RIVER_TOLERANCE).coords), 4)
            yield common.line(points), [rank]


def main():
    common.write_fgb(common.SHAPES / "lakes.fgb.gz", ogr.wkbPolygon, [("km2", "real")], lakes())
    common.write_fgb(common.SHAPES / "rivers.fgb.gz", ogr.wkbLineString, [("rank", "integer")], rivers())


if __name__ == "__main__":
    main()
