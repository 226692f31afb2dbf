"""
Rebuilds geodata/shapes/borders.fgb.gz, coast.fgb.gz and regions.fgb.gz: the topology of countries (topology.py) cut once more by the
first-order regions of Natural Earth 4.1. Only lines between two regions of one country are taken from it, clipped to the country and
tied to its outline; every arc then names the regions on both sides, so that countries and regions are stitched from the same arcs.
"""
import collections

import numpy
from osgeo import ogr
from shapely.geometry import LineString, MultiLineString, Polygon
from shapely.ops import linemerge, unary_union
from shapely.prepared import prep
from shapely.strtree import STRtree
from shapely.validation import make_valid

import common
import crosswalk
import topology

REACH = 16000               # grid units: a line that ends this near the outline is led to it (1.6 degrees: the mouth of the Amazon)
NEAR = 6000                 # grid units: so is one that another loose end is still nearer to
STUB = 100                  # grid units: shorter pieces cut off by the outline are dropped
SLIVER_KM2 = 8.0


def rings_by_country(arcs):
    """{country: rings of grid points round it, it being on the left}."""
    sides = collections.defaultdict(list)
    for points, left, right in arcs:
        sides[left].append(points)
        sides[right].append(points[::-1])
    return {country: chain(lines) for country, lines in sorted(sides.items()) if country >= 0}


def chain(lines):
    """Lines put end to end into rings; where several go on, the sharpest turn to the left is taken."""
    outgoing = collections.defaultdict(list)
    for number, line in enumerate(lines):
        outgoing[tuple(line[0])].append(number)
    used, rings = set(), []
    for begin in range(len(lines)):
        if begin in used:
            continue
        parts, number = [], begin
        while number not in used:
            used.add(number)
            parts.append(lines[number])
            choices = [n for n in outgoing[tuple(lines[number][-1])] if n not in used or n == begin] or [begin]
            number = choices[0] if len(choices) == 1 else min(choices, key=lambda n: turn(lines[number], lines[n]))
        ring = numpy.concatenate([parts[0], *[part[1:] for part in parts[1:]]])
        if (ring[0] != ring[-1]).any():
            raise SystemExit(f"an outline stays open between {ring[0] * topology.GRID} and {ring[-1] * topology.GRID}")
        if len(ring) >= 4:
            rings.append(ring)
    return rings


def turn(line, following):
    """How far right of straight back `following` leaves: smallest is the sharpest left turn."""
    back = numpy.arctan2(*(line[-2] - line[-1])[::-1])
    ahead = numpy.arctan2(*(following[1] - following[0])[::-1])
    return (back - ahead) % (2 * numpy.pi) or 2 * numpy.pi


def polygons_from(rings):
    """[[outer, hole …]] of rings with the ground on their left."""
    outers = [r for r in rings if signed(r) > 0]
    holes = [r for r in rings if signed(r) < 0]
    areas = [Polygon(r) for r in outers]
    ready = [prep(area) for area in areas] if holes else []     # a ring is no hole of what it encloses itself: areas are compared
    result = [[r] for r in outers]
    for hole in holes:
        area = Polygon(hole)
        inside = area.representative_point() if area.is_valid else area.buffer(0).representative_point()
        west, south, east, north = area.bounds
        around = [i for i, o in enumerate(areas) if o.area > area.area and o.bounds[0] <= west and o.bounds[1] <= south and o.bounds[2] >= east
                  and o.bounds[3] >= north and ready[i].contains(inside)]
        if around:
            result[min(around, key=lambda i: areas[i].area)].append(hole)
    return result


def signed(ring):
    return float((ring[:-1, 0] * ring[1:, 1] - ring[1:, 0] * ring[:-1, 1]).sum())


