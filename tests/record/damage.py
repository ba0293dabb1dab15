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


def flips(context):
    source = context.scratch / "source"
    source.mkdir(mode=0o700)
    with Host(context.host, source) as host:
        host.call("record", {"entries": [entry(control=f"c-{number}") for number in range(6)]})
        host.call("record", {"entries": [entry(control="c-0", training="allowed", raw="on"), entry(platform="x", account=None, evidence=None)]})
        right = {part: ask(host) for part, ask in _PARTS.items()}
    raw = (source / "record.db").read_bytes()
    data = context.scratch / "flipped"
    data.mkdir(mode=0o700)
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
