What was read of a file is shown as it will be used.

  $ cat > page.html <<'END'
  > <html lang="en"><head><title>Guards hurt near Batken - Post</title><meta name="date" content="2024-05-02T10:00:00+06:00">
  > <meta property="og:site_name" content="Post"></head><body><nav><a href="/">World</a></nav><h1>Guards hurt near Batken</h1>
  > <p>Two border guards were wounded near Batken on Thursday, officials said.</p></body></html>
  > END
  $ "$BORDERMAP" geoparse --show article page.html
  file      page.html
  kind      HTML page
  title     Guards hurt near Batken
  date      2024-05-02 (meta date)
  language  en (said)
  encoding  UTF-8
  source    Post
  
  Two border guards were wounded near Batken on Thursday, officials said.
  

  $ "$BORDERMAP" geoparse --show scene page.html
  bordermap: --show: 'scene' cannot be shown; article can
  [2]

Files may be packed, in a folder, or named by a list.

  $ mkdir -p desk/monday && cp page.html desk/monday/a.html && gzip -nc page.html > desk/b.gz && touch desk/.hidden
  $ "$BORDERMAP" geoparse --show article desk | grep -E '^(file|kind)'
  file      desk/b.gz
  kind      HTML page
  file      desk/monday/a.html
  kind      HTML page
  $ printf 'page.html\ndesk/b.gz\n' > list
  $ "$BORDERMAP" geoparse --show article @list | grep -c '^title     Guards hurt near Batken$'
  2
  $ "$BORDERMAP" geoparse @missing
  bordermap: @missing: missing: there is no such file
  [2]

A masthead dates the article, and is no news.

  $ printf 'Published 2 May 2024\n\nGEDAREF, May 1 (Reuters) - Shells fell on Gallabat on Wednesday.\n' > wire.txt
  $ "$BORDERMAP" geoparse --show article wire.txt | grep '^date'
  date      2024-05-02 (the line above the text)

A language whose words are not known is said, and its names are looked up.

  $ printf 'Η Τουρκία και η Ελλάδα συμφώνησαν στην Αθήνα για τα σύνορα.\n' > greek.txt
  $ "$BORDERMAP" geoparse --csv greek.txt | cut -d, -f8
  bordermap: greek.txt: no words are known for its language, 'el': only names of places are looked up
  ref
  country:TR
  country:GR
  geonames:264371

Where only the endings of its names are known, they are taken off.

  $ printf '북한과 한국의 국경에서 총격이 있었다고 서울 당국이 밝혔다.\n' > korean.txt
  $ "$BORDERMAP" geoparse --csv korean.txt | cut -d, -f5,8
  bordermap: korean.txt: no words are known for its language, 'ko': only names of places are looked up
  text,ref
  북한과,country:KP
  한국의,country:KR
  서울,geonames:1835848

A web archive is read a record at a time: from a file, packed, or on standard input. What is damaged is said with its place, after the records before it.

  $ page='<html><h1>Guards hurt near Batken</h1><p>Two border guards were killed in shelling near Batken on Thursday, officials said.</p></html>'
  $ record() { printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/%s\r\nContent-Length: %s\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n%s\r\n\r\n' "$1" $((44 + ${#page})) "$page"; }
  $ record 1 > two.warc && record 2 >> two.warc
  $ "$BORDERMAP" geoparse --show article two.warc | grep -E '^(kind|url)'
  kind      page of a WARC
  url       https://news.example/1
  kind      page of a WARC
  url       https://news.example/2
  $ record 1 | gzip -nc > two.warc.gz && record 2 | gzip -nc >> two.warc.gz
  $ "$BORDERMAP" geoparse --show article two.warc.gz | grep -c '^kind      page of a WARC'
  2
  $ "$BORDERMAP" geoparse --show article - < two.warc | grep -c '^kind      page of a WARC'
  2
  $ printf 'WARC/1.0\r\nWARC-Type: response\r\n\r\n' >> two.warc
  $ "$BORDERMAP" geoparse --show article two.warc | grep -c '^kind      page of a WARC'
  bordermap: two.warc: byte 554: the record does not say how long it is
  2
  $ "$BORDERMAP" map --incidents-only -o out two.warc.gz 2>/dev/null | grep -c png
  2
