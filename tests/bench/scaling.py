"""Helper of scaling.sh: scaling.py PROGRAM ARTICLES WORK."""
import glob
import json
import os
import subprocess
import sys
import time

MB = 1000000


def articles(folder):
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as file:
            article = json.load(file)
        yield article["language"], article["text"]


def write_stream(path, texts, size):
    written = number = 0
    with open(path, "w", encoding="utf-8") as out:
        while written < size:
            language, text = texts[number % len(texts)]
            number += 1
            written += len(text.encode())
            out.write(json.dumps({"id": number, "lang": language, "text": text}, ensure_ascii=False) + "\n")


def write_article(path, texts, size):
    english = [text for language, text in texts if language == "en"]
    whole, length = [], 0
    while length < size:
        whole.append(english[len(whole) % len(english)])
        length += len(whole[-1].encode()) + 2
    with open(path, "w", encoding="utf-8") as out:
        json.dump({"id": "one", "lang": "en", "text": "\n\n".join(whole)}, out, ensure_ascii=False)


def run(program, path, *options):
    """CPU seconds, wall seconds and peak MiB of one run."""
    start = time.monotonic()
    child = subprocess.Popen([program, "geoparse", "--jsonl", *options, path], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"scaling: {program} failed on {path}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def measure(program, work, name, writer, texts, sizes):
    path = os.path.join(work, "input.jsonl")
    writer(path, texts, 1)
    idle = min(run(program, path)[0] for _ in range(3))
    first = None
    for size in sizes:
        writer(path, texts, size * MB)
        cpu, _, peak = run(program, path)
        rate = (cpu - idle) / size
        first = first or rate
        print(f"{name:10} {size:4} MB {cpu:8.2f} s CPU {peak:7.0f} MiB {rate:7.3f} s/MB {rate / first:6.2f} x the first")


def main(program, folder, work):
    texts = list(articles(folder))
    measure(program, work, "stream", write_stream, texts, (1, 10, 100))
    measure(program, work, "article", write_article, texts, (1, 10))
    path = os.path.join(work, "input.jsonl")
    write_stream(path, texts, 10 * MB)
    for jobs in ("1", "2", "4"):
        print(f"stream       10 MB --jobs {jobs}: {run(program, path, '--jobs', jobs)[1]:.2f} s wall")


if __name__ == "__main__":
    main(*sys.argv[1:])
