#!/usr/bin/env python3
"""Packs the folder extension/ for the stores: a .zip for Chrome's, an .xpi for addons.mozilla.org.

    scripts/pack-extension.py [OUT]      OUT: folder of the archives (build/store)
    scripts/pack-extension.py --files    names the files that are shipped, one a line

The two archives hold the same bytes, and two runs over the same tree give the same bytes on any
machine: names are sorted, times and modes fixed, and nothing is compressed, since compressed bytes
depend on the version of zlib (the stores compress anew). Exit status: 0 written, 1 the folder holds
something that is not to be shipped, 2 usage.

What differs from the folder: `key` is taken out of manifest.json. It fixes the id of an unpacked
copy; the Chrome Web Store refuses a manifest that has one ("key field is not allowed in manifest"),
Firefox does not know it.
"""
import json
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXTENSION = ROOT / "extension"
SHIPPED = {".css", ".html", ".js", ".json", ".png", ".svg"}
# For developers alone: types, and the schema that the tests hold the rules against.
LEFT_OUT = (".d.ts", "rules/schema.json")
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first time that a zip file can name


def shipped_files():
    """Paths relative to extension/, sorted by their bytes.

    Anything of an unknown kind is an error, never a guess.
    """
    names, strange = [], []
    for path in EXTENSION.rglob("*"):
        name = path.relative_to(EXTENSION).as_posix()
        if path.is_dir() and not path.is_symlink() or name.endswith(LEFT_OUT):
            continue
        hidden = any(part.startswith(".") for part in Path(name).parts)
        if path.is_symlink() or path.suffix not in SHIPPED or hidden:
            strange.append(name)
        names.append(name)
    if strange:
        raise SystemExit(
            f"pack-extension: not a kind of file that is shipped: {', '.join(sorted(strange))}. "
            "Remove it from extension/, or name its kind in scripts/pack-extension.py."
        )
    return sorted(names, key=lambda name: name.encode())


def content(name):
    data = (EXTENSION / name).read_bytes()
    if name != "manifest.json":
        return data
    manifest = json.loads(data)
    manifest.pop("key", None)
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()


def pack(target):
    """Writes one archive, whole or not at all."""
    names = shipped_files()
    part = target.with_name(target.name + ".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.create_system = 3  # Unix, on every system
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content(name))
    part.replace(target)


def main(arguments):
    if arguments == ["--files"]:
        print("\n".join(shipped_files()))
        return 0
    if len(arguments) > 1 or (arguments and arguments[0].startswith("-")):
        print(__doc__, file=sys.stdout if arguments in (["-h"], ["--help"]) else sys.stderr)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    folder = Path(arguments[0]) if arguments else ROOT / "build/store"
    folder.mkdir(parents=True, exist_ok=True)
    version = json.loads((EXTENSION / "manifest.json").read_bytes())["version"]
    for kind in ("zip", "xpi"):
        target = folder / f"optoutlog-{version}.{kind}"
        pack(target)
        print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
