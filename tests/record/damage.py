"""Each byte of a small database is flipped: the host says "damaged" or answers right, and never crashes."""
from hostclient import Host, HostGone, RpcError, entry

# Errors that are a true word about a file with a flipped byte.
HONEST = {"record.corrupt", "record.foreign", "record.newer"}


def _answers(host):
    """Everything that the host says about the record."""
    return {
        "status": host.call("status"),
        "history": [page["entries"] for page in host.pages("history", "before")],
        "verify": host.call("verify"),
    }


def _look(context, data, where, right):
    """Asks everything about one damaged file. Returns "told" or "no meaning"; AssertionError for a lie or a crash."""
    host = Host(context.host, data)
    try:
        said = _answers(host)
        if not said["verify"]["ok"]:
            return "told"
        assert said == right, f"{where}: verify says ok, and yet {'; '.join(_differences(right, said))[:300]}"
        return "no meaning"
    except RpcError as error:
        assert error.name in HONEST, f"{where}: {error}"
        return "told"
    except HostGone as error:
        raise AssertionError(f"{where}: the host is gone: {error}") from error
    finally:
        status = host.close()
        assert status == 0, f"{where}: exit status {status}: {host.stderr}"


def flips(context):
    source = context.scratch / "source"
    source.mkdir(mode=0o700)
    with Host(context.host, source) as host:
        host.call("record", {"entries": [entry(control=f"c-{number}") for number in range(6)]})
        host.call("record", {"entries": [entry(control="c-0", training="allowed", raw="on"), entry(platform="x", account=None, evidence=None)]})
        right = _answers(host)
    raw = (source / "record.db").read_bytes()
    data = context.scratch / "flipped"
    data.mkdir(mode=0o700)
    places = range(len(raw)) if context.full else sorted(context.random.sample(range(len(raw)), 600))
    counts = {"told": 0, "no meaning": 0}
    wrong = []
    for place in places:
        for left in data.iterdir():
            left.unlink()
        broken = bytearray(raw)
        broken[place] ^= 1 << context.random.randrange(8)
        (data / "record.db").write_bytes(broken)
        (data / "record.db").chmod(0o600)
        try:
            counts[_look(context, data, f"byte {place} of {len(raw)} is {broken[place]:#04x} instead of {raw[place]:#04x}", right)] += 1
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
