"""
Rebuilds everything that the recipe makes, in order: python3 rebuild.py [step …]. Packages come from the cache (RECIPE_CACHE, else
recipe/cache) or are fetched by their own clients. At the end it says which files differ from those that catalog.json names.
"""
import importlib
import shutil
import subprocess
import sys
import time

# What the steps need: Debian package → module that must import, or program that must be there.
MODULES = {"python3-gdal": "osgeo.ogr", "python3-numpy": "numpy", "python3-shapely": "shapely.vectorized"}
PROGRAMS = {"gmt": "gmt", "npm": "npm", "apt": "apt-get", "dpkg": "dpkg-deb"}
# With other versions of these the shapes may differ in their last digits.
KNOWN_VERSIONS = {"osgeo": "3.6.2", "numpy": "1.24.2", "shapely": "1.8.5"}


def make_tables():
    import common
    import tables_countries
    import tables_packages
    import tables_places
    import tables_regions
    packages = tables_packages.Packages()
    towns = tables_places.read_towns(packages)
    for part in (tables_places, tables_countries, tables_regions):
        part.write(packages, towns, common.TABLES)


def make_border_table():
    import common
    import tables_borders
    tables_borders.write(common.TABLES)


def run_script(name):
    return lambda: importlib.import_module(name).main()


# Regions are cut along codes that the tables hold, and the table of borders measures the borders that the regions step writes.
STEPS = {"tables": make_tables, "crosswalk": run_script("crosswalk"), "regions": run_script("regions"), "borders": make_border_table,
         "water": run_script("water"), "relief": run_script("relief"), "catalogue": run_script("catalogue")}


def is_importable(module):
    try:
        importlib.import_module(module)
        return True
    except ImportError:
        return False


def check_tools():
    """Ends the run if something is missing, naming the Debian packages; warns of other versions."""
    missing = [package for package, module in MODULES.items() if not is_importable(module)]
    missing += [package for package, program in PROGRAMS.items() if not shutil.which(program)]
    if missing:
        raise SystemExit(f"rebuild: missing: {' '.join(missing)} (Debian packages: apt-get install them, and use Debian's own python3)")
    for module, version in KNOWN_VERSIONS.items():
        found = importlib.import_module(module).__version__
        if not found.startswith(version):
            print(f"rebuild: {module} is {found}, not {version}: the files may differ from the shipped ones", file=sys.stderr)


def run_apart(step):
    """Runs a step in a process of its own, so that its memory is free again afterwards."""
    start = time.monotonic()
    print(f"{step} …", flush=True)
    result = subprocess.run([sys.executable, __file__, "--step", step], check=False)
    if result.returncode != 0:
        raise SystemExit(f"rebuild: the step '{step}' failed; nothing after it was done")
    print(f"{step}: {time.monotonic() - start:.0f} s", flush=True)


def main():
    arguments = sys.argv[1:]
    if len(arguments) == 2 and arguments[0] == "--step":
        STEPS[arguments[1]]()
        return
    unknown = [step for step in arguments if step not in STEPS]
    if unknown:
        raise SystemExit(f"rebuild: no step '{unknown[0]}'; there are: {' '.join(STEPS)}")
    check_tools()
    import catalogue
    for step in STEPS:
        if step != "catalogue" and (not arguments or step in arguments):
            run_apart(step)
    print("\n".join(catalogue.differences()) or "every file is byte for byte the one in catalog.json")
    if not arguments or "catalogue" in arguments:
        run_apart("catalogue")


if __name__ == "__main__":
    main()
