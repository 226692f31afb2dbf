#!/usr/bin/env python3
"""sets.py BORDERMAP WHAT [N [FAULTS.so]]: the files of a run are whole, whatever happens to it.

kill N    SIGKILL, SIGTERM and SIGINT at random moments; then manifest.json has the digests of what lies beside it
both N    two runs into one folder at once: the files are all of one of them
fault N   a call of write, fsync, rename, link or malloc fails, at N numbers of each: all old or all new, and said by the exit code
"""
import hashlib, json, os, random, signal, subprocess, sys, tempfile, time

PROGRAM, WHAT = os.path.abspath(sys.argv[1]), sys.argv[2]
N = int(sys.argv[3]) if len(sys.argv) > 3 else 15
PRELOADED = os.path.abspath(sys.argv[4]) if len(sys.argv) > 4 else None
TEXT = ("Title: Shelling at Batken\nPublished: 2022-09-16\n\nTwo soldiers were killed near Batken in Kyrgyzstan on Wednesday, officials in Bishkek said. "
        "Shells hit Isfara in Tajikistan and a bridge near Ak-Sai.\n")
ENVIRONMENT = dict(os.environ, BORDERMAP_USER_DATA="")


def start(article, folder, **more):
    return subprocess.Popen([PROGRAM, "map", article, "-o", folder, "--format", "png,svg,pdf"], env=dict(ENVIRONMENT, **more),
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def content(folder):
    return {name: open(os.path.join(folder, name), "rb").read() for name in os.listdir(folder) if not os.path.isdir(os.path.join(folder, name))}


def articles():
    for name, text in (("a", TEXT), ("b", TEXT.replace("Two soldiers", "Nine soldiers"))):
        os.makedirs(name)
        with open(name + "/news.txt", "w") as out:
            out.write(text)
        process = start(name + "/news.txt", "whole-" + name)
        assert process.wait() == 0, process.stderr.read()
    first, second = content("whole-a"), content("whole-b")
    assert set(first) == set(second) and len(first) >= 5 and all(first[name] != second[name] for name in first)
    return first, second


def digests_match(folder):
    manifest = json.load(open(folder + "/manifest.json"))
    files = [file for one in manifest["maps"] for file in one["files"]]
    return all(hashlib.sha256(open(os.path.join(folder, file["path"]), "rb").read()).hexdigest() == file["sha256"] for file in files)


def versions(folder, whole):
    """Which of the two runs the files are of, and what lies there besides."""
    here = content(folder)
    of = {number for number in (0, 1) if any(here.get(name) == whole[number][name] for name in whole[number])}
    strange = [name for name in os.listdir(folder) if name not in whole[0] or here[name] not in (whole[0][name], whole[1][name])]
    return of, strange


def kill(whole):
    began = time.time()
    start("a/news.txt", "out").wait()
    long, bad, left, before = time.time() - began, [], 0, set()
    for number in range(N):
        sent = (signal.SIGKILL, signal.SIGTERM, signal.SIGKILL, signal.SIGINT)[number % 4]
        process = start("ab"[number % 2] + "/news.txt", "out")
        time.sleep(random.uniform(0.02, long * 1.1))
        alive = process.poll() is None
        if alive:
            process.send_signal(sent)
        process.communicate()
        of, strange = versions("out", whole)
        staging = [name for name in strange if name.startswith(".bordermap-")]
        left += len(staging) > 0
        if not digests_match("out") or len(of) > 1 or set(strange) - set(staging):
            bad.append((sent.name, sorted(of), strange))
        if sent != signal.SIGKILL and [name for name in staging if name not in before]:
            bad.append((sent.name, "left", staging))
        before = set(staging)
        if alive and process.returncode == 0 and sent == signal.SIGKILL:
            bad.append(("killed, and exit 0",))
    assert start("b/news.txt", "out").wait() == 0
    of, strange = versions("out", whole)
    if of != {1} or strange:
        bad.append(("the last run", of, strange))
    return "%d kills, %d left a hidden folder that the next run removed" % (N, left), bad


def both(whole):
    bad = []
    for number in range(N):
        runs = [start(name + "/news.txt", "out") for name in "ab"]
        said = [run.communicate()[1] for run in runs]
        of, strange = versions("out", whole)
        if len(of) != 1 or strange or not digests_match("out") or any(run.returncode for run in runs):
            bad.append((number, sorted(of), strange, [run.returncode for run in runs], said))
    return "%d times two runs at once" % N, bad


def fault(whole):
    bad, tried = [], 0
    for kind in ("write", "short", "fsync", "rename", "link", "malloc"):
        start("b/news.txt", "count", LD_PRELOAD=PRELOADED, FAULT=kind, FAULT_COUNT="count.txt").wait()
        calls = int(open("count.txt").read())
        for at in sorted(random.sample(range(1, calls + 1), min(N, calls))):
            tried += 1
            for name in os.listdir("out") if os.path.isdir("out") else []:
                os.unlink("out/" + name)
            os.makedirs("out", exist_ok=True)
            for name, bytes_ in whole[0].items():
                with open("out/" + name, "wb") as out:
                    out.write(bytes_)
            process = start("b/news.txt", "out", LD_PRELOAD=PRELOADED, FAULT=kind, FAULT_AT=str(at))
            said = process.communicate()[1]
            of, strange = versions("out", whole)
            staging = {name for name in strange if name.startswith(".bordermap-")}
            right = {0: {1}, 4: {0}, 1: {0}, -6: {0}}.get(process.returncode)
            if of != right or (process.returncode and not said) or set(strange) - staging or (staging and process.returncode == 0):
                bad.append((kind, at, process.returncode, sorted(of), strange, said[-160:]))
            for name in staging:
                subprocess.run(["rm", "-r", "out/" + name], check=True)
        if calls == 0 and kind in ("write", "fsync", "rename"):
            bad.append((kind, "is never called"))
    return "%d faults" % tried, bad


random.seed(int(os.environ.get("BORDERMAP_SEED", "7")))
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    told, wrong = {"kill": kill, "both": both, "fault": fault}[WHAT](articles())
    os.chdir("/")
for entry in wrong[:20]:
    print(entry)
print("%s, %d wrong" % (told, len(wrong)))
sys.exit(1 if wrong else 0)
