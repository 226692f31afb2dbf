Two newspapers tell of one event: one incident, its toll a range.

  $ cat > one.json << 'END'
  > {"id":"one","title":"Fire exchanged near Isfara","published":"2022-09-15","source":"Valley Post","url":"https://valley.example/isfara","language":"en",
  >  "text":"Kyrgyz and Tajik border guards exchanged fire near Isfara on 14 September 2022, officials said. Three soldiers were killed and seven people were wounded."}
  > END
  $ cat > two.json << 'END'
  > {"id":"two","title":"Clash on Kyrgyz-Tajik border","published":"2022-09-16","source":"Steppe Daily","url":"https://www.steppe.example/clash?utm_source=mail","language":"en",
  >  "text":"Tajik and Kyrgyz border guards exchanged fire near Isfara on 14 September 2022. Five soldiers were killed, the ministry said."}
  > END
  $ "$BORDERMAP" add one.json two.json
  $ "$BORDERMAP" list
  $ id=$("$BORDERMAP" list | cut -c 1-16)
  $ "$BORDERMAP" show "$id"

Again is harmless, in any order; another file is the same account.

  $ cp one.json copy.json
  $ "$BORDERMAP" add two.json copy.json one.json
  $ "$BORDERMAP" add --json one.json | grep -c '"status":"same"'
  $ "$BORDERMAP" add --quiet --store other.gpkg two.json one.json
  $ "$BORDERMAP" export --canonical > here; "$BORDERMAP" export --canonical --store other.gpkg | cmp - here

A changed text under one address is a revision; what it no longer tells is withdrawn.

  $ sed 's/Three/Four/' one.json > later.json
  $ "$BORDERMAP" add later.json
  $ "$BORDERMAP" list
  $ "$BORDERMAP" add one.json
  $ sed 's/"text":.*/"text":"The report of 15 September was an error, the editors say."}/' one.json > gone.json
  $ "$BORDERMAP" add gone.json
  $ "$BORDERMAP" list

Decisions hold whatever is added later, and can be taken back.

  $ rm incidents.gpkg; "$BORDERMAP" add --quiet one.json two.json
  $ "$BORDERMAP" correct "$id" killed=5 --why "the ministry's list" --by desk
  $ "$BORDERMAP" unlink "valley.example/isfara#geonames:1514896/shooting/2022-09-14"
  $ "$BORDERMAP" list
  $ "$BORDERMAP" add --quiet later.json
  $ "$BORDERMAP" list | cut -c 1-60
  $ "$BORDERMAP" undo; "$BORDERMAP" undo; "$BORDERMAP" undo
  $ "$BORDERMAP" list
  $ "$BORDERMAP" correct "$id" killed=many
  $ "$BORDERMAP" correct "$id" kild=5
  $ "$BORDERMAP" correct 00 killed=5

Filters, and the forms of other programs.

  $ "$BORDERMAP" list --since 2022-09-15
  $ "$BORDERMAP" list --area country:TJ --kind clash --party country:KG --bbox 70,39,72,41 | wc -l
  $ "$BORDERMAP" list --kind clsh
  $ "$BORDERMAP" export --format csv | cut -d , -f 2-9,13,14 | tr -d '\r'
  $ for form in geojson kml gpx plover hxl; do "$BORDERMAP" export --format $form | grep -c Isfara; done
  $ "$BORDERMAP" backup copy.gpkg && "$BORDERMAP" list --store copy.gpkg | wc -l
  $ "$BORDERMAP" backup copy.gpkg

What is removed stays out; what is forgotten is gone for good.

  $ "$BORDERMAP" remove "$id" && "$BORDERMAP" add one.json && "$BORDERMAP" list
  $ "$BORDERMAP" undo | wc -l; "$BORDERMAP" list | wc -l
  $ "$BORDERMAP" remove --forget "$id"; "$BORDERMAP" list
  $ grep -c -a -E "Valley Post|exchanged fire" incidents.gpkg
  $ "$BORDERMAP" add one.json; grep -c -a "exchanged fire" incidents.gpkg

What cannot be used is told, and the rest is kept.

  $ printf '%s\n' '{"story":1,"id":"a","incidents":[{"kind":"clash","place":"border:KG-TJ","date":"2022-09-14"}]}' '{"story":1,"incidents":[{"kind":"clsh"}]}' > stories.jsonl
  $ "$BORDERMAP" add --store s.gpkg stories.jsonl missing.txt
  $ cat rejected.jsonl
  $ echo text > no.gpkg; "$BORDERMAP" list --store no.gpkg
  $ "$BORDERMAP" add --store no.gpkg one.json; cat no.gpkg
  $ "$BORDERMAP" list --store missing.gpkg
