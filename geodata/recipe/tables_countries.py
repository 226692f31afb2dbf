"""countries.csv and country_names.csv.gz."""
import re

import common
import tables_catalogues as catalogues
import tables_packages
import tables_spelling as spelling

WORLD = "package/countries.json"
CONTINENTS = {"Asia": "AS", "Europe": "EU", "Africa": "AF", "Oceania": "OC", "Antarctic": "AN"}
# Codes of this package that ISO 3166-1 writes otherwise.
ALPHA2 = {"UNK": "XK"}
THREE_LETTERS = {"ara": "ar", "bre": "br", "ces": "cs", "cym": "cy", "deu": "de", "est": "et", "fin": "fi", "fra": "fr", "hrv": "hr",
                 "hun": "hu", "ita": "it", "jpn": "ja", "kor": "ko", "nld": "nl", "per": "fa", "pol": "pl", "por": "pt", "rus": "ru",
                 "slk": "sk", "spa": "es", "srp": "sr", "swe": "sv", "tur": "tr", "urd": "ur", "zho": "zh"}

# The language whose name is, in many languages, also the adjective of the country or region.
NATIONAL = {
    "sq": ["AL"], "hy": ["AM"], "az": ["AZ"], "be": ["BY"], "bn": ["BD"], "bs": ["BA"], "bg": ["BG"], "ca": ["admin1:ES-CT"], "ce": ["admin1:RU-CE"],
    "cs": ["CZ"], "da": ["DK"], "de": ["DE"], "dv": ["MV"], "nl": ["NL"], "et": ["EE"], "eu": ["admin1:ES-PV"], "fi": ["FI"], "fr": ["FR"],
    "ka": ["GE"], "el": ["GR"], "hr": ["HR"], "hu": ["HU"], "is": ["IS"], "id": ["ID"], "ga": ["IE"], "it": ["IT"], "ja": ["JP"],
    "kk": ["KZ"], "km": ["KH"], "ko": ["KR", "KP"], "ky": ["KG"], "lo": ["LA"], "lv": ["LV"], "lt": ["LT"], "lb": ["LU"], "mk": ["MK"],
    "mg": ["MG"], "ms": ["MY"], "mt": ["MT"], "ro": ["RO"], "mn": ["MN"], "my": ["MM"], "ne": ["NP"], "no": ["NO"], "fa": ["IR"],
    "pl": ["PL"], "pt": ["PT"], "ru": ["RU"], "sr": ["RS"], "sk": ["SK"], "sl": ["SI"], "so": ["SO"], "es": ["ES"], "sv": ["SE"],
    "tg": ["TJ"], "th": ["TH"], "bo": ["admin1:CN-XZ"], "tr": ["TR"], "tk": ["TM"], "uk": ["UA"], "uz": ["UZ"], "vi": ["VN"], "zh": ["CN"],
    "cy": ["admin1:GB-WLS"], "ab": ["area:abkhazia"], "os": ["area:south-ossetia"],
}
# Where a language's name is the adjective as it stands, or once this is taken off it.
ADJECTIVE_LANGUAGES = {language: "" for language in
                       "en it fr es pt ca gl ro ru uk be bg mk sr hr bs sl sk cs pl de nl da no sv ar he fa ka az tg".split()}
ADJECTIVE_LANGUAGES.update({"kk": " тілі", "tk": " dili", "tt": " теле", "zh": "语", "zh-Hant": "文"})


def country_rows(packages, towns):
    """{alpha-2: row of countries.csv}; the point is the package's own until curated/representative.tsv says better."""
    languages = catalogues.official_languages(packages)
    people = catalogues.populations(packages)
    world = packages.json("world-countries", WORLD)
    codes = {c["cca3"]: ALPHA2.get(c["cca3"], c["cca2"]) for c in world}
    capitals = {}
    for town in towns:
        if town.feature == "PPLC":
            capitals.setdefault(town.country, town.geonameid)
    rows = {}
    for country in world:
        code = codes[country["cca3"]]
        region, subregion = country["region"], country["subregion"]
        continent = CONTINENTS.get(region) or ("SA" if subregion == "South America" else "NA")
        rows[code] = [code, country["cca3"], country["ccn3"], country["name"]["common"], *country["latlng"], "", capitals.get(code, ""),
                      continent, ",".join(languages.get(code, [])), ",".join(sorted(codes[b] for b in country["borders"])),
                      people.get(code, ""), round(country["area"])]
    return rows


