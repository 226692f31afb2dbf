#!/usr/bin/env python3
"""synthetic_dump.py ROWS: a GeoNames dump of places that do not exist, the same every time, for measuring imports."""
import random
import sys

FEATURES = [("P", "PPL")] * 45 + [("H", "STM")] * 12 + [("T", "MT")] * 10 + [("S", "SCH")] * 10 + [("S", "HTL")] * 5
FEATURES += [("L", "LCTY")] * 6 + [("A", "ADM3")] * 3 + [("P", "PPLX")] * 5 + [("H", "LK")] * 3 + [("S", "BDG")]
PARTS = "ba ka to ri sa mu len dor gash vil na te shi bo rak ul ar qa zem pol gor ish ta".split()
CYRILLIC = dict(zip("abdeghiklmnopqrstuvz", "абдегхиклмнопкрстувз"))


def main():
    rows = int(sys.argv[1])
    dice = random.Random(20220914)
    out = sys.stdout
    for row in range(rows):
        name = "".join(dice.choice(PARTS) for _ in range(dice.randint(2, 4))).capitalize()
        if dice.random() < 0.3:
            name += " " + "".join(dice.choice(PARTS) for _ in range(2)).capitalize()
        other = "".join(CYRILLIC.get(c, c) for c in name.lower()).capitalize()
        alternates = f"{name} {dice.choice(PARTS)},{other}" if dice.random() < 0.5 else ""
        kind, code = dice.choice(FEATURES)
        people = int(10 ** dice.uniform(1, 5)) if kind == "P" and dice.random() < 0.3 else 0
        cells = [20000000 + row, name, name, alternates, round(dice.uniform(36, 45), 5), round(dice.uniform(44, 76), 5),
                 kind, code, dice.choice(["KG", "TJ", "UZ", "AM", "AZ", "GE"]), "", "0%d" % dice.randint(1, 9), "", "", "",
                 people, "", dice.randint(100, 4000), "Asia/Bishkek", "2022-0%d-11" % dice.randint(1, 9)]
        out.write("\t".join(map(str, cells)) + "\n")


main()
