"""
Writes geodata/catalog.json from catalogue.tsv, sources.tsv and the shipped files: where each comes from, how much is in it, and its
SHA-256. `python3 catalogue.py --check` writes nothing and says which files differ from the catalogue.
"""
import csv
import gzip
import hashlib
import io
import json
import sys

import common

CATALOGUE = common.GEODATA / "catalog.json"
FOLDERS = ("shapes", "tables", "curated", "lexicon")
KINDS = (".fgb.gz", ".geojson", ".csv", ".csv.gz", ".tsv", ".tif")
OWN = "bordermap"
OWN_VERSION = "1"


def read_tsv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def files_of(path):
    """The files of an entry: itself, or all below a folder, sorted; none if it is not there."""
    whole = common.GEODATA / path
    if whole.is_dir():
        return sorted(p for p in whole.rglob("*") if p.is_file() and p.name.endswith(KINDS))
    return [whole] if whole.exists() else []


def digest(path):
    """SHA-256 of a file; of a folder, that of what `sha256sum` prints for its files in the order of their paths."""
    if not (common.GEODATA / path).is_dir():
        return common.sha256(common.GEODATA / path)
    lines = [f"{common.sha256(p)}  {p.relative_to(common.GEODATA).as_posix()}\n" for p in files_of(path)]
    return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()


def count_features(path):
    from osgeo import ogr
    ogr.UseExceptions()
    prefix = "/vsigzip/" if path.suffix == ".gz" else ""
    source = ogr.Open(f"{prefix}{path}")
    return source.GetLayer(0).GetFeatureCount()


def count_csv(path):
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return sum(1 for _ in csv.reader(io.StringIO(text, newline=""))) - 1


def size_of(path):
    """{"features" or "rows": how many}; nothing for an image."""
    files = files_of(path)
    if path.endswith((".fgb.gz", ".geojson")):
        return {"features": count_features(files[0])}
    if path.endswith((".csv", ".csv.gz")):
        return {"rows": count_csv(files[0])}
    return {} if path.endswith(".tif") else {"rows": sum(len(read_tsv(file)) for file in files)}


def newest_statement(path):
    """The latest day on which anything that the file states began or ended."""
    if path.endswith(".geojson"):
        features = json.loads((common.GEODATA / path).read_text(encoding="utf-8"))["features"]
        rows = [feature["properties"] for feature in features]
    else:
        rows = read_tsv(common.GEODATA / path)
    return max((row.get(column) or "" for row in rows for column in ("from", "to")), default="")


def date_of(row, main, packages):
    """The date of the content: as catalogue.tsv says, else of the main source, else of the newest statement."""
    date = row["date"] or (newest_statement(row["path"]) if main == OWN else packages[main]["date"])
    if not date:
        raise SystemExit(f"catalogue.tsv: {row['path']} has no date in it; give one")
    return date


def described(names, packages):
    """(source, version): right holders, each with the packages that hold the data, and the packages' versions in that order."""
    holders = {}
    for name in names:
        holders.setdefault(OWN if name == OWN else packages[name]["credit"], []).append(name)
    texts = [holder if holder == OWN else f"{holder} ({', '.join(held)})" for holder, held in holders.items()]
    versions = [OWN_VERSION if name == OWN else packages[name]["version"] for held in holders.values() for name in held]
    return "; ".join(texts), "; ".join(versions)


def title_of(row):
    """The title; of a folder with what is in it."""
    whole = common.GEODATA / row["path"]
    parts = sorted(p.name for p in whole.iterdir() if p.is_dir()) if whole.is_dir() else []
    return f"{row['title']} ({', '.join(parts)})" if parts else row["title"]


def entry(row, packages):
    names = row["sources"].split(",")
    unknown = [name for name in names if name != OWN and name not in packages]
    if unknown:
        raise SystemExit(f"catalogue.tsv: {row['path']}: {unknown[0]} is not in sources.tsv")
    source, version = described(names, packages)
    return {"path": row["path"], "title": title_of(row), "source": source, "version": version, "date": date_of(row, names[0], packages),
            "licence": row["licence"], "credit": row["credit"], **size_of(row["path"]), "sha256": digest(row["path"])}


def check_complete(rows):
    """Ends the run if a file is shipped that no row describes."""
    known = {file for row in rows for file in files_of(row["path"])}
    shipped = {file for folder in FOLDERS for file in files_of(folder)} | set(files_of("relief.tif"))
    for file in sorted(shipped - known):
        raise SystemExit(f"{file.relative_to(common.GEODATA)}: is shipped, but has no row in catalogue.tsv")


def written():
    """The catalogue as it stands in the folder: [entry]."""
    return json.loads(CATALOGUE.read_text(encoding="utf-8"))["files"] if CATALOGUE.exists() else []


def differences():
    """What the files and the catalogue do not agree on: [line]."""
    listed = written()
    lines = [f"{e['path']}: is missing" for e in listed if not files_of(e["path"])]
    lines += [f"{e['path']}: differs from catalog.json" for e in listed if files_of(e["path"]) and digest(e["path"]) != e["sha256"]]
    paths = {e["path"] for e in listed}
    rows = read_tsv(common.RECIPE / "catalogue.tsv")
    return lines + [f"{row['path']}: is not in catalog.json" for row in rows if files_of(row["path"]) and row["path"] not in paths]


def write():
    rows = read_tsv(common.RECIPE / "catalogue.tsv")
    packages = common.sources()
    check_complete(rows)
    entries = [entry(row, packages) for row in rows if files_of(row["path"])]
    CATALOGUE.write_text(json.dumps({"files": entries}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def main():
    if "--check" not in sys.argv[1:]:
        write()
        return
    lines = differences()
    print("\n".join(lines) or "every shipped file is as catalog.json says")
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
