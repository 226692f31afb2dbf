"""
How well incidents are told from short items: score_incidents.py BORDERMAP ITEMS... [--errors N] [--least CONFIDENCE] [--floors FILE] [--json].

ITEMS are files as tests/incidents/*.jsonl (the README there has their form); each is a half of its own in the table. The program
reads all of them as one stream. The incidents that it gives are matched one to one to those that are expected, so that agreement is best.
  found      expected incidents that have one that agrees in two points: kind, place and a toll that is told count two, date and a party one
  precision  incidents given that are an expected one
  kind … parties   of all expected, found or not: the field is right; five: kind, date, place, killed and parties all are
  others     missing, captured, displaced, claim and, at a right place, precision, where they are expected; status
  optional   an incident that may be told or not: it counts neither as found nor as spurious, if its kind, date and dead are right
  negatives  items without an incident that get one, and how many of those are drawn as fact (confidence .8)
  untold     incidents whose dead nobody told: a toll where none is expected, on an expected incident or beside them
  fact       of what is drawn as fact: kind and place are right, and the toll is not wrong
--errors N lists the first N faults. --least leaves out what is less sure. --floors FILE compares the counts of each half with a
table (half, measure, value, and whether at least or at most): a drop is said, and ends with 1; without it the end is 0.
"""
import argparse
import calendar
import itertools
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

FACT = 0.8
FIELDS = ("kind", "date", "place", "killed", "wounded", "parties")
OTHERS = ("missing", "captured", "displaced")
POINTS = {"kind": 2, "place": 2, "killed": 2, "date": 1, "parties": 1, "wounded": 1}
NEEDED_POINTS = 2


