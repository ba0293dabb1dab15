"""After an erase nothing of what was erased is left in any file, and the chain still verifies."""
import json
import re
import uuid
from pathlib import Path

import images
import verify
from hostclient import Host, entry, when
from invariants import export_packet, integrity


class _Told:
    """Entries whose every text is a word of their own, so that it can be looked for byte by
    byte."""

    def __init__(self):
        self.words = {}  # word -> (platform, account)
        self.count = 0

    def word(self, platform, account):
        self.count += 1
        word = f"w{self.count}-{uuid.uuid4().hex[:12]}"
        self.words[word] = (platform, account)
        return word

    def entries(self, platform, account, many):
        own = lambda: self.word(platform, account)  # noqa: E731
        for number in range(many):
            yield entry(
                platform=platform,
                account=account,
                control=f"c-{number}",
                unit=own(),
                raw=own(),
                evidence={
                    "label": own(), "lang": "en", "route": f"/{own()}", "by": [own()],
                    "rule": "rule", "rev": 1,
                },
                browser=own(),
            )
            yield entry(
                platform=platform, account=account, control=f"c-{number}", basis="declared",
                training="denied", why=None, sure=None, actor=None, raw=own(), evidence=None,
                note=f"{own()} " + "long " * 60 + own(), date="2026-11-20", at=when(),
            )
            yield entry(
                platform=platform, account=account, control=f"f-{self.count}", basis="form",
                training="unknown", why="ok", sure=None, actor="user", raw="submitted",
                evidence=None, note=own(),
            )


def _keep_picture(host, told, platform, account):
    """A picture with a reading of them; a word of its own is in its bytes, and so is its name in
    the record."""
    control = f"shown-{told.count}"
    seen = entry(platform=platform, account=account, control=control)
    host.call("record", {"entries": [seen]})
    picture = images.png(told.word(platform, account).encode() * 2000)
    of = {"platform": platform, "control": control, "account": account, "unit": None}
    images.keep(host, picture, of=of)
    told.words[images.name_of(picture)] = (platform, account)


def _all_bytes(data):
    return b"\0".join(file.read_bytes() for file in sorted(Path(data).rglob("*")) if file.is_file())


def _search(data, told, gone, where):
    """The words of what `gone` says are nowhere; all others are there."""
    raw = _all_bytes(data)
    for word, (platform, account) in told.words.items():
        there = word.encode() in raw or word.encode("utf-16-le") in raw
        assert there != gone(platform, account), (
            f"{where}: {word} of {platform}, {account} is {'still' if there else 'no longer'} there"
        )


def _verifies(host, data, erased, where):
    said = host.call("verify")
    assert said["ok"], f"{where}: {said}"
    integrity(data)
    packet = export_packet(host)
    report = verify.verify_text(packet)
    gaps = sum(1 for each in json.loads(packet)["entries"] if each.get("erased"))
    assert report.ok and gaps == erased, f"{where}: {gaps} of {erased} erased; {report}"


def _no_copy(data, log):
    """The only files that the erasing host ever made, by strace's word, are those of the record."""
    opened = re.findall(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", ([A-Z_|0-9]+)', log)
    made = {Path(path).name for path, flags in opened if "O_CREAT" in flags}
    assert made and made <= {"record.db", "record.db-journal"}, f"files made: {made}"
    assert "memfd_create" not in log
    names = {file.name for file in data.iterdir()}
    assert names == {"record.db", "pictures"}, names


# name -> (params, which (platform, account) it means)
SCOPES = {
    "a platform": ({"platform": "pinterest"}, lambda platform, account: platform == "pinterest"),
    "an account": (
        {"account": "zoe-of-the-test"},
        lambda platform, account: account == "zoe-of-the-test",
    ),
    "an account on one platform": (
        {"platform": "x", "account": "zoe-of-the-test"},
        lambda platform, account: (platform, account) == ("x", "zoe-of-the-test"),
    ),
    "everything": ({"all": True}, lambda platform, account: True),
}


def leaves_nothing(context):
    """Erases each scope of a record that was written by two hosts in turn, has an imported record
    and a queue's late entries."""
    other = context.scratch / "other"
    abroad = _Told()
    with Host(context.host, other) as host:
        entries = [
            *abroad.entries("pinterest", "zoe-of-the-test", 2),
            *abroad.entries("x", "ada-of-the-test", 2),
            *abroad.entries("x", "zoe-of-the-test", 1),
        ]
        host.call("record", {"entries": entries})
        packet = export_packet(host)
    searched = 0
    for name, (params, gone) in SCOPES.items():
        data = context.scratch / name.replace(" ", "-")
        told = _Told()
        told.words.update(abroad.words)
        log = context.scratch / "strace.log"
        prefix = [
            "strace", "-f", "-qq", "-o", str(log), "-e", "trace=openat,open,creat,memfd_create"
        ]
        with Host(context.host, data) as first, Host(context.host, data, prefix) as second:
            for platform in ("pinterest", "x", "tumblr"):
                for account in ("zoe-of-the-test", "ada-of-the-test", None):
                    for host in (first, second):
                        for each in told.entries(platform, account, 3):
                            host.call("record", {"entries": [each]})
                    _keep_picture(first, told, platform, account)
            first.call("import", {"packet": packet})
            _search(data, told, lambda platform, account: False, f"before {name}")
            result = second.call("erase", params)
            assert result["erased"] and result["imported"] and result["compacted"], result
            _search(data, told, gone, name)
            if "platform" in params:
                lines = json.dumps(second.call("status"))
                assert params["platform"] not in lines or "account" in params, lines
            _verifies(first, data, result["erased"], name)
            # And it stays gone while the log grows on: no page comes back from the other's cache.
            for host in (first, second):
                later = entry(platform="later", control=f"c-{uuid.uuid4().hex[:8]}")
                host.call("record", {"entries": [later]})
            _search(data, told, gone, f"{name}, later")
            _verifies(second, data, result["erased"], f"{name}, later")
        if gone("pinterest", "zoe-of-the-test") and params.get("platform") == "pinterest":
            assert b"pinterest" not in _all_bytes(data), "the platform's name is left"
        if params.get("account") and "platform" not in params or "all" in params:
            assert b"zoe-of-the-test" not in _all_bytes(data), "the account's name is left"
        _no_copy(data, log.read_text())
        searched += len(told.words)
    return (
        f"{len(SCOPES)} scopes, {searched} words searched byte by byte in every file, chain "
        "verifies"
    )
