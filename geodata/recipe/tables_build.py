"""Rebuilds geodata/tables from the pinned packages: python3 tables_build.py [folder]."""
import pathlib
import sys

import common
import tables_borders
import tables_countries
import tables_packages
import tables_places
import tables_regions


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else common.TABLES
    packages = tables_packages.Packages()
    towns = tables_places.read_towns(packages)
    for part in (tables_places, tables_countries, tables_regions):
        part.write(packages, towns, folder)
    tables_borders.write(folder)


if __name__ == "__main__":
    main()
