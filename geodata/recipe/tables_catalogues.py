"""Names by language: gettext catalogues (libgeonames, iso-codes) and CLDR, as {language: {key: name}}."""
import gettext
import io
import xml.etree.ElementTree as tree

CLDR = "usr/share/unicode/cldr/common/"
CLDR_NAMES = "package/main/"
# Spellings of the same language that would only repeat the plain one; Chinese keeps both scripts.
SAME_LANGUAGE = {"nb": "no", "fil": "tl", "zh_CN": "zh", "zh-Hans": "zh", "zh_TW": "zh-Hant", "zh_HK": "zh-Hant"}


def gettext_names(packages, package, domain):
    """Catalogues of a domain: {language: {message id: translation}}; catalogues of countries ("it_CH") are left out."""
    result = {}
    for path in packages.names(package, "usr/share/locale/", f"/LC_MESSAGES/{domain}.mo"):
        locale = path.split("/")[3]
        language = SAME_LANGUAGE.get(locale, locale)
        if "_" in language or "@" in language:
            continue
        catalogue = gettext.GNUTranslations(io.BytesIO(packages.bytes(package, path)))._catalog
        names = result.setdefault(language, {})
        for key, name in catalogue.items():
            if key and isinstance(key, str) and name:
                names.setdefault(key, name.strip())
    return result


def cldr_locales(packages):
    """The CLDR locales that stand for a language: {language: locale}."""
    locales = sorted({p.split("/")[2] for p in packages.names("cldr-localenames-full", CLDR_NAMES)})
    result = {}
    for locale in locales:
        language = "zh-Hant" if locale == "zh-Hant" else SAME_LANGUAGE.get(locale, locale)
        if "-" not in language or language == "zh-Hant":
            result.setdefault(language, locale)
    return result


def cldr_names(packages, kind):
    """CLDR's "territories" or "languages": {language: {code, with "-alt-short" and the like: name}}."""
    result = {}
    for language, locale in cldr_locales(packages).items():
        path = f"{CLDR_NAMES}{locale}/{kind}.json"
        if not packages.names("cldr-localenames-full", path):
            continue
        names = packages.json("cldr-localenames-full", path)["main"][locale]["localeDisplayNames"][kind]
        result[language] = names
    return result


def cldr_subdivisions(packages):
    """CLDR's names of first- and second-order regions: {language: {ISO 3166-2 code: name}}."""
    result = {}
    for path in packages.names("unicode-cldr-core", CLDR + "subdivisions/", ".xml"):
        language = path.rsplit("/", 1)[1][:-4].replace("_", "-")
        language = SAME_LANGUAGE.get(language, language)
        if "-" in language and language != "zh-Hant":
            continue
        names = result.setdefault(language, {})
        for node in tree.fromstring(packages.bytes("unicode-cldr-core", path)).iter("subdivision"):
            code = node.get("type").upper()
            if node.text and not node.get("alt"):
                names.setdefault(f"{code[:2]}-{code[2:]}", node.text.strip())
    return result


def official_languages(packages):
    """The languages of each country, official ones first, then by speakers: {alpha-2: [language]}."""
    root = tree.fromstring(packages.bytes("unicode-cldr-core", CLDR + "supplemental/supplementalData.xml"))
    rank = {"official": 0, "de_facto_official": 0, "official_regional": 2, None: 3}
    result = {}
    for territory in root.iter("territory"):
        spoken = []
        for node in territory.findall("languagePopulation"):
            language = node.get("type").split("_")[0]
            share = float(node.get("populationPercent", "0"))
            spoken.append((rank.get(node.get("officialStatus"), 3), -share, SAME_LANGUAGE.get(language, language)))
        if territory.get("type") and spoken:
            kept = [language for status, share, language in sorted(spoken) if status < 2 or share <= -30]
            result[territory.get("type")] = list(dict.fromkeys(kept))
    return result


def populations(packages):
    """{alpha-2: inhabitants}."""
    root = tree.fromstring(packages.bytes("unicode-cldr-core", CLDR + "supplemental/supplementalData.xml"))
    return {t.get("type"): int(t.get("population")) for t in root.iter("territory") if t.get("population")}


def language_scripts(packages):
    """The usual script of each language, as the first word of Unicode's names of its letters: {language: "CYRILLIC"}."""
    words = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC", "Hebr": "HEBREW", "Armn": "ARMENIAN", "Geor": "GEORGIAN",
             "Grek": "GREEK", "Hans": "CJK", "Hant": "CJK", "Deva": "DEVANAGARI", "Thai": "THAI", "Beng": "BENGALI"}
    root = tree.fromstring(packages.bytes("unicode-cldr-core", CLDR + "supplemental/likelySubtags.xml"))
    result = {}
    for node in root.iter("likelySubtag"):
        language, script = node.get("from"), node.get("to").split("_")[1]
        if "_" not in language and script in words:
            result[language] = words[script]
    return result
