#!/usr/bin/env python3
"""Who waits for the record, and for how long: issue 16, number 21."""
import shutil
import signal
import sqlite3
import tempfile
import threading
import time
import unittest
from pathlib import Path

from hostclient import Host, RpcError, entry, error_of, find_host

HOST = find_host()


class WithData(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="optoutlog-waiting-")
        self.addCleanup(self.folder.cleanup)
        self.data = Path(self.folder.name) / "data"
        self.host = Host(HOST, self.data)
        self.addCleanup(lambda: self.host.process.poll() is None and self.host.kill())
        self.host.call("record", {"entries": [entry()]})

    def hold(self):
        """Another program that holds the record's lock."""
        holder = sqlite3.connect(self.data / "record.db", isolation_level=None)
        self.addCleanup(holder.close)
        holder.execute("BEGIN EXCLUSIVE")
        return holder


class Ends(WithData):
    def asked(self, method, params, end):
        """What a host says that waits for the lock when `end` is done to it."""
        self.hold()
        said = []
        waiting = threading.Thread(target=lambda: said.append(error_of(self.host, method, params)))
        waiting.start()
        blocked(self.host.process.pid, waiting)
        end()
        waiting.join()
        self.assertEqual(said[0].name, "record.busy")
        self.assertIn("asked to end", said[0].error["message"])
        self.assertEqual(self.host.process.wait(), 0)

    def test_16_21_sigterm_while_a_write_waits(self):
        self.asked(
            "record",
            {"entries": [entry(control="x")]},
            lambda: self.host.process.send_signal(signal.SIGTERM),
        )

    def test_16_21_end_of_input_while_a_write_waits(self):
        self.asked(
            "record", {"entries": [entry(control="x")]}, lambda: self.host.process.stdin.close()
        )

    def test_16_21_end_of_input_while_a_read_waits(self):
        self.asked("status", {}, lambda: self.host.process.stdin.close())


def blocked(pid, waiting):
    """Returns once the process has slept in short pauses, as one does that waits for a lock, or
    once nobody waits for it any more."""
    seen = 0
    while seen < 3 and waiting.is_alive():
        try:
            call = Path(f"/proc/{pid}/syscall").read_text(encoding="ascii").split()[0]
        except OSError:
            continue
        if call in ("230", "35", "115", "101"):  # clock_nanosleep, nanosleep: x86-64, arm64
            seen += 1


class Reads(WithData):
    def test_16_21_a_read_waits_as_long_as_a_write(self):
        ready = threading.Event()

        def held():
            with sqlite3.connect(self.data / "record.db", isolation_level=None) as other:
                other.execute("BEGIN EXCLUSIVE")
                ready.set()
                time.sleep(7)  # longer than SQLite's own patience of 5 seconds
                other.execute("ROLLBACK")

        holding = threading.Thread(target=held)
        holding.start()
        ready.wait()
        self.assertEqual(len(self.host.call("status")["controls"]), 1)
        holding.join()


class Verify(WithData):
    COUNT = 40

    def test_16_21_verify_lets_writers_in(self):
        for batch in range(self.COUNT):
            many = [entry(control=f"c-{batch}-{n % 50}", raw=f"{n}") for n in range(1000)]
            for number, each in enumerate(many):
                each["training"] = "denied" if number // 50 % 2 else "allowed"
            self.host.call("record", {"entries": many})
        written = 0
        answer = []
        verifying = threading.Thread(target=lambda: answer.append(self.host.call("verify")))
        with Host(HOST, self.data) as writer:
            verifying.start()
            while verifying.is_alive():
                writer.call("record", {"entries": [entry(control=f"w-{written}")]})
                written += 0 if answer else 1
        verifying.join()
        self.assertTrue(answer[0]["ok"], answer[0])
        self.assertGreaterEqual(written, 3, "writers had to wait until the whole was verified")

    def test_an_erase_in_between_is_no_damage(self):
        for batch in range(self.COUNT // 4):
            many = [entry(control=f"c-{batch}-{n}", platform=f"p-{n % 9}") for n in range(1000)]
            self.host.call("record", {"entries": many})
        answer = []
        verifying = threading.Thread(target=lambda: answer.append(self.host.call("verify")))
        with Host(HOST, self.data) as other:
            verifying.start()
            for number in range(9):
                other.call("erase", {"platform": f"p-{number}"})
        verifying.join()
        self.assertTrue(answer[0]["ok"], answer[0])


@unittest.skipUnless(shutil.which("strace"), "strace is not installed")
class NoRoom(WithData):
    """A full disk is record.full, whichever call is the first to meet it."""

    def met(self, call, path, *more):
        self.host.close()
        trace = [
            "strace", "-f", "-qq", "-o", "/dev/null",
            *(word for each in (path, *more) for word in ("-P", str(self.data / each))),
            "-e", f"trace={call}", "-e", f"inject={call}:error=ENOSPC:when=1{'+' if more else ''}",
        ]
        with Host(HOST, self.data, prefix=trace) as host:
            try:
                host.call("record", {"entries": [entry(control="y")]})
            except RpcError as error:
                self.assertEqual(error.name, "record.full", error.error["message"])
            else:
                self.fail(f"{call} of {path} did not fail the write")
        with Host(HOST, self.data) as host:
            self.assertTrue(host.call("verify")["ok"])
            self.assertEqual(host.call("hello")["entries"], 1)

    def test_16_21_making_the_journal(self):
        self.met("openat", "record.db-journal", "record.room")

    def test_16_21_writing_the_journal(self):
        self.met("pwrite64", "record.db-journal")

    def test_16_21_bringing_the_journal_to_the_disk(self):
        self.met("fdatasync", "record.db-journal")

    def test_16_21_writing_the_record(self):
        self.met("pwrite64", "record.db")

    def test_16_21_bringing_the_record_to_the_disk(self):
        self.met("fdatasync", "record.db")


if __name__ == "__main__":
    unittest.main()