def items_of(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def answers_of(program, items):
    """{id: incidents} for all items, read as one stream."""
    keys = ("id", "lang", "published", "title", "text")
    stream = "".join(json.dumps({k: item[k] for k in keys if k in item}, ensure_ascii=False) + "\n" for item in items)
    run = subprocess.run([program, "geoparse", "--jsonl", "-"], input=stream.encode("utf-8"), stdout=subprocess.PIPE, check=False)
    answers = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    if len(answers) != len(items):
        raise SystemExit(f"{program}: {len(answers)} answers for {len(items)} items (exit {run.returncode})")
    return {answer["id"]: answer.get("incidents", []) for answer in answers}


def folded(name):
    """A name without case, accents, apostrophes, hyphens and blanks."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\u0300-\u036f'’‘ʻʼ`\-\s]", "", plain)


def listed(value):
    """What is accepted, as a list: one thing or several."""
    return value if isinstance(value, list) else [value]


def is_kind(wanted, given):
    return re.sub("[-_]", " ", given["kind"]) in wanted["kind"]


def whole(day, end):
    """The first or last day of "2021-04" or "2010"; a day as it is, and None for none."""
    if not day or len(day) == 10:
        return day or None
    if len(day) == 4:
        return day + ("-12-31" if end else "-01-01")
    return f"{day}-{calendar.monthrange(int(day[:4]), int(day[5:7]))[1] if end else 1:02d}"


def is_date(wanted, given, published):
    date = given.get("date") or {}
    start, end = whole(date.get("start"), False), whole(date.get("end") or date.get("start"), True)
    for accepted in listed(wanted["date"]):
        if accepted is None and (start is None or start == end == published):
            return True
        if accepted and (start, end) == (accepted["start"], accepted["end"]):
            return True
    return False


def told_place(given):
    return [e["text"] for e in given.get("evidence", []) if e["field"] == "place" and e.get("text")]


def is_place(wanted, given):
    """The reference is accepted, or a name without one is the place's name, or stands in the words that tell of it."""
    place = given.get("place") or {}
    if wanted["place"] is None:
        return not place.get("ref")
    if place.get("ref") in wanted["place"]:
        return True
    names = [folded(name) for name in wanted["place"] if not re.match(r"[a-z0-9]+:\S", name)]
    own = folded(place.get("name") or "")
    if own and own in names:
        return True
    if not own and place.get("lat") is None:
        return False
    return place.get("precision") != "exact" and any(n and n in folded(t) for n in names for t in told_place(given))


def is_count(wanted, given):
    given = given or {"low": None, "high": None}
    for accepted in listed(wanted):
        want = accepted or {"low": None, "high": None}
        if want["low"] == given.get("low") and want["high"] == given.get("high"):
            return True
    return False


def refs_of(given):
    return {party["ref"] if isinstance(party, dict) else party for party in given.get("parties", [])}


def is_parties(wanted, given):
    """Each party that is needed is there ("a|b": either), and none that is neither needed nor allowed."""
    refs = refs_of(given)
    needed = [set(one.split("|")) for one in wanted["parties"]]
    allowed = set(wanted.get("parties_may", [])).union(*needed) if needed else set(wanted.get("parties_may", []))
    return all(one & refs for one in needed) and refs <= allowed


def agreement(wanted, given, published):
    """{field: whether it is right}."""
    return {"kind": is_kind(wanted, given), "date": is_date(wanted, given, published), "place": is_place(wanted, given),
            "killed": is_count(wanted["killed"], given.get("killed")), "wounded": is_count(wanted["wounded"], given.get("wounded")),
            "parties": is_parties(wanted, given)}


def points(wanted, given, right):
    """What the agreement is worth: counts and parties only if something is told."""
    told = dict(right)
    told["killed"] = right["killed"] and wanted["killed"] is not None
    told["wounded"] = right["wounded"] and wanted["wounded"] is not None
    told["parties"] = bool(set().union(*(set(one.split("|")) for one in wanted["parties"])) & refs_of(given)) if wanted["parties"] else False
    told["date"] = right["date"] and wanted["date"] is not None
    if wanted.get("optional") and not (right["kind"] and right["date"] and right["killed"]):
        return 0
    return sum(POINTS[field] for field in POINTS if told[field])


def matched(item, given):
    """{index of an expected incident: (index given, agreement)}, one to one, of the most points in all; few enough to try all."""
    wanted, published = item["expect"], item["published"]
    right = {(w, g): agreement(wanted[w], given[g], published) for w in range(len(wanted)) for g in range(len(given))}
    worth = {pair: points(wanted[pair[0]], given[pair[1]], r) for pair, r in right.items()}
    best, best_sum = {}, (-1, -1)
    given_at = list(range(len(given)))[:8] + [None] * len(wanted)
    for choice in set(itertools.permutations(given_at, len(wanted))):
        pairs = [(w, g) for w, g in enumerate(choice) if g is not None and worth[(w, g)] >= NEEDED_POINTS]
        total = (sum(worth[p] for p in pairs), sum(sum(right[p].values()) for p in pairs))
        if total > best_sum:
            best, best_sum = {w: (g, right[(w, g)]) for w, g in pairs}, total
    return best


def has_dead(given):
    return ((given.get("killed") or {}).get("low") or 0) > 0


class Sums:
    """Counts of one half or language."""

    def __init__(self):
        self.n = dict.fromkeys(("expected", "found", "given", "true", "five", "negatives", "false", "false_fact", "untold", "untold_fact",
                                "fact", "fact_right", "others", "others_right", "status", "claims", "claims_right", "precision", "precision_right", *FIELDS), 0)

    def add(self, **counts):
        for key, value in counts.items():
            self.n[key] += value

    def share(self, key, of="expected"):
        return self.n[key] / self.n[of] if self.n[of] else None


def judge_one(wanted, given, right):
    """The counts of an expected incident that was found."""
    told = [field for field in OTHERS if field in wanted]
    claims = [claim["by"] for claim in given.get("claims", [])]
    counts = {field: right[field] for field in FIELDS}
    counts.update(found=1, true=1, five=all(right[f] for f in ("kind", "date", "place", "killed", "parties")),
                  others_right=sum(is_count(wanted[field], given.get(field)) for field in told), status=given["status"] in wanted["status"],
                  claims_right="claim_by" in wanted and wanted["claim_by"] in claims)
    if "precision" in wanted and right["place"]:
        counts.update(precision=1, precision_right=(given.get("place") or {}).get("precision") in wanted["precision"])
    if given["confidence"] >= FACT:
        counts.update(fact=1, fact_right=right["kind"] and right["place"] and right["killed"])
    return counts


def judge(item, given, sums, faults):
    """Counts an item, and says what is wrong with it."""
    pairs = matched(item, given)
    spare = [incident for g, incident in enumerate(given) if g not in {g for g, _ in pairs.values()}]
    invented = [i for i in spare if has_dead(i)] + [given[g] for w, (g, _) in pairs.items()
                                                   if item["expect"][w]["killed"] is None and has_dead(given[g])]
    sums.add(expected=sum(not wanted.get("optional") for wanted in item["expect"]), given=len(given), untold=len(invented), untold_fact=sum(i["confidence"] >= FACT for i in invented),
             fact=sum(i["confidence"] >= FACT for i in spare))
    if all(wanted.get("optional") for wanted in item["expect"]):
        sums.add(negatives=1, false=bool(spare), false_fact=any(i["confidence"] >= FACT for i in spare))
    for w, wanted in enumerate(item["expect"]):
        if wanted.get("optional"):
            sums.add(true=w in pairs)
            continue
        sums.add(others=sum(field in wanted for field in OTHERS), claims="claim_by" in wanted)
        if w not in pairs:
            faults.append((item, "not found", wanted, None))
            continue
        at, right = pairs[w]
        sums.add(**judge_one(wanted, given[at], right))
        for field in FIELDS:
            if not right[field]:
                faults.append((item, field, wanted, given[at]))
    faults += [(item, "none such", None, incident) for incident in spare]


def brief(what):
    if what is None:
        return "-"
    keys = ("kind", "date", "place", "killed", "wounded", "parties", "status", "confidence")
    kept = {k: what[k] for k in keys if what.get(k) is not None}
    if isinstance(kept.get("place"), dict):
        kept["place"] = f"{kept['place'].get('ref')} {kept['place'].get('name')} {kept['place'].get('precision', '')}"
    if kept.get("parties") and isinstance(kept["parties"][0], dict):
        kept["parties"] = [party["ref"] for party in kept["parties"]]
    return json.dumps(kept, ensure_ascii=False)


def share(value):
    return "   -" if value is None else f"{value:.2f}".lstrip("0").rjust(4) if value < 1 else "1.00"


def row(name, sums):
    n = sums.n
    cells = [share(sums.share("found")), share(sums.share("true", "given"))] + [share(sums.share(f)) for f in FIELDS]
    return (f"{name:10} {n['expected']:4}  {' '.join(c.rjust(6) for c in cells)}  {share(sums.share('five')):>5}  "
            f"{n['false']:3}/{n['negatives']:<3} {n['false_fact']:3}  {n['untold']:4} {n['untold_fact']:4}   {share(sums.share('fact_right', 'fact'))} of {n['fact']}")


def heading():
    return (f"{'':10} {'of':>4}  {'found':>6} {'precis':>6} {'kind':>6} {'date':>6} {'place':>6} {'killed':>6} {'wound.':>6} {'parties':>6} {'five':>5}  "
            f"{'neg.':>5} {'fact':>5} {'untold':>6} {'fact':>3}   fact right")


def measures(sums):
    """{measure: (value, at least or at most)}: what floors are kept for."""
    up = {m: sums.n[m] for m in ("found", "five", *FIELDS)}
    down = {m: sums.n[m] for m in ("false", "false_fact", "untold", "untold_fact")}
    return {**{m: (v, "least") for m, v in up.items()}, **{m: (v, "most") for m, v in down.items()},
            "spurious": (sums.n["given"] - sums.n["true"], "most")}


def below_floors(path, halves):
    """What has dropped: [line]. Each measure of each half must have its floor."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    floors = {tuple(cells[:2]): int(cells[2]) for cells in (line.split("\t") for line in lines) if len(cells) == 4 and cells[2].isdigit()}
    faults = []
    for half, sums in halves.items():
        for measure, (value, way) in measures(sums).items():
            floor = floors.get((half, measure))
            if floor is None:
                faults.append(f"{path}: {half} has no floor for {measure}")
            elif (value < floor) if way == "least" else (value > floor):
                faults.append(f"{half}: {measure} is {value}; {path} wants at {way} {floor}")
    return faults


def floors_text(halves):
    rows = ["half\tmeasure\tvalue\tat"] + [f"{half}\t{m}\t{v}\t{way}" for half, sums in halves.items() for m, (v, way) in measures(sums).items()]
    return "\n".join(rows) + "\n"


def print_table(halves, languages):
    print(heading())
    for name, sums in sorted(languages.items()):
        print(row(name, sums))
    for name, sums in halves.items():
        print(row(name, sums))
    for name, sums in halves.items():
        n = sums.n
        print(f"{name}: status right {n['status']} of {n['found']} found; missing, captured, displaced {n['others_right']} of {n['others']}; "
              f"claims {n['claims_right']} of {n['claims']}; precision {n['precision_right']} of {n['precision']} places")


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("items", nargs="+")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--least", type=float, default=0.0, metavar="CONFIDENCE")
    parser.add_argument("--floors", metavar="FILE")
    parser.add_argument("--write-floors", metavar="FILE", help="write what is reached now")
    parser.add_argument("--json", action="store_true", help="the counts of each half, as JSON")
    return parser.parse_args()


def main():
    opts = options()
    read = {pathlib.Path(path).stem: items_of(path) for path in opts.items}
    answers = answers_of(opts.program, [item for items in read.values() for item in items])
    halves, languages, faults = {}, {}, []
    for half, items in read.items():
        halves[half] = Sums()
        for item in items:
            given = [i for i in answers[item["id"]] if i["confidence"] >= opts.least]
            own = Sums()
            judge(item, given, own, faults)
            for sums in (halves[half], languages.setdefault(item["lang"], Sums())):
                sums.add(**own.n)
    if opts.json:
        print(json.dumps({half: sums.n for half, sums in halves.items()}))
    else:
        print_table(halves, languages)
    for item, what, wanted, given in faults[:opts.errors]:
        print(f"\n{item['id']} {what}: {item['text']}\n  wanted {brief(wanted)}\n  came   {brief(given)}")
    if opts.write_floors:
        pathlib.Path(opts.write_floors).write_text(floors_text(halves), encoding="utf-8")
    dropped = below_floors(opts.floors, halves) if opts.floors else []
    print("\n".join(dropped), end="\n" if dropped else "", file=sys.stderr)
    return 1 if dropped else 0


if __name__ == "__main__":
    sys.exit(main())
