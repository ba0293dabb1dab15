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


# Exit statuses of the command: PROTOCOL.md, sections 2 and 4.
STATUS = {"record.busy": 20, "record.full": 21, "record.readonly": 22, "record.corrupt": 23, "record.newer": 24, "record.foreign": 25}
DECLARE = ("declare", "x", "grok", "denied", "--by", "app")


def _command(context, data, *arguments, prefix=()):
    """Runs `optoutlog` on the record in `data`."""
    program = Path(context.host).resolve().parent / "optoutlog"
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(data), "OPTOUTLOG_DATA": str(data), "LANG": "C.UTF-8"}
    return subprocess.run([*prefix, str(program), *arguments], capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, check=False)


def _command_told(context, data, name, *arguments, prefix=()):
    """The command ends with the status of this error, says its name to programs and a sentence to people."""
    done = _command(context, data, *arguments, "--json", prefix=prefix)
    where = f"optoutlog {' '.join(arguments)}: status {done.returncode}\n{done.stdout}{done.stderr}"
    assert done.returncode == STATUS[name], where
    assert json.loads(done.stdout)["error"]["name"] == name, where
    said = done.stderr.removeprefix("optoutlog: ").strip()
    assert len(said) > 40 and said[0].isupper() or said.startswith("/"), where
    assert str(data) in said, f"which file is meant? {where}"


def _command_fine(context, data, *arguments):
    done = _command(context, data, *arguments)
    assert done.returncode == 0, f"optoutlog {' '.join(arguments)}: status {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


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
        for arguments in (("status",), ("history",), ("verify",), DECLARE, ("erase", "--all", "--yes")):
            _command_told(context, data, "record.foreign", *arguments)
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
    for arguments in (("status",), ("history",), ("verify",), DECLARE, ("erase", "--all", "--yes")):
        _command_told(context, context.scratch, "record.newer", *arguments)
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
        _command_told(context, data, "record.corrupt", *DECLARE)
        _command_told(context, data, "record.corrupt", "erase", "--all", "--yes")
        assert _bytes(data)["record.db"] == before, "a damaged record was written to"
        shutil.rmtree(data)
    check(context.host, context.scratch, ids)
    return f"{struck} pages struck in turn, told as {', '.join(sorted(names))}, never written to"


def damage_remembered(context):
    """Damage that one process found keeps every process from writing, until the file is whole again or was put aside."""
    data = context.scratch / "data"
    ids = _fill(context, data, 120)
    file = data / "record.db"
    whole = file.read_bytes()
    with Host(context.host, data) as running:  # looked over today, and writing: nothing of its own would stop it
        last = entry(platform="x", control="before")
        running.call("record", {"entries": [last]})
        whole = file.read_bytes()
        broken = whole.replace(b"genai", b"ganai").replace(b'"control":"c-7"', b'"control":"c-8"')
        assert broken != whole
        file.write_bytes(broken)
        with Host(context.host, data) as another:  # also looked over today; before the damage is found it may write
            said = another.call("verify")
        assert not said["ok"], said
        before = _bytes(data)["record.db"]
        with Host(context.host, data) as later:
            for host in (running, later):
                error = _error_of(host, "record", {"entries": [entry(platform="x")]})
                assert error.name == "record.corrupt" and error.error["data"]["why"], error.error
                assert _error_of(host, "erase", {"platform": "x"}).name == "record.corrupt"
                assert host.call("hello")["problem"]["name"] == "record.corrupt"
                shown = set(entry_ids(host))
                assert shown and shown < {*ids, last["id"]}, "what is whole can still be read, and nothing else"
                assert _error_of(host, "export", {"format": "html"}).name == "record.corrupt", "a statement of a damaged record"
                assert list(host.pages("export", "cursor", {"format": "json"})), "what is whole can still be saved"
        for shown in (_command(context, data, "history"), _command(context, data, "status")):
            assert shown.returncode == 0 and "The log is damaged" in shown.stderr, shown
        _command_told(context, data, "record.corrupt", *DECLARE)
        _command_told(context, data, "record.corrupt", "erase", "--all", "--yes")
        assert _bytes(data)["record.db"] == before, "a record known to be damaged was written to"
        # Way out one: the whole file is put back from a backup. Nobody has to tell.
        file.write_bytes(whole)
        running.call("record", {"entries": [entry(platform="x", control="after")]})
        assert running.call("verify")["ok"] and running.call("hello")["problem"] is None
        assert not (data / "record.damaged").exists(), "the note outlived the damage"
        # Way out two: the command puts it aside, and a running host goes on with the new one.
        _command_fine(context, data, "set-aside", "--yes")
        assert file.exists(), "a whole record was put aside"
        broken = file.read_bytes().replace(b'"control":"c-7"', b'"control":"c-8"')
        file.write_bytes(broken)
        assert not running.call("verify")["ok"]
        assert _command(context, data, "set-aside").returncode == 2, "nobody was asked"
        assert str(data) in _command_fine(context, data, "set-aside", "--yes")
        (aside,) = data.glob("record-aside-*.db")
        assert aside.read_bytes() == broken, "the damaged file was changed"
        fresh = entry(platform="x", control="fresh")
        running.call("record", {"entries": [fresh]})
        assert entry_ids(running) == [fresh["id"]]
    check(context.host, data, [fresh["id"]])
    return "told by every process, never written to; goes on with the file put back, and with a new one"


