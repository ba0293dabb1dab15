"""A clock that was ahead and is set right: the caller's, and the host's own."""
import subprocess
from datetime import timedelta
from pathlib import Path

from command import command_fine
from hostclient import Host, entry, when
from invariants import check


def _shifted(context, seconds):
    """A prefix for a program that sees another time of day: what its C library says it is."""
    library = context.scratch / "shift.so"
    if not library.exists():
        source = str(Path(__file__).with_name("shift_clock.c"))
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-o", str(library), source, "-ldl"], check=True
        )
    return ["env", f"LD_PRELOAD={library}", f"OPTOUTLOG_TEST_SHIFT={seconds}"]


def clock_back(context):
    """A clock that was ahead by a year and is set right: the state goes on, nothing is refused,
    the step is flagged."""
    data = context.scratch
    with Host(context.host, data) as host:
        ahead = entry(at=when(timedelta(days=365)), training="allowed", raw="on")
        host.call("record", {"entries": [ahead]})
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
    ahead, back, later = (
        entry(training=training, raw=raw, actor="user")
        for training, raw in (("denied", "off"), ("allowed", "on"), ("denied", "off"))
    )
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
    said = command_fine(context, data, "history", "--details")
    assert "clock had been set back" in said, said
    check(context.host, data, [ahead["id"], back["id"], later["id"]])
    return "entry ahead by a year, and the host's clock a year back: flagged, told, state goes on"
