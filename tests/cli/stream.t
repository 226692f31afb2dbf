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
