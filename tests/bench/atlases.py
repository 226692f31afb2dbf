#!/usr/bin/env python3
"""atlases.py BORDERMAP FILL_STORE [INCIDENTS [MAPS]]: an atlas of many maps over many incidents: processor time of a first
build, of one with nothing to do, of one after a single new incident, and how many maps that one draws."""
import json
import os
import resource
import subprocess
import sys
import tempfile

bordermap, fill = sys.argv[1:3]
incidents = int(sys.argv[3]) if len(sys.argv) > 3 else 100000
maps = int(sys.argv[4]) if len(sys.argv) > 4 else 500


def run(words, ends=(0,)):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in ends:
        sys.exit(f"{' '.join(words)} ended with {done.returncode}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, done.stdout


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    seconds, _ = run([fill, "incidents.gpkg", str(incidents)])
    print(f"{incidents} incidents added: {seconds:.2f} s")
    wide = 40 / 25
    atlas = {"maps": [], "defaults": {"formats": "svg", "sizes": "web-small", "since": "-30d"}}
    for i in range(maps):
        west, south = -10 + (i % 25) * wide, 5 + (i // 25 % 20)
        atlas["maps"].append({"id": f"m{i}", "bbox": [west, south, west + wide, south + 1]})
    with open("atlas.json", "w") as file:
        json.dump(atlas, file)
    seconds, said = run([bordermap, "build", "--explain"])
    print(f"first build, {said.count(': drawn:')} maps: {seconds:.2f} s")
    idle = min(run([bordermap, "build", "--if-changed"], (3,))[0] for _ in range(3))
    print(f"nothing to do: {idle:.3f} s")
    run([fill, "incidents.gpkg", "1", str(7000000 + 699)])
    seconds, said = run([bordermap, "build", "--explain"])
    drawn = said.count(": drawn:")
    print(f"one new incident: {drawn} of {maps} maps drawn, {seconds:.3f} s with their drawing")
    one = json.dumps({"maps": [{"id": "one", "bbox": [0, 10, 1.6, 11]}], "out": "other", "defaults": atlas["defaults"]})
    with open("one.json", "w") as file:
        file.write(one)
    alone, _ = run([bordermap, "build", "one.json"])
    print(f"a build of one map alone: {alone:.3f} s")
