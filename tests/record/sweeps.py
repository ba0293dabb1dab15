"""Every system call of a small workload is broken once, by strace. Field notes on record keeping,
section 11.

strace counts `when=N` per system call, so one is swept at a time, N rising until nothing is
injected any more. The normal run breaks every fifth call, --full each."""
import itertools
import shutil
import tempfile
from pathlib import Path

from hostclient import Host, HostGone, RpcError, entry
from invariants import check

# What SQLite writes with; the last two only with an error, since a kill there is a kill at the next
# write.
KILLED = ("pwrite64", "fdatasync", "fsync", "unlink", "openat", "ftruncate")
FAILING = {
    "pwrite64": ("EIO", "ENOSPC", "EDQUOT"), "fdatasync": ("EIO", "ENOSPC"), "fsync": ("EIO",),
    "unlink": ("EIO",), "openat": ("EMFILE", "EIO"), "ftruncate": ("EIO",),
    "fallocate": ("ENOSPC",), "fcntl": ("EIO", "EAGAIN"), "pread64": ("EIO",), "read": ("EINTR",),
    "write": ("EINTR",),
}


def _workload():
    """Four calls, seven entries: one, several, a change of state, another platform."""
    return [
        [entry()],
        [entry(control=f"c-{each}") for each in range(4)],
        [entry(training="allowed", raw="on")],
        [entry(platform="x", control="grok", account=None, evidence=None)],
    ]


def _run(context, data, syscall, action):
    """The workload under one injection. Returns (injected, acknowledged ids, calls without answer,
    names of errors, exit)."""
    log = data.parent / "strace.log"
    prefix = [
        "strace", "-f", "-qq", "-o", str(log), "-e", f"trace={syscall}", "-e",
        f"inject={syscall}:{action}",
    ]
    acknowledged, unsure, errors = [], [], []
    host = Host(context.host, data, prefix)
    try:
        for entries in _workload():
            ids = [each["id"] for each in entries]
            unsure.append(ids)
            # After an error the caller sends the same again, as the extension does.
            for _ in range(2):
                try:
                    result = host.call("record", {"entries": entries})
                except RpcError as error:
                    errors.append(error.name)
                    continue
                effects = [each["effect"] for each in result["results"]]
                assert set(effects) <= {"recorded", "duplicate"}, effects
                acknowledged += ids
                unsure.pop()
                break
    except HostGone:
        pass
    status = host.close()
    text = log.read_text(errors="replace") if log.exists() else ""
    injected = text.count("INJECTED") + text.count("killed by SIGKILL")
    return injected, acknowledged, unsure, errors, status


def _sweep(context, syscall, action, killed):
    """Returns (points, errors told). Stops at the first N at which nothing was injected."""
    told = set()
    points = 0
    for number in itertools.count(1, 1 if context.full else 5):
        folder = Path(tempfile.mkdtemp(dir=context.scratch))
        data = folder / "data"
        data.mkdir(mode=0o700)
        where = f"{syscall} {action} at call {number}"
        injected, acknowledged, unsure, errors, status = _run(
            context, data, syscall, action.format(number)
        )
        try:
            if not injected:
                assert not unsure and status == 0, (
                    f"{where}: undisturbed, and yet {len(unsure)} calls failed, exit {status}"
                )
                return points, told
            points += 1
            told.update(errors)
            # 127: the loader could not open a library, which is before the program.
            if not killed and status != 127:
                assert status >= 0, f"{where}: the host died of signal {-status}"
                # One failure, one error: the same call sent again goes through, and so does all
                # that follows.
                assert len(errors) <= 1, (
                    f"{where}: it failed once and was felt again and again: {errors}"
                )
                assert not unsure or status, f"{where}: {len(unsure)} calls without an answer"
            assert not (killed and len(unsure) == 0 and status == 0), (
                f"{where}: the kill did not kill"
            )
            check(context.host, data, acknowledged, unsure)
        except AssertionError as error:
            raise AssertionError(f"{where}: {error}") from error
        shutil.rmtree(folder)


def kill_sweep(context):
    points = {}
    for syscall in KILLED:
        points[syscall], _ = _sweep(context, syscall, "signal=KILL:when={}", killed=True)
    assert points["pwrite64"] and points["fdatasync"] and points["unlink"], (
        f"nothing was injected: {points}"
    )
    return ", ".join(f"{name} {count}" for name, count in points.items())


def error_sweep(context):
    points, told = {}, {}
    for syscall, codes in FAILING.items():
        for code in codes:
            count, errors = _sweep(context, syscall, f"error={code}:when={{}}", killed=False)
            points[f"{syscall} {code}"] = count
            for name in errors:
                told.setdefault(name, []).append(f"{syscall} {code}")
    assert points["pwrite64 EIO"] and points["fdatasync EIO"] and points["unlink EIO"], (
        f"nothing was injected: {points}"
    )
    for code in ("ENOSPC", "EDQUOT"):
        assert f"pwrite64 {code}" in told.get("record.full", []), (
            f"no room ({code}) was not told as record.full: {told}"
        )
    assert told, "no injected failure was told to the caller"
    # Damaged is not the same as unavailable: every file was whole. A disk that cannot read a block
    # says EIO, which SQLite itself takes for damage (SQLITE_IOERR_CORRUPTFS).
    assert not told.keys() & {"record.foreign", "record.newer"}, (
        f"a passing failure was called damage: {told}"
    )
    assert told.get("record.corrupt", ["pread64 EIO"]) == ["pread64 EIO"], (
        f"a passing failure was called damage: {told}"
    )
    return (
        f"{sum(points.values())} points "
        f"({', '.join(f'{name} {count}' for name, count in points.items() if count)}); told as "
        f"{', '.join(sorted(told))}"
    )
