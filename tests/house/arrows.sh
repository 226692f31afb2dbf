#!/bin/sh
# Every #include "…" in src/ is held against the arrows of CMakeLists.txt (CMake alone lets headers of indirect users through),
# and every foreign library against the files that may use it.
set -eu
cd "$1"

awk '
FILENAME == "CMakeLists.txt" {
    if ($0 !~ /^add_stage\(/) next
    line = $0; sub(/^add_stage\(/, "", line); sub(/\)$/, "", line); sub(/LIBRARIES.*/, "", line)
    n = split(line, word, /[ \t]+/); stage = word[1]; allowed[stage, stage] = 1; known[stage] = 1
    for (i = 3; i <= n; i++) allowed[stage, word[i]] = 1
    next
}
FNR == 1 {
    split(FILENAME, part, "/"); stage = part[2]
    if (!(stage in known)) { print FILENAME ": the folder is no stage of CMakeLists.txt"; bad = 1 }
}
/^#include "/ {
    name = $2; gsub(/"/, "", name)
    if (!(name in home)) {
        for (s in known) { path = "src/" s "/" name; if ((getline dummy < path) >= 0) { home[name] = s; close(path) } }
    }
    if (!(name in home)) { print FILENAME ":" FNR ": there is no header " name; bad = 1 }
    else if (!((stage, home[name]) in allowed)) { print FILENAME ":" FNR ": " stage " may not use " home[name] " (" name ")"; bad = 1 }
}
END { exit bad }
' CMakeLists.txt src/*/*.c src/*/*.cc src/*/*.h

# library: header pattern: files that may include it
while IFS=: read -r library pattern files; do
    found=$(grep -l -E "^#include <($pattern)" src/*/*.c src/*/*.cc src/*/*.h || true)
    for file in $found; do
        case " $files " in
        *" $file "*) ;;
        *) echo "$file: may not use $library directly; see tests/house/arrows.sh"; exit 1 ;;
        esac
    done
done <"$1/tests/house/libraries.txt"
