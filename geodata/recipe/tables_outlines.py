"""Where first-order regions lie: the middle of their outlines in Natural Earth, told by the towns inside, whatever the outlines are called."""
import collections
import math

import common

MAP = "usr/share/qgis/resources/data/world_map.gpkg"


def read_outlines():
    """Outlines as shapely geometries; those across the antimeridian go on beyond 180 degrees."""
    from osgeo import ogr
    from shapely import wkb
    from shapely.affinity import translate
    from shapely.ops import unary_union
    from shapely.validation import make_valid
    ogr.UseExceptions()
    source = ogr.Open(str(common.unpack("qgis-common") / MAP))
    outlines = []
    for feature in source.GetLayerByName("states_provinces"):
        shape = make_valid(wkb.loads(bytes(feature.GetGeometryRef().ExportToWkb())))
        west, _, east, _ = shape.bounds
        if east - west > 180:
            shape = unary_union([translate(part, 360) if part.centroid.x < 0 else part for part in shape.geoms])
        outlines.append(shape)
    return outlines


def regions_of(outlines, towns):
    """{GeoNames code: [outline]}: each outline goes to the region that most towns in it belong to, if four in five do."""
    import numpy
    from shapely import vectorized
    codes = [f"{t.country}.{t.admin1}" for t in towns] * 2
    lons = numpy.array([t.lon for t in towns] + [t.lon + 360 for t in towns])
    lats = numpy.array([t.lat for t in towns] * 2)
    result = collections.defaultdict(list)
    for shape in outlines:
        west, south, east, north = shape.bounds
        near = numpy.flatnonzero((lons >= west) & (lons <= east) & (lats >= south) & (lats <= north))
        inside = near[vectorized.contains(shape, lons[near], lats[near])] if len(near) else near
        votes = collections.Counter(codes[i] for i in inside)
        if votes and votes.most_common(1)[0][1] >= 0.8 * len(inside):
            result[votes.most_common(1)[0][0]].append(shape)
    return result


def middle(shapes):
    """(lat, lon, km): a point inside, near the middle, and the radius of a disc of the same area."""
    from shapely.ops import unary_union
    shape = unary_union(shapes)
    point = shape.centroid if shape.contains(shape.centroid) else shape.representative_point()
    degree = math.pi * 6371.0088 / 180
    area = shape.area * degree * degree * math.cos(math.radians(point.y))
    lon = point.x - 360 if point.x > 180 else point.x
    return f"{point.y:.4f}", f"{lon:.4f}", f"{math.sqrt(area / math.pi):.1f}"


def region_points(towns):
    """{GeoNames code: (lat, lon, km)} of regions that hold most of their towns within outlines of their own."""
    inside = regions_of(read_outlines(), towns)
    return {code: middle(shapes) for code, shapes in inside.items()}
