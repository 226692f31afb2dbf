#!/bin/sh
# The binary is position-independent, its loader's tables are read-only from the start, its stack holds no code and has a guard,
# string functions are the checked ones, and functions begin with a mark for indirect jumps (on x86).
set -eu
binary=$1
bad=0
wants() {
    "$@" >/dev/null || { echo "$binary: not hardened: $*"; bad=1; }
}
has() { # has WORDS PROGRAM ARGUMENTS…
    words=$1
    shift
    "$@" 2>/dev/null | grep -q -E "$words"
}
wants has 'Type: +DYN' readelf -hW "$binary"
wants has 'GNU_RELRO' readelf -lW "$binary"
wants has 'BIND_NOW' readelf -dW "$binary"
wants has 'GNU_STACK.* RW  ' readelf -lW "$binary"
wants has '__stack_chk_fail' readelf -sW --dyn-syms "$binary"
wants has '__(memcpy|snprintf|vsnprintf|printf|fprintf)_chk' readelf -sW --dyn-syms "$binary"
if has 'X86-64' readelf -hW "$binary"; then
    wants has '<main>:' sh -c "objdump -d --no-show-raw-insn '$binary' | grep -A1 '<main>:' | grep -B1 endbr64"
fi
exit $bad
