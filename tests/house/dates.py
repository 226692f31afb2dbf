#!/usr/bin/env python3
"""dates.py SOURCE: no sentence of the curated tables tells of what came after the day from which it is printed."""
import os
import re
import sys

MONTHS = {month: number for number, month in enumerate(
    "January February March April May June July August September October November December".split(), 1)}
TOLD = re.compile(r"(?P<date>\b(?:1[6-9]|20)\d\d-\d\d-\d\d\b)|(?:(?P<month>%s) )?\b(?P<year>(?:1[6-9]|20)\d\d)\b(?![.,]?\d* ?km)"
                  % "|".join(MONTHS))
TABLES = {"border_status.tsv": ("status", "part"), "special_status.tsv": ("status",), "areas.tsv": ("status",),
          "lines.tsv": ("status",), "worldviews.tsv": ("note",)}


def rows(path):
    lines = [line.rstrip("\n") for line in open(path, encoding="utf-8") if not line.startswith("#")]
    names = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(names, line.split("\t") + [""] * len(names)))


def ahead(text, since):
    """What `text` tells of that is later than `since` (ISO), as precisely as it tells it."""
    for told in TOLD.finditer(text):
        if told["date"]:
            said = told["date"]
        elif told["month"]:
            said = "%s-%02d" % (told["year"], MONTHS[told["month"]])
        else:
            said = told["year"]
        if said > since[:len(said)]:
            yield told[0]


def main(source):
    faults = checked = 0
    # The test itself must be able to fail.
    assert list(ahead("closed since 2023", "1993-04-03")) == ["2023"] and not list(ahead("treaty of 1921", "1993-04-03"))
    assert list(ahead("in July 2020", "2020-06-15")) == ["July 2020"] and not list(ahead("of 2020-06-15", "2020-06-15"))
    for table, columns in TABLES.items():
        for row in rows(os.path.join(source, "geodata", "curated", table)):
            if not row["from"]:
                continue
            checked += 1
            for column in columns:
                for told in ahead(row[column], row["from"]):
                    faults += 1
                    print("%s: %s from %s: '%s' is later: %s" % (table, row["ref"], row["from"], told, row[column]))
    print("%d rows read, %d sentences ahead of their date" % (checked, faults))
    return 1 if faults or not checked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
