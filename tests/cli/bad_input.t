One bad input stops that input, not the run; exit 1, and the other files are done.

  $ printf 'Fighting broke out on Monday on the border between Kyrgyzstan and Tajikistan near Batken, officials said.' > good.txt
  $ : > empty.txt
  $ printf 'abc\000def' > binary.dat
  $ printf '{"title": nonsense' > nonsense.json
  $ printf '<?xml version="1.0"?><rss version="2.0"><channel><item>' > nonsense.xml

  $ "$BORDERMAP" geoparse empty.txt
  bordermap: empty.txt: the file is empty
  [1]

  $ "$BORDERMAP" geoparse missing.txt
  bordermap: missing.txt: there is no such file
  [1]

  $ mkdir nothing && "$BORDERMAP" geoparse nothing
  bordermap: nothing: there is no file in this folder
  [2]

  $ "$BORDERMAP" geoparse binary.dat
  bordermap: binary.dat: this is binary data, not an article; give text, HTML, JSON or a feed
  [1]

  $ "$BORDERMAP" geoparse nonsense.json 2>&1 | cut -d: -f1-4
  bordermap: nonsense.json: line 1, column 11: this is not valid JSON

  $ "$BORDERMAP" geoparse nonsense.xml
  bordermap: nonsense.xml: item 1: it has neither title nor text; left out
  bordermap: nonsense.xml: the feed has no items that can be read
  [1]

  $ head -c 50000000 /dev/zero | tr '\0' 'x' > huge.txt
  $ "$BORDERMAP" geoparse huge.txt
  bordermap: huge.txt: an article of 47 MB is over the limit of 16 MB; split it into articles, one JSON object a line
  [1]

  $ printf 'It rained all day and nobody went out; the bread was good.' > quiet.txt
  $ "$BORDERMAP" map -o out quiet.txt
  bordermap: quiet.txt: no places in it that can be mapped

Broken UTF-8 is replaced, said, and the article is read.

  $ printf 'Shells fell on Goris\377 on Tuesday, the ministry in Yerevan said; nobody was hurt, and the road to Kapan stayed open, it added, in a long statement about the night that ran on for a while and gave no other figures at all.' > broken.txt
  $ "$BORDERMAP" geoparse broken.txt > places.txt
  bordermap: broken.txt: 1 broken UTF-8 sequences were replaced
  $ grep -c Goris places.txt
  1

The good article among the bad ones gets its maps.

  $ "$BORDERMAP" map -o mixed --format svg empty.txt good.txt nonsense.json 2>errors.txt >drawn.txt
  [1]
  $ wc -l < errors.txt
  2
  $ test -s mixed/manifest.json && test -s mixed/incidents.geojson && test -s "$(head -n 1 drawn.txt)"

HTML may be nested deeply.

  $ { printf '<html><body><p>Shells fell on Goris on Tuesday, the ministry said in a statement.</p>'; for i in $(seq 400); do printf '<div>'; done; printf '<p>Goris is read as deep as this, too.</p>'; } > deep.html
  $ "$BORDERMAP" geoparse --json deep.html | grep -c 'Goris is read as deep'
  1

