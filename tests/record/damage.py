"""A damaged record. Each byte of a small database is flipped: each answer is right or says
"damaged", by itself, and nothing crashes. Damage that was found keeps everybody from writing."""
import shutil
import sqlite3

from command import DECLARE, command, command_fine, command_told
from hostclient import Host, HostGone, RpcError, entry, error_of, fill
from invariants import check, digests, entry_ids

# Errors that are a true word about a file with a flipped byte.
HONEST = {"record.corrupt", "record.foreign", "record.newer"}


_PARTS = {
    "status": lambda host: host.call("status"),
    "history": lambda host: [page["entries"] for page in host.pages("history", "before")],
    "export": lambda host: "".join(
        page["text"] for page in host.pages("export", "cursor", {"format": "csv"})
    ),
    "verify": lambda host: host.call("verify"),
}


def _put(data, raw):
    """The folder `data` holds this database and nothing else: no note of a damage that was found
    before."""
    for left in data.iterdir():
        left.unlink()
    (data / "record.db").write_bytes(raw)
    (data / "record.db").chmod(0o600)


def _look(context, data, where, broken, right):
    """Asks each thing about one damaged file, each of a host of its own: nothing of an answer may
    rest on what another has found. Returns "told" or "no meaning"; AssertionError for a lie or a
    crash."""
    result = "no meaning"
    for part, ask in _PARTS.items():
        _put(data, broken)
        host = Host(context.host, data)
        try:
            said = ask(host)
            if part == "verify" and not said["ok"]:
                result = "told"
            else:
                assert said == right[part], (
                    f"{where}: {part} is wrong: {'; '.join(_differences(right[part], said))[:300]}"
                )
        except RpcError as error:
            assert error.name in HONEST, f"{where}: {error}"
            result = "told"
        except HostGone as error:
            raise AssertionError(f"{where}: the host is gone: {error}") from error
        finally:
            status = host.close()
            assert status == 0, f"{where}: exit status {status}: {host.stderr}"
    return result


def _small(context, name):
    """A record of a few entries, what is right to say of it, an empty folder for broken ones."""
    source = context.scratch / f"{name}-source"
    source.mkdir(mode=0o700)
    with Host(context.host, source) as host:
        host.call("record", {"entries": [entry(control=f"c-{number}") for number in range(6)]})
        more = [
            entry(control="c-0", training="allowed", raw="on"),
            entry(platform="x", account=None, evidence=None),
        ]
        host.call("record", {"entries": more})
        right = {part: ask(host) for part, ask in _PARTS.items()}
    data = context.scratch / name
    data.mkdir(mode=0o700)
    return (source / "record.db").read_bytes(), right, data


def _leaf_cells(raw):
    """Place and number of the cell pointers of each leaf (SQLite's file format, 1.6)."""
    size = int.from_bytes(raw[16:18], "big")
    size = 65536 if size == 1 else size
    for start in range(0, len(raw), size):
        header = start + (100 if start == 0 else 0)
        if raw[header] in (0x0A, 0x0D):
            yield header + 8, int.from_bytes(raw[header + 3 : header + 5], "big")


def swaps(context):
    """A cell pointer of a leaf names another one's cell: a row is gone, and one stands twice."""
    raw, right, data = _small(context, "swapped")
    places = [
        (at + 2 * one, at + 2 * other)
        for at, count in _leaf_cells(raw)
        for one in range(count)
        for other in range(count)
        if one != other
    ]
    if not context.full:
        places = context.random.sample(places, min(40, len(places)))
    wrong = []
    for one, other in places:
        broken = bytearray(raw)
        broken[one : one + 2] = raw[other : other + 2]
        try:
            _look(context, data, f"the pointer at {one} is the one at {other}", broken, right)
        except AssertionError as error:
            wrong.append(str(error))
    assert not wrong, (
        f"{len(wrong)} of {len(places)} led to a wrong answer:\n" + "\n".join(wrong[:12])
    )
    return f"{len(places)} cell pointers in another's place: 0 wrong answers"


def flips(context):
    raw, right, data = _small(context, "flipped")
    places = range(len(raw))
    if not context.full:
        places = sorted(context.random.sample(places, 250))
    counts = {"told": 0, "no meaning": 0}
    wrong = []
    for place in places:
        broken = bytearray(raw)
        broken[place] ^= 1 << context.random.randrange(8)
        where = f"byte {place} of {len(raw)} is {broken[place]:#04x} instead of {raw[place]:#04x}"
        try:
            counts[_look(context, data, where, broken, right)] += 1
        except AssertionError as error:
            wrong.append(str(error))
    assert not wrong, (
        f"{len(wrong)} of {len(places)} flipped bytes led to a wrong answer:\n"
        + "\n".join(wrong[:12])
    )
    assert counts["told"], "no flipped byte was ever noticed"
    return (
        f"{len(places)} of {len(raw)} bytes flipped: {counts['told']} told, {counts['no meaning']} "
        "without meaning, 0 wrong answers"
    )


