#!/usr/bin/env python3
"""verify.py against real exports of a built host: it takes the good ones and names what is wrong with the others.

    OPTOUTLOG_HOST=build/release/bin/optoutlog-host python3 -m unittest discover -s tests/record
"""
import copy
import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import verify
from hostclient import Host, RpcError, entry, find_host

HOST = find_host()


def export(host, **params):
    return "".join(page["text"] for page in host.pages("export", "cursor", {"format": "json", **params}))


def rehash(packet):
    """Writes the whole chain anew, as a forger with the format's description would."""
    before = bytes.fromhex(packet["genesis"])
    for each in packet["entries"]:
        digest = bytes.fromhex(each["digest"])
        each["prev"] = before.hex()
        before = verify.hash_of(each["seq"], before, digest)
        each["hash"] = before.hex()
    packet["count"] = len(packet["entries"])
    packet["head"] = before.hex()
    packet["checkpoint"] = f"optoutlog-checkpoint-v1 {packet['record']} {packet['count']} {packet['head']}"


class WithRecord(unittest.TestCase):
    """A record of two platforms and three accounts, one of them erased; made once by the real host."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="optoutlog-verify-"))
        cls.data = cls.folder / "data"
        with Host(HOST, cls.data) as host:
            host.call("record", {"entries": [entry(control=f"c-{number}") for number in range(5)]})
            host.call("record", {"entries": [entry(platform="x", control="grok", account="erased-handle", evidence=None)]})
            host.call("record", {"entries": [entry(platform="x", control="grok", account="Ж-日本-😀",
                                                   evidence={"label": "a\tb “quoted” \\ / \u2028", "lang": None, "route": None, "by": [], "rule": None, "rev": None})]})
            assert host.call("erase", {"account": "erased-handle"})["erased"] == 1
            host.call("record", {"entries": [entry(control="c-0", training="allowed", raw="on")]})
            cls.full = export(host)
            cls.partial = export(host, platform="linkedin")
            cls.said = host.call("verify")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def setUp(self):
        self.packet = json.loads(self.full)

    def assert_broken(self, seq, reason, packet=None):
        report = verify.verify_packet(packet or self.packet)
        self.assertFalse(report.ok, "taken for good")
        self.assertEqual((report.seq, report.reason), (seq, reason), str(report))
        self.assert_host_refuses(packet or self.packet, seq, reason)

    def assert_host_refuses(self, packet, seq, reason):
        """The host's own reader of packets comes to the same word."""
        with tempfile.TemporaryDirectory() as folder, Host(HOST, Path(folder) / "data") as host:
            with self.assertRaises(RpcError) as caught:
                host.call("import", {"packet": json.dumps(packet, ensure_ascii=False)})
        self.assertEqual(caught.exception.name, "packet.broken")
        self.assertEqual((caught.exception.error["data"]["seq"], caught.exception.error["data"]["reason"]), (seq, reason))


