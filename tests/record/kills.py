"""kill -9 at moments that nobody chose."""
import random
import threading
import time

from hostclient import Host, HostGone, entry
from invariants import check


def _calls(source, name):
    """Calls without end: mostly one entry, sometimes several; every entry changes its control's
    state."""
    number = 0
    while True:
        number += 1
        many = source.choice((1, 1, 1, 4))
        yield [entry(control=f"{name}-{number}-{each}") for each in range(many)]


def _until_killed(host, calls, answers, delay, acknowledged):
    """Sends calls; `delay` seconds after that many answers another thread kills the host.
    Returns the ids of the call that got no answer."""
    ready = threading.Event()
    if not answers:
        ready.set()
    killer = threading.Thread(target=lambda: (ready.wait(), time.sleep(delay), host.process.kill()))
    killer.start()
    ids = []
    try:
        for number, entries in enumerate(calls, 1):
            ids = [each["id"] for each in entries]
            result = host.call("record", {"entries": entries})
            effects = [each["effect"] for each in result["results"]]
            assert effects == ["recorded"] * len(entries), result
            acknowledged += ids
            if number == answers:
                ready.set()
    except HostGone:
        return ids
    finally:
        ready.set()
        killer.join()
        host.close()
    raise AssertionError("calls never end")


def random_kills(context):
    rounds = 500 if context.full else 40
    acknowledged, unsure = [], []
    for number in range(rounds):
        host = Host(context.host, context.scratch)
        # From "before main" to "in the middle of the twentieth call"; one call takes about a
        # millisecond.
        lost = _until_killed(
            host,
            _calls(context.random, f"k{number}"),
            context.random.randrange(20),
            context.random.uniform(0, 0.004),
            acknowledged,
        )
        unsure.append(lost)
        if number % 10 == 9 or number == rounds - 1:
            check(context.host, context.scratch, acknowledged, unsure)
    assert acknowledged and unsure, "no kill came in the middle of anything"
    return (
        f"{rounds} kills, {len(acknowledged)} entries acknowledged, {len(unsure)} calls without an "
        "answer"
    )


def kills_among_writers(context):
    """Four hosts append; each is killed and started again."""
    rounds = 40 if context.full else 6
    acknowledged = [[] for _ in range(4)]
    unsure = [[] for _ in range(4)]
    plan = [
        [(context.random.randrange(1, 12), context.random.uniform(0, 0.01)) for _ in range(rounds)]
        for _ in range(4)
    ]
    problems = []

    def work(writer):
        try:
            for number in range(rounds):
                host = Host(context.host, context.scratch)
                calls = _calls(random.Random(writer), f"w{writer}-{number}")
                unsure[writer].append(
                    _until_killed(host, calls, *plan[writer][number], acknowledged[writer])
                )
        except Exception as error:  # noqa: BLE001 - handed to the main thread
            problems.append(error)

    threads = [threading.Thread(target=work, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]
    check(context.host, context.scratch, sum(acknowledged, []), sum(unsure, []))
    return f"{4 * rounds} kills, {sum(map(len, acknowledged))} entries acknowledged"
