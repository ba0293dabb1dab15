"""Bad places for a record: each has its own named error, a message with the next step, and nothing
is lost."""
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from command import DECLARE, command, command_fine, command_told
from hostclient import Host, RpcError, entry, error_of, fill
from invariants import check, digests, entry_ids, export_packet


def foreign_file(context):
    """Three files that are no record: text, an empty SQLite database of somebody else, another
    application's."""
    for number, make in enumerate((_text_file, _other_database, _firefox_like)):
        data = context.scratch / f"foreign-{number}"
        data.mkdir(mode=0o700)
        make(data / "record.db")
        (data / "record.db").chmod(0o600)
        before = digests(data)
        with Host(context.host, data) as host:
            for method, params in (
                ("record", {"entries": [entry()]}), ("status", None), ("erase", {"all": True})
            ):
                error = error_of(host, method, params)
                assert error.name == "record.foreign", error
        for arguments in (
            ("status",), ("history",), ("verify",), DECLARE, ("erase", "--all", "--yes")
        ):
            command_told(context, data, "record.foreign", *arguments)
        assert digests(data)["record.db"] == before["record.db"], "the foreign file was changed"
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


def without_locks(context):
    """A file system that knows no file locks: said at once and by its name, not as another
    program's work after a wait."""
    ids = fill(context, context.scratch)
    before = digests(context.scratch)
    def without(first):
        """From its `first` call of fcntl on; the host begins with five that are no locks."""
        return [
            "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fcntl", "-e",
            f"inject=fcntl:error=ENOLCK:when={first}+",
        ]

    with Host(context.host, context.scratch, without(6)) as host:
        for method, params in (
            ("status", None), ("record", {"entries": [entry()]}), ("verify", None)
        ):
            error = error_of(host, method, params)
            assert error.name == "record.io", error
            assert error.error["data"]["why"] == "no file locks", error.error
    command_told(context, context.scratch, "record.io", "status", prefix=without(1))
    assert digests(context.scratch) == before, "the record was touched"
    check(context.host, context.scratch, ids)
    return "record.io, no file locks; nothing touched"


def newer_schema(context):
    fill(context, context.scratch)
    file = context.scratch / "record.db"
    with sqlite3.connect(file) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute(f"PRAGMA user_version={version + 1}")
    before = digests(context.scratch)
    with Host(context.host, context.scratch) as host:
        error = error_of(host, "record", {"entries": [entry()]})
        assert error.name == "record.newer", error
        assert error_of(host, "erase", {"all": True}).name == "record.newer"
    for arguments in (("status",), ("history",), ("verify",), DECLARE, ("erase", "--all", "--yes")):
        command_told(context, context.scratch, "record.newer", *arguments)
    assert digests(context.scratch) == before, "a newer record was written to"
    return f"schema {version + 1} where {version} is known: record.newer, file untouched"


def disk_full(context):
    return in_namespace(context, "disk_full")


def _limited(kibibytes):
    """A prefix that lets a program write files up to this size."""
    return ["bash", "-c", f'ulimit -f {kibibytes}; exec "$@"', "bash"]


def size_limit(context):
    """A quota and a limit on the size of a file are no room, too; neither ends the program."""
    data = context.scratch / "limited"
    ids = fill(context, data, 40)
    prefix = _limited((data / "record.db").stat().st_size // 1024 + 8)
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
    prefix = _limited((data / "record.db").stat().st_size // 1024 - 8)
    command_told(context, data, "record.full", *DECLARE, "--note", "n" * 500, prefix=prefix)
    check(context.host, data, ids + recorded)
    return f"{len(recorded)} of 120 recorded, {refused} told record.full, the host stayed"


def read_only(context):
    return in_namespace(context, "read_only")


def in_namespace(context, name, module=__file__):
    """Mounts need a mount namespace: the module runs itself again inside one."""
    again = [
        "unshare", "-m" if os.geteuid() == 0 else "-Urm", sys.executable, module, name,
        str(context.host), str(context.scratch),
    ]
    done = subprocess.run(again, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(again)}\n{done.stdout}{done.stderr}"
    return done.stdout.strip()


def mount(*arguments):
    subprocess.run(["mount", *arguments], check=True)


class Inside:
    def __init__(self, host, scratch):
        self.host, self.scratch = Path(host), Path(scratch)


def _inside_disk_full(context):
    data = context.scratch / "small"
    data.mkdir(mode=0o700)
    mount("-t", "tmpfs", "-o", "size=192k,mode=0700", "tmpfs", str(data))
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
            done = command(context, data, *DECLARE, "--note", "n" * 500, "--json")
            if done.returncode:
                break
            recorded += [each["id"] for each in json.loads(done.stdout)["results"]]
        command_told(context, data, "record.full", *DECLARE, "--note", "n" * 500)
        # Reading goes on, and nothing that was acknowledged is lost.
        assert entry_ids(host) == recorded
        assert host.call("verify")["ok"]
    subprocess.run(["mount", "-o", "remount,size=4m", str(data)], check=True)
    later = entry(control="later")
    with Host(context.host, data) as host:
        host.call("record", {"entries": [later]})
    check(context.host, data, [*recorded, later["id"]])
    return (
        f"{len(recorded)} of 400 recorded, {refused} told record.full, and one more after there "
        "was room"
    )


def _inside_read_only(context):
    data = context.scratch / "fixed"
    data.mkdir(mode=0o700)
    mount("-t", "tmpfs", "-o", "size=4m,mode=0700", "tmpfs", str(data))
    ids = fill(context, data)
    subprocess.run(["mount", "-o", "remount,ro", str(data)], check=True)
    with Host(context.host, data) as host:
        error = None
        try:
            host.call("record", {"entries": [entry(platform="x")]})
        except RpcError as caught:
            error = caught
        assert error and error.name == "record.readonly", error
        command_told(context, data, "record.readonly", *DECLARE)
        command_told(context, data, "record.readonly", "erase", "--all", "--yes")
        for arguments in (("status",), ("history",), ("verify",), ("export", "--out", "-")):
            assert command_fine(context, data, *arguments)
        assert host.call("verify")["ok"] and entry_ids(host) == ids, (
            "a read-only record can still be read"
        )
        assert len(host.call("status")["controls"]) == len(ids)
        export_packet(host)
    subprocess.run(["mount", "-o", "remount,rw", str(data)], check=True)
    check(context.host, data, ids)
    # And where there is nothing yet.
    empty = context.scratch / "empty"
    empty.mkdir(mode=0o700)
    mount("-t", "tmpfs", "-o", "ro,size=1m,mode=0700", "tmpfs", str(empty))
    with Host(context.host, empty / "data") as host:
        try:
            host.call("record", {"entries": [entry()]})
            raise AssertionError("recorded on a read-only file system")
        except RpcError as caught:
            assert caught.name == "record.readonly", caught
    command_told(context, empty / "data", "record.readonly", *DECLARE)
    return f"record.readonly; the {len(ids)} entries can still be read, verified and exported"


if __name__ == "__main__":
    inside = {"disk_full": _inside_disk_full, "read_only": _inside_read_only}[sys.argv[1]]
    print(inside(Inside(*sys.argv[2:4])))
