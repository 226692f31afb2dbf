Whose view of the borders a map shows, how it draws what is in question, and what the data does not reach.

  $ "$BORDERMAP" map --place area:crimea --worldview mars
  bordermap: --worldview: no view 'mars' is known; there are: de-facto, AE, AF, AM, AR, AZ, BT, CN, CY, EG, EH, ES, GE, GY, IL, IN, IR, JP, KM, KR, LB, MA, MD, MU, NP, PH, PK, RS, RU, SD, SO, SR, SY, TR, UA, UN, VE, VN, XK
  [2]
  $ "$BORDERMAP" map --place area:crimea --disputed blink
  bordermap: --disputed: 'blink' is no way; it takes hatch, dash or hide
  [2]

Crimea is hatched de facto, land of one side in its view; the note stays in every view.

  $ "$BORDERMAP" map --place area:crimea --show scene > defacto.txt
  $ "$BORDERMAP" map --place area:crimea --worldview ua --show scene > ua.txt
  $ "$BORDERMAP" map --place area:crimea --worldview RU --show scene > ru.txt
  $ grep 'area:crimea' defacto.txt | grep -c hatch
  1
  $ grep 'area:crimea' ua.txt ru.txt | grep -c hatch
  0
  [1]
  $ grep -c 'line:crimea-isthmus' defacto.txt ua.txt ru.txt
  defacto.txt:1
  ua.txt:0
  ru.txt:1
  $ grep -c 'Internationally considered part of Ukraine' defacto.txt ua.txt ru.txt
  defacto.txt:1
  ua.txt:1
  ru.txt:1
  $ grep -o 'Borders as [A-Za-z]* sees them' ua.txt ru.txt defacto.txt
  ua.txt:Borders as Ukraine sees them
  ru.txt:Borders as Russia sees them

Kosovo is a country or an area; the border has its class from the view.

  $ "$BORDERMAP" map --place country:XK --show scene | grep legend | grep -c 'Disputed border'
  1
  $ "$BORDERMAP" map --place country:XK --worldview RS --show scene > rs.txt
  $ grep legend rs.txt | grep -c 'Administrative line'
  1
  $ "$BORDERMAP" map --place country:XK --worldview XK --show scene | grep legend | grep -c 'Administrative line'
  0
  [1]

The United Nations take no side on Kosovo: it is nobody's part, its line is dashed, and the map says by which resolution it is administered.

  $ "$BORDERMAP" map --place country:XK --worldview UN --as-of 2024-01-01 --show scene > un.txt
  $ grep legend un.txt | grep -c 'Disputed border'
  1
  $ grep -c 'Borders as the United Nations sees them' un.txt
  1
  $ grep -c 'Security Council resolution 1244' un.txt
  1

A day of which nothing is stated has the class of today; before 2008 the data says what the line was.

  $ "$BORDERMAP" map --place border:RS-XK --as-of 2005-06-01 --show scene > before.txt
  $ grep legend before.txt | grep -c 'Administrative line'
  1
  $ grep -c 'Kosovo was under UN administration' before.txt
  1
  $ "$BORDERMAP" map --place country:SS --as-of 2005-05-01 --show scene 2> /dev/null | grep legend | grep -c 'Disputed border'
  1

Hidden, a disputed border is no line at all: not a solid one, which would take a side. It is noted.

  $ "$BORDERMAP" map --place country:XK --disputed hide --show scene > hidden.txt
  $ grep '^ *path\|^path' hidden.txt | grep -c 'border:RS-XK'
  0
  [1]
  $ grep legend hidden.txt | grep -c 'Disputed border'
  0
  [1]
  $ grep -c 'Kosovo: Administrative line for Serbia' hidden.txt
  1

A wide frame names what it shows as disputed, and the areas that it has no room for.

  $ "$BORDERMAP" map --bbox 20,35,75,57 --as-of 2022-10-11 --show scene > wide.txt
  $ grep note wide.txt | grep -c 'Disputed border: .*Serbia–Kosovo'
  1
  $ grep note wide.txt | grep -c 'Crimea'
  1

Outlines only; or nothing but the note.

  $ "$BORDERMAP" map --place area:abkhazia --disputed dash --show scene > dash.txt
  $ grep -c hatch dash.txt
  0
  [1]
  $ grep -c 'area:abkhazia' dash.txt
  2
  $ "$BORDERMAP" map --place area:abkhazia --disputed hide --show scene > hide.txt
  $ grep 'path' hide.txt | grep -c 'area:abkhazia'
  0
  [1]
  $ grep -c 'Abkhazia: ' hide.txt
  1

A date that the data does not reach is said, on the map and to the editor.

  $ "$BORDERMAP" map --place border:KG-TJ --as-of 1985 --format svg -o old > /dev/null
  bordermap: border-kg-tj: as of 1985: the data on borders begins with 1991-12-26; the borders drawn are today's
  $ grep -c 'Border data begins on 26 December 1991' old/border-kg-tj.svg
  1
  $ "$BORDERMAP" map --place country:SS --as-of 2005-05-01 --format svg -o old > /dev/null 2> words.txt
  $ grep -c 'as of 2005-05-01: the data does not say what held then' words.txt
  1
  $ "$BORDERMAP" map --place border:KG-TJ --as-of 2022-09-14 --format svg -o new
  new/border-kg-tj.svg
  $ grep -o 'Borders: data from November 2017; status as of 14 September 2022' new/border-kg-tj.svg | head -n 1
  Borders: data from November 2017; status as of 14 September 2022