class Accepted(WithRecord):
    def test_full_export(self):
        report = verify.verify_text(self.full)
        self.assertTrue(report.ok, str(report))
        self.assertEqual(report.disclosed, 8)
        self.assertEqual(report.checkpoint, self.said["checkpoint"])
        self.assertEqual((self.packet["count"], self.packet["head"]), (self.said["entries"], self.said["head"]))

    def test_export_of_one_platform_is_part_of_the_same_record(self):
        report = verify.verify_text(self.partial)
        self.assertTrue(report.ok, str(report))
        part = json.loads(self.partial)
        self.assertEqual(part["checkpoint"], self.packet["checkpoint"])
        self.assertEqual([each["hash"] for each in part["entries"]], [each["hash"] for each in self.packet["entries"]])
        self.assertNotIn("Ж", self.partial)
        self.assertEqual([each["seq"] for each in part["entries"] if each.get("withheld")], [7])

    def test_erased_content_is_gone(self):
        self.assertNotIn("erased-handle", self.full)
        self.assertEqual([each["seq"] for each in self.packet["entries"] if each.get("erased")], [6])
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
            self.assertEqual(text, json.dumps(parsed, ensure_ascii=False, sort_keys=True, separators=(",", ":")), "keys not sorted, or white space")
            if parsed.get("type") == "erased":
                self.assertEqual(set(parsed), {"type", "id", "received", "what", "count", "ranges"})
                self.assertEqual((parsed["ranges"], parsed["count"], parsed["what"]), ([[6, 6]], 1, "account"))
            else:
                self.assertLessEqual({"id", "at", "platform", "control", "account", "unit", "basis", "training", "why", "sure", "actor",
                                      "raw", "evidence", "browser", "received"}, set(parsed))

    def test_with_sha256_alone(self):
        """The first link by hand, without verify.py's own functions."""
        first = self.packet["entries"][0]
        digest = hashlib.sha256(b"optoutlog-entry-v1\0" + bytes.fromhex(first["salt"]) + first["payload"].encode()).digest()
        genesis = hashlib.sha256(b"optoutlog-genesis-v1\0" + bytes.fromhex(self.packet["record"])).digest()
        link = hashlib.sha256(b"optoutlog-link-v1\0" + bytes([0, 0, 0, 0, 0, 0, 0, 1]) + genesis + digest).hexdigest()
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
        self.assertEqual((longer["record"], longer["entries"][int(count) - 1]["hash"]), (record, head))

    def test_a_record_of_which_everything_was_erased(self):
        with Host(HOST, self.folder / "empty") as host:
            host.call("record", {"entries": [entry(), entry(platform="x")]})
            host.call("erase", {"all": True})
            text = export(host)
        report = verify.verify_text(text)
        self.assertTrue(report.ok, str(report))
        self.assertEqual([sorted(each.keys() & {"erased", "payload"}) for each in json.loads(text)["entries"]], [["erased"], ["erased"], ["payload"]])

    def test_salts_differ(self):
        salts = [each["salt"] for each in self.packet["entries"] if "salt" in each]
        self.assertEqual(len(salts), len(set(salts)))

    def test_as_a_program(self):
        file = self.folder / "packet.json"
        file.write_text(self.full, encoding="utf-8")
        for content, status, word in ((self.full, 0, "OK optoutlog-checkpoint-v1 "), (self.full.replace("denied", "Denied", 1), 1, "BROKEN entry 1: digest"), ("{}", 2, "no export")):
            file.write_text(content, encoding="utf-8")
            done = subprocess.run([sys.executable, verify.__file__, str(file)], capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, status, done.stdout + done.stderr)
            self.assertTrue(done.stdout.startswith(word), done.stdout)


