"""A record that was made by a real host, and its exports as a forger would change them."""
import json
import shutil
import tempfile
import unittest
from pathlib import Path

import verify
from hostclient import Host, RpcError, entry, find_host

HOST = find_host()


def export(host, **params):
    return "".join(
        page["text"] for page in host.pages("export", "cursor", {"format": "json", **params})
    )


def redigest(each):
    """Writes the digest of an entry whose content was changed."""
    salt = bytes.fromhex(each["salt"])
    each["digest"] = verify.digest_of(salt, each["payload"].encode()).hex()


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
    checkpoint = f"optoutlog-checkpoint-v1 {packet['record']} {packet['count']} {packet['head']}"
    packet["checkpoint"] = checkpoint


class WithRecord(unittest.TestCase):
    """A record of two platforms and three accounts, one of them erased; made once by the real
    host."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="optoutlog-verify-"))
        cls.data = cls.folder / "data"
        with Host(HOST, cls.data) as host:
            host.call("record", {"entries": [entry(control=f"c-{number}") for number in range(5)]})
            grok = {"platform": "x", "control": "grok"}
            gone = entry(**grok, account="erased-handle", evidence=None)
            host.call("record", {"entries": [gone]})
            evidence = {
                "label": "a\tb “quoted” \\ / \u2028", "lang": None, "route": None,
                "by": [], "rule": None, "rev": None,
            }
            kept = entry(**grok, account="Ж-日本-😀", evidence=evidence)
            host.call("record", {"entries": [kept]})
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
        data = caught.exception.error["data"]
        self.assertEqual((data["seq"], data["reason"]), (seq, reason))
