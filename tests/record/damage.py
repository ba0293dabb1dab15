"""Each byte of a small database is flipped: each answer is right or says "damaged", by itself, and nothing crashes."""
from hostclient import Host, HostGone, RpcError, entry

# Errors that are a true word about a file with a flipped byte.
HONEST = {"record.corrupt", "record.foreign", "record.newer"}


_PARTS = {
    "status": lambda host: host.call("status"),
    "history": lambda host: [page["entries"] for page in host.pages("history", "before")],
    "export": lambda host: "".join(page["text"] for page in host.pages("export", "cursor", {"format": "csv"})),
    "verify": lambda host: host.call("verify"),
}


def _put(data, raw):
    """The folder `data` holds this database and nothing else: no note of a damage that was found before."""
    for left in data.iterdir():
        left.unlink()
    (data / "record.db").write_bytes(raw)
    (data / "record.db").chmod(0o600)


def _look(context, data, where, broken, right):
    """Asks each thing about one damaged file, each of a host of its own: nothing of an answer may rest on what another
    has found. Returns "told" or "no meaning"; AssertionError for a lie or a crash."""
    result = "no meaning"
    for part, ask in _PARTS.items():
        _put(data, broken)
        host = Host(context.host, data)
        try:
            said = ask(host)
            if part == "verify" and not said["ok"]:
                result = "told"
            else:
                assert said == right[part], f"{where}: {part} is wrong: {'; '.join(_differences(right[part], said))[:300]}"
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
    """A record of a few entries, what is right to say of it, and an empty folder for broken ones."""
    source = context.scratch / f"{name}-source"
    source.mkdir(mode=0o700)
    with Host(context.host, source) as host:
        host.call("record", {"entries": [entry(control=f"c-{number}") for number in range(6)]})
        host.call("record", {"entries": [entry(control="c-0", training="allowed", raw="on"), entry(platform="x", account=None, evidence=None)]})
        right = {part: ask(host) for part, ask in _PARTS.items()}
    data = context.scratch / name
    data.mkdir(mode=0o700)
    return (source / "record.db").read_bytes(), right, data


def _leaf_cells(raw):
    """Place and number of the cell pointers of each leaf of the database (SQLite's file format, 1.6)."""
    size = int.from_bytes(raw[16:18], "big")
    size = 65536 if size == 1 else size
    for start in range(0, len(raw), size):
        header = start + (100 if start == 0 else 0)
        if raw[header] in (0x0A, 0x0D):
            yield header + 8, int.from_bytes(raw[header + 3:header + 5], "big")


def swaps(context):
    """One cell pointer of a leaf names the cell of another one: a row is gone, and another stands twice."""
    raw, right, data = _small(context, "swapped")
    places = [(at + 2 * one, at + 2 * other) for at, count in _leaf_cells(raw) for one in range(count) for other in range(count) if one != other]
    if not context.full:
        places = context.random.sample(places, min(60, len(places)))
    wrong = []
    for one, other in places:
        broken = bytearray(raw)
        broken[one:one + 2] = raw[other:other + 2]
        try:
            _look(context, data, f"the cell pointer at {one} is the one at {other}", broken, right)
        except AssertionError as error:
            wrong.append(str(error))
    assert not wrong, f"{len(wrong)} of {len(places)} led to a wrong answer:\n" + "\n".join(wrong[:12])
    return f"{len(places)} cell pointers in another's place: 0 wrong answers"


def flips(context):
    raw, right, data = _small(context, "flipped")
    places = range(len(raw)) if context.full else sorted(context.random.sample(range(len(raw)), 600))
    counts = {"told": 0, "no meaning": 0}
    wrong = []
    for place in places:
        broken = bytearray(raw)
        broken[place] ^= 1 << context.random.randrange(8)
        try:
            counts[_look(context, data, f"byte {place} of {len(raw)} is {broken[place]:#04x} instead of {raw[place]:#04x}", broken, right)] += 1
        except AssertionError as error:
            wrong.append(str(error))
    assert not wrong, f"{len(wrong)} of {len(places)} flipped bytes led to a wrong answer:\n" + "\n".join(wrong[:12])
    assert counts["told"], "no flipped byte was ever noticed"
    return f"{len(places)} of {len(raw)} bytes flipped: {counts['told']} told, {counts['no meaning']} without meaning, 0 wrong answers"


def _differences(right, said, place=""):
    """What differs, each with its place."""
    if isinstance(right, dict) and isinstance(said, dict):
        return [line for key in sorted(right.keys() | said.keys()) for line in _differences(right.get(key), said.get(key), f"{place}.{key}")]
    if isinstance(right, list) and isinstance(said, list) and len(right) == len(said):
        return [line for number, pair in enumerate(zip(right, said)) for line in _differences(*pair, f"{place}[{number}]")]
    return [] if right == said else [f"{place} is {said!r}, right is {right!r}"]
