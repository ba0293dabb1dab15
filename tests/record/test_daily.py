#!/usr/bin/env python3
"""The day's look through the whole record: who waits for an entry to be kept does not wait for it,
and what it finds keeps everybody from writing."""
import signal
import sqlite3
import tempfile
import time
import unittest
from pathlib import Path

from hostclient import Host, RpcError, entry, error_of, find_host
from invariants import digests, entry_ids

HOST = find_host()
DAY = 86_400
PATIENCE = 60


def until(what, condition):
    """Waits for the condition; a host that never fulfils it fails the test."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"{what}: not within {PATIENCE} s"
        time.sleep(0.02)


class Daily(unittest.TestCase):
    def setUp(self):
        self.data = Path(tempfile.mkdtemp(prefix="optoutlog-daily-")) / "data"
        self.file = self.data / "record.db"
        entries = [entry(control=f"c-{number}") for number in range(400)]
        with Host(HOST, self.data) as host:
            host.call("record", {"entries": entries})
        self.ids = [each["id"] for each in entries]

    def sql(self, statement, *values):
        connection = sqlite3.connect(self.file, isolation_level=None)
        try:
            return connection.execute(statement, values).fetchall()
        finally:
            connection.close()

    def checked(self):
        """How many days ago the last look is noted."""
        ((day,),) = self.sql("SELECT value FROM meta WHERE name = 'checked'")
        return int(time.time()) // DAY - day

    def days_later(self, days):
        self.assertEqual(self.checked(), 0)
        self.sql("UPDATE meta SET value = value - ? WHERE name = 'checked'", days)

    def strike(self):
        """Rubbish in a page of old entries, which no new one reads; the ids of entries in it."""
        raw = bytearray(self.file.read_bytes())
        size = int.from_bytes(raw[16:18], "big")
        at = raw.index(b'"control":"c-200"') // size * size
        self.assertEqual(raw[at], 0x0D, "a leaf of a table")
        page = bytes(raw[at : at + size])
        raw[at : at + 100] = b"\x55" * 100
        self.file.write_bytes(raw)
        return [one for one in self.ids if one.encode() in page]

    def refused(self, host, method, params):
        self.assertEqual(error_of(host, method, params).name, "record.corrupt")

    def test_16_g_who_records_does_not_wait_for_the_look_and_what_it_finds_stops_all(self):
        self.days_later(1)
        struck = self.strike()
        self.assertTrue(struck)
        last = entry(platform="x")
        with Host(HOST, self.data) as host:
            said = host.call("record", {"entries": [last]})
            self.assertEqual(said["results"][0]["effect"], "recorded")
            until("the damage is noted", (self.data / "record.damaged").exists)
            noted = digests(self.data)["record.db"]
            with Host(HOST, self.data) as other:
                for one in (host, other):
                    self.refused(one, "record", {"entries": [entry(platform="y")]})
                    self.refused(one, "erase", {"platform": "x"})
                    self.assertEqual(one.call("hello")["problem"]["name"], "record.corrupt")
                    self.assertFalse(one.call("verify")["ok"])
        self.assertEqual(digests(self.data)["record.db"], noted, "written to after it was found")
        # Nothing of what was acknowledged is lost but what the page itself held.
        raw = self.file.read_bytes()
        for one in {*self.ids, last["id"]} - set(struck):
            self.assertIn(one.encode(), raw)

    def test_16_g_a_look_of_the_day_before_yesterday_is_too_old_to_write(self):
        for days in (2, 300, -1):
            with self.subTest(days=days):
                self.setUp()
                self.days_later(days)
                self.strike()
                before = digests(self.data)["record.db"]
                with Host(HOST, self.data) as host:
                    self.refused(host, "record", {"entries": [entry(platform="x")]})
                self.assertEqual(digests(self.data)["record.db"], before)

    def test_16_g_free_pages_are_not_filled_unlooked(self):
        self.sql("CREATE TABLE much (x)")
        self.sql("INSERT INTO much VALUES (zeroblob(40000))")
        self.sql("DROP TABLE much")
        ((free,),) = self.sql("PRAGMA freelist_count")
        self.assertGreater(free, 5)
        self.days_later(1)
        self.strike()
        before = digests(self.data)["record.db"]
        with Host(HOST, self.data) as host:
            self.refused(host, "record", {"entries": [entry(platform="x")]})
        self.assertEqual(digests(self.data)["record.db"], before)

    def test_16_g_what_removes_or_adds_strange_content_looks_first(self):
        self.days_later(1)
        self.strike()
        before = digests(self.data)["record.db"]
        with Host(HOST, self.data) as host:
            self.refused(host, "erase", {"platform": "linkedin"})
        self.assertEqual(digests(self.data)["record.db"], before)

    def test_16_g_an_erase_behind_a_write_looks_first(self):
        self.days_later(1)
        self.strike()
        with Host(HOST, self.data) as host:
            host.call("record", {"entries": [entry(platform="x")]})
            before = digests(self.data)["record.db"]
            self.refused(host, "erase", {"platform": "linkedin"})
        self.assertEqual(digests(self.data)["record.db"], before)

    def test_16_g_a_whole_record_is_looked_at_once_a_day_and_written_to_meanwhile(self):
        self.days_later(1)
        more = [entry(platform="x", control=f"d-{number}") for number in range(3)]
        with Host(HOST, self.data) as host:
            host.call("record", {"entries": more[:1]})
            host.call("record", {"entries": more[1:2]})
            until("the look is noted", lambda: self.checked() == 0)
            self.assertFalse((self.data / "record.damaged").exists())
            noted = digests(self.data)["record.db"]
            self.assertTrue(host.call("verify")["ok"])
            self.assertEqual(digests(self.data)["record.db"], noted)
            host.call("record", {"entries": more[2:]})
            self.assertEqual(
                sorted(entry_ids(host)), sorted([*self.ids, *(each["id"] for each in more)])
            )

    def test_16_g_who_only_reads_has_nothing_looked_at(self):
        self.days_later(1)
        before = digests(self.data)["record.db"]
        with Host(HOST, self.data) as host:
            host.call("hello")
            host.call("status")
        self.assertEqual((self.checked(), digests(self.data)["record.db"]), (1, before))

    def test_16_g_the_end_of_input_ends_it_before_the_look(self):
        self.days_later(1)
        host = Host(HOST, self.data)
        host.send("record", {"entries": [entry(platform="x")]})
        host.process.stdin.close()
        self.assertEqual(host.receive()["result"]["results"][0]["effect"], "recorded")
        self.assertEqual(host.close(), 0)
        self.assertEqual(self.checked(), 1)

    def test_16_g_sigterm_ends_it_before_and_after_the_look(self):
        for looked in (False, True):
            self.setUp()
            self.days_later(1)
            host = Host(HOST, self.data)
            host.call("record", {"entries": [entry(platform="x")]})
            if looked:
                until("the look is noted", lambda: self.checked() == 0)
            host.process.send_signal(signal.SIGTERM)
            self.assertEqual(host.process.wait(timeout=PATIENCE), 0)
            self.assertEqual(host.close(), 0)

    def test_16_g_a_record_that_is_held_is_looked_at_later(self):
        self.days_later(1)
        with Host(HOST, self.data) as host:
            host.call("record", {"entries": [entry(platform="x")]})
            holder = sqlite3.connect(self.file, isolation_level=None)
            holder.execute("BEGIN IMMEDIATE")
            # what was read while the lock is held comes from before the look
            self.assertIsNone(host.call("hello")["problem"])
            holder.execute("COMMIT")
            holder.close()
            until("the look is noted", lambda: self.checked() == 0)


if __name__ == "__main__":
    unittest.main()