Long and strange documents take time in proportion: repeated names, one word without an end, controls, marks that turn the direction of writing.

  $ python3 - > strange.jsonl <<'END'
  > import json
  > parts = {"names": "Springfield, ", "word": "Kyrgyz", "controls": "\x01\x02Paris\x1f\u202eBatken\u202c ", "joined": "Paris-London-",
  >          "killed": "Two soldiers were killed near Batken on Wednesday. ", "brackets": "(Paris ", "lines": "Osh\n\n"}
  > for name, part in parts.items():
  >     print(json.dumps({"id": name, "lang": "en", "text": part * (300000 // len(part))}))
  > END
  $ timeout 120 "$BORDERMAP" geoparse --jsonl strange.jsonl | cut -d, -f1
  {"id":"names"
  {"id":"word"
  {"id":"controls"
  {"id":"joined"
  {"id":"killed"
  {"id":"brackets"
  {"id":"lines"

A line over the limit is an answer, and the next one is read.

  $ (head -c 70000000 /dev/zero | tr '\0' 'x'; printf '\n%s\n' '{"id":"next","text":"Shells fell on Goris.","lang":"en"}') | "$BORDERMAP" geoparse --jsonl - | cut -c 1-60
  {"id":"line-1","error":"the line is over the limit of 64 MB"
  {"id":"next","lang":"en","toponyms":[{"start":15,"end":20,"t

What JSON may say and no text can hold is said and replaced, never cut off; pipes by name and devices are no files.

  $ printf '{"text": "Two soldiers \\u0000 were killed near Batken \\ud800 on Monday, in Kyrgyzstan. Shells hit Osh.", "published": "2022-09-14"}' >nul.json
  $ "$BORDERMAP" geoparse --csv nul.json | grep -c -E 'Batken|Osh'
  bordermap: nul.json: 2 characters that no text can hold (\u0000, half of a pair) are read as U+FFFD
  2
  $ tr -d '\n' <nul.json | "$BORDERMAP" geoparse --jsonl - | grep -o '"name":"Osh"' | sort -u
  bordermap: line 1: 2 characters that no text can hold (\u0000, half of a pair) are read as U+FFFD
  "name":"Osh"
  $ mkfifo pipe.txt
  $ "$BORDERMAP" geoparse pipe.txt
  bordermap: pipe.txt: is a pipe or a device, no file; give it on standard input, as -
  [1]
  $ "$BORDERMAP" geoparse --jsonl pipe.txt
  bordermap: pipe.txt: is a pipe or a device, no file; give it on standard input, as -
  [1]
  $ "$BORDERMAP" geoparse /dev/zero
  bordermap: /dev/zero: is a pipe or a device, no file; give it on standard input, as -
  [1]

An input is not overwritten by what is drawn from it, and then nothing is.

  $ mkdir own; printf '{"text": "Two soldiers were killed near Batken in Kyrgyzstan on Monday.", "published": "2022-09-14"}' >own/manifest.json
  $ cksum <own/manifest.json >before
  $ "$BORDERMAP" map own/manifest.json -o own --format svg
  bordermap: own/manifest.json: is an input of this run and would be overwritten; choose another folder with -o
  [2]
  $ cksum <own/manifest.json | cmp - before; ls -A own
  manifest.json

Directions of writing and other things that show nothing stay out of the names of files.

  $ printf '{"id": "a\342\200\256gnp.b\342\200\213", "text": "Two soldiers were killed near Batken in Kyrgyzstan on Monday, and shells hit Isfara in Tajikistan.", "published": "2022-09-14"}' >turned.json
  $ "$BORDERMAP" map turned.json -o turned --format svg --quiet >/dev/null; ls turned | LC_ALL=C grep -c -P '[^ -~]'
  0
  [1]

Titles of any length, with markup and control characters, are titles; one that is no text is refused.

  $ "$BORDERMAP" map --place border:KG-TJ -o titles --format png,svg,pdf --title "$(head -c 2000 /dev/zero | tr '\0' 'x')" | wc -l
  3
  $ xmllint --noout titles/border-kg-tj.svg
  $ "$BORDERMAP" map --place border:KG-TJ -o titles --format svg,pdf --title "$(printf 'A\001\033[31m & <b>bold</b>\n\342\200\256tail')" >/dev/null
  $ xmllint --xpath "string(/*/*[local-name()='title'])" titles/border-kg-tj.svg | grep -c 'A.*& <b>bold</b>'
  1
  $ "$BORDERMAP" map --place border:KG-TJ -o titles --title "$(printf 'broken \377')"
  bordermap: --title: is not UTF-8
  [2]
  $ printf '{"title": "broken \377"}' >broken.json
  $ "$BORDERMAP" map --place border:KG-TJ -o titles --edit broken.json
  bordermap: --edit: broken.json: an edit is written in UTF-8, and this is not
  [2]

A frame with nothing in it is drawn, and that is said.

  $ "$BORDERMAP" map --bbox=-140,-50,-130,-40 -o nothing --format png
  bordermap: frame: nothing in this frame has a name
  nothing/frame.png

A record of a list or of lines that cannot be read is left out, the rest is done, and the exit code says so.

  $ printf '[{"text":"Shells fell on Goris.","lang":"en"},{"headline":"no text"}]' > list.json
  $ "$BORDERMAP" geoparse --csv list.json | grep -c Goris
  bordermap: list.json: item 2: there is no "text" in the article's object; left out
  1
  $ "$BORDERMAP" geoparse --csv list.json > /dev/null 2>&1
  [1]
  $ "$BORDERMAP" map --format svg list.json > /dev/null 2>&1
  [1]
  $ printf '%s\n' '{"headline":"A title","body":"Shells fell on Goris.","language":"en"}' '{"headline":"no text"}' > lines.jsonl
  $ "$BORDERMAP" geoparse --jsonl lines.jsonl | sed 's/"lang".*//'
  {"id":"line-1",
  {"id":"line-2","error":"there is no \"text\" in the article's object"}
  $ "$BORDERMAP" geoparse --json lines.jsonl > /dev/null 2>&1
  [1]
  $ printf '%s\n' '{"text":"Shells fell on Goris.","lang":"en"}' 'no JSON' '{"text":"Shells fell on Kapan.","lang":"en"}' > lines.jsonl
  $ "$BORDERMAP" geoparse --csv lines.jsonl | cut -d , -f 5
  bordermap: lines.jsonl: line 2: column 1: this is not valid JSON; left out
  text
  Goris
  Kapan
