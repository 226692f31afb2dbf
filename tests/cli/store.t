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
  bordermap: 2 new, 0 the same, 0 revised, 0 removed
  new      724ee14766d7abb0 shooting, Isfara, 2022-09-14  valley.example/isfara#geonames:1514896/shooting/2022-09-14
  new      724ee14766d7abb0 clash, Isfara, 2022-09-14  steppe.example/clash#geonames:1514896/clash/2022-09-14
  $ "$BORDERMAP" list
  724ee14766d7abb0  2022-09-14  clash, Isfara, country:KG - country:TJ, killed 3-5, wounded 7, 2 accounts
  $ id=$("$BORDERMAP" list | cut -c 1-16)
  $ "$BORDERMAP" show "$id"
  724ee14766d7abb0  2022-09-14  clash, Isfara, country:KG - country:TJ, killed 3-5, wounded 7, 2 accounts
  
  accounts:
  
    steppe.example/clash#geonames:1514896/clash/2022-09-14
      Steppe Daily, 2022-09-16: Clash on Kyrgyz-Tajik border
      2022-09-14  clash, Isfara, country:KG - country:TJ, killed 5
      "Tajik and Kyrgyz border guards exchanged fire near Isfara on 14 September 2022."
  
    valley.example/isfara#geonames:1514896/shooting/2022-09-14
      Valley Post, 2022-09-15: Fire exchanged near Isfara
      2022-09-14  shooting, Isfara, country:KG - country:TJ, killed 3, wounded 7
      "Kyrgyz and Tajik border guards exchanged fire near Isfara on 14 September 2022, officials said."
  
  why they are one (76 points link, 50 suggest):
  
    steppe.example/clash#geonames:1514896/clash/2022-09-14
    valley.example/isfara#geonames:1514896/shooting/2022-09-14
      linked: distance 30 days 25 kind 9 parties 14 tolls 0 text 24 = 102

Again is harmless, in any order; another file is the same account.

  $ cp one.json copy.json
  $ "$BORDERMAP" add two.json copy.json one.json
  bordermap: 0 new, 3 the same, 0 revised, 0 removed
  same     724ee14766d7abb0 clash, Isfara, 2022-09-14  steppe.example/clash#geonames:1514896/clash/2022-09-14
  same     724ee14766d7abb0 shooting, Isfara, 2022-09-14  valley.example/isfara#geonames:1514896/shooting/2022-09-14
  same     724ee14766d7abb0 shooting, Isfara, 2022-09-14  valley.example/isfara#geonames:1514896/shooting/2022-09-14
  $ "$BORDERMAP" add --json one.json | grep -c '"status":"same"'
  1
  $ "$BORDERMAP" add --quiet --store other.gpkg two.json one.json
  bordermap: 2 new, 0 the same, 0 revised, 0 removed
  $ "$BORDERMAP" export --canonical > here; "$BORDERMAP" export --canonical --store other.gpkg | cmp - here

A changed text under one address is a revision; what it no longer tells is withdrawn.

  $ sed 's/Three/Four/' one.json > later.json
  $ "$BORDERMAP" add later.json
  bordermap: 0 new, 0 the same, 1 revised, 0 removed
  revised  724ee14766d7abb0 shooting, Isfara, 2022-09-14  valley.example/isfara#geonames:1514896/shooting/2022-09-14
  $ "$BORDERMAP" list
  724ee14766d7abb0  2022-09-14  clash, Isfara, country:KG - country:TJ, killed 4-5, wounded 7, 2 accounts
  $ "$BORDERMAP" add one.json
  bordermap: 0 new, 1 the same, 0 revised, 0 removed
  same     724ee14766d7abb0 shooting, Isfara, 2022-09-14  valley.example/isfara#geonames:1514896/shooting/2022-09-14
  $ sed 's/"text":.*/"text":"The report of 15 September was an error, the editors say."}/' one.json > gone.json
  $ "$BORDERMAP" add gone.json
  bordermap: 0 new, 0 the same, 0 revised, 1 removed
  removed                     valley.example/isfara#geonames:1514896/shooting/2022-09-14
  $ "$BORDERMAP" list
  724ee14766d7abb0  2022-09-14  clash, Isfara, country:KG - country:TJ, killed 5

Decisions hold whatever is added later, and can be taken back.

  $ rm incidents.gpkg; "$BORDERMAP" add --quiet one.json two.json
  bordermap: 2 new, 0 the same, 0 revised, 0 removed
  $ "$BORDERMAP" correct "$id" killed=5 --why "the ministry's list" --by desk
  $ "$BORDERMAP" unlink "valley.example/isfara#geonames:1514896/shooting/2022-09-14"
  $ "$BORDERMAP" list
  109396ac474f3c26  2022-09-14  shooting, Isfara, country:KG - country:TJ, killed 3, wounded 7
  724ee14766d7abb0  2022-09-14  clash, Isfara, country:KG - country:TJ, killed 5, corrected
  $ "$BORDERMAP" add --quiet later.json
  bordermap: 0 new, 0 the same, 1 revised, 0 removed
  $ "$BORDERMAP" list | cut -c 1-60
  109396ac474f3c26  2022-09-14  shooting, Isfara, country:KG -
  724ee14766d7abb0  2022-09-14  clash, Isfara, country:KG - co
  $ "$BORDERMAP" undo; "$BORDERMAP" undo; "$BORDERMAP" undo
  undone: unlink valley.example/isfara#geonames:1514896/shooting/2022-09-14
  undone: correct steppe.example/clash#geonames:1514896/clash/2022-09-14 killed=5
  bordermap: nothing was decided that could be undone
  [2]
  $ "$BORDERMAP" list
  724ee14766d7abb0  2022-09-14  clash, Isfara, country:KG - country:TJ, killed 4-5, wounded 7, 2 accounts
  $ "$BORDERMAP" correct "$id" killed=many
  bordermap: killed: 'many' is no number; write 5, 3-5, or 5+ for 5 or more
  [2]
  $ "$BORDERMAP" correct "$id" killed=3-5 wounded=2+; "$BORDERMAP" list; "$BORDERMAP" undo | wc -l; "$BORDERMAP" undo | wc -l
  724ee14766d7abb0  2022-09-14  clash, Isfara, country:KG - country:TJ, killed 3-5, wounded 2 or more, 2 accounts, corrected
  1
  1
  $ "$BORDERMAP" correct "$id" kild=5
  bordermap: kild: there is no such member; did you mean "kind"?
  [2]
  $ "$BORDERMAP" correct 00 killed=5
  bordermap: there is no incident '00'; 'bordermap list' has their ids
  [2]

