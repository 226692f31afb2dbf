"""Members of the pinned packages, read from the cache without unpacking to disk; and writing tables with the same bytes every time."""
import csv
import gzip
import io
import json
import pathlib
import subprocess
import tarfile

import common


class Packages:
    """Opens each package once; a .deb through dpkg-deb, an npm package as the tar it is."""

    def __init__(self):
        self.tars = {}

    def tar(self, name):
        if name not in self.tars:
            path = pathlib.Path(common.fetch(name))
            if path.suffix == ".deb":
                data = subprocess.run(["dpkg-deb", "--fsys-tarfile", path], check=True, capture_output=True).stdout
            else:
                data = gzip.decompress(path.read_bytes())
            archive = tarfile.open(fileobj=io.BytesIO(data))
            members = {m.name.removeprefix("./"): m for m in archive.getmembers() if m.isfile()}
            self.tars[name] = (archive, members)
        return self.tars[name]

    def names(self, name, start="", end=""):
        """Paths in a package, sorted."""
        return sorted(p for p in self.tar(name)[1] if p.startswith(start) and p.endswith(end))

    def bytes(self, name, path):
        archive, members = self.tar(name)
        return archive.extractfile(members[path]).read()

    def text(self, name, path):
        return self.bytes(name, path).decode("utf-8")

    def json(self, name, path):
        return json.loads(self.bytes(name, path))


def write_csv(path, header, rows):
    """CSV with newlines as row ends; gzip'd without name and time where the path says .gz."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    data = out.getvalue().encode("utf-8")
    if path.suffix == ".gz":
        packed = io.BytesIO()
        with gzip.GzipFile("", "wb", 9, packed, mtime=0) as file:
            file.write(data)
        data = packed.getvalue()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
