What a map looks like, is called and contains does not depend on what else is drawn in the run, nor in which order.

  $ articles=$(ls "$BORDERMAP_SOURCE"/tests/articles/*.json)
  $ "$BORDERMAP" map --quiet --format svg -o all $articles 2>/dev/null | sort > all.txt
  $ "$BORDERMAP" map --quiet --format svg -o reverse $(printf '%s\n' $articles | sort -r) 2>/dev/null | sed 's/^reverse/all/' | sort | cmp - all.txt
  $ for article in $articles; do "$BORDERMAP" map --quiet --format svg -o alone "$article"; done 2>/dev/null | sed 's/^alone/all/' | sort | cmp - all.txt
  $ rm */manifest.json */incidents.geojson
  $ diff -r all reverse && diff -r all alone
