"""Random sequences of what an extension and its owner do, beside a model that was written from
PROTOCOL.md alone: it knows no table, only a list of what was sent."""
from collections import Counter
from datetime import timedelta

from hostclient import Host, entry, when
from invariants import check

_PLATFORMS = ("linkedin", "x")
_ACCOUNTS = ("ada-l", None, "Ж-日本")
_WHYS = ("not-found", "signed-out", "conflict")


class Model:
    """What was sent and not erased since: (place in time, entry), in the order of sending."""

    def __init__(self):
        self.sent = {}  # id -> entry; also erased ones
        self.kept = []
        self.listed = []  # ids that have an entry of their own
        self.used = set()  # those of all time: of what was only confirmed no id is kept

    def take(self, each, effect):
        if each["id"] in self.used:
            assert effect == "duplicate", f"{effect} of an id that is there: {each}"
            return
        self.kept = [one for one in self.kept if one["id"] != each["id"]]
        can_confirm = each["basis"] == "seen" and each["actor"] != "user"
        allowed = ("recorded", "confirmed") if can_confirm else ("recorded",)
        assert effect in allowed, f"{effect}: {each}"
        if effect == "confirmed":
            twin = [
                one for one in self.kept
                if one["at"][:10] == each["at"][:10] and _line(one) == _line(each)
                and all(one[name] == each[name] for name in ("training", "why", "sure", "actor"))
            ]
            assert twin, f"confirmed without an entry of that day that says it: {each}"
        else:
            self.listed.append(each["id"])
            self.used.add(each["id"])
        self.sent[each["id"]] = each
        self.kept.append(each)

    def erase(self, scope):
        gone = {
            one["id"] for one in self.kept
            if all(one[name] == value for name, value in scope.items() if name != "all")
        }
        self.kept = [one for one in self.kept if one["id"] not in gone]
        before = len(self.listed)
        self.listed = [one for one in self.listed if one not in gone]
        return before - len(self.listed)

    def status(self):
        lines = {}
        for one in self.kept:
            lines.setdefault(_line(one), []).append(one)
        told = {key: _told(events) for key, events in lines.items()}
        return {key: line for key, line in told.items() if line}


def _line(one):
    return one["platform"], one["control"], one["account"]


def _told(events):
    taken = set()
    for place, one in enumerate(events):  # in the order of sending
        if one["raw"] != "taken-back":
            continue
        drops = [each["at"] for each in events[:place] if each["raw"] == "dropped"]
        said = [
            each for each in events[:place]
            if each["basis"] == "declared" and each["training"] != "unknown"
            and each["id"] not in taken and each["at"] > max(drops, default="")
        ]
        if said:
            taken.add(max(said, key=lambda each: each["at"])["id"])
    drops = [each["at"] for each in events if each["raw"] == "dropped"]
    events = sorted(
        (
            each for each in events
            if each["at"] > max(drops, default="") and each["id"] not in taken
            and each["raw"] not in ("dropped", "taken-back")
        ),
        key=lambda each: each["at"],
    )
    if not events:
        return None
    known = [each for each in events if each["training"] != "unknown"]
    readings = [each for each in events if each["basis"] == "seen"]
    seen = [each for each in readings if each["training"] != "unknown"]
    stale = bool(readings) and readings[-1]["training"] == "unknown"
    return {
        "training": known[-1]["training"] if known else "unknown",
        "basis": (known or events)[-1]["basis"],
        "seen": seen[-1]["at"] if seen else None,
        "tried": readings[-1]["at"] if readings else None,
        "stale": stale,
        "why": readings[-1]["why"] if stale else "ok",
    }


