#!/usr/bin/env python3
"""Reads a store of snapshots in a local directory; written from snapshot-format.md alone, with Python's library alone.

    snapshot-reader.py STORE                        lists the snapshots, newest first
    snapshot-reader.py STORE SNAPSHOT TARGET        restores one, by id or name, into a directory that is empty or not there

Every object and every file is checked before it is written. Exit code 1 and a line on stderr for anything wrong.
"""

import hashlib
import json
import os
import re
import sys
import zlib

ROOT = "agentbay-snapshots"
MANIFEST = re.compile(r"snapshot-(\d{8}T\d{9}Z-[0-9a-f]{16})-([0-9a-f]{16})-([0-9a-f]{16})\.z")


class Damaged(Exception):
    pass


def require(good, what):
    if not good:
        raise Damaged(what)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


class Store:
    def __init__(self, directory):
        self.directory = directory
        with open(self.path("catalog", "store-1.json"), "rb") as marker:
            said = json.load(marker)
        require(said == {"format": "agentbay-snapshots", "version": 1}, "the marker is another")

    def path(self, *names):
        return os.path.join(self.directory, ROOT, *names)

    def manifests(self):
        """Newest first: ids sort by age."""
        names = [MANIFEST.fullmatch(name) for name in os.listdir(self.path("catalog"))]
        for name in sorted((name for name in names if name), key=lambda name: name[1], reverse=True):
            yield self.manifest(name)

    def manifest(self, name):
        with open(self.path("catalog", name[0]), "rb") as document:
            packed = document.read()
        require(sha256(packed)[:16] == name[3], name[0] + " is not what was written")
        text = zlib.decompress(packed).decode("utf-8")
        lines = [json.loads(line) for line in text.split("\n")[:-1]]
        head = lines[0]
        require(head["format"] == "agentbay-snapshot", name[0] + " is no manifest")
        require(head["version"] == 1, name[0] + " is of a later version")
        require(head["id"] == name[1], name[0] + " is of another snapshot")
        require(sha256(head["context"].encode("utf-8"))[:16] == name[2], name[0] + " is of another context")
        objects = [line for line in lines[1:] if "object" in line]
        files = [line for line in lines[1:] if "file" in line]
        require(head["files"] == len(files), name[0] + " was cut")
        require(head["bytes"] == sum(file["size"] for file in files), name[0] + " was cut")
        return head, objects, files

    def content(self, line):
        with open(self.path("objects", *line["object"].split("/")), "rb") as file:
            stored = file.read()
        require(len(stored) == line["stored"], line["object"] + " has another length")
        content = zlib.decompress(stored) if line["encoding"] == "zlib" else stored
        wanted = line["object"].split("/")[1].split(".")[0]
        require(len(content) == line["size"] and sha256(content) == wanted, line["object"] + " is damaged")
        return content


def restore(store, objects, files, target):
    last = None, b""
    for file in files:
        parts = file["file"].split("/")[1:]
        require(file["file"].startswith("/") and not {"", ".", ".."} & set(parts), file["file"] + " is no path")
        path = os.path.join(target, *parts)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        digest, size = hashlib.sha256(), 0
        with open(path, "xb") as out:
            for number, offset, length in file["parts"]:
                if last[0] != number:
                    last = number, store.content(objects[number])
                piece = last[1][offset : offset + length]
                digest.update(piece)
                size += out.write(piece)
        require(size == file["size"] and digest.hexdigest() == file["sha256"], file["file"] + " is damaged")


def main(arguments):
    store = Store(arguments[0])
    if len(arguments) == 1:
        for head, _, files in store.manifests():
            print(head["id"], head["createdAt"], len(files), "files", head["bytes"], "bytes", head["name"])
        return
    for head, objects, files in store.manifests():
        if arguments[1] in (head["id"], head["name"]):
            restore(store, objects, files, arguments[2])
            print("restored", len(files), "files,", head["bytes"], "bytes, of", head["name"])
            return
    raise Damaged("no such snapshot: " + arguments[1])


if __name__ == "__main__":
    if len(sys.argv) not in (2, 4):
        sys.exit(__doc__)
    try:
        main(sys.argv[1:])
    except (Damaged, OSError, KeyError, IndexError, ValueError, zlib.error) as error:
        sys.exit("snapshot-reader: %s" % error)
