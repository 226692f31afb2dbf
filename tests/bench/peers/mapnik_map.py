#!/usr/bin/python3
"""mapnik_map.py FOLDER PICTURE.png: the window by Mapnik, which has no title and no scale bar of its own."""
import pathlib
import sys

import mapnik

PLANE = "+proj=tmerc +lat_0=40 +lon_0=71 +k=0.9996 +ellps=WGS84 +units=m +no_defs"
LONLAT = "+proj=longlat +datum=WGS84 +no_defs"
TINTS = {"KG": "#f2ead6", "TJ": "#e2ead9", "UZ": "#efe2df"}


def rule(symbolizers, condition=None):
    where = f"<Filter>[code]='{condition}'</Filter>" if condition else ""
    return f"<Rule>{where}{symbolizers}</Rule>"


def style(name, *rules):
    return f'<Style name="{name}">{"".join(rules)}</Style>'


def layer(folder, name):
    return (
        f'<Layer name="{name}" srs="{LONLAT}"><StyleName>{name}</StyleName><Datasource>'
        f'<Parameter name="type">shape</Parameter><Parameter name="file">{folder}/{name}.shp</Parameter></Datasource></Layer>'
    )


def sheet(folder):
    line = '<LineSymbolizer stroke="{}" stroke-width="{}" stroke-linejoin="round"/>'.format
    styles = [
        style("countries", *(rule(f'<PolygonSymbolizer fill="{tint}"/>', code) for code, tint in TINTS.items())),
        style("region_lines", rule(line("#c9c2b8", 0.6))),
        style("rivers", rule(line("#8db6d2", 1))),
        style("lakes", rule('<PolygonSymbolizer fill="#b9d6e8"/>' + line("#8db6d2", 0.5))),
        style("borders", rule(line("#857b74", 1.6))),
        style("towns", rule(
            '<MarkersSymbolizer width="7" height="7" fill="#222" stroke="white" allow-overlap="true"/>'
            '<TextSymbolizer face-name="Noto Sans Regular" size="14" fill="#222" halo-fill="white" halo-radius="1.6"'
            ' placement-type="simple" placements="NE,E,SE,N,S,NW,W,SW,14,12" dx="7" dy="7">[name]</TextSymbolizer>')),
    ]
    layers = ("countries", "region_lines", "rivers", "lakes", "borders", "towns")
    return f'<Map srs="{PLANE}" background-color="#f4f1ea" buffer-size="128">{"".join(styles)}{"".join(layer(folder, n) for n in layers)}</Map>'


def main(folder, picture):
    page = mapnik.Map(1200, 900)
    mapnik.FontEngine.register_fonts("/usr/share/fonts/truetype/noto", False)
    mapnik.load_map_from_string(page, sheet(pathlib.Path(folder).resolve()))
    page.zoom_to_box(mapnik.Box2d(-256500, -192375, 256500, 192375))
    mapnik.render_to_file(page, picture, "png")


main(*sys.argv[1:])