def inner_lines(outlines, regions):
    """
    {country: (lines, shore)} in grid units: the edges of Natural Earth's between two regions of one country, and those of their points
    that lie on other edges too: where Natural Earth's coast or border runs, though ours may not.
    """
    sides = collections.defaultdict(list)
    for outline in outlines:
        if not outline.code:
            continue
        for part in getattr(outline.geometry, "geoms", [outline.geometry]):
            for ring in [part.exterior, *part.interiors]:
                points = [tuple(p) for p in numpy.rint(numpy.asarray(ring.coords) / topology.GRID).astype(int).tolist()]
                for a, b in zip(points, points[1:]):
                    if a != b:
                        sides[min(a, b), max(a, b)].append(outline.code)
    lines, outer = collections.defaultdict(list), set()
    for edge in sorted(sides):
        codes = sorted(set(sides[edge]))
        if len(codes) == 2 and regions[codes[0]][1] == regions[codes[1]][1]:
            lines[regions[codes[0]][1]].append(LineString(edge))
        elif len(sides[edge]) == 1 or len(codes) == 2:
            outer.update(edge)
    return {country: (linemerge(edges), outer) for country, edges in lines.items()}


class Ground:
    """One polygon of a country being cut: its rings, the outline as segments, and the points to be put into it."""

    def __init__(self, polygon):
        self.rings = polygon
        self.start = numpy.concatenate([r[:-1] for r in polygon])
        self.end = numpy.concatenate([r[1:] for r in polygon])
        self.inserted, self.lines = {}, []

    def foot(self, point):
        """(distance, segment, grid point) of the point of the outline nearest to `point`."""
        step = (self.end - self.start).astype(float)
        along = ((numpy.asarray(point) - self.start) * step).sum(axis=1) / (step * step).sum(axis=1)
        near = self.start + step * numpy.clip(along, 0, 1)[:, None]
        distance = numpy.hypot(*(near - numpy.asarray(point)).T)
        index = int(distance.argmin())
        return float(distance[index]), index, tuple(numpy.rint(near[index]).astype(int).tolist())

    def tie(self, point):
        """Remembers the nearest point of the outline as a node to be put into it."""
        distance, index, node = self.foot(point)
        ends = (tuple(self.start[index].tolist()), tuple(self.end[index].tolist()))
        if node not in ends:
            self.inserted.setdefault((min(ends), max(ends)), set()).add(node)
        return node


def pieces(geometry):
    """The lines in a geometry, as lists of points."""
    if geometry.is_empty:
        return []
    parts = [g for g in getattr(geometry, "geoms", [geometry]) if g.geom_type == "LineString"]
    merged = linemerge(parts) if len(parts) > 1 else (parts[0] if parts else LineString())
    return [list(g.coords) for g in getattr(merged, "geoms", [merged]) if not g.is_empty]


def tied_lines(ground, lines, shore):
    """The lines clipped to a polygon, their loose ends and what lies on the shore led to the outline or to each other: [list of grid points]."""
    near = [line for line in getattr(lines, "geoms", [lines]) if boxes_meet(line.bounds, ground)]
    clipped = pieces(MultiLineString(near).intersection(topology.area_of(ground.rings))) if near else []
    ends = collections.Counter(tuple(p) for line in clipped for p in (line[0], line[-1]))
    result, loose = [], []
    for line in clipped:
        free = [ends[tuple(line[0])] == 1, ends[tuple(line[-1])] == 1]
        if all(free) and LineString(line).length < STUB:
            continue
        points = [tuple(p) for p in numpy.rint(numpy.asarray(line)).astype(int).tolist()]
        for at in (0, -1):
            distance = ground.foot(points[at])[0] if free[at] else None
            if distance is not None and distance < 2:
                points[at] = ground.tie(points[at])
            elif distance is not None:
                loose.append((points[at], distance))
        result.append(points)
    result += bridges(ground, loose)
    ashore = {p for line in result for p in line if p in shore} - {p for p, _ in loose}
    result += [[p, ground.tie(p)] for p in sorted(ashore) if 2 <= ground.foot(p)[0] <= NEAR]
    lines = [[p for p, q in zip(line, [None, *line]) if p != q] for whole in result for line in split_within(whole, ashore)]
    return [line for line in lines if len(line) > 1]


def split_within(line, points):
    """A list of points as several that end at the given ones."""
    marks = [0, *(i for i in range(1, len(line) - 1) if line[i] in points), len(line) - 1]
    return [line[i:j + 1] for i, j in zip(marks, marks[1:])]


