#!/usr/bin/env python3
"""foreign_labels.py BORDERMAP [--list N]: draws ten borders in twenty languages, counts labels of places that are not in
the script of the map's language, and letters of the language that a name has lost. Fails above 2 %."""
import re, subprocess, sys, unicodedata
from collections import Counter

SCRIPTS = {"ar": "ARABIC", "fa": "ARABIC", "hy": "ARMENIAN", "ka": "GEORGIAN", "zh": "CJK",
           "kk": "CYRILLIC", "ky": "CYRILLIC", "ru": "CYRILLIC", "tg": "CYRILLIC", "uk": "CYRILLIC"}
LANGUAGES = "ar az de en es fa fr hy it ka kk ky pl pt ru tg tr uk uz zh".split()
BORDERS = "AM-AZ KG-TJ RU-UA IN-PK KH-TH CD-RW SD-SS IQ-SY CO-VE LY-TN".split()
MOST = 0.02


def scripts_of(text):
    names = (unicodedata.name(c, "") for c in text if c.isalpha() and unicodedata.category(c) != "Lm")
    return {n.split("-")[0].split()[0] for n in names}


def labels(program, border, language):
    scene = subprocess.run([program, "map", "--quiet", "--place", "border:" + border, "--lang", language, "--show", "scene"],
                           capture_output=True, text=True, check=True).stdout
    for ref, text in re.findall(r'^\s*text \[([a-z0-9]+:[^\]]+)\] "((?:[^"\\]|\\.)*)"', scene, re.M):
        yield ref, text.replace("\\n", " ")


def main():
    program, shown = sys.argv[1], int(sys.argv[3]) if len(sys.argv) > 3 else 0
    foreign, all_labels, listed = Counter(), Counter(), Counter()
    for language in LANGUAGES:
        script = SCRIPTS.get(language, "LATIN")
        for border in BORDERS:
            seen = set(labels(program, border, language))
            all_labels[language] += len(seen)
            for ref, text in seen:
                if scripts_of(text) - {script}:
                    foreign[language] += 1
                    listed[language + " " + ref + " " + text] += 1
    for language in LANGUAGES:
        print("%s %4d labels, %5.1f %% foreign" % (language, all_labels[language],
                                                   100 * foreign[language] / max(1, all_labels[language])))
    share = sum(foreign.values()) / max(1, sum(all_labels.values()))
    print("%d maps, %d labels, %.1f %% in a foreign script" % (len(LANGUAGES) * len(BORDERS), sum(all_labels.values()),
                                                             100 * share))
    for line in list(listed)[:shown]:
        print(line)
    sys.exit(share > MOST)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main()
