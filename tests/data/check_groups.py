"""
The form of the tables of armed groups, checked without the program: check_groups.py FOLDER, the folder that has groups.tsv and
group_names.tsv. Prints each fault as "file: line N: what", and ends with 1 if there is one.
"""
import pathlib
import re
import sys

COLUMNS = {"groups.tsv": "ref name kind countries from to part_of side told source date".split(),
           "group_names.tsv": "ref lang name use flag".split()}
KINDS = {"alliance", "authority", "company", "gang", "insurgent", "militia", "paramilitary", "rebel", "state"}
USES = {"name": 0, "acronym": 1, "alternate": 2}
REF = re.compile(r"group:[a-z0-9]+(-[a-z0-9]+)*")
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
LEAST_GROUPS = 150


def rows_of(folder, name):
    """[(line number, {column: cell})] of a table, and its faults."""
    rows, faults, header = [], [], None
    for number, line in enumerate((folder / name).read_text(encoding="utf-8").split("\n"), 1):
        cells = line.split("\t")
        if line.startswith("#") or not line:
            continue
        if header is None:
            header = cells
            if header != COLUMNS[name]:
                faults.append(f"{name}: line {number}: the columns are not {' '.join(COLUMNS[name])}")
        elif len(cells) != len(header) or any(cell != cell.strip() for cell in cells):
            faults.append(f"{name}: line {number}: {len(cells)} cells for {len(header)} columns, or a blank at the edge of one")
        else:
            rows.append((number, dict(zip(header, cells))))
    return rows, faults


def group_faults(row, refs):
    """What is wrong with one group."""
    codes = row["countries"].split(",")
    return [said for said, wrong in (
        (f"{row['ref']} is no reference of a group", not REF.fullmatch(row["ref"])),
        (f"there is no kind {row['kind']}", row["kind"] not in KINDS),
        ("countries are two capital letters each, sorted", codes != sorted(codes) or not all(re.fullmatch("[A-Z]{2}", c) for c in codes)),
        ("from and to are a year, a month or a day, in order",
         any(row[c] and not DAY.fullmatch(row[c]) for c in ("from", "to")) or (row["from"] and row["to"] and row["from"] >= row["to"])),
        (f"part_of {row['part_of']} is no other group", row["part_of"] and (row["part_of"] not in refs or row["part_of"] == row["ref"])),
        ("side is a country", row["side"] and not re.fullmatch("country:[A-Z]{2}", row["side"])),
        ("name, told, source and date are all needed", not all(row[c] for c in ("name", "told", "source", "date"))),
        ("told has a word that judges", re.search("terroris(t|m) (group|organisation)", row["told"])),
    ) if wrong]


def name_faults(row, refs):
    """What is wrong with one name."""
    return [said for said, wrong in (
        (f"there is no group {row['ref']}", row["ref"] not in refs),
        (f"{row['lang']} is no language", not re.fullmatch("[a-z]{2,3}", row["lang"])),
        (f"there is no use {row['use']}", row["use"] not in USES),
        (f"there is no flag {row['flag']}", row["flag"] not in ("", "common")),
        ("an empty name", not row["name"]),
    ) if wrong]


def order_faults(file, rows, key):
    keys = [(number, key(row)) for number, row in rows]
    return [f"{file}: line {b[0]}: stands before the line above it, or twice" for a, b in zip(keys, keys[1:]) if a[1] >= b[1]]


def shared_faults(names):
    """A name that two groups have in a language must be flagged; each language of a group has one name to print."""
    faults, users, printed = [], {}, {}
    for number, row in names:
        users.setdefault((row["lang"], row["name"].casefold()), []).append((number, row))
        if row["use"] == "name":
            printed.setdefault((row["ref"], row["lang"]), []).append(number)
    for bearers in users.values():
        if len({row["ref"] for _, row in bearers}) > 1 and not all(row["flag"] for _, row in bearers):
            faults.append(f"group_names.tsv: line {bearers[-1][0]}: {bearers[-1][1]['name']} names several groups, and is not flagged")
    for key in {(row["ref"], row["lang"]) for _, row in names}:
        if len(printed.get(key, [])) != 1:
            faults.append(f"group_names.tsv: {key[0]} has {len(printed.get(key, []))} names to print in {key[1]}")
    return faults


def main(folder):
    groups, faults = rows_of(folder, "groups.tsv")
    names, more = rows_of(folder, "group_names.tsv")
    refs = {row["ref"] for _, row in groups}
    faults += more + [f"groups.tsv: line {n}: {said}" for n, row in groups for said in group_faults(row, refs)]
    faults += [f"group_names.tsv: line {n}: {said}" for n, row in names for said in name_faults(row, refs)]
    faults += order_faults("groups.tsv", groups, lambda row: row["ref"])
    faults += order_faults("group_names.tsv", names, lambda row: (row["ref"], row["lang"], USES.get(row["use"], 9), row["name"]))
    faults += shared_faults(names)
    faults += [f"groups.tsv: {ref} has no name in group_names.tsv" for ref in sorted(refs - {row["ref"] for _, row in names})]
    if len(groups) < LEAST_GROUPS:
        faults.append(f"groups.tsv: {len(groups)} groups; at least {LEAST_GROUPS} are wanted")
    print("\n".join(faults) or f"{len(groups)} groups, {len(names)} names")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
