# For the others to read in: a clean folder to work in, programs that are needed, and a word on failing.
set -eu
rm -rf "$WORK"
mkdir -p "$WORK"
cd "$WORK"
HOME=$WORK # browsers and editors keep their settings there
export HOME

needs() {
    for program in "$@"; do
        command -v "$program" >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
    done
}

fail() {
    echo "$*" >&2
    exit 1
}
