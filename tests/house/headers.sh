#!/bin/sh
# Every header compiles alone, and begins with a comment that says what the thing is.
set -eu
cd "$1"
include=""
for folder in src/*/; do include="$include -I$folder"; done
for header in src/*/*.h; do
    case "$(head -n 1 "$header")" in
    "/*"*) ;;
    *) echo "$header: its first line is no comment that says what it is"; exit 1 ;;
    esac
    # shellcheck disable=SC2086
    echo "#include \"$header\"" | cc -std=c17 -D_GNU_SOURCE -fsyntax-only -Wall -Wextra -Werror -x c -I. $include $(pkg-config --cflags libcjson cairo pangocairo gdal) - ||
        { echo "$header: cannot be included alone"; exit 1; }
done
