#!/usr/bin/env python3
"""verify.py, and the host's own reader of packets, name what is wrong with a forged export."""
import copy
import tempfile
import unittest
from pathlib import Path

import verify
from hostclient import Host, RpcError
from packets import HOST, WithRecord, redigest, rehash


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
        self.packet["checkpoint"] = self.packet["checkpoint"].replace(
            "optoutlog-checkpoint-v1 ", "optoutlog-checkpoint-v1  "
        )
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
        """A note that claims more than was erased: the payload, its digest and every later hash are
        made to fit."""
        note = self.packet["entries"][7]
        self.assertIn('"type":"erased"', note["payload"])
        note["payload"] = note["payload"].replace("[[6,6]]", "[[5,6]]")
        redigest(note)
        rehash(self.packet)
        self.assert_broken(5, "note-without-erase")

    def test_note_about_itself_and_later(self):
        note = self.packet["entries"][7]
        note["payload"] = note["payload"].replace("[[6,6]]", "[[6,6],[8,9]]")
        redigest(note)
        rehash(self.packet)
        self.assert_broken(8, "note")

    def test_of_two_faults_the_one_found_first_is_named(self):
        """A note about later links at 8 is found while going through the chain, before content
        taken away at 3."""
        note = self.packet["entries"][7]
        note["payload"] = note["payload"].replace("[[6,6]]", "[[6,6],[8,9]]")
        redigest(note)
        rehash(self.packet)
        for name in ("salt", "payload"):
            del self.packet["entries"][2][name]
        self.packet["entries"][2]["erased"] = True
        self.assert_broken(8, "note")

    def test_ranges_that_are_none(self):
        for ranges in (
            "[[6,5]]", "[[0,6]]", "[6]", "[[6]]", "[[6,6,6]]", '[["6","6"]]', "[[6,6],[6,6]]",
            "[[5,5],[6,6]]", "[[6.0,6.0]]", "null", '"6"', "[[6,8]]",
        ):
            packet = copy.deepcopy(self.packet)
            note = packet["entries"][7]
            note["payload"] = note["payload"].replace("[[6,6]]", ranges)
            redigest(note)
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
        redigest(each)
        rehash(self.packet)
        self.assert_broken(3, "payload")

    def test_a_rewrite_of_everything_is_only_seen_by_a_checkpoint(self):
        """What the chain does not prove, said in RECORD.md section 8; the old checkpoint shows
        it."""
        old = self.packet["checkpoint"]
        each = self.packet["entries"][2]
        each["payload"] = each["payload"].replace("denied", "allowed")
        redigest(each)
        rehash(self.packet)
        self.assertTrue(verify.verify_packet(self.packet).ok)
        self.assertNotEqual(self.packet["checkpoint"], old)

    def test_no_export(self):
        for text in (
            "",
            "x",
            "[]",
            "{}",
            '{"format":"optoutlog-export","version":2}',
            self.full.rstrip()[:-1],
            self.full.replace('"count":', '"count":1,"count":', 1),
        ):
            with self.assertRaises(verify.NoExport):
                verify.verify_text(text)
            with tempfile.TemporaryDirectory() as folder, Host(HOST, Path(folder) / "data") as host:
                with self.assertRaises(RpcError) as caught:
                    host.call("import", {"packet": text})
            self.assertEqual(caught.exception.name, "packet.invalid", text[:80])


if __name__ == "__main__":
    unittest.main()
