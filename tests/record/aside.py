"""Putting a damaged record aside, cut off at every step: what an interrupted write left is never
left behind alone."""
import shutil

from command import command
from hostclient import Host, RpcError, entry

# glibc's rename() is one of these, depending on the processor.
RENAMES = "rename,renameat,renameat2"
# No journal that SQLite would play back (it begins with zeros), so that it is still there when the
# file is renamed.
LEFT = bytes(512) + b"left by an interrupted write"


def _damaged(context, data):
    """A record that is known to be damaged, with a journal beside it; gives the bytes of both."""
    data.mkdir(mode=0o700)
    with Host(context.host, data) as host:
        host.call("record", {"entries": [entry(control=f"c-{number}") for number in range(3)]})
    file = data / "record.db"
    file.write_bytes(file.read_bytes().replace(b'"control":"c-1"', b'"control":"c-9"'))
    with Host(context.host, data) as host:
        assert not host.call("verify")["ok"]
    journal = data / "record.db-journal"
    journal.write_bytes(LEFT)
    journal.chmod(0o600)
    return file.read_bytes()


def _set_aside(context, data, action=None):
    """Runs the command under one injection; gives whether it came about, the status, and what was
    said."""
    log = data.parent / "strace.log"
    prefix = ["strace", "-f", "-qq", "-o", str(log)] if action else []
    if action:
        prefix += ["-e", f"trace={RENAMES}", "-e", f"inject={RENAMES}:{action}"]
    done = command(context, data, "set-aside", "--yes", prefix=prefix)
    text = log.read_text(errors="replace") if action else ""
    injected = "INJECTED" in text or "killed by SIGKILL" in text
    return injected, done.returncode, done.stdout + done.stderr


def _look(data, record):
    """Both files are there, whole, under some name, and the journal never alone beside the name of
    the next record. Gives whether the journal has moved and the record has not."""
    held = {file.name: file.read_bytes() for file in data.iterdir() if file.is_file()}
    records = [name for name, content in held.items() if content == record]
    journals = [name for name, content in held.items() if content == LEFT]
    assert len(records) == 1 and len(journals) == 1, (
        f"a file was changed, doubled or lost: {sorted(held)}"
    )
    assert journals[0] != "record.db-journal" or records[0] == "record.db", (
        "the record was moved and the journal left behind: it would be played back into the next "
        "record"
    )
    return records[0] == "record.db" and journals[0] != "record.db-journal"


def cut_off(context):
    points = {}
    between = 0
    for name, action in (("kill", "signal=KILL:when={}"), ("EACCES", "error=EACCES:when={}")):
        number = 0
        while True:
            number += 1
            data = context.scratch / f"{name}-{number}"
            record = _damaged(context, data)
            injected, status, said = _set_aside(context, data, action.format(number))
            half = _look(data, record)
            if not injected:
                assert status == 0, said
                points[name] = number - 1
                break
            if name == "kill":
                between += half
            else:
                assert not half, f"one of the two stayed behind after an error: {said}"
                assert status == 0 or "Nothing was changed" in said, said
            _goes_on(context, data, record)
            shutil.rmtree(data)
    assert between, "no kill came between the two renames"
    assert points["EACCES"] >= 2, points
    return (
        f"{points['kill']} kills, {between} between the two files, and {points['EACCES']} errors: "
        "nothing lost, nothing left alone"
    )


def _goes_on(context, data, record):
    """Nobody writes into the damaged record, and the same command again comes to its end."""
    if (data / "record.db").exists():
        with Host(context.host, data) as host:
            try:
                host.call("record", {"entries": [entry(platform="x")]})
                raise AssertionError("an entry was written into a damaged record")
            except RpcError as error:
                assert error.name == "record.corrupt", error
        _, status, said = _set_aside(context, data)
        assert status == 0, said
    _look(data, record)
    with Host(context.host, data) as host:
        host.call("record", {"entries": [entry(platform="x")]})
        assert host.call("verify")["ok"]
    _look(data, record)
