"""What must hold after whatever happened."""
import hashlib
import sqlite3
from collections import Counter
from pathlib import Path

import verify
from hostclient import Host


def entry_ids(host):
    """The id of every stored entry, oldest first."""
    found = []
    for page in host.pages("history", "before", {"limit": 500}):
        found += [each["id"] for each in page["entries"]]
    return found[::-1]


def export_packet(host):
    """The JSON export, its pages put together as RECORD.md says."""
    return "".join(page["text"] for page in host.pages("export", "cursor", {"format": "json"}))


def digests(data):
    """The files of a folder, each with the digest of its bytes."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(data.iterdir()) if file.is_file()
    }


def integrity(data):
    file = Path(data) / "record.db"
    if not file.exists():
        return
    connection = sqlite3.connect(file, timeout=60)
    try:
        rows = connection.execute("PRAGMA integrity_check").fetchall()
    finally:
        connection.close()
    assert rows == [("ok",)], f"integrity_check: {rows}"


def check(binary, data, acknowledged, unsure=()):
    """acknowledged: ids that the host said are recorded. unsure: lists of ids, one for each call
    without an answer; each call is there whole or not at all."""
    with Host(binary, data) as host:
        said = host.call("verify")
        assert said["ok"], f"the chain does not verify: {said}"
        ids = Counter(entry_ids(host))
        packet = export_packet(host) if said["entries"] else None
    integrity(data)
    if packet is not None:
        report = verify.verify_text(packet)
        assert report.ok, f"verify.py: {report}"
    doubled = [each for each, count in ids.items() if count > 1]
    assert not doubled, f"there more than once: {doubled}"
    lost = [each for each in acknowledged if each not in ids]
    assert not lost, f"acknowledged and lost: {lost}"
    known = set(acknowledged)
    for call in unsure:
        there = [each for each in call if each in ids]
        assert len(there) in (0, len(call)), f"half of a call is there: {there} of {call}"
        known.update(call)
    strange = [each for each in ids if each not in known]
    assert not strange, f"entries that nobody sent: {strange}"
    return ids
