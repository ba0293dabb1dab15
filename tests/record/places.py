"""Bad places for a record: each has its own named error, a message with the next step, and nothing is lost."""
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from hostclient import Host, RpcError, entry, when
from invariants import check, entry_ids, export_packet


def _fill(context, data, count=20):
    """A record with some entries; returns their ids."""
    entries = [entry(control=f"c-{number}") for number in range(count)]
    with Host(context.host, data) as host:
        host.call("record", {"entries": entries})
    return [each["id"] for each in entries]


def _error_of(host, method, params=None):
    """The error that this call must give."""
    try:
        result = host.call(method, params)
    except RpcError as error:
        message = error.error["message"]
        assert len(message) > 30 and message.strip().endswith((".", "!", ")")), f"no sentence with a next step: {message!r}"
        return error
    raise AssertionError(f"{method} was answered: {json.dumps(result)[:300]}")


def _bytes(data):
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(data.iterdir()) if file.is_file()}


def foreign_file(context):
    """Three files that are no record: text, an empty SQLite database of somebody else, another application's."""
    for number, make in enumerate((_text_file, _other_database, _firefox_like)):
        data = context.scratch / f"foreign-{number}"
        data.mkdir(mode=0o700)
        make(data / "record.db")
        (data / "record.db").chmod(0o600)
        before = _bytes(data)
        with Host(context.host, data) as host:
            for method, params in (("record", {"entries": [entry()]}), ("status", None), ("erase", {"all": True})):
                error = _error_of(host, method, params)
                assert error.name == "record.foreign", error
        assert _bytes(data)["record.db"] == before["record.db"], "the foreign file was changed"
    return "3 kinds: record.foreign, file untouched"


def _text_file(file):
    file.write_text("Dear diary, this is no database at all.\n" * 40)


def _other_database(file):
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE notes(text)")
        connection.execute("INSERT INTO notes VALUES('mine')")


def _firefox_like(file):
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA application_id=1234567")
        connection.execute("PRAGMA user_version=1")
        connection.execute("CREATE TABLE entries(seq INTEGER PRIMARY KEY, payload)")


def newer_schema(context):
    _fill(context, context.scratch)
    file = context.scratch / "record.db"
    with sqlite3.connect(file) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute(f"PRAGMA user_version={version + 1}")
    before = _bytes(context.scratch)
    with Host(context.host, context.scratch) as host:
        error = _error_of(host, "record", {"entries": [entry()]})
        assert error.name == "record.newer", error
        assert _error_of(host, "erase", {"all": True}).name == "record.newer"
    assert _bytes(context.scratch) == before, "a newer record was written to"
    return f"schema {version + 1} where {version} is known: record.newer, file untouched"


