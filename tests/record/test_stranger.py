#!/usr/bin/env python3
"""What a stranger's export says in any member never drives the terminal, nor ends a command."""
import json
import os
import tempfile
import unittest
from pathlib import Path

import verify
from command import command
from hostclient import entry, find_host

HOST = find_host(os.environ.get("OPTOUTLOG_HOST"))
# Escape, title, bell, C1's CSI, a turn of direction, lines, delete.
EVIL = "\x1b[31mRED\x1b]0;t\x07\u009b2J\u202eabc\u200f\u2066\r\nX\x7f"
OBEYED = [text.encode() for text in ("\x1b", "\x07", "\r", "\x7f", "\u009b", "\u202e", "\u200f",
                                     "\u2066")]
MEMBERS = ("id at received platform control account unit basis training why sure actor raw browser "
           "note date type step how kept").split()


def stranger(payload, tool):
    """A verifiable export of one entry, as no host has written it."""
    record, salt = os.urandom(16), os.urandom(16)
    genesis = verify.genesis_of(record)
    text = json.dumps(payload, ensure_ascii=False)
    digest = verify.digest_of(salt, text.encode())
    head = verify.hash_of(1, genesis, digest)
    link = {"seq": 1, "prev": genesis.hex(), "digest": digest.hex(), "hash": head.hex(),
            "salt": salt.hex(), "payload": text}
    return {"format": "optoutlog-export", "version": 1, "tool": tool,
            "exported": "2026-11-23T18:00:00.000Z", "record": record.hex(),
            "genesis": genesis.hex(), "scope": {"platform": None, "account": None}, "count": 1,
            "head": head.hex(),
            "checkpoint": f"optoutlog-checkpoint-v1 {record.hex()} 1 {head.hex()}",
            "entries": [link]}


class Stranger(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="optoutlog-stranger-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.whole = {**entry(), "received": "2026-11-23T18:00:00.000Z"}

    def look(self, name, payload, tool="another"):
        class Context:
            host = HOST

        data = self.folder / name
        data.mkdir(mode=0o700)
        file = self.folder / f"{name}.json"
        packet = stranger(payload, tool)
        file.write_text(json.dumps(packet), encoding="utf-8")
        for arguments in (
            ("import", str(file)), ("import", "--list"), ("import", "--list", "--json"),
            ("history", "--source", packet["record"]),
            ("history", "--source", packet["record"], "--details"),
            ("history", "--source", packet["record"], "--json"), ("verify", str(file)),
            ("verify",), ("status",),
        ):
            done = command(Context, data, *arguments)
            said = f"{name}: {arguments}: {done.returncode}\n{done.stdout}{done.stderr}"
            self.assertIn(done.returncode, (0, 40), said)
            self.assertNotIn("internal", done.stdout + done.stderr, said)
            printed = (done.stdout + done.stderr).encode()
            self.assertEqual([each for each in OBEYED if each in printed], [], said)
            if "--json" in arguments and done.returncode == 0 and arguments[0] == "history":
                self.assertEqual(json.loads(done.stdout)["entries"][0].get(name), payload.get(name))

    def test_16_11_texts(self):
        for name in MEMBERS:
            with self.subTest(name):
                self.look(name, {**self.whole, name: EVIL})

    def test_16_11_other_kinds(self):
        for number, name in enumerate(MEMBERS):
            if name in ("platform", "account"):
                continue  # refused at the door
            with self.subTest(name):
                self.look(name, {**self.whole, name: (7, [EVIL], {EVIL: EVIL})[number % 3]})

    def test_16_11_evidence(self):
        evil = {"label": EVIL, "lang": EVIL, "route": EVIL, "by": [EVIL], "rule": EVIL, "rev": EVIL}
        self.look("evidence", {**self.whole, "evidence": evil})

    def test_16_11_tool(self):
        self.look("tool", self.whole, EVIL)


if __name__ == "__main__":
    unittest.main()