def boxes_meet(bounds, ground):
    west, south, east, north = bounds
    low, high = ground.rings[0].min(axis=0), ground.rings[0].max(axis=0)
    return west <= high[0] and east >= low[0] and south <= high[1] and north >= low[1]


def bridges(ground, loose):
    """
    Lines from loose ends [(point, distance from the outline)] to the loose end that is nearest, or to the outline if that is nearer or
    near enough: a line too many does no harm, since both its sides get the same label.
    """
    result, done = [], set()
    pairs = sorted((numpy.hypot(p[0] - q[0], p[1] - q[1]), i, j) for i, (p, _) in enumerate(loose) for j, (q, _) in enumerate(loose) if i < j)
    for distance, i, j in pairs:
        if not {i, j} & done and distance < min(loose[i][1], loose[j][1]):
            done |= {i, j}
            result.append([loose[i][0], loose[j][0]])
    for i, (point, distance) in enumerate(loose):
        if distance <= (NEAR if i in done else REACH):
            result.append([point, ground.tie(point)])
    return result


def with_nodes(points, inserted):
    """A line of grid points with the nodes put into its segments."""
    rows = [tuple(p) for p in points.tolist()]
    out = [rows[0]]
    for a, b in zip(rows, rows[1:]):
        nodes = inserted.get((min(a, b), max(a, b)), ())
        out += sorted(nodes, key=lambda n: (n[0] - a[0]) ** 2 + (n[1] - a[1]) ** 2)
        out.append(b)
    return numpy.array(out, dtype=numpy.int64)


def split_at(ring, nodes):
    """A ring as open lines between the points that are nodes; whole if it has none."""
    at = [i for i, point in enumerate(map(tuple, ring[:-1].tolist())) if point in nodes]
    if not at:
        return [ring]
    turned = numpy.vstack([ring[at[0]:-1], ring[:at[0] + 1]])
    marks = [i - at[0] for i in at] + [len(turned) - 1]
    return [turned[i:j + 1] for i, j in zip(marks, marks[1:])]


def faces_of(rings, lines):
    """The parts that the ground within rings falls into along lines, by walking round each: no noding, so nothing moves."""
    lines = [numpy.array(line, dtype=numpy.int64) for line in lines]
    nodes = {tuple(p) for line in lines for p in (line[0].tolist(), line[-1].tolist())}
    arcs = [arc for ring in rings for arc in split_at(ring, nodes)]
    return polygons_from(chain([*arcs, *lines, *[line[::-1] for line in lines]]))


def edge_keys(rings):
    return {(min(a, b), max(a, b)) for r in rings for a, b in zip(map(tuple, r.tolist()), map(tuple, r[1:].tolist()))}


class Labels:
    """Which region a piece of a country's ground belongs to, by Natural Earth's outlines."""

    def __init__(self, outlines, regions, country):
        mine = [o for o in outlines if o.code and regions[o.code][1] == country]
        self.parts = [(part, regions[o.code][0]) for o in mine for part in getattr(o.area, "geoms", [o.area]) if part.area > 0]
        self.tree = STRtree([part for part, _ in self.parts]) if self.parts else None
        self.index = {id(part): number for number, (part, _) in enumerate(self.parts)}

    def label(self, face):
        if not self.parts:
            return None
        area = Polygon(face[0] * topology.GRID, [h * topology.GRID for h in face[1:]])
        area = area if area.is_valid else make_valid(area)
        share = collections.Counter()
        for part in self.tree.query(area):
            _, ref = self.parts[self.index[id(part)]]
            share[ref] += part.intersection(area).area
        if share and max(share.values()) > 0:
            return min(share, key=lambda ref: (-share[ref], ref))
        point = area.representative_point()
        return self.parts[self.index[id(self.tree.nearest(point))]][1]


