"""Several hosts and the command are at work on one record at once."""
import json
import os
import subprocess
import threading
from pathlib import Path

from hostclient import Host, entry
from invariants import check


def _shell_round(context, number):
    """A person at the shell: writes, looks, verifies, takes the log along, in six runs of the
    command. Returns the id of what was written."""
    program = Path(context.host).resolve().parent / "optoutlog"
    environment = {**os.environ, "OPTOUTLOG_DATA": str(context.scratch)}
    packet = context.scratch.parent / f"{context.scratch.name}-packet.json"
    said = {}
    try:
        for arguments in (
            ("declare", "shell", f"c-{number}", "denied", "--json"),
            ("status", "--json"),
            ("history",),
            ("verify",),
            ("export", "--out", str(packet), "--force"),
            ("verify", str(packet)),
        ):
            done = subprocess.run(
                [str(program), *arguments],
                capture_output=True,
                text=True,
                env=environment,
                check=False,
            )
            assert done.returncode == 0, (
                f"optoutlog {' '.join(arguments)}: status {done.returncode}\n"
                f"{done.stdout[-500:]}{done.stderr}"
            )
            said.setdefault(arguments[0], done.stdout)
    finally:
        packet.unlink(missing_ok=True)
    return json.loads(said["declare"])["results"][0]["id"]


def at_once(context, writers=8):
    """Every call is answered (no `busy` reaches anybody); nothing is lost, nothing doubled."""
    total = 10_000 if context.full else 800
    each = total // writers
    sent = [[] for _ in range(writers)]
    problems = []

    def work(number):
        try:
            with Host(context.host, context.scratch) as host:
                while len(sent[number]) < each:
                    # Two browsers and the command: single entries, and now and then a queue that is
                    # drained.
                    many = min(each - len(sent[number]), 1 if len(sent[number]) % 10 else 5)
                    entries = [
                        entry(control=f"w{number}-{len(sent[number]) + index}")
                        for index in range(many)
                    ]
                    result = host.call("record", {"entries": entries})
                    effects = [one["effect"] for one in result["results"]]
                    assert effects == ["recorded"] * many, result
                    sent[number] += [one["id"] for one in entries]
        except Exception as error:  # noqa: BLE001 - handed to the main thread
            problems.append(error)

    declared = []
    over = threading.Event()

    def command():
        try:
            for number in range(total):
                declared.append(_shell_round(context, number))
                if over.is_set():
                    return
        except Exception as error:  # noqa: BLE001 - handed to the main thread
            problems.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(writers)]
    shell = threading.Thread(target=command)
    for thread in (*threads, shell):
        thread.start()
    for thread in threads:
        thread.join()
    over.set()
    shell.join()
    if problems:
        raise problems[0]
    assert declared, "the command did nothing meanwhile"
    ids = check(context.host, context.scratch, [*sum(sent, []), *declared])
    assert len(ids) == writers * each + len(declared), (
        f"{len(ids)} entries, sent {writers * each} and {len(declared)}"
    )
    return (
        f"{writers} writers and the command, {len(ids)} entries, {6 * len(declared)} runs of the "
        "command, none lost, none doubled, no busy"
    )
