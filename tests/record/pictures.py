"""What a picture in an export has to be, by host/RECORD.md, section 4."""
import json
import re

from stamps import CONTROL, SLUG, is_time

HASH = re.compile(r"[0-9a-f]{64}\Z")
MEDIA = ("image/jpeg", "image/png")


def _within(value, least, most):
    return type(value) is int and least <= value <= most


def _is_account(value):
    return value is None or (
        isinstance(value, str) and 0 < len(value.encode()) <= 200 and not CONTROL.search(value)
    )


def _is_whole(picture):
    return (
        isinstance(picture.get("sha256"), str)
        and HASH.match(picture["sha256"]) is not None
        and picture.get("media") in MEDIA
        and _within(picture.get("bytes"), 1, 614400)
        and _within(picture.get("width"), 1, 16384)
        and _within(picture.get("height"), 1, 16384)
        and picture["width"] * picture["height"] <= 50_000_000
        and _within(picture.get("covered"), 0, 1000)
    )


def is_beside(seq, kept, entries):
    """Whether what is kept beside a reading says whose it is, and the chain has that before it."""
    of = kept.get("of")
    whole = (
        isinstance(of, dict)
        and _within(of.get("seq"), 1, seq - 1)
        and is_time(kept.get("at"))
        and isinstance(kept.get("platform"), str)
        and SLUG.match(kept["platform"]) is not None
        and _is_account(kept.get("account"))
    )
    if not whole:
        return False
    reading = entries[of["seq"] - 1]
    if reading["hash"] != of.get("hash"):
        return False
    if "payload" not in reading:
        return True
    said = json.loads(reading["payload"])
    return (
        "type" not in said
        and said.get("basis") == "seen"
        and said.get("platform") == kept["platform"]
        and said.get("account") == kept.get("account")
    )


def is_of(seq, picture, entries):
    """Whether it is whole, and of a reading that the chain has before it."""
    return _is_whole(picture) and is_beside(seq, picture, entries)
