#!/usr/bin/env python3
"""The sweep: draws the frames of sweep.tsv, each by a process of its own, and sums up their label reports.

usage: sweep.py BORDERMAP [-o DIR] [--only ID,...] [--list]
DIR keeps the pictures; --list prints each frame that is not clean, and the slowest. Exit 1 if a bound is not kept.
"""
import argparse
import csv
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

# What must hold over all frames: key, words, whether a share, bound.
COUNTS = [
    ("overlaps", "label overlaps", 0),
    ("off_page", "labels off the page", 0),
    ("dots_covered", "dots covered", 0),
    ("country_names_crossing", "country names crossing a border", 0),
]
PRIORITY_1_PLACED, AMBIGUOUS, SLOWEST = 0.95, 0.02, 0.4


def draw(bordermap, frame, directory):
    """The manifest entry of the frame's map, and the CPU seconds of the process."""
    command = [bordermap, "map", "--bbox", frame["bbox"], "--format", "png", "--json", "-o", directory, "--quiet"]
    command += ["--place", frame["place"], "--title", frame["what"]] if frame["place"] else ["--title", frame["what"]]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0:
        sys.exit(f"sweep: frame {frame['id']} ({frame['what']}): exit {result.returncode}")
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return json.loads(result.stdout)["maps"][0], cpu


def sweep(bordermap, frames, keep, directory):
    reports = []
    for frame in frames:
        drawn, cpu = draw(bordermap, frame, directory)
        picture = pathlib.Path(directory, drawn["files"][0]["path"])
        if keep:
            picture.rename(pathlib.Path(directory, frame["id"] + ".png"))
        reports.append({**drawn["labels"], "frame": frame, "cpu": cpu})
    return reports


def faults(report):
    named = [f"{words}: {report[key]}" for key, words, _ in COUNTS if report[key] > 0]
    named += [f"without place: {', '.join(report['missing'])}"] if report["missing"] else []
    return named + ([f"ambiguous: {report['ambiguous']}"] if report["ambiguous"] else [])


def share(part, whole):
    return part / whole if whole else 1.0


def summary(reports):
    """Lines to print, each with whether it is kept."""
    lines = []
    for key, words, bound in COUNTS:
        count = sum(report[key] for report in reports)
        lines.append((f"{words:36} {count:8d}   at most {bound}", count <= bound))
    wanted = sum(report["wanted"][0] for report in reports)
    placed = share(sum(report["placed"][0] for report in reports), wanted)
    lines.append((f"{'priority-1 labels placed':36} {placed:8.1%}   at least {PRIORITY_1_PLACED:.0%} (of {wanted})",
                  placed >= PRIORITY_1_PLACED))
    points = sum(report["points"] for report in reports)
    ambiguous = sum(report["ambiguous"] for report in reports) / max(points, 1)
    lines.append((f"{'ambiguous':36} {ambiguous:8.1%}   at most {AMBIGUOUS:.0%} (of {points})", ambiguous <= AMBIGUOUS))
    slowest = max(reports, key=lambda report: report["cpu"])
    lines.append((f"{'slowest frame, CPU s':36} {slowest['cpu']:8.3f}   at most {SLOWEST} "
                  f"({slowest['frame']['id']}, {slowest['frame']['what']})", slowest["cpu"] <= SLOWEST))
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bordermap")
    parser.add_argument("-o", dest="directory")
    parser.add_argument("--only", default="")
    parser.add_argument("--list", action="store_true")
    wanted = parser.parse_args()
    with open(pathlib.Path(__file__).with_name("sweep.tsv"), encoding="utf-8", newline="") as table:
        frames = list(csv.DictReader(table, delimiter="\t"))
    if wanted.only:
        frames = [frame for frame in frames if frame["id"] in wanted.only.split(",")]
    with tempfile.TemporaryDirectory() as scratch:
        directory = wanted.directory or scratch
        os.makedirs(directory, exist_ok=True)
        reports = sweep(wanted.bordermap, frames, wanted.directory is not None, directory)
    for report in reports if wanted.list else []:
        if faults(report):
            print(f"{report['frame']['id']} {report['frame']['what']}: {'; '.join(faults(report))}")
    for report in sorted(reports, key=lambda report: -report["cpu"])[:8 if wanted.list else 0]:
        print(f"{report['cpu']:.3f} s {report['frame']['id']} {report['frame']['what']}")
    lines = summary(reports)
    print(f"{len(reports)} frames")
    for line, kept in lines:
        print(line if kept else line + "   NOT KEPT")
    sys.exit(0 if all(kept for _, kept in lines) else 1)


if __name__ == "__main__":
    main()
