An editor's changes are written down once, and hold at every redraw.

  $ "$BORDERMAP" map --place border:KG-TJ -o maps --format png --write-edit
  maps/border-kg-tj.png
  maps/border-kg-tj.edit.json

What it begins with changes nothing, and is never written over.

  $ sha256sum maps/border-kg-tj.png >plain.txt
  $ "$BORDERMAP" map --place border:KG-TJ -o maps --format png --write-edit
  bordermap: maps/border-kg-tj.edit.json is there already, and stays as it is
  maps/border-kg-tj.png
  $ sha256sum maps/border-kg-tj.png | cmp - plain.txt
  $ grep -E '"(map|title|geonames:1528735)"' maps/border-kg-tj.edit.json
    "map": "border-kg-tj",
    "title": null,
      "title": "The border between Kyrgyzstan and Tajikistan",
        "geonames:1528735": "Batken",

  $ cat >maps/border-kg-tj.edit.json <<'END'
  > {"title": "The Vorukh road", "frame": [69.5, 39.2, 71.5, 40.4],
  >  "hide": ["Katran", "Nowhere"], "rename": {"country:TJ": "Tajik Republic", "geonames:1514896": "Isfara town"},
  >  "move": {"geonames:1528735": [70.9, 40.2], "geonames:1527534": "left"},
  >  "add": [{"text": "Checkpoint", "at": [70.75, 39.87]}],
  >  "callouts": [{"text": "Road closed\nsince Tuesday", "at": [70.4, 39.85]}],
  >  "highlights": [{"ref": "river:isfara", "legend": "The river in question"}, "border:KG-XX"]}
  > END
  $ "$BORDERMAP" map --place border:KG-TJ -o maps --format png
  bordermap: border-kg-tj: highlights: "border:KG-XX" is no reference that is known
  bordermap: border-kg-tj: hide: "Nowhere" is no label of this map
  bordermap: border-kg-tj: move: "geonames:1527534" is no label of this map
  maps/border-kg-tj.png
  $ grep -A 4 '"remarks"' maps/manifest.json
        "remarks": [
          "highlights: \"border:KG-XX\" is no reference that is known",
          "hide: \"Nowhere\" is no label of this map",
          "move: \"geonames:1527534\" is no label of this map"
        ],
  $ "$BORDERMAP" map --place border:KG-TJ -o maps --show scene >scene.txt 2>/dev/null
  $ grep -o -E '^text \[[^]]*\] "(The Vorukh road|TAJIK REPUBLIC|Isfara town|Checkpoint|Road closed|since Tuesday|Katran|The river in question)"' scene.txt
  text [country:TJ] "TAJIK REPUBLIC"
  text [geonames:1514896] "Isfara town"
  text [add:0] "Checkpoint"
  text [callout:0] "Road closed"
  text [callout:0] "since Tuesday"
  text [title] "The Vorukh road"
  text [legend] "The river in question"

A moved label stands where it was put, in another frame and on another page, too.

  $ at() { "$BORDERMAP" map --place border:KG-TJ -o maps --show scene "$@" 2>/dev/null | grep -c 'text \[geonames:1528735\] "Batken".*anchor=middle'; }
  $ at; at --size 900x900; at --bbox 69,39,72,41
  1
  1
  1

The file can lie elsewhere; one for another map is said.

  $ cp maps/border-kg-tj.edit.json mine.json
  $ "$BORDERMAP" map --place border:KG-TJ -o elsewhere --show scene --edit mine.json 2>/dev/null | cmp - scene.txt
  $ echo '{"map": "1-ru-ua"}' >other.json
  $ "$BORDERMAP" map --place border:KG-TJ -o elsewhere --format png --edit other.json
  bordermap: --edit: other.json is for the map 1-ru-ua, which this run did not draw
  elsewhere/border-kg-tj.png

A frame that leaves the incident out, and a label that has left the map, are no reason to fail.

  $ cat >article.txt <<'END'
  > Title: Shelling in Batken
  > Published: 2022-09-16
  > 
  > Three people were killed by shelling in Batken, Kyrgyzstan, on 16 September 2022.
  > END
  $ echo '{"frame": [20, 40, 25, 44]}' >far.json
  $ "$BORDERMAP" map article.txt -o far --format png --edit far.json
  bordermap: article-kg: frame: "geonames:1528735" is where an incident is, and lies outside
  far/article-kg.png

What cannot be used is told: where, and what may have been meant.

  $ for bad in '{"title": "x",' '{"tilte": "x"}' '{"move": {"Osh": "lefft"}}' '{"frame": [1, 2, 3]}'; do
  >   echo "$bad" >bad.json; "$BORDERMAP" map --place border:KG-TJ -o far --edit bad.json; done
  bordermap: --edit: bad.json: line 1, column 15: this is not valid JSON
  bordermap: --edit: bad.json: tilte: there is no such key; did you mean "title"?
  bordermap: --edit: bad.json: move.Osh: "lefft" is none of right-above … right; did you mean "left"?
  bordermap: --edit: bad.json: frame: wants [west, south, east, north] in degrees
  [2]
  $ "$BORDERMAP" map --place border:KG-TJ -o far --edit none.json
  bordermap: --edit: none.json: there is no such file
  [2]

House names hold for labels, titles and captions.

  $ cat >names.json <<'END'
  > {"names": {"Batken": "Batkent", "geonames:1514879": {"en": "Khudzhand"}, "country:KG": "Kirghizia", "geonames:99999999999": "x"}}
  > END
  $ "$BORDERMAP" map --place border:KG-TJ -o house --format png --names names.json
  bordermap: names.json: "geonames:99999999999" is no reference that is known
  house/border-kg-tj.png
  $ grep -E '"(title|alt)"' house/manifest.json
        "title": "The border between Kirghizia and Tajikistan",
        "alt": "Map: The border between Kirghizia and Tajikistan. Countries: Kirghizia and Tajikistan. Places: *Khudzhand*Batkent*", (glob)
  $ cp names.json house/names.json
  $ "$BORDERMAP" map --place border:KG-TJ -o house --show scene 2>/dev/null | grep -c -E '"(Khudzhand|KIRGHIZIA|Batkent)"'
  3
