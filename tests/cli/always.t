An article in which a place was found has a map, whether or not anything happened there.

  $ cat > quiet.json <<'END'
  > {"id": "quiet", "language": "en", "published": "2025-03-11", "title": "Markers go up",
  >  "text": "Surveyors have put up markers along the border between Kyrgyzstan and Uzbekistan near Kerben."}
  > END
  $ "$BORDERMAP" map quiet.json --format svg -o out
  bordermap: quiet.json: no incident in it that can be drawn; its map shows border:KG-UZ (0.95 sure)
  out/quiet-kg-uz.svg
  $ grep -o '"title": "The border[^"]*"' out/manifest.json
  "title": "The border between Kyrgyzstan and Uzbekistan"

What is less than 0.8 sure is drawn as unconfirmed, and said to be so in the title, the caption and the legend.

  $ cat > unsure.jsonl <<'END'
  > {"id": "a", "language": "en", "published": "2025-06-19", "text": "It rained."}
  > {"id": "b", "language": "en", "published": "2025-06-19", "text": "Residents say there was shooting near Narva. Tallinn did not comment."}
  > END
  $ "$BORDERMAP" map unsure.jsonl --format svg -o out
  bordermap: unsure.jsonl: line 1 (a): no places in it that can be mapped
  bordermap: unsure.jsonl: line 2 (b): nothing in it is sure (0.80); drawn as unconfirmed: shooting at geonames:590031 (0.*) (glob)
  out/b-ee.svg
  $ grep -o '"caption": "[^(]*' out/manifest.json
  "caption": "Unconfirmed: shooting near Narva. Unconfirmed: shooting 
  $ grep -c 'Unconfirmed: near this place' out/b-ee.svg
  1

--incidents-only: articles without an incident are named and counted, not drawn.

  $ "$BORDERMAP" map --incidents-only quiet.json unsure.jsonl --format svg -o only --quiet
  bordermap: quiet.json: no incident in it that can be drawn
  bordermap: unsure.jsonl: line 1 (a): no places in it that can be mapped
  bordermap: unsure.jsonl: line 2 (b): nothing in it is sure (0.80); drawn as unconfirmed: shooting at geonames:590031 (0.*) (glob)
  bordermap: 2 of 3 articles tell of no incident that can be drawn
  only/b-ee.svg