def _differences(right, said, place=""):
    """What differs, each with its place."""
    if isinstance(right, dict) and isinstance(said, dict):
        return [
            line
            for key in sorted(right.keys() | said.keys())
            for line in _differences(right.get(key), said.get(key), f"{place}.{key}")
        ]
    if isinstance(right, list) and isinstance(said, list) and len(right) == len(said):
        return [
            line
            for number, pair in enumerate(zip(right, said))
            for line in _differences(*pair, f"{place}[{number}]")
        ]
    return [] if right == said else [f"{place} is {said!r}, right is {right!r}"]


def damaged_page(context):
    """A page in the middle of the entries is overwritten; nothing is written to the file, and the
    damage has its name."""
    ids = fill(context, context.scratch, 120)
    file = context.scratch / "record.db"
    # As on the next day: the host looks over the file once a day.
    with sqlite3.connect(file) as connection:
        update = "UPDATE meta SET value = '2020-01-01' WHERE name = 'checked'"
        assert connection.execute(update).rowcount == 1
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
        before = digests(data)["record.db"]
        with Host(context.host, data) as host:
            try:
                said = host.call("verify")
                assert not said["ok"], (
                    f"page {number} of {len(raw) // page} is rubbish and verify says ok"
                )
                names.add("verify not ok")
            except RpcError as error:
                assert error.name == "record.corrupt", error
                names.add(error.name)
            struck += 1
            try:
                host.call("record", {"entries": [entry(platform="x")]})
                raise AssertionError(
                    f"page {number} is rubbish, and an entry was written into the file"
                )
            except RpcError as error:
                assert error.name == "record.corrupt", error
        command_told(context, data, "record.corrupt", *DECLARE)
        command_told(context, data, "record.corrupt", "erase", "--all", "--yes")
        assert digests(data)["record.db"] == before, "a damaged record was written to"
        shutil.rmtree(data)
    check(context.host, context.scratch, ids)
    return f"{struck} pages struck in turn, told as {', '.join(sorted(names))}, never written to"


def _reads_and_refuses(host, ids):
    """A host that knows of the damage writes nothing, and shows of `ids` those that are whole."""
    error = error_of(host, "record", {"entries": [entry(platform="x")]})
    assert error.name == "record.corrupt" and error.error["data"]["why"], error.error
    assert error_of(host, "erase", {"platform": "x"}).name == "record.corrupt"
    assert host.call("hello")["problem"]["name"] == "record.corrupt"
    shown = set(entry_ids(host))
    assert shown and shown < ids, "what is whole can still be read, and nothing else"
    statement = error_of(host, "export", {"format": "html"})
    assert statement.name == "record.corrupt", "a statement of a damaged record"
    packet = list(host.pages("export", "cursor", {"format": "json"}))
    assert packet, "what is whole can still be saved"


def damage_remembered(context):
    """Damage that one process found keeps every process from writing, until the file is whole again
    or was put aside."""
    data = context.scratch / "data"
    ids = fill(context, data, 120)
    file = data / "record.db"
    whole = file.read_bytes()
    # Looked over today, and writing: nothing of its own would stop this one.
    with Host(context.host, data) as running:
        last = entry(platform="x", control="before")
        running.call("record", {"entries": [last]})
        whole = file.read_bytes()
        broken = whole.replace(b"genai", b"ganai").replace(b'"control":"c-7"', b'"control":"c-8"')
        assert broken != whole
        file.write_bytes(broken)
        # Also looked over today; before the damage is found it may write.
        with Host(context.host, data) as another:
            said = another.call("verify")
        assert not said["ok"], said
        before = digests(data)["record.db"]
        with Host(context.host, data) as later:
            for host in (running, later):
                _reads_and_refuses(host, {*ids, last["id"]})
        for shown in (command(context, data, "history"), command(context, data, "status")):
            assert shown.returncode == 0 and "The log is damaged" in shown.stderr, shown
        command_told(context, data, "record.corrupt", *DECLARE)
        command_told(context, data, "record.corrupt", "erase", "--all", "--yes")
        assert digests(data)["record.db"] == before, "a record known to be damaged was written to"
        # Way out one: the whole file is put back from a backup. Nobody has to tell.
        file.write_bytes(whole)
        running.call("record", {"entries": [entry(platform="x", control="after")]})
        assert running.call("verify")["ok"] and running.call("hello")["problem"] is None
        assert not (data / "record.damaged").exists(), "the note outlived the damage"
        # Way out two: the command puts it aside, and a running host goes on with the new one.
        command_fine(context, data, "set-aside", "--yes")
        assert file.exists(), "a whole record was put aside"
        broken = file.read_bytes().replace(b'"control":"c-7"', b'"control":"c-8"')
        file.write_bytes(broken)
        assert not running.call("verify")["ok"]
        assert command(context, data, "set-aside").returncode == 2, "nobody was asked"
        assert str(data) in command_fine(context, data, "set-aside", "--yes")
        (aside,) = data.glob("record-aside-*.db")
        assert aside.read_bytes() == broken, "the damaged file was changed"
        fresh = entry(platform="x", control="fresh")
        running.call("record", {"entries": [fresh]})
        assert entry_ids(running) == [fresh["id"]]
    check(context.host, data, [fresh["id"]])
    return "told by every process, never written to; goes on with the file put back, or a new one"
