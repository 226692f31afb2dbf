Twice the same bytes: PNG, SVG, PDF, JSON.

  $ "$BORDERMAP" map -o one --format png,svg,pdf "$BORDERMAP_SOURCE/tests/articles/sample.it.txt" | sed 's/^one/two/' > expected.txt
  $ "$BORDERMAP" map -o two --format png,svg,pdf "$BORDERMAP_SOURCE/tests/articles/sample.it.txt" | cmp - expected.txt
  $ diff -r one two

The manifest's digests are those of the files.

  $ grep -c '"sha256"' one/manifest.json > sums.txt
  $ ls one/*.png one/*.svg one/*.pdf | wc -l | cmp - sums.txt
  $ for file in one/*.png one/*.svg one/*.pdf; do grep -q "$(sha256sum "$file" | cut -d' ' -f1)" one/manifest.json || echo "$file"; done

SVG is well-formed XML.

  $ for file in one/*.svg; do xmllint --noout --nonet "$file"; done
