"""Helper of score.sh: `spans GOLD` prints documents with the annotated spans, nothing if no place has coordinates;
`row GOLD FOUND SCORES GIVEN` prints one row of the table (SCORES and GIVEN from score.py --json, GIVEN may be {})."""
import json
import math
import sys

NEAR_KM = 161
SURE = 0.8


def documents(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def located(toponym):
    return toponym.get("lat") is not None and toponym.get("lon") is not None


def print_spans(gold):
    docs = documents(gold)
    if not any(located(t) for d in docs for t in d["toponyms"]):
        return
    for d in docs:
        kept = {key: d[key] for key in ("id", "lang", "text", "title", "published") if d.get(key)}
        spans = [{"start": t["start"], "end": t["end"]} for t in d["toponyms"]]
        print(json.dumps({**kept, "spans": spans}, ensure_ascii=False))


def kilometres(a, b):
    lat1, lon1, lat2, lon2 = (math.radians(x) for x in (a["lat"], a["lon"], b["lat"], b["lon"]))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))


def sure_places(gold, found):
    """How many places are given as sure, and the share of those that annotators have located which is near enough."""
    answers = {d["id"]: d for d in documents(found)}
    sure = right = judged = 0
    for d in documents(gold):
        for place in answers.get(d["id"], {}).get("toponyms", []):
            if place["confidence"] < SURE:
                continue
            sure += 1
            marked = [t for t in d["toponyms"] if t["start"] < place["end"] and place["start"] < t["end"]]
            if marked and located(marked[0]):
                judged += 1
                right += kilometres(marked[0], place) <= NEAR_KM
    return sure, right / judged if judged else None


def share(value):
    return "-" if value is None else f"{value:.3f}"


def print_row(gold, found, scores, given):
    with open(scores, encoding="utf-8") as s, open(given, encoding="utf-8") as g:
        score, with_spans = json.load(s), json.load(g)
    exact = score["exact"]
    everywhere = (score["all"] or {}).get("acc161")
    recognised = (score["recognised"] or {}).get("acc161")
    spans = (with_spans.get("all") or {}).get("acc161")
    sure, right = sure_places(gold, found)
    name = gold.rsplit("/", 1)[-1].removesuffix(".jsonl")
    print(f"{name:18} {score['gold']:6}  {share(exact['p']):>6} {share(exact['r']):>6} {share(exact['f1']):>6}  "
          f"{share(everywhere):>7} {share(recognised):>7}  {share(spans):>7}  {sure:6} {share(right):>6}")


if __name__ == "__main__":
    {"spans": print_spans, "row": print_row}[sys.argv[1]](*sys.argv[2:])
