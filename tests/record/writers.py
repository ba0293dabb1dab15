"""Several hosts append to one record at once."""
import threading

from hostclient import Host, entry
from invariants import check


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
                    # Two browsers and the command: single entries, and now and then a queue that is drained.
                    many = min(each - len(sent[number]), 1 if len(sent[number]) % 10 else 5)
                    entries = [entry(control=f"w{number}-{len(sent[number]) + index}") for index in range(many)]
                    result = host.call("record", {"entries": entries})
                    assert [one["effect"] for one in result["results"]] == ["recorded"] * many, result
                    sent[number] += [one["id"] for one in entries]
        except Exception as error:  # noqa: BLE001 - handed to the main thread
            problems.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]
    ids = check(context.host, context.scratch, sum(sent, []))
    assert len(ids) == writers * each, f"{len(ids)} entries, sent {writers * each}"
    return f"{writers} writers, {len(ids)} entries, none lost, none doubled, no busy"