class Rejected(WithRecord):
    def test_changed_byte_of_a_payload(self):
        for seq in (1, 4, 7, 8, 9):
            packet = copy.deepcopy(self.packet)
            entry_ = packet["entries"][seq - 1]
            entry_["payload"] = entry_["payload"].replace('"id":"', '"id":"0', 1)
            self.assert_broken(seq, "digest", packet)

    def test_every_character_of_a_payload_counts(self):
        text = self.packet["entries"][2]["payload"]
        for place in range(len(text)):
            packet = copy.deepcopy(self.packet)
            other = "x" if text[place] != "x" else "y"
            packet["entries"][2]["payload"] = text[:place] + other + text[place + 1:]
            report = verify.verify_packet(packet)
            self.assertEqual((report.ok, report.seq, report.reason), (False, 3, "digest"))

    def test_swapped_entries(self):
        entries = self.packet["entries"]
        entries[1], entries[2] = entries[2], entries[1]
        self.assert_broken(2, "order")

    def test_swapped_entries_with_numbers_put_right(self):
        entries = self.packet["entries"]
        entries[1], entries[2] = entries[2], entries[1]
        entries[1]["seq"], entries[2]["seq"] = 2, 3
        self.assert_broken(2, "prev")

    def test_swapped_contents(self):
        one, two = self.packet["entries"][1:3]
        for name in ("salt", "payload"):
            one[name], two[name] = two[name], one[name]
        self.assert_broken(2, "digest")

    def test_dropped_in_the_middle(self):
        del self.packet["entries"][3]
        self.assert_broken(4, "order")

    def test_dropped_in_the_middle_with_numbers_put_right(self):
        del self.packet["entries"][3]
        for number, each in enumerate(self.packet["entries"], 1):
            each["seq"] = number
        self.packet["count"] -= 1
        self.assert_broken(4, "prev")

    def test_dropped_at_the_end(self):
        del self.packet["entries"][-1]
        self.assert_broken(0, "head")

    def test_changed_salt(self):
        salt = self.packet["entries"][4]["salt"]
        self.packet["entries"][4]["salt"] = ("0" if salt[0] != "0" else "1") + salt[1:]
        self.assert_broken(5, "digest")

    def test_changed_digest(self):
        self.packet["entries"][4]["digest"] = "00" * 32
        self.assert_broken(5, "hash")

    def test_changed_hash(self):
        self.packet["entries"][4]["hash"] = "00" * 32
        self.assert_broken(5, "hash")

    def test_changed_head(self):
        self.packet["head"] = "00" * 32
        self.assert_broken(0, "head")

    def test_changed_count(self):
        self.packet["count"] += 1
        self.assert_broken(0, "head")

    def test_changed_checkpoint(self):
        self.packet["checkpoint"] = self.packet["checkpoint"].replace("optoutlog-checkpoint-v1 ", "optoutlog-checkpoint-v1  ")
        self.assert_broken(0, "checkpoint")

    def test_changed_record_id(self):
        self.packet["record"] = "00" * 16
        self.assert_broken(0, "genesis")

    def test_forged_erase_of_a_content(self):
        for name in ("salt", "payload"):
            del self.packet["entries"][2][name]
        self.packet["entries"][2]["erased"] = True
        self.assert_broken(3, "erased-without-note")

    def test_forged_erase_note_with_the_chain_written_anew(self):
        """A note that claims more than was erased: the payload, its digest and every later hash are made to fit."""
        note = self.packet["entries"][7]
        self.assertIn('"type":"erased"', note["payload"])
        note["payload"] = note["payload"].replace("[[6,6]]", "[[5,6]]")
        note["digest"] = verify.digest_of(bytes.fromhex(note["salt"]), note["payload"].encode()).hex()
        rehash(self.packet)
        self.assert_broken(5, "note-without-erase")

    def test_note_about_itself_and_later(self):
        note = self.packet["entries"][7]
        note["payload"] = note["payload"].replace("[[6,6]]", "[[6,6],[8,9]]")
        note["digest"] = verify.digest_of(bytes.fromhex(note["salt"]), note["payload"].encode()).hex()
        rehash(self.packet)
        self.assert_broken(8, "note")

    def test_of_two_faults_the_one_found_first_is_named(self):
        """A note about later links at 8 is found while going through the chain, before content taken away at 3."""
        note = self.packet["entries"][7]
        note["payload"] = note["payload"].replace("[[6,6]]", "[[6,6],[8,9]]")
        note["digest"] = verify.digest_of(bytes.fromhex(note["salt"]), note["payload"].encode()).hex()
        rehash(self.packet)
        for name in ("salt", "payload"):
            del self.packet["entries"][2][name]
        self.packet["entries"][2]["erased"] = True
        self.assert_broken(8, "note")

    def test_ranges_that_are_none(self):
        for ranges in ("[[6,5]]", "[[0,6]]", "[6]", "[[6]]", "[[6,6,6]]", '[["6","6"]]', "[[6,6],[6,6]]", "[[5,5],[6,6]]", "[[6.0,6.0]]", "null", '"6"', "[[6,8]]"):
            packet = copy.deepcopy(self.packet)
            note = packet["entries"][7]
            note["payload"] = note["payload"].replace("[[6,6]]", ranges)
            note["digest"] = verify.digest_of(bytes.fromhex(note["salt"]), note["payload"].encode()).hex()
            rehash(packet)
            with self.subTest(ranges):
                self.assert_broken(8, "note", packet)

    def test_erased_content_put_back(self):
        forged = self.packet["entries"][5]
        del forged["erased"]
        forged["salt"], forged["payload"] = "00" * 16, "{}"
        self.assert_broken(6, "digest")

    def test_note_withdrawn(self):
        """The note itself is declared erased: then nothing covers what it covered."""
        note = self.packet["entries"][7]
        del note["salt"], note["payload"]
        note["erased"] = True
        self.assert_broken(6, "erased-without-note")

    def test_withheld_in_a_full_export(self):
        for name in ("salt", "payload"):
            del self.packet["entries"][2][name]
        self.packet["entries"][2]["withheld"] = True
        self.assert_broken(3, "withheld")

    def test_payload_that_is_no_object(self):
        each = self.packet["entries"][2]
        each["payload"] = "[]"
        each["digest"] = verify.digest_of(bytes.fromhex(each["salt"]), b"[]").hex()
        rehash(self.packet)
        self.assert_broken(3, "payload")

    def test_a_rewrite_of_everything_is_only_seen_by_a_checkpoint(self):
        """What the chain does not prove, said in RECORD.md section 8; the old checkpoint shows it."""
        old = self.packet["checkpoint"]
        each = self.packet["entries"][2]
        each["payload"] = each["payload"].replace("denied", "allowed")
        each["digest"] = verify.digest_of(bytes.fromhex(each["salt"]), each["payload"].encode()).hex()
        rehash(self.packet)
        self.assertTrue(verify.verify_packet(self.packet).ok)
        self.assertNotEqual(self.packet["checkpoint"], old)

    def test_no_export(self):
        for text in ("", "x", "[]", "{}", '{"format":"optoutlog-export","version":2}', self.full.rstrip()[:-1], self.full.replace('"count":', '"count":1,"count":', 1)):
            with self.assertRaises(verify.NoExport):
                verify.verify_text(text)
            with tempfile.TemporaryDirectory() as folder, Host(HOST, Path(folder) / "data") as host:
                with self.assertRaises(RpcError) as caught:
                    host.call("import", {"packet": text})
            self.assertEqual(caught.exception.name, "packet.invalid", text[:80])