def merge_slivers(faces, labels):
    """Gives faces too small to be a region of their own the label of the neighbour along most of their edge."""
    owners = collections.defaultdict(list)
    for number, face in enumerate(faces):
        for edge in edge_keys(face):
            owners[edge].append(number)
    for number, face in enumerate(faces):
        if topology.ring_km2(face[0] * topology.GRID) >= SLIVER_KM2:
            continue
        length = collections.Counter()
        for edge in edge_keys(face):
            for other in owners[edge]:
                if other != number:
                    length[labels[other]] += numpy.hypot(edge[0][0] - edge[1][0], edge[0][1] - edge[1][1])
        if length:
            labels[number] = min(length, key=lambda ref: (-length[ref], ref))


def cut_ground(rings, lines, labels):
    """[(ref or None, face)] of one polygon."""
    faces = faces_of(rings, lines) if lines else [rings]
    refs = [labels.label(face) for face in faces]
    if len(faces) > 1:
        merge_slivers(faces, refs)
    return list(zip(refs, faces))


def cut_world(codes, arcs):
    """(refs, countries, arcs): regions' refs ('' a country without any) with their countries, arcs between regions."""
    outlines, regions = crosswalk.join()
    inner = inner_lines(outlines, regions)
    grounds = [(n, Ground(p)) for n, rings in rings_by_country(arcs).items() for p in polygons_from(rings)]
    inserted = collections.defaultdict(set)
    for n, ground in grounds:
        ground.lines = tied_lines(ground, *inner[codes[n]]) if codes[n] in inner else []
        for edge, nodes in ground.inserted.items():
            inserted[edge] |= nodes
    units, owners, rings, labels = {}, [], [], {}
    for n, ground in grounds:
        outline = [with_nodes(r, inserted) for r in ground.rings]
        if n not in labels:
            labels[n] = Labels(outlines, regions, codes[n])
        for ref, face in cut_ground(outline, ground.lines, labels[n]):
            unit = units.setdefault((n, ref or ""), len(units))
            for place, ring in enumerate(face):
                left = signed(ring) > 0
                rings.append(ring if left == (place == 0) else ring[::-1])
                owners.append(unit)
    low, high, left, right, clash = topology.edges_of(owners, rings)
    if len(clash) > 40:
        raise SystemExit(f"{len(clash)} edges belong to two regions on one side")
    traced = topology.trace(low, high, left, right)
    return list(units), [(topology.points_of(p), l, r) for p, l, r in traced]


def ship(codes, units, arcs):
    """Sorts the arcs into borders, coast and region lines, and writes them."""
    notes = topology.border_notes()
    borders, coast, lines = [], [], []
    for points, left, right in arcs:
        shape = topology.degrees(points)
        if left < 0 or (right >= 0 and (codes[units[left][0]], units[left][1]) > (codes[units[right][0]], units[right][1])):
            shape, left, right = shape[::-1], right, left
        a, ra = codes[units[left][0]], units[left][1]
        if right < 0:
            ring = (shape[0] == shape[-1]).all()
            coast.append(([a, ra], shape, [a, round(topology.ring_km2(shape), 2) if ring else 0.0, ra]))
            continue
        b, rb = codes[units[right][0]], units[right][1]
        if a == b:
            lines.append(([a, ra, rb], shape, [a, ra, rb]))
        else:
            km = round(topology.length_km(shape), 3)
            borders.append(([a, b, ra, rb], shape, [a, b, km, topology.DATE, notes.get(f"{a}-{b}", ""), ra, rb]))
    write("borders", borders, [("a", "text"), ("b", "text"), ("km", "real"), ("date", "text"), ("note", "text"), ("region_a", "text"), ("region_b", "text")])
    write("coast", coast, [("country", "text"), ("island_km2", "real"), ("region", "text")])
    write("regions", lines, [("country", "text"), ("a", "text"), ("b", "text")])


def write(name, features, fields):
    features.sort(key=lambda f: (f[0], tuple(f[1][0]), tuple(f[1][-1]), len(f[1])))
    rows = ((common.line(shape), values) for _, shape, values in features)
    common.write_fgb(common.SHAPES / f"{name}.fgb.gz", ogr.wkbLineString, fields, rows)


def main():
    codes, arcs = topology.arcs_of_the_world()
    units, cut = cut_world(codes, arcs)
    ship(codes, units, cut)


if __name__ == "__main__":
    main()
