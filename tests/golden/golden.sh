#!/bin/sh
# golden.sh BORDERMAP COMPARE SOURCE NAME [renew]: one golden case: every scene as text exactly, then every picture, exact or nearly so.
# A missing reference fails. With "renew" the references are written anew instead: look at each picture before committing it.
set -eu
bordermap=$1 compare=$2 source=$3 name=$4 renew=${5:-}
golden=$source/tests/golden
arguments=$(sed -n "s/^$name: //p" "$golden/cases.txt")
[ -n "$arguments" ] || { echo "there is no case '$name' in cases.txt"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$source"
eval "set -- $arguments" # quoted as in a shell
"$bordermap" map "$@" --show scene >"$work/scene"
"$bordermap" map "$@" --format png --output "$work/maps" >"$work/paths"
# A case with articles, as the story that its maps are drawn from.
articles="" of_articles="" of_map="" before=""
for word in "$@"; do
    case $before in
    --published | --source | --article-language | --corrections) of_articles="$of_articles '$before' '$word'" ;;
    *)
        case $word in
        --published | --source | --article-language | --corrections) ;;
        tests/articles/* | tests/golden/en-*.json) articles="$articles '$word'" ;;
        *) of_map="$of_map '$word'" ;;
        esac
        ;;
    esac
    before=$word
done
if [ -n "$articles" ]; then
    eval "\"\$bordermap\" geoparse --story $of_articles $articles" >"$work/story"
    eval "\"\$bordermap\" map --story \"\$work/story\" $of_map --show scene" | cmp - "$work/scene"
fi
if [ "$renew" = renew ]; then
    rm -f "$golden/$name.scene.gz" "$golden/$name".[0-9]*.png
    gzip -9nc "$work/scene" >"$golden/$name.scene.gz"
fi
[ -f "$golden/$name.scene.gz" ] || { echo "there is no reference $name.scene.gz; renew it and look at its pictures"; exit 1; }
gzip -dc "$golden/$name.scene.gz" | diff - "$work/scene" >"$work/difference" || { head -n 40 "$work/difference"; exit 1; }
number=0
while read -r path; do
    number=$((number + 1))
    [ "$renew" != renew ] || cp "$path" "$golden/$name.$number.png"
    "$compare" "$golden/$name.$number.png" "$path"
done <"$work/paths"
[ ! -e "$golden/$name.$((number + 1)).png" ] || { echo "there are fewer maps than references"; exit 1; }
