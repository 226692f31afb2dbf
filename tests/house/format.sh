#!/bin/sh
# clang-format has nothing to change.
set -eu
cd "$1"
clang-format --dry-run --Werror src/*/*.c src/*/*.h src/*/*.cc tests/*/*.c tests/*/*.h
