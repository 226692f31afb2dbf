"""Rebuilds geodata/shapes/lakes.fgb.gz and rivers.fgb.gz: lakes of 2 km2 and more (OpenStreetMap), rivers in six ranks (WDBII)."""
import json
import math
import subprocess

import numpy
from osgeo import ogr
from shapely.geometry import Polygon, shape

import common

LAKE_KM2 = 2.0
LAKE_TOLERANCE = 0.002      # degrees
RIVER_TOLERANCE = 0.003     # degrees: the source is good to about 500 m
KM_PER_DEGREE = 111.195
# WDBII class → rank: rivers drawn as two lines, permanent major … minor, intermittent major and additional, major canals
RANKS = {0: 1, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 8: 6}


def lake_km2(lake):
    return lake.area * KM_PER_DEGREE ** 2 * math.cos(math.radians(lake.centroid.y))


def lakes():
    """(OGR polygon, [km2]) of the lakes that are kept, largest first."""
    path = common.unpack("@geo-maps/earth-lakes-100m") / "package/map.geo.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    parts = [part for geometry in data["geometries"] for part in shape(geometry).geoms]
    kept = [(round(lake_km2(lake), 1), lake) for lake in parts if isinstance(lake, Polygon) and lake_km2(lake) >= LAKE_KM2]
    for km2, lake in sorted(kept, key=lambda item: (-item[0], item[1].bounds)):
        simple = lake.simplify(LAKE_TOLERANCE)
        if simple.is_valid and not simple.is_empty:
            rings = [numpy.round(numpy.asarray(r.coords), 4) for r in [simple.exterior, *simple.interiors]]
            yield common.polygon(rings), [km2]


def river_class(number):
    """The lines of one WDBII class as arrays of degrees."""
    folder = common.unpack("gmt-gshhg-full") / "usr/share/gmt-gshhg"
    command = ["gmt", "pscoast", "-Rd", "-Dh", "-M", f"-I{number}", f"--DIR_GSHHG={folder}", "--FORMAT_GEO_OUT=D",
               "--FORMAT_FLOAT_OUT=%.5f", "--GMT_HISTORY=false"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    points = []
    for row in text.splitlines():
        if row.startswith((">", "#")):
            if len(points) > 1:
                yield numpy.array(points)
            points = []
        else:
            points.append([float(value) for value in row.split()[:2]])
    if len(points) > 1:
        yield numpy.array(points)


def rivers():
    """(OGR line, [rank]), greatest rivers first."""
    from shapely.geometry import LineString
    from shapely.ops import linemerge
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
