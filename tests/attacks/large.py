#!/usr/bin/env python3
"""large.py BORDERMAP MEGABYTES: a web archive of any size goes through in the memory of a small one, and no page is lost.

Each megabyte has a page and a picture, which is passed over; a record over the limit stands in the middle.
"""
import os, subprocess, sys

PROGRAM, MEGABYTES = sys.argv[1], int(sys.argv[2])
ROOM = 24 * 1024  # KiB that the larger one may take more
PAGE = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><h1>Guards hurt near Batken</h1>"
        b"<p>Two border guards were wounded near Batken on Thursday, officials said.</p></html>")
PICTURE = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + bytes(1 << 20)


def record(content, address, length=None):
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\n" % (address, length or len(content))
    return head.encode() + content + b"\r\n\r\n"


def write(pipe, megabytes):
    for number in range(megabytes):
        pipe.write(record(PAGE, "https://news.example/%d" % number))
        pipe.write(record(PICTURE, "https://news.example/%d.png" % number))
    pipe.write(record(bytes(65 << 20), "https://news.example/huge"))
    pipe.write(record(PAGE, "https://news.example/last"))
    pipe.close()


def read(megabytes):
    """How many pages were found, what was said, and the most memory that it took, in KiB."""
    process = subprocess.Popen([PROGRAM, "geoparse", "--show", "article", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env=dict(os.environ, BORDERMAP_USER_DATA=""))
    if os.fork() == 0:
        process.stdout.close()
        write(process.stdin, megabytes)
        os._exit(0)
    process.stdin.close()
    pages = sum(line.startswith(b"kind ") for line in process.stdout)
    said = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    os.wait()
    if status != 0:
        raise SystemExit("large: ended with %d: %s" % (status, said))
    return pages, said, usage.ru_maxrss


small, said, before = read(1)
large, _, after = read(MEGABYTES)
print("large: %d and %d pages; %d and %d KiB" % (small, large, before, after))
faults = []
if small != 2 or large != MEGABYTES + 1:
    faults.append("pages were lost")
if "https://news.example/huge: 65 MB, over the limit" not in said:
    faults.append("the record over the limit is not told of: " + said)
if after > before + ROOM:
    faults.append("memory grows with the archive")
for fault in faults:
    print("large:", fault)
sys.exit(1 if faults else 0)
