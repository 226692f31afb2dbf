A story draws what its article draws: the same names, the same bytes.

  $ articles="$BORDERMAP_SOURCE"/tests/articles
  $ "$BORDERMAP" map -o one --format svg --excerpt "$articles"/*.json "$articles"/*.txt 2> /dev/null | sed 's/^one/two/' > expected.txt
  $ "$BORDERMAP" geoparse --story "$articles"/*.json "$articles"/*.txt > stories.jsonl
  $ "$BORDERMAP" map --story -o two --format svg --excerpt stories.jsonl 2> /dev/null | cmp - expected.txt
  $ diff -r one two
  $ "$BORDERMAP" map -o three --published 2022-10-13 "$articles/sample.it.txt" | sed 's/^three/four/' > expected.txt
  $ "$BORDERMAP" geoparse --story --published 2022-10-13 --no-text "$articles/sample.it.txt" | "$BORDERMAP" map --story -o four - | cmp - expected.txt
  $ diff -r three four

Alone, in reverse, with the rest: a story does not look at the others.

  $ sed -n 1p stories.jsonl | "$BORDERMAP" map --story -o alone --format svg --excerpt - 2> /dev/null | sed 's/^alone\///' > names
  $ for name in $(cat names); do cmp "alone/$name" "one/$name"; done

The text is left out where nobody wants it.

  $ "$BORDERMAP" geoparse --story "$articles/tg-panj.json" | grep -c '"text":"[^"]*"}$'
  1
  $ "$BORDERMAP" geoparse --story --no-text "$articles/tg-panj.json" | grep -c '"text":"[^"]*"}$'
  0
  [1]
  $ "$BORDERMAP" geoparse --json --no-text "$articles/tg-panj.json"
  bordermap: --no-text works with --story
  [2]

Written by hand.

  $ "$BORDERMAP" map --story -o hand --format svg "$BORDERMAP_SOURCE/tests/docs/files/golovnoy.json" > paths; wc -l < paths
  1
  $ grep -o '<title[^>]*>[^<]*' $(cat paths) | head -n 1 | sed 's/.*>//'
  Clashes on the border between Kyrgyzstan and Tajikistan, 14 September 2022

A place that no gazetteer has is named by its callout.

  $ grep -o '>Kok-Tash[^<]*' $(cat paths) | sort -u
  >Kok-Tash

What is wrong is told, and the rest is drawn.

  $ printf '%s\n' '{"story":1,"id":"a","language":"en","incidents":[{"kind":"clash","place":"border:KG-TJ"}]}' '{"story":1,"incidents":[{"kind":"clsh"}]}' > bad.jsonl
  $ "$BORDERMAP" map --story -o bad --format svg bad.jsonl | wc -l
  bordermap: bad.jsonl: line 2: incidents[0].kind: 'clsh' is not known; did you mean "clash"?; left out
  1
  $ "$BORDERMAP" map --story -o bad bad.jsonl > /dev/null 2>&1
  [1]
  $ "$BORDERMAP" map --story --published 2022-09-14 bad.jsonl
  bordermap: --published is of articles; a story says it itself
  [2]
