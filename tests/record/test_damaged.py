#!/usr/bin/env python3
"""The host's own `verify` names what was changed in its database."""
import shutil
import sqlite3
import tempfile
import unittest
from pathlib import Path

import verify
from hostclient import Host, RpcError
from packets import HOST, WithRecord, export


class OwnVerify(WithRecord):
    """The host's `verify` on a database that was changed behind its back says what verify.py says
    about the same change."""

    def changed(self, *statements):
        data = Path(tempfile.mkdtemp(dir=self.folder)) / "data"
        shutil.copytree(self.data, data)
        data.chmod(0o700)
        connection = sqlite3.connect(data / "record.db", isolation_level=None)
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
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
        data = self.changed(
            "UPDATE text SET payload = replace(payload, 'denied', 'allowed') WHERE seq = 4"
        )
        self.assert_told(data, 4, "digest")
        with Host(HOST, data) as host:
            report = verify.verify_text(export(host))
        self.assertEqual((report.seq, report.reason), (4, "digest"))

    def test_changed_salt(self):
        self.assert_told(
            self.changed("UPDATE text SET salt = zeroblob(16) WHERE seq = 4"), 4, "digest"
        )

    def test_changed_hash(self):
        self.assert_told(
            self.changed("UPDATE link SET hash = zeroblob(32) WHERE seq = 4"), 4, "hash"
        )

    def test_changed_prev(self):
        self.assert_told(
            self.changed("UPDATE link SET prev = zeroblob(32) WHERE seq = 4"), 4, "prev"
        )

    def test_dropped_link(self):
        self.assert_told(
            self.changed("DELETE FROM text WHERE seq = 4", "DELETE FROM link WHERE seq = 4"),
            4,
            "missing",
        )

    def test_forged_erase(self):
        self.assert_told(self.changed("DELETE FROM text WHERE seq = 4"), 4, "erased-without-note")

    def test_changed_head(self):
        self.assert_told(
            self.changed("UPDATE meta SET value = zeroblob(32) WHERE name = 'head'"), 0, "head"
        )

    def test_changed_columns(self):
        self.assert_told(
            self.changed("UPDATE text SET account = 'somebody' WHERE seq = 4"), 4, "columns"
        )

    def test_changed_state_is_no_lie_that_verify_covers_up(self):
        """`state` is derived: status must not tell what no entry says while verify calls the record
        whole."""
        data = self.changed("UPDATE state SET line = replace(line, 'denied', 'allowed')")
        with Host(HOST, data) as host:
            said = host.call("verify")
            with self.assertRaises(RpcError) as refused:
                host.call("status")
        self.assertEqual((said["ok"], said["broken"]["reason"]), (False, "state"))
        self.assertEqual(refused.exception.name, "record.corrupt")

    def test_lines_that_are_gone_are_missed(self):
        """Without its line the next return would raise no alarm, and status would say that nothing
        was seen."""
        data = self.changed("DELETE FROM state")
        with Host(HOST, data) as host:
            with self.assertRaises(RpcError) as refused:
                host.call("status")
            said = host.call("verify")
        self.assertEqual(refused.exception.name, "record.corrupt")
        self.assertEqual((said["ok"], said["broken"]["reason"]), (False, "state"))


if __name__ == "__main__":
    unittest.main()