def printed(names, code):
    """The CLDR name an editor would print: the stand-alone short form where the long one has a remark in it."""
    name, short = names.get(code), names.get(code + "-alt-short")
    if short and code in ("HK", "MO", "MM", "PS"):
        return short
    return re.sub(r"\s*[(（].*[)）]", "", name) if name and code == "MM" else name


def territory_names(packages, codes):
    """(ref, language, name, use) from CLDR, the printed name of each country first."""
    usual = spelling.usual_names(common.RECIPE / "usual_names.tsv")
    for language, names in sorted(catalogues.cldr_names(packages, "territories").items()):
        for code in codes:
            first = printed(names, code)
            if not first or first == code:
                continue
            if language == "en":
                first = first.replace(" & ", " and ").replace("St. ", "Saint ")
            yield f"country:{code}", language, usual.get((language, first)) or first, "name"
            yield f"country:{code}", language, first, "short"
            for key, name in sorted(names.items()):
                if key.split("-alt-")[0] == code and name != first:
                    short = key.endswith("-alt-short") and len(name.replace(".", "").replace(" ", "")) <= 4
                    yield f"country:{code}", language, name, "abbreviation" if short else "short"


def world_names(packages):
    """Official, native and translated names, found but not printed."""
    for country in packages.json("world-countries", WORLD):
        ref = f"country:{ALPHA2.get(country['cca3'], country['cca2'])}"
        yield ref, "en", country["name"]["common"], "short"
        yield ref, "en", country["name"]["official"], "short"
        for code, names in sorted(country["translations"].items()):
            if code in THREE_LETTERS:
                yield ref, THREE_LETTERS[code], names["common"], "short"
                yield ref, THREE_LETTERS[code], names["official"], "short"
        for code, names in sorted(country["name"]["native"].items()):
            yield ref, "", names["common"], "short"
            yield ref, "", names["official"], "short"
        for form in sorted({country["demonyms"].get("eng", {}).get(g, "") for g in "mf"}):
            yield ref, "en", form, "adjective"
            if form[-1:] in ("n", "i", "k", "b", "t", "r") and " " not in form:
                yield ref, "en", form + "s", "people"
        for form in sorted({country["demonyms"].get("fra", {}).get(g, "") for g in "mf"}):
            yield ref, "fr", form.lower(), "adjective"


def geonames_names(packages, codes):
    for language, names in sorted(catalogues.gettext_names(packages, "libgeonames-common", "geonames").items()):
        for code in codes:
            if code in names:
                yield f"country:{code}", language, names[code], "short"


def adjectives(packages):
    """Names of national languages as adjectives of their countries."""
    for language, names in sorted(catalogues.cldr_names(packages, "languages").items()):
        if language not in ADJECTIVE_LANGUAGES:
            continue
        ending = ADJECTIVE_LANGUAGES[language]
        for code, places in sorted(NATIONAL.items()):
            name = names.get(code, "")
            if not name or "(" in name or name == code or not name.endswith(ending):
                continue
            name = name.removesuffix(ending)
            for place in places:
                yield place if ":" in place else f"country:{place}", language, name, "adjective"


def write(packages, towns, folder):
    rows = country_rows(packages, towns)
    codes = sorted(rows)
    tables_packages.write_csv(folder / "countries.csv", ["alpha2", "alpha3", "numeric", "name", "lat", "lon", "geonameid", "capital_geonameid",
                                               "continent", "languages", "neighbours", "population", "area_km2"], [rows[c] for c in codes])
    names, seen = [], set()
    for source in (territory_names(packages, codes), world_names(packages), geonames_names(packages, codes), adjectives(packages)):
        for ref, language, name, use in source:
            key = (ref, language, spelling.plain(name))
            if name and len(name) > 1 and key not in seen:
                seen.add(key)
                names.append([ref, language, name, use])
    names.sort(key=lambda n: (n[0], n[1]))
    tables_packages.write_csv(folder / "country_names.csv.gz", ["ref", "lang", "name", "use"], names)
    return rows
