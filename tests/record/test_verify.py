#!/usr/bin/env python3
"""verify.py takes real exports of a built host for good.

    OPTOUTLOG_HOST=build/release/bin/optoutlog-host python3 -m unittest discover -s tests/record
"""
import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
import unittest

import verify
from hostclient import Host, entry
from packets import HOST, WithRecord, export


class Accepted(WithRecord):
    def test_full_export(self):
        report = verify.verify_text(self.full)
        self.assertTrue(report.ok, str(report))
        self.assertEqual(report.disclosed, 8)
        self.assertEqual(report.checkpoint, self.said["checkpoint"])
        self.assertEqual(
            (self.packet["count"], self.packet["head"]), (self.said["entries"], self.said["head"])
        )

    def test_export_of_one_platform_is_part_of_the_same_record(self):
        report = verify.verify_text(self.partial)
        self.assertTrue(report.ok, str(report))
        part = json.loads(self.partial)
        self.assertEqual(part["checkpoint"], self.packet["checkpoint"])
        self.assertEqual(
            [each["hash"] for each in part["entries"]],
            [each["hash"] for each in self.packet["entries"]],
        )
        self.assertNotIn("Ж", self.partial)
        self.assertEqual([each["seq"] for each in part["entries"] if each.get("withheld")], [7])

    def test_erased_content_is_gone(self):
        self.assertNotIn("erased-handle", self.full)
        self.assertEqual(
            [each["seq"] for each in self.packet["entries"] if each.get("erased")], [6]
        )
        self.assertNotIn(b"erased-handle", (self.data / "record.db").read_bytes())

    def test_payload_bytes_are_the_stored_bytes(self):
        with sqlite3.connect(self.data / "record.db") as connection:
            stored = dict(connection.execute("SELECT seq, CAST(payload AS BLOB) FROM text"))
        for each in self.packet["entries"]:
            if "payload" in each:
                self.assertEqual(each["payload"].encode(), stored[each["seq"]])

    def test_payload_is_what_the_format_says(self):
        for each in self.packet["entries"]:
            if "payload" not in each:
                continue
            text = each["payload"]
            parsed = json.loads(text)
            self.assertEqual(
                text,
                json.dumps(parsed, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
                "keys not sorted, or white space",
            )
            if parsed.get("type") == "erased":
                self.assertEqual(set(parsed), {"type", "id", "received", "what", "count", "ranges"})
                self.assertEqual(
                    (parsed["ranges"], parsed["count"], parsed["what"]), ([[6, 6]], 1, "account")
                )
            else:
                self.assertLessEqual(
                    {
                        "id", "at", "platform", "control", "account", "unit", "basis", "training",
                        "why", "sure", "actor", "raw", "evidence", "browser", "received",
                    },
                    set(parsed),
                )

    def test_with_sha256_alone(self):
        """The first link by hand, without verify.py's own functions."""
        first = self.packet["entries"][0]
        digest = hashlib.sha256(
            b"optoutlog-entry-v1\0" + bytes.fromhex(first["salt"]) + first["payload"].encode()
        ).digest()
        genesis = hashlib.sha256(
            b"optoutlog-genesis-v1\0" + bytes.fromhex(self.packet["record"])
        ).digest()
        link = hashlib.sha256(
            b"optoutlog-link-v1\0" + bytes([0, 0, 0, 0, 0, 0, 0, 1]) + genesis + digest
        ).hexdigest()
        self.assertEqual(link, first["hash"])

    def test_a_longer_export_continues_the_checkpoint(self):
        data = self.folder / "longer"
        shutil.copytree(self.data, data)
        data.chmod(0o700)
        with Host(HOST, data) as host:
            host.call("record", {"entries": [entry(control="later")]})
            longer = json.loads(export(host))
        self.assertTrue(verify.verify_packet(longer).ok)
        _, record, count, head = self.packet["checkpoint"].split(" ")
        self.assertEqual(
            (longer["record"], longer["entries"][int(count) - 1]["hash"]), (record, head)
        )

    def test_a_record_of_which_everything_was_erased(self):
        with Host(HOST, self.folder / "empty") as host:
            host.call("record", {"entries": [entry(), entry(platform="x")]})
            host.call("erase", {"all": True})
            text = export(host)
        report = verify.verify_text(text)
        self.assertTrue(report.ok, str(report))
        self.assertEqual(
            [sorted(each.keys() & {"erased", "payload"}) for each in json.loads(text)["entries"]],
            [["erased"], ["erased"], ["payload"]],
        )

    def test_salts_differ(self):
        salts = [each["salt"] for each in self.packet["entries"] if "salt" in each]
        self.assertEqual(len(salts), len(set(salts)))

    def test_as_a_program(self):
        file = self.folder / "packet.json"
        file.write_text(self.full, encoding="utf-8")
        for content, status, word in (
            (self.full, 0, "OK optoutlog-checkpoint-v1 "),
            (self.full.replace("denied", "Denied", 1), 1, "BROKEN entry 1: digest"),
            ("{}", 2, "no export"),
        ):
            file.write_text(content, encoding="utf-8")
            done = subprocess.run(
                [sys.executable, verify.__file__, str(file)],
                capture_output=True,
                text=True,
                check=False,
            )
            self.assertEqual(done.returncode, status, done.stdout + done.stderr)
            self.assertTrue(done.stdout.startswith(word), done.stdout)


if __name__ == "__main__":
    unittest.main()
