#!/usr/bin/env python3
"""linear.py BORDERMAP [WORDS]: four times the input may take six times the work, and no more.

Plain texts go through one stream; its processor time (/proc/PID/schedstat) is read between the answers. Pages, feeds, JSON and
overlays are runs of their own. With WORDS only the patterns that have them in their name.
"""
import json, os, resource, subprocess, sys, tempfile

PROGRAM = sys.argv[1]
ONLY = sys.argv[2] if len(sys.argv) > 2 else ""
SMALL, TIMES, MOST, SLOW, TRIES = 30000, 4, 6.0, 0.12, 3
ENVIRONMENT = dict(os.environ, BORDERMAP_USER_DATA="")

TEXTS = ["'", '"', ")", "» ", "”", "’", "(", "((", "[", "{", ". ", ".", "?!", "… ", "- ", "-", "—", "–", ", ", ";", "/", "@", "#", "*", "_", "=",
         "\u00ad", "\u200b", "\u0301", "e\u0301", "\u200d", "\u202e", "的", "ก", "ー", "한", "ا", "क", "1", "1 ", "1.", "1,", "1-", "1:", "1/", "10%",
         "$1", "I. ", "a.", "U.S.", "A", "A ", "Aa", "aA", "a", "Mr. ", "Dr. A. ", "the ", "and ", "of ", "of the ", "in ", "in the ", "not ", "no ",
         "on the border between Kyrgyzstan and ", "on the border of ", "border ", "the border with ", "along the border, ", "Kyrgyz ", "Kyrgyz-Tajik ",
         "Kyrgyzstan ", "Kyrgyzstan, ", "between Kyrgyzstan and Tajikistan ", "killed ", "killed two ", "two ", "twenty-", "hundred ", "two hundred ",
         "several ", "wounded and ", "dead, ", "said ", '"he said" ', "“he said” ", "according to ", "who ", "which ", "that ", "soldiers ", "two soldiers ",
         "Monday ", "on Monday ", "September ", "14 September ", "14 September 2022 ", "2022 ", "14/09/", "2022-09-14 ", "yesterday ", "between ", "near ",
         "near near ", "north of ", "km ", "50 km north of ", "from Osh to ", "near Osh near ", "Osh", "Osh ", "Osh-", "Osh/", "Osh,", "Osh (", "Osh) ",
         "Osh\n", "osh ", "\n", "\n\n", "\nosh", "a\n", "a\n\n", "Osh region ", "Osh, Osh region, ", "District of ", "Republic of ", "Republic ",
         "President ", "President Osh ", "General Osh ", "Gen. ", "John ", "John Osh ", "River ", "the Isfara ", "the Isfara river ", "village of ",
         "villages of Osh and ", "San ", "New ", "Nagorno-", "Nagorno ", "Al-", "de la ", "bin ", "Osh. ", "killed. ", "Title: x\n", "Published: 2022\n",
         "\r", "\r\n", "\t", "<", "<<", "&", "&amp;", "<p>", "http://", "http://a.b/c ", "a@b.c ", "<a>", " - ", "* ", "|", "||", "Shells hit Osh. ",
         "Two soldiers were killed in Osh. ", "Two soldiers were killed in Osh, ", "The Taliban attacked Kabul on Monday. ", "the Taliban ", "UN ",
         "ООН ", "в Ошe ", "Баткен ", "Баткене, ", "в Киеве и ", "генерал ", "на границе ", "на границе с Киргизией и ", "двое ", "في كابول ", "على الحدود ",
         "巴特肯", "在巴特肯", "边境", "中", "aaa ", "x\u202e", "il confine tra ", "al confine con il Tagikistan e ", "a nord di ", "la frontera entre ", "an der Grenze ",
         "14. ", "a la frontière ", "Osh' ", "'Osh", "L'Osh ", "d'", "Osh’s ", "O'", "x-y-", "x'y'", "XIV ", "III", "Mc", "von ", "der "]

PAGES = ["<p>", "<b>", "</p>", "<div>x</div>", '<a href="x">', '<a href="x">y</a>', "<li>", "<td>", "<table>", "&lt;", "&#x41;", "<!--x-->", "<br>",
         "<p>Osh</p>", '<meta name="a" content="b">', "<script>x</script>", "<title>x</title>", '<time datetime="2022-09-14">', "<h1>x</h1>", "<span>",
         "<form>", "<option>", "<font>", "<dd>", "<p><table>", "</b><i>", "<i></b>", "<![CDATA[", "<?x ", "</", '<a b="', "<article>", "<nav>Osh</nav>",
         "<figure><figcaption>x</figcaption></figure>", "<select>", "<frameset>", "<head>", "<body>", "<html>", "<ruby><rt>", "<svg>", "<math>",
         "<noscript>x</noscript>", "<div><p>", "<div><p>x", "<blockquote>", "<section><h2>x</h2>", "<p class=a id=b>x", "<ul><li>x</ul>"]