def _some(random, clock):
    """An entry of some kind, and how long ago."""
    common = {
        "platform": random.choice(_PLATFORMS),
        "control": random.choice(("a", "b")),
        "account": random.choice(_ACCOUNTS),
    }
    kind = random.random()
    training = random.choice(("denied", "allowed"))
    if kind < 0.75:
        common["at"] = clock(late=random.random() < 0.25)
        if kind < 0.2:
            blank = {"training": "unknown", "sure": "none", "raw": None}
            return entry(**common, **blank, why=random.choice(_WHYS))
        if kind < 0.3:
            return entry(**common, training=training, actor="user", sure="likely")
        return entry(**common, training=training, raw="on" if training == "allowed" else "off")
    said = {"basis": "declared", "actor": "user", "sure": None, "evidence": None, "why": None}
    common["at"] = clock(late=False)
    if kind < 0.9:
        return entry(**common, **said, training=training, raw=None)
    words = "dropped" if kind < 0.95 else "taken-back"
    return entry(**common, **said, training="unknown", raw=words)


def _clock(random):
    """Times of the past three days, none twice; late ones before the newest."""
    used = set()
    newest = [-3 * 86_400_000]

    def at(late):
        while True:
            step = random.choice((1, 1000, 600_000, 7_200_000))
            millis = newest[0] - random.randrange(1, 40_000_000) if late else newest[0] + step
            if not late:
                newest[0] = min(millis, -10_000)
            text = when(timedelta(milliseconds=min(millis, -10_000)))
            if text not in used:
                used.add(text)
                return text

    return at


def _compare(host, model, where):
    told = {
        _line(line): line
        for page in host.pages("status", "cursor") for line in page["controls"]
    }
    right = model.status()
    assert told.keys() == right.keys(), f"{where}: lines {told.keys() ^ right.keys()}"
    for key, line in right.items():
        said = {name: told[key][name] for name in line}
        assert said == line, f"{where}: {key} is told as {said}, right is {line}"


def _play(context, data, seed):
    random = type(context.random)(seed)
    clock = _clock(random)
    model = Model()
    steps = Counter()
    host = Host(context.host, data)
    other = Host(context.host, data)
    for step in range(random.randrange(5, 25)):
        where = f"sequence {seed}, step {step}"
        if random.random() < 0.3:
            host, other = other, host
        dice = random.random()
        if dice < 0.1:
            scope = random.choice(
                ({"platform": "x"}, {"account": "ada-l"}, {"platform": "x", "account": "ada-l"})
            )
            said = host.call("erase", scope)
            assert said["erased"] == model.erase(scope), f"{where}: {said}"
            steps["erases"] += 1
        elif dice < 0.2:
            host.kill() if random.random() < 0.5 else host.close()
            host = Host(context.host, data)
        else:
            entries = [_some(random, clock) for _ in range(random.choice((1, 1, 2, 5)))]
            if model.sent and random.random() < 0.3:
                entries.append(random.choice(list(model.sent.values())))
            said = host.call("record", {"entries": entries})["results"]
            for each, result in zip(entries, said, strict=True):
                assert result["id"] == each["id"], f"{where}: {result}"
                model.take(each, result["effect"])
                steps[result["effect"]] += 1
        _compare(host, model, where)
    for one in (host, other):
        assert one.close() == 0
    notes = steps["erases"]
    ids = check_ids(context, data, notes)
    assert sorted(ids) == sorted(model.listed), f"sequence {seed}: other entries are listed"
    return steps


def check_ids(context, data, notes):
    """The entries that the history lists, without the notes of erases; all of it verifies."""
    with Host(context.host, data) as host:
        pages = list(host.pages("history", "before", {"limit": 500}))
        listed = [each for page in pages for each in page["entries"]]
        whole = host.call("verify")
        assert whole["ok"], whole
    ids = [each["id"] for each in listed if "type" not in each]
    assert len(listed) - len(ids) <= notes, "more notes than erases"
    if listed:
        check(context.host, data, [each["id"] for each in listed])
    return ids


def sequences(context):
    count = 3000 if context.full else 40
    total = Counter()
    for number in range(count):
        data = context.scratch / f"sequence-{number}"
        total += _play(context, data, context.random.randrange(2**32))
    assert all(total[name] for name in ("recorded", "confirmed", "duplicate", "erases")), total
    return f"{count} sequences beside the model, {dict(total)}: no difference"
