"""borders.csv: a point in the middle of each land border and how far the border reaches from it, from shapes/borders.fgb.gz."""
import collections
import math

import common
import tables_packages


def read_arcs():
    """{(a, b): [vertex, …]} in degrees, and {(a, b): km}."""
    from osgeo import ogr
    ogr.UseExceptions()
    vertices, lengths = collections.defaultdict(list), collections.defaultdict(float)
    source = ogr.Open(f"/vsigzip/{common.SHAPES / 'borders.fgb.gz'}")
    for feature in source.GetLayer(0):
        pair = tuple(sorted((feature.GetField("a"), feature.GetField("b"))))
        geometry = feature.GetGeometryRef()
        vertices[pair].extend((geometry.GetX(i), geometry.GetY(i)) for i in range(geometry.GetPointCount()))
        lengths[pair] += feature.GetField("km")
    return vertices, lengths


def distance_km(a, b):
    """Great-circle distance (haversine) on a sphere of 6371.0088 km."""
    (west, south), (east, north) = a, b
    rise, run = math.radians(north - south), math.radians(east - west)
    h = math.sin(rise / 2) ** 2 + math.cos(math.radians(south)) * math.cos(math.radians(north)) * math.sin(run / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1, math.sqrt(h)))


def middle(points):
    """The vertex nearest to the middle of the bounds, and its distance from the farthest vertex."""
    lons, lats = zip(*points)
    centre = ((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)
    point = min(points, key=lambda p: (distance_km(p, centre), p))
    return point, max(distance_km(p, point) for p in points)


def write(folder):
    vertices, lengths = read_arcs()
    rows = []
    for (a, b), points in sorted(vertices.items()):
        (lon, lat), reach = middle(points)
        rows.append([f"border:{a}-{b}", a, b, f"{lat:.4f}", f"{lon:.4f}", f"{reach:.1f}", f"{lengths[a, b]:.1f}"])
    tables_packages.write_csv(folder / "borders.csv", ["ref", "a", "b", "lat", "lon", "precision_km", "km"], rows)
