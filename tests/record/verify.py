#!/usr/bin/env python3
"""Verifies an export of Opt-Out Log with nothing but Python's standard library.

    verify.py FILE          prints OK and the checkpoint, or the first bad entry and the reason
    verify.py < FILE

Written from host/RECORD.md alone, sections 2 to 7, without a look at the program: it is here to
show that a stranger can do the same. Status 0 verified, 1 broken, 2 no export.
"""
import hashlib
import json
import re
import sys
from dataclasses import dataclass, field

import pictures
import stamps
import witnesses

HEX16 = re.compile(r"[0-9a-f]{32}\Z")
HEX32 = re.compile(r"[0-9a-f]{64}\Z")


class Broken(Exception):
    """The first thing that is wrong: at which entry (0: none in particular), and which of the
    reasons of section 7."""

    def __init__(self, seq, reason, says=""):
        super().__init__(f"entry {seq}: {reason}{': ' + says if says else ''}")
        self.seq, self.reason, self.says = seq, reason, says


class NoExport(Exception):
    """The text is not an export, or not one that this program knows."""


@dataclass
class Report:
    ok: bool
    seq: int = 0
    reason: str = ""
    says: str = ""
    checkpoint: str = ""
    disclosed: int = 0
    counts: dict = field(default_factory=dict)

    def __str__(self):
        if self.ok:
            return f"OK {self.checkpoint}"
        return f"BROKEN entry {self.seq}: {self.reason}{': ' + self.says if self.says else ''}"


