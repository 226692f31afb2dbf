#!/bin/sh
# Every #include "…" in src/ is held against the arrows of CMakeLists.txt (CMake alone lets headers of indirect users through),
# and every foreign library against the files that may use it.
set -eu
cd "$1"
bad=0

awk '
FILENAME == "CMakeLists.txt" {
    if ($0 !~ /^add_(stage|fronts)\(/) next
    line = $0; sub(/^add_(stage|fronts)\(/, "", line); sub(/\)$/, "", line); sub(/LIBRARIES.*/, "", line)
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
    includes[FILENAME] = includes[FILENAME] " " name
    folder[FILENAME] = stage
}
# What a header brings along counts as if it stood in the file itself.
function follow(file, stage, path,    list, n, i, next_file) {
    n = split(includes[file], list, " ")
    for (i = 1; i <= n; i++) {
        if ((path, list[i]) in seen || !(list[i] in home)) continue
        seen[path, list[i]] = 1
        if (!((stage, home[list[i]]) in allowed)) { print path ": " stage " may not use " home[list[i]] " (" list[i] ", by way of " file ")"; bad = 1 }
        next_file = "src/" home[list[i]] "/" list[i]
        follow(next_file, stage, path)
    }
}
END {
    for (file in folder) follow(file, folder[file], file)
    exit bad
}
' CMakeLists.txt src/*/*.c src/*/*.cc src/*/*.h || bad=1

# Every foreign header belongs to a line of libraries.txt (library:pattern:files that may include it), and a header of ours
# that shows one stays in its stage; only base/json.h is for all.
known=""
while IFS=: read -r library pattern files; do
    known="$known|$pattern"
    for file in $(grep -l -E "^#include <($pattern)" src/*/*.c src/*/*.cc src/*/*.h || true); do
        case " $files " in
        *" $file "*) ;;
        *) echo "$file: may not include $library itself; tests/house/libraries.txt names the files that may"; bad=1 ;;
        esac
    done
    for header in $files; do
        case "$header" in
        src/base/json.h | *.c | *.cc) continue ;;
        esac
        if grep -n "^#include \"$(basename "$header")\"" src/*/* | grep -v "^$(dirname "$header")/"; then
            echo "$header: shows $library, so no other stage may include it"
            bad=1
        fi
    done
done <tests/house/libraries.txt

system="arpa|assert|c?ctype|dirent|dlfcn|errno|fcntl|float|ftw|inttypes|limits|locale|math|netinet|poll|pthread|setjmp|signal|std[a-z]+"
system="$system|vector|cstd[a-z]+|spawn|strings?|sys|termios|time|unistd|wchar"
if grep -n '^#include <' src/*/*.c src/*/*.cc src/*/*.h | grep -v -E "<(($system)(\.h>|/|>)${known})"; then
    echo "no library of tests/house/libraries.txt has these headers"
    bad=1
fi
# Files are opened by GDAL in one place, where the drivers of each use are listed; the store has two drivers of its own.
if grep -n -E '(GDALOpen|OGROpen|GDALAllRegister|OGRRegisterAll|GDALVectorTranslate)' src/*/*.c src/*/*.cc | grep -v -E 'src/(geometry/dataset|store/database)\.c:'; then
    echo "only dataset.c opens files by GDAL: dataset_open()"
    bad=1
fi
exit $bad