def repeated(piece, size):
    return piece * (size // len(piece.encode()) + 1)


def stream():
    return subprocess.Popen([PROGRAM, "geoparse", "--jsonl", "-"], env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def used(process):
    """Of all its threads, in seconds."""
    folder = "/proc/%d/task/" % process.pid
    return sum(int(open(folder + thread + "/schedstat").read().split()[0]) for thread in os.listdir(folder)) / 1e9


def ask(process, text):
    before = used(process)
    process.stdin.write((json.dumps({"id": "a", "language": "en", "text": text}, ensure_ascii=False) + "\n").encode())
    process.stdin.flush()
    if not process.stdout.readline():
        raise SystemExit("the stream ended at %r" % text[:40])
    return used(process) - before


def run_alone(name, content, arguments):
    path = os.path.join(FOLDER, name)
    with open(path, "wb") as out:
        out.write(content.encode())
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([PROGRAM] + [part.replace("FILE", path) for part in arguments], env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1, 2):
        raise SystemExit("%s: exit %d" % (name, done.returncode))
    return after.ru_utime - before.ru_utime


def files():
    """(name, size → content, arguments) of what is read from files."""
    read = ["geoparse", "--json", "FILE"]
    page = "<html><body><p>Shells hit Osh."
    for piece in PAGES:
        yield "page.html " + piece, lambda size, piece=piece: page + repeated(piece, size), read
    yield "attributes.html", lambda size: page[:-15] + "<p " + " ".join("a%d=1" % i for i in range(size // 8)) + ">Osh", read
    for kind, head, item, tail in (("rss", "<rss><channel>", "<item><title>Osh</title></item>", "</channel></rss>"), ("atom", '<feed xmlns="http://www.w3.org/2005/Atom">', "<entry><title>Osh</title></entry>", "</feed>"),
                                   ("cdata", "<rss><channel><item><title>Osh</title><description>", "<![CDATA[x]]>", "</description></item></channel></rss>"),
                                   ("nested", "<rss><channel><item>", "<a>", ""), ("references", "<rss><channel><item><title>Osh</title><description>", "&amp;", "</description></item></channel></rss>")):
        yield kind + ".xml", lambda size, head=head, item=item, tail=tail: '<?xml version="1.0"?>' + head + repeated(item, size) + tail, read
    yield "attributes.xml", lambda size: '<?xml version="1.0"?><rss><channel><item ' + " ".join('a%d="1"' % i for i in range(size // 10)) + "><title>Osh</title></item></channel></rss>", read
    yield "entities.xml", lambda size: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "%s">]><rss><channel><item><title>%s</title></item></channel></rss>' % ("x" * (size // 2), "&e;" * (size // 6)), read
    yield "list.json", lambda size: "[" + ",".join(['{"text":"Osh"}'] * (size // 15)) + "]", read
    yield "same.json", lambda size: "[" + ",".join(['{"id":"a","text":"Osh"}'] * (size // 24)) + "]", read
    yield "keys.json", lambda size: '{"text":"Osh",' + ",".join('"k%d":1' % i for i in range(size // 9)) + "}", read
    yield "array.json", lambda size: '{"text":"Osh","x":[' + "1," * (size // 2) + "1]}", read
    yield "escapes.json", lambda size: '{"text":"Osh ' + "\\u0041" * (size // 6) + '"}', read
    yield "nul.json", lambda size: '{"text":"Osh ' + "\\u0000" * (size // 6) + '"}', read
    draw = ["map", "--bbox", "69,39,72,41", "--show", "scene", "--overlay", "FILE,label=n"]
    point = '{"type":"Feature","properties":{"n":"%s"},"geometry":{"type":"Point","coordinates":[70.8,40.06]}}'
    whole = '{"type":"FeatureCollection","features":[%s]}'
    for name, piece in (("one-word", "x"), ("words", "word "), ("lines", "a\\n"), ("marks", "\u0301"), ("right-to-left", "\u0627 ")):
        yield "label-%s.geojson" % name, lambda size, piece=piece: whole % (point % repeated(piece, size)), draw
    yield "points.geojson", lambda size: whole % ",".join([point % "a"] * (size // 100)), draw
    yield "spans.jsonl", marked, ["geoparse", "--spans", "FILE"]
    yield "nest.geojson", lambda size: whole % ('{"type":"Feature","properties":{},"geometry":' + '{"type":"GeometryCollection","geometries":[' * (size // 500) + "]}" * (size // 500) + "}"), draw


def marked(size):
    """An article in which another program has marked every name."""
    names = size // 40
    return json.dumps({"text": "Osh " * names, "spans": [{"start": 4 * i, "end": 4 * i + 3} for i in range(names)]}) + "\n"


def too_slow(small, large):
    return large > SLOW and large > MOST * max(small, 0.01)


def judge(name, measure, start):
    small = large = float("inf")
    for _ in range(TRIES):
        small, large = min(small, measure(1) - start), min(large, measure(TIMES) - start)
        if not too_slow(small, large):
            return 0
        if large > 3:
            break
    print("%-40r %.3f s, of %d times as much %.3f s" % (name, small, TIMES, large), flush=True)
    return 1


def judge_texts():
    bad, process = 0, stream()
    ask(process, "Two soldiers were killed near Osh.")
    chosen = [piece for piece in TEXTS if ONLY in piece]
    for piece in chosen:
        bad += judge(piece, lambda times, piece=piece: ask(process, repeated(piece, SMALL * times)), 0)
    process.stdin.close()
    process.wait()
    return len(chosen), bad


def judge_files():
    bad, starts = 0, {}
    chosen = [entry for entry in files() if ONLY in entry[0]]
    for name, content, arguments in chosen:
        verb = arguments[0]
        if verb not in starts:
            starts[verb] = min(run_alone(name.split()[0], content(200), arguments) for _ in range(2))
        bad += judge(name, lambda times: run_alone(name.split()[0], content(SMALL * times), arguments), starts[verb])
    return len(chosen), bad


with tempfile.TemporaryDirectory() as FOLDER:
    counts = [judge_texts(), judge_files()]
print("%d patterns, %d grow faster than their input" % (sum(c for c, _ in counts), sum(b for _, b in counts)))
sys.exit(1 if any(b for _, b in counts) else 0)
