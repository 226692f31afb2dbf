What is known of a border, line, area, river or place.

  $ "$BORDERMAP" explain border:KG-TJ --as-of 2022-09-14 | head -n 16
  border:KG-TJ  Kyrgyzstan–Tajikistan
    kind         line
    length       \d+ km on the outlines of 2017-11 (re)
    as of        2022-09-14
  
    1991-08-31 to 2011-01-01: undelimited
    status       .* (re)
    source       Joint delimitation commission of Kyrgyzstan and Tajikistan
  
    2011-01-01 to 2022-01-01: undelimited
    status       .* (re)
    source       .* (re)
  
  * 2022-01-01 to 2024-12-04: undelimited
    status       .* (re)
    source       .* (re)

What holds depends on the day.

  $ for day in 1980 1995 2023 2026; do "$BORDERMAP" explain border:KG-TJ --as-of $day | grep '^\*'; done
  * 1991-08-31 to 2011-01-01: undelimited
  * 2022-01-01 to 2024-12-04: undelimited
  * since 2025-03-13: international
  $ "$BORDERMAP" explain border:KG-TJ --as-of 1980 | grep 'Nothing'
  Nothing is stated for this day; it is drawn as it is today: international.
  $ "$BORDERMAP" explain border:KE-SS --as-of 2005-06-01 | grep 'Nothing'
  Nothing is stated for this day; it is drawn as it is today: disputed.
  $ for day in 1995 2005-06-01 2009; do "$BORDERMAP" explain border:RS-XK --as-of $day | grep '^\*'; done
  * 1991-12-26 to 1999-06-10: administrative
  * 1999-06-10 to 2008-02-17: administrative
  * since 2008-02-17: disputed
  $ "$BORDERMAP" explain area:crimea --as-of 1995 | grep '^\*'
  * 1954-02-19 to 2014-03-18: region

The two countries in either order, in either case.

  $ for ref in border:XK-RS border:RS-XK rs-xk XK-RS; do "$BORDERMAP" explain $ref | head -n 1; done
  border:RS-XK  Serbia–Kosovo
  border:RS-XK  Serbia–Kosovo
  border:RS-XK  Serbia–Kosovo
  border:RS-XK  Serbia–Kosovo
  $ "$BORDERMAP" map --place border:TJ-KG --format svg -o out
  out/border-kg-tj.svg

Areas, lines, rivers, countries; as JSON.

  $ "$BORDERMAP" explain area:crimea --worldview ru --json | grep -e '"shown"' -e '"worldview"' | head -n 2
    "worldview": "RU",
    "shown": "part",
  $ "$BORDERMAP" explain line:blue-line | grep -e length -e source -e border:
    length       \d+ km (re)
    source       .* (re)
    border       border:IL-LB, Israel–Lebanon
  $ "$BORDERMAP" explain river:isfara | grep -c 'border:'
  2
  $ "$BORDERMAP" explain country:KG | grep -c 'border       border:'
  4
  $ "$BORDERMAP" explain country:KG geonames:1528249 --json | python3 -c 'import json,sys; d=json.JSONDecoder(); t=sys.stdin.read(); a,n=d.raw_decode(t); b,_=d.raw_decode(t[n:].lstrip()); print(a["ref"], b["ref"])'
  country:KG geonames:1528249

A name that several have: which was taken, and the others.

  $ "$BORDERMAP" explain Tripoli 2>words.txt | head -n 1
  geonames:2210247  Tripoli
  $ cut -d';' -f1 words.txt
  bordermap: 'Tripoli' is taken for geonames:2210247 (Tripoli, LY)

Bad input: what may have been meant.

  $ "$BORDERMAP" explain
  bordermap: explain wants a reference or a name: border:KG-TJ, area:crimea, Batken
  [2]
  $ "$BORDERMAP" explain border:KG-ZZ
  bordermap: explain: no border is known between KG-ZZ; there are: border:CN-KG, border:KG-KZ, border:KG-TJ, border:KG-UZ
  [2]
  $ "$BORDERMAP" explain area:crymea
  bordermap: explain: there is no place 'area:crymea'; did you mean "area:crimea"?
  [2]
  $ "$BORDERMAP" map --place Batkn
  bordermap: --place: there is no place 'Batkn'; did you mean "Batken"?
  [2]
  $ "$BORDERMAP" explain border:KG-TJ --as-of soon
  bordermap: --as-of: 'soon' is no date; write it as 2022-09-14
  [2]
  $ "$BORDERMAP" explain border:KG-TJ --worldview mars 2>&1 | cut -d';' -f1
  bordermap: --worldview: no view 'mars' is known
