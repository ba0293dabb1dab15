"""Keeping a picture is cut off, and fails, at every system call: never half a picture, never an
entry without its picture, nothing left behind that no entry names."""
import itertools
import random
import shutil
import stat
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path

import images
import places
from hostclient import Host, HostGone, RpcError, entry
from invariants import check, entry_ids
from sweeps import FAILING, KILLED

# What the folder and its files are made and removed with.
MORE_KILLED = ("mkdir", "close", "newfstatat", "write")
MORE_FAILING = {
    "mkdir": ("ENOSPC", "EACCES"), "write": ("ENOSPC", "EIO", "EDQUOT"), "fsync": ("ENOSPC",),
    "openat": ("ENOSPC", "EACCES"),
}


def _run(context, data, picture, syscall, action):
    """A picture is kept under one injection. Returns (injected, its id, answer, name of the
    error)."""
    log = data.parent / "strace.log"
    prefix = [
        "strace", "-f", "-qq", "-o", str(log), "-e", f"trace={syscall}", "-e",
        f"inject={syscall}:{action}",
    ]
    identity = str(uuid.uuid4())
    answer = error = None
    host = Host(context.host, data, prefix)
    try:
        answer = images.keep(host, picture, identity)
    except RpcError as failed:
        error = failed.name
    except HostGone:
        pass
    host.close()
    text = log.read_text(errors="replace") if log.exists() else ""
    return "INJECTED" in text or "killed by SIGKILL" in text, identity, answer, error


def _look(context, data, base, identity, answer):
    """All is as it has to be, whoever comes next; and the same once more goes through."""
    acknowledged = [*base, *([identity] if answer else [])]
    check(context.host, data, acknowledged, [[identity]])
    with Host(context.host, data) as host:
        there = identity in entry_ids(host)
        kept = host.call("pictures")["pictures"]
        assert [each["id"] for each in kept] == ([identity] if there else []), kept
        assert all(each["file"] == "whole" for each in kept), "an entry without its picture"
        said = host.call("verify")
        assert said["ok"], said
        names = {f"{each['sha256']}.png" for each in kept}
        assert set(images.files(data)) == names, "a file that no entry names was left"
        images.whole(data)
    return there


def _sweep(context, syscall, action, picture):
    """Returns (points, errors told)."""
    told = set()
    for points in itertools.count():
        # folders are few, and most of them are there
        step = 1 if context.full or syscall == "mkdir" else 3
        number = 1 + points * step
        folder = Path(tempfile.mkdtemp(dir=context.scratch))
        data = folder / "data"
        with Host(context.host, data) as host:
            base = entry()
            host.call("record", {"entries": [base]})
        where = f"{syscall} {action} at call {number}"
        try:
            injected, identity, answer, error = _run(
                context, data, picture, syscall, action.format(number)
            )
            there = _look(context, data, [base["id"]], identity, answer)
            if not injected:
                assert answer and there, f"undisturbed, and yet {error}"
                return points, told
            told.add(error)
            with Host(context.host, data) as host:
                again = images.keep(host, picture, identity)
                assert again["effect"] == ("duplicate" if there else "recorded"), again
        except AssertionError as error:
            raise AssertionError(f"{where}: {error}") from error
        shutil.rmtree(folder)


def cut_off(context):
    picture = images.png(b"a picture of 90 kB" + bytes(range(256)) * 350)
    points = {}
    for syscall in (*KILLED, *MORE_KILLED):
        points[syscall], _ = _sweep(context, syscall, "signal=KILL:when={}", picture)
    assert points["pwrite64"] and points["write"] and points["mkdir"], points
    return ", ".join(f"{name} {count}" for name, count in points.items())


def failing(context):
    picture = images.png(b"a picture of 90 kB" + bytes(range(256)) * 350)
    points, told = {}, {}
    for syscall, codes in [*FAILING.items(), *MORE_FAILING.items()]:
        for code in codes:
            # the answer goes out by write() too, and whoever cannot write it has gone
            count, errors = _sweep(context, syscall, f"error={code}:when={{}}", picture)
            points[f"{syscall} {code}"] = count
            for name in errors - {None}:
                told.setdefault(name, []).append(f"{syscall} {code}")
    for code in ("pwrite64 ENOSPC", "write ENOSPC", "mkdir ENOSPC"):
        assert code in told.get("record.full", []), f"{code} was not told as record.full: {told}"
    return f"{sum(points.values())} points; told as {', '.join(sorted(told))}"


def disk_full(context):
    return places.in_namespace(context, "disk_full", __file__)


def _inside_disk_full(context):
    """Pictures of all sizes on a disk that is full: those that fit are kept whole, every other is
    told as such and leaves nothing."""
    data = context.scratch / "small"
    data.mkdir(mode=0o700)
    places.mount("-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", str(data))
    chance = random.Random(7)
    kept, refused = [], []
    with Host(context.host, data) as host:
        base = entry()
        host.call("record", {"entries": [base]})
        for number in range(120):
            picture = images.png(chance.randbytes(chance.choice((500, 5_000, 40_000, 150_000))))
            identity = str(uuid.uuid4())
            try:
                images.keep(host, picture, identity)
                kept.append(identity)
            except RpcError as error:
                assert error.name == "record.full", error
                refused.append((identity, picture))
            there = host.call("pictures")["pictures"]
            assert [each["id"] for each in there] == kept, number
            assert all(each["file"] == "whole" for each in there), number
        assert kept and refused, f"{len(kept)=} {len(refused)=}"
        assert host.call("verify")["ok"]
    subprocess.run(["mount", "-o", "remount,size=64m", str(data)], check=True)
    with Host(context.host, data) as host:
        for identity, picture in refused:
            images.keep(host, picture, identity)
            kept.append(identity)
        there = host.call("pictures")["pictures"]
        assert {each["id"] for each in there} == set(kept)
        assert set(images.files(data)) == {f"{each['sha256']}.png" for each in there}
        images.whole(data)
        assert host.call("verify")["ok"]
    check(context.host, data, [base["id"], *kept])
    return f"{len(kept) - len(refused)} kept, {len(refused)} told record.full, and kept with room"


def private(context):
    """For this user alone; bounded in number; and a file of the name that is no file of ours is
    not followed."""
    data = context.scratch / "data"
    with Host(context.host, data) as host:
        host.call("record", {"entries": [entry()]})
        for number in range(200):
            images.keep(host, images.png(str(number).encode()))
        try:
            images.keep(host, images.png(b"one more"))
            raise AssertionError("201 pictures were kept")
        except RpcError as error:
            assert error.name == "picture.too-many", error
        assert len(images.files(data)) == 200
        assert host.call("erase", {"all": True})["erased"] == 201
        assert images.files(data) == {}
        host.call("record", {"entries": [entry()]})
        elsewhere = context.scratch / "elsewhere"
        elsewhere.write_bytes(b"mine")
        picture = images.png(b"linked")
        (data / "pictures" / images.name_of(picture)).symlink_to(elsewhere)
        try:
            images.keep(host, picture)
            raise AssertionError("a link was followed")
        except RpcError as error:
            assert error.name == "record.permissions", error
        assert elsewhere.read_bytes() == b"mine"
        images.keep(host, images.png(b"after it"))
    modes = {stat.S_IMODE(file.stat().st_mode) for file in (data / "pictures").iterdir()}
    folder = stat.S_IMODE((data / "pictures").stat().st_mode)
    assert modes == {0o600} and folder == 0o700, (modes, folder)
    return "200 kept, the next refused; 0700 and 0600"


if __name__ == "__main__":
    print(_inside_disk_full(places.Inside(*sys.argv[2:4])))