def _object_once(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NoExport("a key stands twice in one object")
    return found


def _whole(token):
    return int(token) if token != "-0" else 0.5  # it is no whole number


def _parse(text):
    try:
        return json.loads(text, object_pairs_hook=_object_once, parse_int=_whole)
    except ValueError as error:
        raise NoExport(f"no JSON: {error}") from error


def _sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def genesis_of(record):
    return _sha(b"optoutlog-genesis-v1\0", record)


def digest_of(salt, payload):
    return _sha(b"optoutlog-entry-v1\0", salt, payload)


def hash_of(seq, prev, digest):
    return _sha(b"optoutlog-link-v1\0", seq.to_bytes(8, "big"), prev, digest)


def _need(condition, says):
    if not condition:
        raise NoExport(says)


def _check_shape(packet):
    """Step 1: the members of section 5, with their types."""
    _need(isinstance(packet, dict), "no object")
    _need(packet.get("format") == "optoutlog-export", "format is not optoutlog-export")
    _need(
        packet.get("version") == 1 and packet["version"] is not True,
        f"version {packet.get('version')!r} is not known",
    )
    for name, pattern in (("record", HEX16), ("genesis", HEX32), ("head", HEX32)):
        _need(
            isinstance(packet.get(name), str) and pattern.match(packet[name]),
            f"{name} is no hexadecimal of its length",
        )
    _need(type(packet.get("count")) is int and packet["count"] >= 0, "count is no number")
    for name in ("tool", "exported", "checkpoint"):
        _need(isinstance(packet.get(name), str), f"{name} is no text")
    scope = packet.get("scope")
    _need(
        isinstance(scope, dict) and {"platform", "account"} <= scope.keys(),
        "scope is not platform and account",
    )
    for name in ("platform", "account"):
        _need(scope[name] is None or isinstance(scope[name], str), f"scope.{name} is no text")
    _need(isinstance(packet.get("entries"), list), "entries is no list")
    for place, entry in enumerate(packet["entries"], 1):
        _need(isinstance(entry, dict), f"entry {place} is no object")
        _need(type(entry.get("seq")) is int, f"entry {place}: seq is no number")
        for name in ("prev", "digest", "hash"):
            _need(
                isinstance(entry.get(name), str) and HEX32.match(entry[name]),
                f"entry {place}: {name} is no hexadecimal of 32 bytes",
            )
        disclosed = "salt" in entry or "payload" in entry
        if disclosed:
            _need(
                isinstance(entry.get("salt"), str) and HEX16.match(entry["salt"]),
                f"entry {place}: salt is no hexadecimal of 16 bytes",
            )
            _need(isinstance(entry.get("payload"), str), f"entry {place}: payload is no text")
        states = [disclosed, entry.get("erased") is True, entry.get("withheld") is True]
        _need(states.count(True) == 1, f"entry {place} is not one of disclosed, erased, withheld")


def _check_chain(packet, genesis):
    """Step 2: every link, and every disclosed content. Returns (number of contents, numbers that
    notes call erased, last hash)."""
    disclosed = 0
    noted = set()
    before = genesis
    full = packet["scope"]["platform"] is None and packet["scope"]["account"] is None
    for number, entry in enumerate(packet["entries"], 1):
        if entry["seq"] != number:
            raise Broken(number, "order", f"its number is {entry['seq']}")
        if bytes.fromhex(entry["prev"]) != before:
            raise Broken(number, "prev", "it does not continue the one before")
        digest = bytes.fromhex(entry["digest"])
        if hash_of(number, before, digest) != bytes.fromhex(entry["hash"]):
            raise Broken(number, "hash", "its hash is another one")
        before = bytes.fromhex(entry["hash"])
        if "payload" in entry:
            try:
                stored = entry["payload"].encode("utf-8")
            except UnicodeEncodeError:
                raise Broken(number, "digest", "its content is no UTF-8") from None
            if digest_of(bytes.fromhex(entry["salt"]), stored) != digest:
                raise Broken(number, "digest", "its content is not what was recorded")
            try:
                content = _parse(entry["payload"])
            except NoExport:
                content = None
            if not isinstance(content, dict):
                raise Broken(number, "payload", "its content is no JSON object")
            disclosed += 1
            if content.get("type") == "erased":
                _read_note(number, content, noted)
            if content.get("type") == "stamp":
                _read_stamp(number, content, packet["entries"])
            if content.get("type") == "picture" and not pictures.is_of(
                number, content, packet["entries"]
            ):
                raise Broken(number, "picture", "it is not of a reading of this chain")
            if content.get("type") == "witness" and not witnesses.is_of(
                number, content, packet["entries"]
            ):
                raise Broken(number, "witness", "it is not beside a reading of this chain")
        elif entry.get("withheld") and full:
            raise Broken(number, "withheld", "nothing may be withheld in a full export")
    return disclosed, noted, before


def _read_stamp(seq, stamp, entries):
    """That a time-stamp is whole and covers a head of this chain; its token needs signatures, for
    which Python has no library of its own."""
    if not stamps.is_whole(stamp):
        raise Broken(seq, "stamp", "it is no whole time-stamp")
    count = stamp["covers"]["count"]
    if not 1 <= count < seq or entries[count - 1]["hash"] != stamp["covers"]["head"]:
        raise Broken(seq, "stamp", "it covers what the chain does not have")


def _check_ends(packet, last):
    """Step 3."""
    if len(packet["entries"]) != packet["count"]:
        raise Broken(0, "head", f"{len(packet['entries'])} entries, count says {packet['count']}")
    if last.hex() != packet["head"]:
        raise Broken(0, "head", "the head is not the hash of the last entry")
    checkpoint = f"optoutlog-checkpoint-v1 {packet['record']} {packet['count']} {packet['head']}"
    if packet["checkpoint"] != checkpoint:
        raise Broken(0, "checkpoint", "the checkpoint says something else")


def _read_note(seq, note, noted):
    """Adds the numbers that an erase note names to `noted`; Broken at the first range that is
    none."""
    ranges = note.get("ranges")
    if not isinstance(ranges, list):
        raise Broken(seq, "note", "it has no ranges")
    end = 0
    for pair in ranges:
        if not (
            isinstance(pair, list) and len(pair) == 2 and all(type(each) is int for each in pair)
        ):
            raise Broken(seq, "note", "a range is no pair of numbers")
        first, last = pair
        if first < 1 or first > last or last >= seq:
            raise Broken(seq, "note", f"the range {first} to {last} does not lie below it")
        if end and first <= end + 1:
            raise Broken(seq, "note", "its ranges touch or are not in order")
        noted.update(range(first, last + 1))
        end = last


def _check_erasures(packet, noted):
    """Step 4: what is gone, and what the notes say is gone, are the same. The lowest n counts."""
    for entry in packet["entries"]:
        seq = entry["seq"]
        if entry.get("erased") and seq not in noted:
            raise Broken(seq, "erased-without-note", "its content is gone and no note says so")
        if not entry.get("erased") and seq in noted:
            raise Broken(
                seq,
                "note-without-erase",
                "a note says that its content was erased, and it is there",
            )


def verify_packet(packet):
    """A Report on an export that was parsed already; NoExport when it is none."""
    _check_shape(packet)
    try:
        genesis = genesis_of(bytes.fromhex(packet["record"]))
        if genesis.hex() != packet["genesis"]:
            raise Broken(0, "genesis", "the first hash does not follow from the record's id")
        disclosed, noted, last = _check_chain(packet, genesis)
        _check_ends(packet, last)
        _check_erasures(packet, noted)
    except Broken as broken:
        return Report(False, broken.seq, broken.reason, broken.says)
    return Report(True, checkpoint=packet["checkpoint"], disclosed=disclosed)


def verify_text(text):
    """text: str or UTF-8 bytes of an export."""
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise NoExport(f"no UTF-8: {error}") from error
    return verify_packet(_parse(text))


def main(arguments):
    if len(arguments) > 1:
        print(__doc__)
        return 2
    if arguments:
        with open(arguments[0], "rb") as file:
            data = file.read()
    else:
        data = sys.stdin.buffer.read()
    try:
        report = verify_text(data)
    except NoExport as error:
        print(f"no export: {error}")
        return 2
    print(report)
    return 0 if report.ok else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
