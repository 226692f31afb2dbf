geoparse --jsonl: one document a line in, one a line out, in order; a bad line is an answer, and the stream goes on.

  $ printf '%s\n' '{"id":"a","text":"Shells fell on Goris.","lang":"en","extra":1}' '{bad' '{"id":7,"title":"no text"}' '{"id":"d","text":"Nothing here.","lang":"en"}' > in.jsonl
  $ "$BORDERMAP" geoparse --jsonl in.jsonl > out.jsonl
  [1]
  $ sed 's/"lang".*//; s/"error".*/ERROR/' out.jsonl
  {"id":"a",
  {"id":"line-2",ERROR
  {"id":"7",ERROR
  {"id":"d",
  $ head -n 1 out.jsonl | grep -o '"start":15,"end":20,"text":"Goris"'
  "start":15,"end":20,"text":"Goris"
  $ "$BORDERMAP" geoparse --jsonl - < in.jsonl | cmp - out.jsonl

--jobs: the same answers in the same order, whatever is bad among them; a line without an end, an empty one and blanks too.

  $ for i in 1 2 3 4 5 6 7 8 9; do sed "s/\"a\"/\"a$i\"/" in.jsonl; echo; done > many.jsonl
  $ printf '%s' '{"id":"last","text":"Shells fell on Goris.","lang":"en"}' >> many.jsonl
  $ "$BORDERMAP" geoparse --jsonl many.jsonl > one.jsonl
  [1]
  $ "$BORDERMAP" geoparse --jsonl --jobs 3 many.jsonl > three.jsonl
  [1]
  $ cmp one.jsonl three.jsonl && wc -l < three.jsonl && tail -n 1 three.jsonl | cut -c 1-12
  37
  {"id":"last"
  $ "$BORDERMAP" geoparse --jsonl --jobs 0 in.jsonl
  bordermap: --jobs: '0' is no number from 1 to 64
  [2]
  $ "$BORDERMAP" geoparse --jobs 2 in.jsonl
  bordermap: --jobs works with --jsonl or --spans
  [2]
