Maps are called by their subject, so that files and edits outlive what else the article tells.

  $ printf 'Title: Fighting at the border\n\nShooting broke out on the border between Kyrgyzstan and Tajikistan on 14 September 2022. Three soldiers were killed, officials in Bishkek said.\n' > news.txt
  $ "$BORDERMAP" map news.txt --format svg --article-language en -o out
  out/news-kg-tj.svg

An edit under the name that had a number is found, and said so.

  $ printf '{"map": "news-2-kg-tj", "title": "A title of ours"}' > out/news-2-kg-tj.edit.json
  $ "$BORDERMAP" map news.txt --format svg --article-language en -o out
  bordermap: out/news-2-kg-tj.edit.json: used for news-kg-tj, as the map is called now; call it news-kg-tj.edit.json
  out/news-kg-tj.svg
  $ grep -c 'A title of ours' out/news-kg-tj.svg
  [1-9]\d* (re)

Incidents name their article; no two of a run have one id.

  $ cp news.txt other.txt
  $ "$BORDERMAP" map news.txt other.txt --format svg --article-language en -o two --quiet
  two/news-kg-tj.svg
  two/other-kg-tj.svg
  $ grep -o '"id": "[a-z]*/[^"]*"' two/manifest.json
  "id": "news/clash-2022-09-14-border-KG-TJ"
  "id": "other/clash-2022-09-14-border-KG-TJ"
  $ grep -c '"article": "other"' two/manifest.json
  2

A map that its article no longer has stays, and is said and listed; --prune removes it.

  $ printf 'Title: A quiet week\n\nMarkers went up along the border between Armenia and Georgia.\n' > news.txt
  $ "$BORDERMAP" map news.txt --format svg --article-language en -o out 2>&1 | sed 's/(0.*sure/(sure/'
  bordermap: news.txt: no incident in it that can be drawn; its map shows border:AM-GE (sure)
  bordermap: news-kg-tj: its article has no such map any more; it stays (--prune removes it)
  out/news-am-ge.svg
  $ ls out/*.svg && grep -A 7 '"stale"' out/manifest.json
  out/news-am-ge.svg
  out/news-kg-tj.svg
    "stale": [
      {
        "id": "news-kg-tj",
        "article": "news",
        "files": [
          "news-kg-tj.svg"
        ]
      }
  $ "$BORDERMAP" map news.txt --format svg --article-language en -o out --prune 2>&1 | grep -v 'no incident'
  bordermap: out/news-kg-tj.svg: removed; its article has no such map any more
  out/news-am-ge.svg
  $ ls out/*.svg out/*.edit.json
  out/news-2-kg-tj.edit.json
  out/news-am-ge.svg
  $ grep -c stale out/manifest.json
  0
  [1]

Items of a feed are called by their mark, not their position.

  $ feed() { printf '<rss version="2.0"><channel><title>N</title>'; for item in "$@"; do printf '<item><title>On the border between Armenia and Georgia</title><guid>%s</guid><description>Markers went up along the border between Armenia and Georgia, day %s.</description></item>' "$item" "$item"; done; printf '</channel></rss>'; }
  $ feed one two > feed.xml && "$BORDERMAP" map feed.xml --format svg --article-language en -o feed 2>/dev/null | sort > first
  $ feed zero one two > feed.xml && "$BORDERMAP" map feed.xml --format svg --article-language en -o feed 2>/dev/null | sort > second
  $ wc -l < first && comm -13 second first
  2
