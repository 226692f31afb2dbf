The atlas: only what would show something else is drawn.

  $ articles="$BORDERMAP_SOURCE"/tests/docs/files
  $ "$BORDERMAP" add --quiet "$articles/article.txt" "$articles"/articles/*.json
  bordermap: 5 new, 0 the same, 0 revised, 0 removed
  $ cat > atlas.json <<'END'
  > {"store": "incidents.gpkg", "out": "atlas", "maps": [
  >   {"id": "ferghana", "area": "border:KG-TJ", "timeline": true, "formats": "svg"},
  >   {"id": "caucasus", "area": "border:AM-AZ", "languages": ["en", "ru"], "safe": "grid=10km", "formats": "svg"}]}
  > END
  $ "$BORDERMAP" build --explain
  ferghana: drawn: it was never drawn
  caucasus-en: drawn: it was never drawn
  caucasus-ru: drawn: it was never drawn
  $ "$BORDERMAP" build --explain
  ferghana: kept: nothing that it shows changed
  caucasus-en: kept: nothing that it shows changed
  caucasus-ru: kept: nothing that it shows changed
  $ "$BORDERMAP" build --if-changed
  [3]
  $ cat > later.json <<'END'
  > {"title":"Shots near Isfara","published":"2022-09-18","language":"en","url":"https://valley.example/isfara",
  >  "text":"One Tajik soldier was wounded near Isfara on 17 September 2022 when Kyrgyz border guards opened fire, officials said."}
  > END
  $ "$BORDERMAP" add --quiet later.json; "$BORDERMAP" build --explain
  bordermap: 1 new, 0 the same, 0 revised, 0 removed
  ferghana: drawn: 1 new of its incidents
  caucasus-en: kept: nothing that it shows changed
  caucasus-ru: kept: nothing that it shows changed
  $ grep -c 'map-change\|new' atlas/ferghana.svg > /dev/null && echo marked
  marked

What somebody changed is drawn anew; what the atlas has no longer is removed when asked for.

  $ echo changed >> atlas/caucasus-ru.svg; "$BORDERMAP" build --verify --explain
  ferghana: kept: nothing that it shows changed
  caucasus-en: kept: nothing that it shows changed
  caucasus-ru: drawn: caucasus-ru.svg is not as it was written
  $ sed -i 's/, "ru"//' atlas.json; "$BORDERMAP" build --prune --explain; ls atlas
  ferghana: kept: nothing that it shows changed
  caucasus: drawn: it was never drawn
  build.ledger
  caucasus.geojson
  caucasus.manifest.json
  caucasus.svg
  ferghana-timeline.svg
  ferghana.geojson
  ferghana.manifest.json
  ferghana.svg
  incidents.geojson
  manifest.json

Maps of the store without an atlas.

  $ "$BORDERMAP" map --store incidents.gpkg --area border:KG-TJ --since 2022-09-15 --format svg -o one
  one/kg-tj.svg
  $ "$BORDERMAP" map --store incidents.gpkg --lang en --format svg -o all
  all/overview.svg
  all/kg-tj.svg
  all/am.svg
  $ "$BORDERMAP" map --store incidents.gpkg "$articles/article.txt" 2>&1 | sed 's|/[^ ]*/||g'
  bordermap: --store draws what was added; 'bordermap add article.txt' adds it, or leave out --store
  $ "$BORDERMAP" map --since 2022-09-15 "$articles/article.txt"
  bordermap: --since asks for incidents of a store; name it with --store
  [2]
  $ "$BORDERMAP" map --store missing.gpkg
  bordermap: missing.gpkg: there is no such store; 'bordermap add' makes it
  [4]
  $ "$BORDERMAP" map --store incidents.gpkg --kind none
  bordermap: --kind: 'none' is not known; docs/story.md lists them
  [2]

A folder is watched: what is used stays, what is not is put aside.

  $ mkdir inbox; sed "s/Friday/Saturday/" "$articles/articles/batken.json" > inbox/batken.json; echo '{"title":' > inbox/broken.json
  $ "$BORDERMAP" watch --once inbox
  bordermap: inbox/broken.json: line 1, column 10: this is not valid JSON
  bordermap: 1 rejected: rejected.jsonl says which and why
  bordermap: inbox/broken.json: cannot be used, and was put aside; see inbox/rejected/broken.json.reason.txt
  $ find inbox -type f | grep -v /\\. | sort
  inbox/batken.json
  inbox/rejected/broken.json
  inbox/rejected/broken.json.reason.txt
  $ "$BORDERMAP" watch --once inbox
  $ "$BORDERMAP" watch missing
  bordermap: missing: is no folder; watch takes folders into which files arrive
  [2]

Differences.

  $ "$BORDERMAP" diff 2022-09-16 2022-09-30 --lang en
  New: Isfara: Shooting, 17 September 2022, 1 wounded
  $ "$BORDERMAP" diff --if-changed 2023-01-01 2023-01-02 --lang en
  Nothing changed
  [3]
  $ "$BORDERMAP" diff --json 2022-09-16 2022-09-30 --area border:AM-AZ | wc -l
  0
  $ "$BORDERMAP" diff 2022-09-16 someday
  bordermap: 'someday' is neither a date nor a store
  [2]

An atlas that cannot be used.

  $ echo '{"maps": [{"id": "a", "arae": "border:KG-TJ"}]}' > bad.json; "$BORDERMAP" build bad.json
  bordermap: bad.json: maps[0].arae: there is no such member; did you mean "area"?
  [1]
  $ echo '{"maps": [{"id": "a", "since": "lately"}]}' > bad.json; "$BORDERMAP" build bad.json
  bordermap: bad.json: maps[0].since: wants a date, "2022-09-14", or days before the newest account: "-7d", "-2w", "-3m", "-1y"
  [1]
  $ "$BORDERMAP" build none.json
  bordermap: none.json: there is no such file
  [1]
