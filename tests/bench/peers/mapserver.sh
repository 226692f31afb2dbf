#!/bin/sh
# mapserver.sh FOLDER PICTURE.png: the window by MapServer's map2img.
set -eu
folder=$(cd "$1" && pwd)
picture=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
{
    printf 'plain %s\n' "$(fc-match -f '%{file}' 'Noto Sans')"
    printf 'bold %s\n' "$(fc-match -f '%{file}' 'Noto Sans:bold')"
} >"$work/fonts"
echo 'CONFIG ENV END END' >"$work/conf"

# layer NAME TYPE, then its classes on standard input
layer() {
    echo "LAYER NAME 'layer_$1' TYPE $2 STATUS DEFAULT DATA '$1' PROJECTION 'init=epsg:4326' END"
    cat
    echo END
}
label="TYPE TRUETYPE OUTLINECOLOR '#ffffff' PARTIALS FALSE POSITION AUTO"
{
    cat <<HEAD
MAP NAME peer SIZE 1200 900 EXTENT -256500 -192000 256500 192000 UNITS METERS IMAGECOLOR '#f4f1ea' IMAGETYPE png
SHAPEPATH '$folder' FONTSET '$work/fonts'
OUTPUTFORMAT NAME png DRIVER 'AGG/PNG' MIMETYPE 'image/png' IMAGEMODE RGB EXTENSION 'png' END
SYMBOL NAME dot TYPE ELLIPSE FILLED TRUE POINTS 1 1 END END
PROJECTION 'proj=tmerc' 'lat_0=40' 'lon_0=71' 'k=0.9996' 'ellps=WGS84' 'units=m' END
HEAD
    layer countries POLYGON <<COUNTRIES
CLASSITEM 'code'
CLASS EXPRESSION 'KG' STYLE COLOR '#f2ead6' END END
CLASS EXPRESSION 'TJ' STYLE COLOR '#e2ead9' END END
CLASS EXPRESSION 'UZ' STYLE COLOR '#efe2df' END END
CLASS STYLE COLOR '#ecebe8' END END
COUNTRIES
    echo "CLASS STYLE COLOR '#c9c2b8' WIDTH 0.6 END END" | layer region_lines LINE
    echo "CLASS STYLE COLOR '#8db6d2' WIDTH 1 END END" | layer rivers LINE
    echo "CLASS STYLE COLOR '#b9d6e8' OUTLINECOLOR '#8db6d2' END END" | layer lakes POLYGON
    echo "CLASS STYLE COLOR '#857b74' WIDTH 1.6 LINEJOIN ROUND END END" | layer borders LINE
    layer towns POINT <<TOWNS
LABELITEM 'name'
CLASS
STYLE SYMBOL 'dot' SIZE 7 COLOR '#222222' OUTLINECOLOR '#ffffff' END
LABEL $label FONT plain SIZE 10 COLOR '#222222' OUTLINEWIDTH 2 OFFSET 4 4 BUFFER 2 PRIORITY 9 END
END
TOWNS
    cat <<REST
LAYER NAME 'headline' TYPE POINT STATUS DEFAULT TRANSFORM FALSE FEATURE POINTS 20 28 END TEXT 'Where three borders meet' END
CLASS LABEL TYPE TRUETYPE FONT bold SIZE 17 COLOR '#111111' POSITION CR FORCE TRUE OUTLINECOLOR '#ffffff' OUTLINEWIDTH 2 END END END
SCALEBAR STATUS EMBED UNITS KILOMETERS INTERVALS 2 SIZE 234 4 STYLE 1 POSITION LR OFFSET 20 20 TRANSPARENT ON
LABEL TYPE TRUETYPE FONT plain SIZE 9 COLOR '#333333' END END
END
REST
} >"$work/peer.map"
MAPSERVER_CONFIG_FILE="$work/conf" map2img -m "$work/peer.map" -o "$picture"
