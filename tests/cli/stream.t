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

No file is standard input, too.

  $ "$BORDERMAP" geoparse --jsonl < in.jsonl | cmp - out.jsonl
  $ "$BORDERMAP" geoparse --spans < /dev/null
  $ "$BORDERMAP" geoparse --jsonl no-such.jsonl
  bordermap: no-such.jsonl: there is no such file
  [1]
  $ "$BORDERMAP" geoparse --jsonl .
  bordermap: .: is a directory; name the files in it
  [1]

As a co-process: each line is answered while the input stays open, with one thread and with several.

  $ mkfifo questions answers
  $ for jobs in 1 3; do
  >   "$BORDERMAP" geoparse --jsonl --jobs $jobs < questions > answers & exec 3> questions 4< answers
  >   for id in x y z; do
  >     sed -n "1s/\"a\"/\"$id\"/p" in.jsonl >&3
  >     timeout 20 head -n 1 <&4 | cut -c 1-10
  >   done
  >   sed -n 2,3p in.jsonl >&3
  >   timeout 20 sed 's/"error".*/ERROR/;2q' <&4
  >   exec 3>&-; wait $!; echo "[$?]"; cat <&4; exec 4<&-
  > done
  {"id":"x",
  {"id":"y",
  {"id":"z",
  {"id":"line-4",ERROR
  {"id":"7",ERROR
  [1]
  {"id":"x",
  {"id":"y",
  {"id":"z",
  {"id":"line-4",ERROR
  {"id":"7",ERROR
  [1]

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

Shards: every document is in one of them, as one run writes it; what is bad, too. A file is there whole, and is not made twice.

  $ "$BORDERMAP" geoparse --jsonl many.jsonl | sort > whole
  $ for n in 1 8 40; do for i in $(seq $n); do "$BORDERMAP" geoparse --jsonl --shard $i/$n -o part-$n-$i.jsonl many.jsonl; done; cat part-$n-*.jsonl | sort | cmp - whole && ls | grep -c "^part-$n-"; done
  1
  8
  40
  $ "$BORDERMAP" geoparse --jsonl --shard 2/8 -o part-8-2.jsonl many.jsonl
  bordermap: part-8-2.jsonl: is there already; to make it anew, remove it
  $ ls | grep -c tmp
  0
  [1]
  $ "$BORDERMAP" geoparse --shard 0/8 in.jsonl
  bordermap: --shard: '0/8' is no part; write the third of eight as 3/8
  [2]
  $ "$BORDERMAP" geoparse --jsonl -o missing/out.jsonl in.jsonl
  bordermap: missing/out.jsonl: cannot be written: No such file or directory
  [4]
