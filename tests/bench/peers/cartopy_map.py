#!/usr/bin/python3
"""cartopy_map.py FOLDER PICTURE.png: the window by Cartopy and Matplotlib, which place no labels by themselves."""
import csv
import pathlib
import sys

import matplotlib

matplotlib.use("Agg")
from cartopy import crs
from cartopy.io.shapereader import Reader
from matplotlib import patheffects, pyplot

TINTS = {"KG": "#f2ead6", "TJ": "#e2ead9", "UZ": "#efe2df"}
LINES = (("region_lines", "#c9c2b8", 0.5), ("rivers", "#8db6d2", 0.8), ("borders", "#857b74", 1.2))


def main(folder, picture):
    folder = pathlib.Path(folder)
    plane, lonlat = crs.TransverseMercator(71, 40, scale_factor=0.9996), crs.PlateCarree()
    figure = pyplot.figure(figsize=(12, 9), dpi=100)
    axes = figure.add_axes((0.01, 0.04, 0.98, 0.89), projection=plane)
    axes.set_extent((68, 74, 38.5, 41.5), lonlat)
    axes.set_facecolor("#f4f1ea")
    for country in Reader(folder / "countries.shp").records():
        axes.add_geometries([country.geometry], lonlat, facecolor=TINTS.get(country.attributes["code"], "#ecebe8"), edgecolor="none")
    axes.add_geometries(list(Reader(folder / "lakes.shp").geometries()), lonlat, facecolor="#b9d6e8", edgecolor="#8db6d2", linewidth=0.4)
    for name, colour, width in LINES:
        axes.add_geometries(list(Reader(folder / f"{name}.shp").geometries()), lonlat, facecolor="none", edgecolor=colour, linewidth=width)
    halo = [patheffects.withStroke(linewidth=2.5, foreground="white")]
    with open(folder / "towns.csv", encoding="utf-8") as towns:
        for town in csv.DictReader(towns):
            at = plane.transform_point(float(town["lon"]), float(town["lat"]), lonlat)
            axes.plot(*at, "o", color="#222", markeredgecolor="white", markersize=5)
            axes.annotate(town["name"], at, (4, 4), textcoords="offset points", fontsize=10, path_effects=halo)
    figure.text(0.01, 0.95, "Where three borders meet", fontsize=18, weight="bold")
    figure.savefig(picture, dpi=100)


main(*sys.argv[1:])
