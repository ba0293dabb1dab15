"""What a witness in an export has to be, by host/RECORD.md, section 4."""
import re

from pictures import HASH, _within, is_beside

URL = re.compile(r"https://[A-Za-z0-9._:\[\]-]+/robots\.txt\Z")
AGENT = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
WHY = ("ok", "no-file", "partial", "everyone", "not-text", "empty")


def _are_agents(value):
    return (
        isinstance(value, list)
        and len(value) <= 100
        and all(isinstance(one, str) and AGENT.match(one) for one in value)
    )


def _is_consistent(said):
    none = said["why"] == "no-file"
    away, missing, signal = said["away"], said["missing"], said.get("signal")
    if (said.get("sha256") is None) != none or not (away or missing):
        return False
    if none and (said["bytes"] != 0 or signal is not None):
        return False
    if said["says"] == "denied":
        return said["why"] == "ok" and bool(away) and not missing and signal in (None, "no")
    if said["says"] == "allowed":
        return said["why"] == "ok" and not away and signal in (None, "yes")
    return said["why"] != "ok" and not (none and away)


def _is_whole(said):
    url, digest = said.get("url"), said.get("sha256")
    return (
        isinstance(url, str)
        and URL.match(url) is not None
        and len(url) <= 2000
        and _within(said.get("status"), 200, 599)
        and _within(said.get("bytes"), 0, 65536)
        and (digest is None or (isinstance(digest, str) and HASH.match(digest) is not None))
        and said.get("says") in ("allowed", "denied", "unknown")
        and said.get("why") in WHY
        and _are_agents(said.get("away"))
        and _are_agents(said.get("missing"))
        and said.get("signal") in (None, "yes", "no", "both")
        and _is_consistent(said)
    )


def is_of(seq, said, entries):
    """Whether it is whole, and beside a reading that the chain has before it."""
    return _is_whole(said) and is_beside(seq, said, entries)
