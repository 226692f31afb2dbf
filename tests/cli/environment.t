What cannot work here says so; exit 4, and nothing that was there is lost.

  $ printf 'Fighting broke out on Monday on the border between Kyrgyzstan and Tajikistan near Batken, officials said.' > good.txt

No data, and damaged data.

  $ "$BORDERMAP" geoparse --data nowhere good.txt 2>&1 | cut -d: -f1-2
  bordermap: nowhere.* (re)
  $ "$BORDERMAP" geoparse --data nowhere good.txt 2>/dev/null
  [4]
  $ data="$(dirname "$BORDERMAP")/geodata"
  $ mkdir damaged && cp -r "$data"/catalog.json "$data"/lexicon "$data"/curated damaged/ && head -c 5000 "$data/gazetteer.bin" > damaged/gazetteer.bin
  $ "$BORDERMAP" geoparse --data damaged good.txt 2>/dev/null
  [4]
  $ BORDERMAP_DATA=damaged "$BORDERMAP" geodata check >report.txt
  [4]
  $ test -s report.txt

A damaged table of words: the language cannot be used, others can.

  $ mkdir words && for part in "$data"/*; do ln -s "$part" words/; done
  $ rm words/lexicon && cp -r "$data"/lexicon words/ && chmod -R u+w words/lexicon
  $ printf 'one column alone\n' >> words/lexicon/it/phrases.tsv
  $ printf 'Combattimenti lunedì al confine tra Kirghizistan e Tagikistan presso Batken, ha detto il governo.' > notizia.txt
  $ "$BORDERMAP" map --data words -o words.out --format svg notizia.txt 2>&1 | sed 's/line [0-9]*/line N/'
  bordermap: notizia.txt: words/lexicon/it/phrases.tsv: line N: 1 columns where the header has 2; columns are parted by tabs
  $ "$BORDERMAP" map --data words -o words.out --format svg notizia.txt 2>/dev/null
  [4]
  $ "$BORDERMAP" map --data words -o words.out --format svg --lang it good.txt 2>/dev/null
  [4]
  $ "$BORDERMAP" geoparse --data words --article-language it notizia.txt 2>/dev/null
  [4]
  $ "$BORDERMAP" map --data words -o words.out --format svg good.txt
  words.out/good-kg-tj.svg
  $ "$BORDERMAP" geodata check --data words | grep -c 'it/phrases.tsv: line'
  1

An output folder that cannot be written.

  $ printf x > file
  $ "$BORDERMAP" map -o file/out good.txt 2>&1 >/dev/null | cut -d: -f1-3
  bordermap: file: cannot be written
  $ "$BORDERMAP" map -o file/out good.txt >/dev/null 2>&1
  [4]

No space left: the old maps stay as they were.

  $ "$BORDERMAP" map -o kept --format png good.txt > paths.txt
  $ cat kept/* | cksum > before
  $ (ulimit -f 8; "$BORDERMAP" map -o kept --format png --size 800x600 good.txt >/dev/null 2>errors.txt)
  [4]
  $ cut -d: -f3 errors.txt
   cannot be written
  $ cat kept/* | cksum | cmp - before

Standard output that cannot be written.

  $ "$BORDERMAP" geoparse good.txt >/dev/full
  bordermap: standard output cannot be written: No space left on device
  [4]