def _shifted(context, seconds):
    """A prefix that lets a program see another time of day: the clock that its C library gives it."""
    library = context.scratch / "shift.so"
    if not library.exists():
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(Path(__file__).with_name("shift_clock.c")), "-ldl"], check=True)
    return ["env", f"LD_PRELOAD={library}", f"OPTOUTLOG_TEST_SHIFT={seconds}"]


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
    """The computer's clock was a year ahead, and is set right."""
    data = context.scratch / "faked"
    data.mkdir(mode=0o700)
    year = 365 * 86400
    ahead, back, later = (entry(training=training, raw=raw, actor="user") for training, raw in (("denied", "off"), ("allowed", "on"), ("denied", "off")))
    ahead["at"] = when(timedelta(seconds=year))
    with Host(context.host, data, _shifted(context, year)) as host:
        host.call("record", {"entries": [ahead]})
        (first,) = host.call("history")["entries"]
        assert first["received"] > when(timedelta(days=360)), f"the clock was not shifted: {first}"
    with Host(context.host, data) as host:
        assert host.call("record", {"entries": [back]})["results"][0]["effect"] == "recorded"
        newest = host.call("history")["entries"][0]
        assert newest["clock"] == "back", newest
        (line,) = host.call("status")["controls"]
        assert line["training"] == "allowed", f"the clock set back froze the state: {line}"
        assert host.call("record", {"entries": [later]})["results"][0]["effect"] == "recorded"
        assert host.call("status")["controls"][0]["training"] == "denied"
    said = _command_fine(context, data, "history", "--details")
    assert "clock had been set back" in said, said
    check(context.host, data, [ahead["id"], back["id"], later["id"]])
    return "entry ahead by a year, and the host's clock a year back: flagged, told, state goes on"


def disk_full(context):
    return _in_namespace(context, "disk_full")


def size_limit(context):
    """A quota and a limit on the size of a file are no room, too; neither ends the program."""
    data = context.scratch / "limited"
    ids = _fill(context, data, 40)
    limit = (data / "record.db").stat().st_size // 1024 + 8
    prefix = ["bash", "-c", f'ulimit -f {limit}; exec "$@"', "bash"]
    recorded, refused = [], 0
    with Host(context.host, data, prefix) as host:
        for number in range(120):
            each = entry(control=f"more-{number}")
            try:
                host.call("record", {"entries": [each]})
                recorded.append(each["id"])
            except RpcError as error:
                assert error.name == "record.full", error
                refused += 1
        assert recorded and refused, f"{recorded=} {refused=}"
        assert host.call("verify")["ok"]
    _command_told(context, data, "record.full", *DECLARE, "--note", "n" * 500, prefix=["bash", "-c", f'ulimit -f {(data / "record.db").stat().st_size // 1024 - 8}; exec "$@"', "bash"])
    check(context.host, data, ids + recorded)
    return f"{len(recorded)} of 120 recorded, {refused} told record.full, the host stayed"


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
        # The command fills what is left of the last pages, until it is told the same.
        for _ in range(400):
            done = _command(context, data, *DECLARE, "--note", "n" * 500, "--json")
            if done.returncode:
                break
            recorded += [each["id"] for each in json.loads(done.stdout)["results"]]
        _command_told(context, data, "record.full", *DECLARE, "--note", "n" * 500)
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
        _command_told(context, data, "record.readonly", *DECLARE)
        _command_told(context, data, "record.readonly", "erase", "--all", "--yes")
        for arguments in (("status",), ("history",), ("verify",), ("export", "--out", "-")):
            assert _command_fine(context, data, *arguments)
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
    _command_told(context, empty / "data", "record.readonly", *DECLARE)
    return f"record.readonly; the {len(ids)} entries can still be read, verified and exported"


if __name__ == "__main__":
    print({"disk_full": _inside_disk_full, "read_only": _inside_read_only}[sys.argv[1]](_Inside(*sys.argv[2:4])))
