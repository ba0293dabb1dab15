"""Power lost between any two system calls. strace writes down what a host does to its folder; of
what was not brought to the disk by then any part may be there, in any order, and a write in
pieces."""
import re
import shutil

from hostclient import Host, entry
from invariants import check

_SECTOR = 512
_CALLS = "openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,unlinkat,rename"
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def _bytes(text):
    return bytes.fromhex(text.replace("\\x", ""))


def _record(context, data):
    """What one host does: its calls, and the ids of each request."""
    log = context.scratch / "strace.log"
    prefix = [
        "strace", "-f", "-qq", "-y", "-xx", "-s", "1000000", "-o", str(log), "-e",
        f"trace={_CALLS}",
    ]
    calls = [
        [entry()],
        [entry(control=f"c-{number}", note=None) for number in range(30)],
        [entry(training="allowed", raw="on")],
        [entry(platform="x", control="grok", account=None, evidence=None)],
    ]
    host = Host(context.host, data, prefix)
    for entries in calls:
        host.call("record", {"entries": entries})
    assert host.close() == 0
    ids = [[each["id"] for each in entries] for entries in calls]
    return list(_operations(log.read_text(), data)), ids


def _operations(log, data):
    """(kind, file name, …) of what reaches the folder, and ("answer",)."""
    for line in log.splitlines():
        match = _LINE.match(line)
        if not match:
            continue
        name, rest, result = match.groups()
        texts = [_bytes(text) for text in _TEXT.findall(rest)]
        place = re.search(r"^\d+<(.*?)>", rest)
        path = _bytes(place[1]).decode() if place and place[1].startswith("\\x") else ""
        path = path or (place[1] if place else "")
        if name == "write" and path.startswith("pipe:"):
            yield ("answer",)
        elif name in ("pwrite64", "write") and path.startswith(f"{data}/"):
            assert name == "pwrite64" and int(result) == len(texts[-1]), line[:200]
            yield ("write", path, int(rest.rsplit(",", 1)[1]), texts[-1])
        elif name == "ftruncate" and path.startswith(f"{data}/"):
            yield ("cut", path, int(rest.rsplit(",", 1)[1]))
        elif name in ("fsync", "fdatasync"):
            yield ("sync", path)
        elif name == "openat" and "O_CREAT" in rest and texts[0].decode().startswith(f"{data}/"):
            yield ("make", texts[0].decode())
        elif name.startswith("unlink") and texts[0].decode().startswith(f"{data}/"):
            yield ("remove", texts[0].decode())
        elif name == "rename":
            raise AssertionError(f"what a rename leaves is not known here: {line[:200]}")


class Disk:
    """The folder after some calls: `sure` is on the disk, `loose` may be."""

    def __init__(self, folder):
        self.folder = str(folder)
        self.sure, self.loose, self.there = [], [], set()

    def take(self, operation):
        kind = operation[0]
        if kind == "sync":
            own = self.folder == operation[1]
            names = ("make", "remove") if own else ("write", "cut")
            for one in list(self.loose):
                if one[0] in names and (own or one[1] == operation[1]):
                    self.loose.remove(one)
                    self.sure.append(one)
            return
        if kind == "make":
            if operation[1] in self.there:
                return
            self.there.add(operation[1])
        if kind == "remove":
            self.there.discard(operation[1])
        self.loose.append(operation)


def _image(operations):
    """The files, when these operations took place."""
    files = {}
    for operation in operations:
        kind, path = operation[:2]
        if kind == "make":
            files.setdefault(path, bytearray())
        elif kind == "remove":
            files.pop(path, None)
        elif path in files:
            content = files[path]
            if kind == "cut":
                del content[operation[2]:]
                content.extend(bytes(operation[2] - len(content)))
                continue
            at, put = operation[2:]
            content.extend(bytes(max(0, at + len(put) - len(content))))
            content[at : at + len(put)] = put
    return files


def _pieces(random, operation):
    """Some of the sectors of a write."""
    _, path, at, put = operation
    return [
        ("write", path, at + start, put[start : start + _SECTOR])
        for start in range(0, len(put), _SECTOR) if random.random() < 0.5
    ]


def _choices(random, loose, count):
    """What of the loose operations is on the disk: all, none, each alone missing, some, torn.
    Each a dictionary: id of the operation -> what of it took place."""
    yield {id(each): [each] for each in loose}
    if not loose:
        return
    yield {}
    for one in loose:
        yield {id(each): [each] for each in loose if each is not one}
    for _ in range(count):
        some = [each for each in loose if random.random() < 0.5]
        yield {id(each): [each] for each in some}
        yield {
            id(each): _pieces(random, each) if each[0] == "write" else [each] for each in some
        }


def _put(data, files):
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(mode=0o700)
    for path, content in files.items():
        file = data / path.rsplit("/", 1)[1]
        file.write_bytes(content)
        file.chmod(0o600)


def lost(context):
    """At each call, of what is loose: several images; each opens, verifies and has all that was
    acknowledged."""
    data = context.scratch / "data"
    data.mkdir(mode=0o700)
    operations, ids = _record(context, data)
    assert sum(one == ("answer",) for one in operations) == len(ids), "an answer was not seen"
    disk, order, images, answered, seen = Disk(data), [], [], 0, set()
    for place, operation in enumerate(operations):
        if operation == ("answer",):
            answered += 1
        else:
            if operation[0] != "sync":
                order.append(operation)
            disk.take(operation)
        for chosen in _choices(context.random, disk.loose, 4 if context.full else 1):
            took = {id(one): [one] for one in disk.sure} | chosen
            files = _image(part for one in order for part in took.get(id(one), ()))
            key = (answered, *sorted((path, hash(bytes(raw))) for path, raw in files.items()))
            if key not in seen:
                seen.add(key)
                images.append((place, answered, files))
    assert len(images) > 100, f"only {len(images)} images"
    total = len(images)
    if not context.full:
        images = context.random.sample(images, 60)
    for number, (place, answered, files) in enumerate(images):
        folder = context.scratch / "image"
        _put(folder, files)
        acknowledged = [one for call in ids[:answered] for one in call]
        try:
            check(context.host, folder, acknowledged, ids[answered:])
        except Exception as error:
            sizes = {path.rsplit("/", 1)[1]: len(raw) for path, raw in files.items()}
            raise AssertionError(
                f"image {number}, power lost after call {place} ({operations[place][:2]}), "
                f"{answered} answered, {sizes}: {error}"
            ) from error
    return f"{len(images)} of {total} images after {len(operations)} calls: nothing lost or half"
