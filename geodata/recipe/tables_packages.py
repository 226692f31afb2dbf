"""Members of the pinned packages, read from the cache without unpacking to disk."""
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
                archive = tarfile.open(fileobj=io.BytesIO(data))
            else:
                archive = tarfile.open(path)
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
