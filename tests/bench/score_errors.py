"""Helper of steps.sh: `demonyms GOLD` tells whether demonyms are marked (1) or not (0); `row GOLD SCORES NAME` prints one
row; `errors GOLD FOUND UNDOUBTED` prints how many errors of each kind there are. UNDOUBTED are the answers without the
step that doubts: what only they have was known and doubted."""
import json
import sys

from score_table import documents, kilometres, located, share

NEAR_KM = 161


def print_demonyms(gold):
    print(int(any(located(t) for d in documents(gold) for t in d["toponyms"])))


def print_row(gold, scores, name):
    with open(scores, encoding="utf-8") as file:
        score = json.load(file)
    exact = score["exact"]
    everywhere = (score["all"] or {}).get("acc161")
    corpus = gold.rsplit("/", 1)[-1].removesuffix(".jsonl")
    print(f"{corpus:18} {name:28} {share(exact['p']):>6} {share(exact['r']):>6} {share(exact['f1']):>6}  "
          f"{share(everywhere):>7}")


def span(place):
    return place["start"], place["end"]


def touching(place, others):
    return [o for o in others if o["start"] < place["end"] and place["start"] < o["end"]]


def is_capital(text, at, step):
    """Whether the word before (step -1) or behind (1) has a capital, with nothing but a space between."""
    if step > 0:
        return at + 1 < len(text) and text[at] == " " and text[at + 1].isupper()
    head = text[:at]
    word = head[:-1].rsplit(" ", 1)[-1] if head.endswith(" ") else ""
    return word[:1].isupper() and word[-1:] not in ".,;:!?\""


def kind_of_missed(place, answers, undoubted):
    if touching(place, answers):
        return "missed: other boundary"
    return "missed: known, but doubted" if touching(place, undoubted) else "missed: name unknown"


def kind_of_spurious(text, place, marked):
    if touching(place, marked):
        return None  # told as a missed one with another boundary
    if is_capital(text, place["start"], -1) or is_capital(text, place["end"], 1):
        return "spurious: beside capitals (person, organisation)"
    name = text[place["start"]:place["end"]]
    if any(name == text[m["start"]:m["end"]] for m in marked):
        return "spurious: marked elsewhere in the document"
    return "spurious: other"


def kind_of_place(place, answers):
    found = [a for a in answers if span(a) == span(place)]
    if not found or not located(place):
        return None
    km = kilometres(place, found[0])
    return None if km <= NEAR_KM else "place: 161 to 1000 km off" if km <= 1000 else "place: farther off"


def count_errors(gold, found, undoubted):
    kinds = {}
    for d in documents(gold):
        answers, all_known, marked = found.get(d["id"], []), undoubted.get(d["id"], []), d["toponyms"]
        spans = {span(a) for a in answers}
        told = [kind_of_missed(m, answers, all_known) for m in marked if span(m) not in spans]
        gold_spans = {span(m) for m in marked}
        told += [kind_of_spurious(d["text"], a, marked) for a in answers if span(a) not in gold_spans]
        told += [kind_of_place(m, answers) for m in marked]
        for kind in told:
            if kind:
                kinds[kind] = kinds.get(kind, 0) + 1
    return kinds


def print_errors(gold, found, undoubted):
    answers = [{d["id"]: d["toponyms"] for d in documents(path)} for path in (found, undoubted)]
    corpus = gold.rsplit("/", 1)[-1].removesuffix(".jsonl")
    for kind, count in sorted(count_errors(gold, *answers).items()):
        print(f"{corpus:18} {kind:50} {count:6}")


if __name__ == "__main__":
    {"demonyms": print_demonyms, "row": print_row, "errors": print_errors}[sys.argv[1]](*sys.argv[2:])
