#!/usr/bin/env python3
"""Breaks things under a running host and looks whether the record kept its word.

    faults.py [--host FILE] [--full] [--only NAME] [--seed N]

The invariants after every run: the database opens, SQLite's integrity_check is ok, the chain
verifies (by the host and by verify.py), every acknowledged entry is there exactly once, and of what
was not acknowledged at most one call is there, whole. Each tool counts what it injected: a run in
which nothing was injected fails.
"""
import argparse
import random
import sys
import tempfile
import time
import traceback
from pathlib import Path

import aside
import clock
import damage
import erase
import keeping
import kills
import model
import places
import power
import sweeps
import writers
from hostclient import find_host

# name -> (function(context) -> a line for the reader; raises AssertionError), in order of cost
TESTS = {
    "foreign file": places.foreign_file,
    "16 (8) no file locks": places.without_locks,
    "newer schema": places.newer_schema,
    "erase leaves nothing": erase.leaves_nothing,
    "damaged page": damage.damaged_page,
    "damage is remembered": damage.damage_remembered,
    "putting aside is cut off": aside.cut_off,
    "clock set back": clock.clock_back,
    "disk full": places.disk_full,
    "limit on the size of a file": places.size_limit,
    "read-only folder": places.read_only,
    "kill -9 at random moments": kills.random_kills,
    "kill -9 among several writers": kills.kills_among_writers,
    "writers at once": writers.at_once,
    "random sequences beside a model": model.sequences,
    "pictures are private and bounded": keeping.private,
    "keeping a picture on a full disk": keeping.disk_full,
    "keeping a picture is cut off": keeping.cut_off,
    "keeping a picture fails": keeping.failing,
    "kill at every system call": sweeps.kill_sweep,
    "every system call failing once": sweeps.error_sweep,
    "power lost between two calls": power.lost,
    "every byte flipped": damage.flips,
    "a cell in another's place": damage.swaps,
}


class Context:
    def __init__(self, host, full, seed):
        self.host = host
        self.full = full
        self.random = random.Random(seed)
        self.scratch = None  # a folder of its own for each test


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--host")
    parser.add_argument("--full", action="store_true", help="500 kills, 10,000 entries, every byte")
    parser.add_argument("--only", help="tests whose name contains this")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    arguments = parser.parse_args()
    context = Context(find_host(arguments.host), arguments.full, arguments.seed)
    print(f"seed {arguments.seed}", flush=True)
    passed = failed = 0
    for name, test in TESTS.items():
        if arguments.only and arguments.only not in name:
            continue
        start = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="optoutlog-faults-") as folder:
            context.scratch = Path(folder)
            try:
                said = test(context)
                passed += 1
                print(f"ok     {name}: {said} ({time.monotonic() - start:.1f} s)", flush=True)
            except Exception:  # noqa: BLE001 - whatever a test breaks down on, it has failed
                failed += 1
                print(f"FAILED {name}\n{traceback.format_exc()}", flush=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