class OwnVerify(WithRecord):
    """The host's `verify` on a database that was changed behind its back says what verify.py says about the same change."""

    def changed(self, *statements):
        data = Path(tempfile.mkdtemp(dir=self.folder)) / "data"
        shutil.copytree(self.data, data)
        data.chmod(0o700)
        connection = sqlite3.connect(data / "record.db", isolation_level=None)
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        before = connection.total_changes
        for statement in statements:
            connection.execute(statement)
        self.assertGreater(connection.total_changes, before, "the damage changed nothing")
        for _, statement in triggers:
            connection.execute(statement)
        connection.close()
        return data

    def assert_told(self, data, seq, reason):
        with Host(HOST, data) as host:
            said = host.call("verify")
            self.assertFalse(said["ok"])
            self.assertEqual((said["broken"]["seq"], said["broken"]["reason"]), (seq, reason), said)

    def test_changed_payload(self):
        data = self.changed("UPDATE text SET payload = replace(payload, 'denied', 'allowed') WHERE seq = 4")
        self.assert_told(data, 4, "digest")
        with Host(HOST, data) as host:
            report = verify.verify_text(export(host))
        self.assertEqual((report.seq, report.reason), (4, "digest"))

    def test_changed_salt(self):
        self.assert_told(self.changed("UPDATE text SET salt = zeroblob(16) WHERE seq = 4"), 4, "digest")

    def test_changed_hash(self):
        self.assert_told(self.changed("UPDATE link SET hash = zeroblob(32) WHERE seq = 4"), 4, "hash")

    def test_changed_prev(self):
        self.assert_told(self.changed("UPDATE link SET prev = zeroblob(32) WHERE seq = 4"), 4, "prev")

    def test_dropped_link(self):
        self.assert_told(self.changed("DELETE FROM text WHERE seq = 4", "DELETE FROM link WHERE seq = 4"), 4, "missing")

    def test_forged_erase(self):
        self.assert_told(self.changed("DELETE FROM text WHERE seq = 4"), 4, "erased-without-note")

    def test_changed_head(self):
        self.assert_told(self.changed("UPDATE meta SET value = zeroblob(32) WHERE name = 'head'"), 0, "head")

    def test_changed_columns(self):
        self.assert_told(self.changed("UPDATE text SET account = 'somebody' WHERE seq = 4"), 4, "columns")

    def test_changed_state_is_no_lie_that_verify_covers_up(self):
        """`state` is derived: status must not tell what no entry says while verify calls the record whole."""
        data = self.changed("UPDATE state SET line = replace(line, 'denied', 'allowed')")
        with Host(HOST, data) as host:
            said = host.call("verify")
            with self.assertRaises(RpcError) as refused:
                host.call("status")
        self.assertEqual((said["ok"], said["broken"]["reason"]), (False, "state"))
        self.assertEqual(refused.exception.name, "record.corrupt")


    def test_lines_that_are_gone_are_missed(self):
        """Without its line the next return would raise no alarm, and status would say that nothing was seen."""
        data = self.changed("DELETE FROM state")
        with Host(HOST, data) as host:
            with self.assertRaises(RpcError) as refused:
                host.call("status")
            said = host.call("verify")
        self.assertEqual(refused.exception.name, "record.corrupt")
        self.assertEqual((said["ok"], said["broken"]["reason"]), (False, "state"))


if __name__ == "__main__":
    unittest.main()
