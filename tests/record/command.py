"""The command `optoutlog` on a record, and the words and statuses that it has to end with."""
import json
import subprocess
from pathlib import Path

# Exit statuses of the command: PROTOCOL.md, sections 2 and 4.
STATUS = {
    "record.busy": 20, "record.full": 21, "record.readonly": 22, "record.corrupt": 23,
    "record.newer": 24, "record.foreign": 25, "record.io": 27,
}
DECLARE = ("declare", "x", "grok", "denied", "--by", "app")


def command(context, data, *arguments, prefix=()):
    """Runs `optoutlog` on the record in `data`."""
    program = Path(context.host).resolve().parent / "optoutlog"
    environment = {
        "PATH": "/usr/bin:/bin", "HOME": str(data), "OPTOUTLOG_DATA": str(data), "LANG": "C.UTF-8"
    }
    return subprocess.run(
        [*prefix, str(program), *arguments],
        capture_output=True,
        text=True,
        env=environment,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def command_told(context, data, name, *arguments, prefix=()):
    """The command ends with the status of this error, says its name to programs and a sentence to
    people."""
    done = command(context, data, *arguments, "--json", prefix=prefix)
    where = f"optoutlog {' '.join(arguments)}: status {done.returncode}\n{done.stdout}{done.stderr}"
    assert done.returncode == STATUS[name], where
    assert json.loads(done.stdout)["error"]["name"] == name, where
    said = done.stderr.removeprefix("optoutlog: ").strip()
    assert len(said) > 40 and said[0].isupper() or said.startswith("/"), where
    assert str(data) in said, f"which file is meant? {where}"


def command_fine(context, data, *arguments):
    done = command(context, data, *arguments)
    assert done.returncode == 0, (
        f"optoutlog {' '.join(arguments)}: status {done.returncode}\n{done.stdout}{done.stderr}"
    )
    return done.stdout
