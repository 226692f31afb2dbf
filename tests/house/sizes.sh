#!/bin/sh
# Files of our own code stay under 500 lines, functions under 60.
set -eu
cd "$1"
bad=0
for file in src/*/*.c src/*/*.h; do
    lines=$(wc -l <"$file")
    if [ "$lines" -ge 500 ]; then
        echo "$file: $lines lines; files stay under 500"
        bad=1
    fi
done
awk '
FNR == 1 { start = 0 }
/^[a-z].*\) \{$/ { start = FNR; name = $0 }
/^\}/ && start { if (FNR - start >= 60) { print FILENAME ":" start ": " FNR - start " lines; functions stay under 60: " name; bad = 1 } start = 0 }
END { exit bad }
' src/*/*.c || bad=1
exit $bad
