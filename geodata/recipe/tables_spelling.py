"""Which spellings are names worth finding, and which of them an editor would print."""
import difflib
import re
import unicodedata

APOSTROPHES = "'’‘ʼʻʹʿʾ`´ʺ"

# Words that say where in a country a region lies, or what it is to it: no name without their noun.
RELATIVE = set("""
north south east west northern southern eastern western central middle upper lower inner outer coastal greater
northeast northwest southeast southwest northeastern northwestern southeastern southwestern north-east north-west south-east south-west
capital national federal metropolitan special rural urban islands island river lake nord sud est ovest oeste norte sur este
""".split())

# The words for "region", "district" and the like that stand beside the proper part of a region's name.
GENERIC = set("""
region regione région regions provincia province provincie prowincja provinz provincia província oblast oblasti oblast' obwod
obwód oblasť область областта области обл край республика республіка автономная автономна автономный округ район рэспубліка вобласць
district distrito distretto distrito bezirk kreis county contea condado comté comte comitat governorate governatorato gouvernorat
governorato gubernia muhafazah mohafazat wilaya wilayat vilayat vilayati velayat viloyat viloyati prefecture prefettura préfecture
préfecture department dipartimento département departamento department departement state stato état estado staat
republic republica república repubblica république republik autonomous autonoma autónoma autonome raion rayon rayoni il ili ilçesi vilayeti
city città ville ciudad cidade stadt sahari şəhəri rayonu krai kraj kray territory territorio territoire parish parroquia
paroisse municipality municipio município commune comuna comune canton cantone cantón kanton division subdivision capital
federal metropolitan metropolitana metropolitano marz okrug of the di de del della dei degli du des do da of la le el von der
land and sheng shi zizhiqu changwat amphoe phra krong khet khwaeng tinh thanh pho ostan ostān
""".split())

# Countries whose names come to Italian readers through English or Russian, not through the scholar's transliteration.
TRANSLITERATED = set("AM AZ BG BY GE KG KZ MD ME MK MN RS RU TJ TM UA UZ".split())


def plain(name):
    """Lower case, without accents and apostrophes, hyphens as spaces: close to what the program looks names up by."""
    text = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    text = text.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d").replace("ə", "a").replace("ǝ", "a")
    text = "".join(c for c in text if c not in APOSTROPHES)
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())


def core(name):
    """The proper part of a region's name: "Kherson Oblast" → "kherson"."""
    words = [w for w in plain(name).split() if w not in PLAIN_GENERIC]
    return " ".join(words)


PLAIN_GENERIC = {w for g in GENERIC for w in plain(g).split()}


def proper_name(name):
    """The name without the word for its kind, as written: "Kherson Oblast" → "Kherson"; empty if nothing, or no name, would be left."""
    words = name.split()
    kept = [w for w in words if plain(w) not in PLAIN_GENERIC]
    if " of " in name or " de " in name.lower():
        return ""
    named = any(plain(w) not in RELATIVE and len(w) > 2 for w in kept)
    return " ".join(kept) if named and len(kept) < len(words) else ""


def script(name):
    """The script of the first letter: LATIN, CYRILLIC, CJK, …"""
    for c in name:
        if c.isalpha():
            return unicodedata.name(c, "?").split()[0]
    return ""


def is_latin(name):
    return script(name) in ("LATIN", "FULLWIDTH")


def is_name(name):
    """False for addresses, codes, single letters and lower-case transcriptions that sit among alternate names."""
    if len(name) > 80 or "http" in name or "www." in name or "//" in name or "_" in name or "|" in name:
        return False
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 2 and script(name) != "CJK":
        return False
    if not is_latin(name):
        return len(letters) > 0
    if len(letters) < 3:
        return False
    if re.fullmatch(r"[A-Z0-9]{1,5}", name) or re.search(r"[0-9]{3}", name):
        return False
    return any(c.isupper() for c in name)


def usual_names(path):
    """{(language, name): what editors print instead, "" for the main name} from usual_names.tsv."""
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if not line.startswith("#")]
    return {(language, name): usual for language, name, usual in rows[1:]}


def is_printed(name):
    """False for names with a remark in brackets and for those that a language which writes capitals starts without one."""
    return "(" not in name and not (is_latin(name) and name == name.lower())


def is_scholarly(name, main, country):
    """An Italian name that only a scholar writes: "Doneck", "Luhans'k", "Suǧd", "Oblast' di Cherson"."""
    if country not in TRANSLITERATED:
        return False
    lower, english = name.lower(), main.lower()
    if any(c in lower for c in "čšžěŭǧėâëïöj") or any(c in lower for c in APOSTROPHES) or lower.startswith("oblast"):
        return True
    return any(e in english and e not in lower for e in ("kh", "ts", "zh", "sh"))


# What is left of a letter when names in two scripts are held against each other: vowels and h go, sounds near each other are one.
SKELETON = {sound: letters for sound, letters in {
    "b": "bбبბբ", "p": "pпپპფպփ", "v": "vwвვვվւўو", "t": "tтتثطთტտթ", "d": "dдدضდդ", "k": "kqcкхққҳكکخقქკყხքկխ", "g": "gгґғغگღგհգղ",
    "s": "sшщсчцسشصصچცჩშწჭსսշչցծճ", "z": "zjзжџҷجزژذظზჟჯძզժջձ", "f": "fфفֆ", "l": "lлلლլ", "m": "mмمმմ", "n": "nнңنნնں", "r": "rрرრրռڑ"}.items()}
SOUNDS = {letter: sound for sound, letters in SKELETON.items() for letter in letters}
# Where a name in Cyrillic without letters of its own may be in either of two languages.
UNTOLD = ("BY", "UA")
DIVISIONS = tuple("县 市 镇 乡 区 地区 縣 鎮 鄉 區 地區".split())


def skeleton(name):
    """"Khorramshahr" → "krmsr": the consonants, each once in a row."""
    text = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    text = re.sub(r"^(?:al|el|ad|ar|as|ash|at|az|an)[ -]|^ال", "", text).replace("dzh", "j").replace("дж", "ж").replace("tch", "ch").replace("ts", "s")
    sounds = [SOUNDS[c] for c in text if c in SOUNDS and not (SOUNDS[c] == "v" and script(name) == "ARABIC")]
    if script(name) in ("LATIN", "ARABIC"):
        sounds = [s for s in sounds if s != "v"]
    return "".join(s for i, s in enumerate(sounds) if i == 0 or s != sounds[i - 1])


def likeness(name, main):
    """0 to 1: how much of the consonants two names have in common."""
    a, b = skeleton(name), skeleton(main)
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() if a and b else 0.0


def most_like(names, main, country):
    """The name of a town among several in one language: the one like its main name, of those the shortest; "" if none can be told."""
    if script(next(iter(names))) == "CJK":
        towns = {n for n in names if not any(n.endswith(d) and n[:-len(d)] in names for d in DIVISIONS)}
        return min(towns) if len(towns) == 1 else ""
    if len(names) == 1:
        return min(names)
    if country in UNTOLD and script(next(iter(names))) == "CYRILLIC" and not any(set(n.lower()) & set("іїєґ") for n in names):
        return ""
    ranked = sorted(names, key=lambda n: (-round(likeness(n, main), 2), len(n), n))
    return ranked[0] if likeness(ranked[0], main) >= ALIKE else ""


ALIKE = 0.75
