#!/usr/bin/env python3
"""Writes schema1.sql: a record as the last build with schema 1 wrote it.

    tests/record/old/make.py --host HOST

HOST is a host of that build (its `hello` says schema 1). The tests make a record.db of the file and
look at what a newer host makes of it. It is kept as SQL, so that a reader sees what is in it; the
salts, ids and hashes are of the day on which it was made.
"""
import argparse
import sqlite3
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from hostclient import Host, entry  # noqa: E402

OUT = Path(__file__).with_name("schema1.sql")


def story():
    """Calls of `record`, one after the other."""
    on = {"training": "allowed", "raw": "on"}
    yield [entry(at="2026-05-12T10:00:00.000Z")]
    yield [entry(at="2026-05-12T11:30:00.000Z")]  # only confirms
    yield [entry(at="2026-09-29T10:00:00.000Z")]
    yield [entry(at="2026-11-16T10:00:00.000Z", **on)]  # returned
    yield [entry(at="2026-11-16T12:00:00.000Z", **on)]  # only confirms
    # The same setting of another account: what was read late breaks the run; schema 1 bridged it.
    yield [entry(at="2026-11-10T10:00:00.000Z", account="grace-h", **on)]
    yield [entry(at="2026-11-20T10:00:00.000Z", account="grace-h", **on)]
    yield [entry(at="2026-11-15T10:00:00.000Z", account="grace-h")]
    # Said, not seen; a form; an account that no page named; one that is erased.
    yield [
        entry(
            at="2026-11-17T10:00:00.000Z", platform="x", control="grok-training", basis="declared",
            sure=None, actor="user", raw=None, evidence=None, note="by e-mail", date="2026-11-01",
        )
    ]
    yield [
        entry(
            at="2026-11-17T11:00:00.000Z", platform="facebook", control="ai-objection",
            basis="form", training="unknown", sure=None, raw="submitted", evidence=None,
        )
    ]
    yield [
        entry(
            at="2026-11-18T10:00:00.000Z",
            platform="pinterest",
            control="canvas",
            account=None,
            actor="user",
        )
    ]
    yield [
        entry(
            at="2026-11-18T11:00:00.000Z", platform="pinterest", control="canvas", account=None,
            training="unknown", why="layout-changed", sure="none", raw=None,
        )
    ]
    yield [
        entry(at="2026-11-18T12:00:00.000Z", platform="tumblr", control="sharing", unit="a-blog")
    ]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    host_path = parser.parse_args().host
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o700)
        with Host(host_path, folder) as host:
            assert host.call("hello")["schema"] == 1, "this host does not write schema 1"
            for entries in story():
                host.call("record", {"entries": entries})
            host.call("erase", {"platform": "tumblr"})
            assert host.call("verify")["ok"]
        connection = sqlite3.connect(Path(folder) / "record.db")
        marks = [f"PRAGMA {name} = {connection.execute(f'PRAGMA {name}').fetchone()[0]};"
                 for name in ("application_id", "user_version")]
        OUT.write_text("\n".join([*marks, *connection.iterdump()]) + "\n")
        connection.close()


if __name__ == "__main__":
    main()