Filters, and the forms of other programs.

  $ "$BORDERMAP" list --since 2022-09-15
  bordermap: no incident is so
  $ "$BORDERMAP" list --area country:TJ --kind clash --party country:KG --bbox 70,39,72,41 | wc -l
  1
  $ "$BORDERMAP" list --area border:KG-TJ | wc -l; "$BORDERMAP" list --area border:KG-TJ --within 0.1; "$BORDERMAP" list --within far
  1
  bordermap: no incident is so
  bordermap: --within: 'far' is no distance; it takes 0 to 2000 (km)
  [2]
  $ "$BORDERMAP" list --kind clsh
  bordermap: --kind: there is no kind 'clsh'; did you mean "clash"?
  [2]
  $ "$BORDERMAP" export --format csv | cut -d , -f 2-9,13,14 | tr -d '\r'
  kind,status,date_start,date_end,place,place_ref,countries,lat,killed_low,killed_high
  "clash","news","2022-09-14","2022-09-14","Isfara","geonames:1514896","TJ",40.12649,4,5
  $ for form in geojson kml gpx plover hxl; do "$BORDERMAP" export --format $form | grep -c Isfara; done
  2
  3
  1
  1
  1
  $ "$BORDERMAP" backup copy.gpkg && "$BORDERMAP" list --store copy.gpkg | wc -l
  1
  $ "$BORDERMAP" backup copy.gpkg
  bordermap: copy.gpkg: is there already; name a new file
  [2]

What is removed stays out; what is forgotten is gone for good.

  $ "$BORDERMAP" remove "$id" && "$BORDERMAP" add one.json && "$BORDERMAP" list
  bordermap: 0 new, 1 the same, 0 revised, 0 removed
  same                        valley.example/isfara#geonames:1514896/shooting/2022-09-14
  bordermap: no incident is so
  $ "$BORDERMAP" undo | wc -l; "$BORDERMAP" list | wc -l
  1
  1
  $ "$BORDERMAP" remove --forget "$id"; "$BORDERMAP" list
  bordermap: no incident is so
  $ grep -c -a -E "Valley Post|exchanged fire" incidents.gpkg
  0
  [1]
  $ "$BORDERMAP" add one.json; grep -c -a "exchanged fire" incidents.gpkg
  bordermap: 0 new, 0 the same, 0 revised, 1 removed
  removed                     valley.example/isfara#geonames:1514896/shooting/2022-09-14
  0
  [1]

What cannot be used is told, and the rest is kept.

  $ printf '%s\n' '{"story":1,"id":"a","incidents":[{"kind":"clash","place":"border:KG-TJ","date":"2022-09-14"}]}' '{"story":1,"incidents":[{"kind":"clsh"}]}' > stories.jsonl
  $ "$BORDERMAP" add --store s.gpkg stories.jsonl missing.txt
  bordermap: missing.txt: there is no such file
  bordermap: 2 rejected: rejected.jsonl says which and why
  bordermap: 1 new, 0 the same, 0 revised, 0 removed
  new      7f0b7a9414f677db clash, Kyrgyzstan\xe2\x80\x93Tajikistan border, 2022-09-14  story:a#border:KG-TJ/clash/2022-09-14 (esc)
  [1]
  $ cat rejected.jsonl
  {"status":"rejected","file":"stories.jsonl","line":2,"reason":"line 2: incidents[0].kind: 'clsh' is not known; did you mean \"clash\"?; left out"}
  {"status":"rejected","file":"missing.txt","reason":"missing.txt: there is no such file"}
  $ echo text > no.gpkg; "$BORDERMAP" list --store no.gpkg
  bordermap: no.gpkg: is no store of bordermap; name a file that is not there yet, and 'bordermap add' makes one
  [4]
  $ "$BORDERMAP" add --store no.gpkg one.json; cat no.gpkg
  bordermap: no.gpkg: is no store of bordermap; name a file that is not there yet, and 'bordermap add' makes one
  text
  $ "$BORDERMAP" list --store missing.gpkg
  bordermap: missing.gpkg: there is no such store; 'bordermap add' makes it
  [4]

Four add to one store at once, which none of them finds: what comes of it is what one makes of all.

  $ articles="$BORDERMAP_SOURCE"/tests/articles
  $ "$BORDERMAP" add --quiet --store one.gpkg "$articles"/de-*.json "$articles"/fr-*.json "$articles"/hy-*.json "$articles"/es-*.json 2> /dev/null
  $ for part in de fr hy es; do "$BORDERMAP" add --quiet --store four.gpkg "$articles"/$part-*.json > said.$part 2>&1 & done; wait
  $ grep -h -E "locked|cannot" said.*
  [1]
  $ "$BORDERMAP" export --canonical --store one.gpkg > one.txt; "$BORDERMAP" export --canonical --store four.gpkg | cmp - one.txt; wc -l < one.txt | sed 's/^[1-9].*/some/'
  some