def damaged_page(context):
    """A page in the middle of the entries is overwritten; nothing is written to the file, and the damage has its name."""
    ids = _fill(context, context.scratch, 120)
    file = context.scratch / "record.db"
    with sqlite3.connect(file) as connection:  # as on the next day: the host looks over the file once a day
        assert connection.execute("UPDATE meta SET value = '2020-01-01' WHERE name = 'checked'").rowcount == 1
    connection.close()
    raw = bytearray(file.read_bytes())
    page = int.from_bytes(raw[16:18], "big")
    # Every page but the first two is struck in turn: the first holds what says whose file this is.
    struck = 0
    names = set()
    for number in range(1, len(raw) // page):
        data = context.scratch / f"page-{number}"
        data.mkdir(mode=0o700)
        broken = raw.copy()
        broken[number * page:(number + 1) * page] = bytes([0x5A]) * page
        (data / "record.db").write_bytes(broken)
        (data / "record.db").chmod(0o600)
        before = _bytes(data)["record.db"]
        with Host(context.host, data) as host:
            try:
                said = host.call("verify")
                assert not said["ok"], f"page {number} of {len(raw) // page} is rubbish and verify says ok"
                names.add("verify not ok")
            except RpcError as error:
                assert error.name == "record.corrupt", error
                names.add(error.name)
            struck += 1
            try:
                host.call("record", {"entries": [entry(platform="x")]})
                raise AssertionError(f"page {number} is rubbish, and an entry was written into the file")
            except RpcError as error:
                assert error.name == "record.corrupt", error
        assert _bytes(data)["record.db"] == before, "a damaged record was written to"
        shutil.rmtree(data)
    check(context.host, context.scratch, ids)
    return f"{struck} pages struck in turn, told as {', '.join(sorted(names))}, never written to"


def clock_back(context):
    """A clock that was ahead by a year and is set right: the state goes on, nothing is refused, the step is flagged."""
    data = context.scratch
    with Host(context.host, data) as host:
        host.call("record", {"entries": [entry(at=when(timedelta(days=365)), training="allowed", raw="on")]})
        result = host.call("record", {"entries": [entry(actor="user")]})
        assert result["results"][0]["effect"] == "recorded", result
        (line,) = host.call("status")["controls"]
        assert line["training"] == "denied", f"an entry from the future froze the state: {line}"
    return _host_clock_back(context)


def _host_clock_back(context):
    """The host's own clock a year back, by a time namespace's offset or faketime where there is one."""
    faketime = shutil.which("faketime")
    if not faketime:
        return "entry ahead by a year does not freeze the state (host's clock itself: faketime is not installed)"
    data = context.scratch / "faked"
    data.mkdir(mode=0o700)
    first, second = entry(at=when(timedelta(days=365))), entry(training="allowed", raw="on", actor="user")
    with Host(context.host, data, [faketime, "-f", "+365d"]) as host:
        host.call("record", {"entries": [first]})
    with Host(context.host, data) as host:
        assert host.call("record", {"entries": [second]})["results"][0]["effect"] == "recorded"
        newest = host.call("history")["entries"][0]
        assert newest["clock"] == "back", newest
        (line,) = host.call("status")["controls"]
        assert line["training"] == "allowed", f"the clock set back froze the state: {line}"
    check(context.host, data, [first["id"], second["id"]])
    return "entry ahead by a year, and the host's clock a year back: flagged, state goes on"


def disk_full(context):
    return _in_namespace(context, "disk_full")


def read_only(context):
    return _in_namespace(context, "read_only")


def _in_namespace(context, name):
    """Mounts need a mount namespace: this module runs itself again inside one."""
    command = ["unshare", "-m" if os.geteuid() == 0 else "-Urm", sys.executable, __file__, name, str(context.host), str(context.scratch)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout.strip()


def _mount(*arguments):
    subprocess.run(["mount", *arguments], check=True)


class _Inside:
    def __init__(self, host, scratch):
        self.host, self.scratch = Path(host), Path(scratch)


def _inside_disk_full(context):
    data = context.scratch / "small"
    data.mkdir(mode=0o700)
    _mount("-t", "tmpfs", "-o", "size=192k,mode=0700", "tmpfs", str(data))
    recorded, refused = [], 0
    with Host(context.host, data) as host:
        for number in range(400):
            each = entry(control=f"c-{number}")
            try:
                host.call("record", {"entries": [each]})
                recorded.append(each["id"])
            except RpcError as error:
                assert error.name == "record.full", error
                refused += 1
        assert recorded and refused, f"{recorded=} {refused=}"
        # Reading goes on, and nothing that was acknowledged is lost.
        assert entry_ids(host) == recorded
        assert host.call("verify")["ok"]
    subprocess.run(["mount", "-o", "remount,size=4m", str(data)], check=True)
    later = entry(control="later")
    with Host(context.host, data) as host:
        host.call("record", {"entries": [later]})
    check(context.host, data, [*recorded, later["id"]])
    return f"{len(recorded)} of 400 recorded, {refused} told record.full, and one more after there was room"


def _inside_read_only(context):
    data = context.scratch / "fixed"
    data.mkdir(mode=0o700)
    _mount("-t", "tmpfs", "-o", "size=4m,mode=0700", "tmpfs", str(data))
    ids = _fill(context, data)
    subprocess.run(["mount", "-o", "remount,ro", str(data)], check=True)
    with Host(context.host, data) as host:
        error = None
        try:
            host.call("record", {"entries": [entry(platform="x")]})
        except RpcError as caught:
            error = caught
        assert error and error.name == "record.readonly", error
        assert host.call("verify")["ok"] and entry_ids(host) == ids, "a read-only record can still be read"
        assert len(host.call("status")["controls"]) == len(ids)
        export_packet(host)
    subprocess.run(["mount", "-o", "remount,rw", str(data)], check=True)
    check(context.host, data, ids)
    # And where there is nothing yet.
    empty = context.scratch / "empty"
    empty.mkdir(mode=0o700)
    _mount("-t", "tmpfs", "-o", "ro,size=1m,mode=0700", "tmpfs", str(empty))
    with Host(context.host, empty / "data") as host:
        try:
            host.call("record", {"entries": [entry()]})
            raise AssertionError("recorded on a read-only file system")
        except RpcError as caught:
            assert caught.name == "record.readonly", caught
    return f"record.readonly; the {len(ids)} entries can still be read, verified and exported"


if __name__ == "__main__":
    print({"disk_full": _inside_disk_full, "read_only": _inside_read_only}[sys.argv[1]](_Inside(*sys.argv[2:4])))
