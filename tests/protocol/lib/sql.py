"""Another program at the database.

    sql.py run FILE SQL      runs statements (";;" between them); prints {"rows": …} of the last, or
                             {"error": …}
    sql.py tamper FILE SQL   the same with the triggers removed before and put back after; an error
                             when nothing changes
    sql.py hold FILE MODE    takes the lock (immediate, exclusive), says "held", keeps it until its
                             input ends
"""
import json
import sqlite3
import sys


def run(connection, text):
    rows = []
    for statement in text.split(";;"):
        rows = connection.execute(statement).fetchall()
    return rows


def tamper(connection, text):
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    before = connection.total_changes
    rows = run(connection, text)
    if connection.total_changes == before:
        raise sqlite3.Error("the tampering changed nothing")
    for _, statement in triggers:
        connection.execute(statement)
    return rows


def hold(connection, mode):
    connection.execute("BEGIN " + mode)
    print("held", flush=True)
    sys.stdin.read()
    connection.execute("ROLLBACK")


def main(kind, file, text):
    connection = sqlite3.connect(file, isolation_level=None, timeout=30)
    if kind == "hold":
        hold(connection, text)
        return
    try:
        answer = {"rows": {"run": run, "tamper": tamper}[kind](connection, text)}
    except sqlite3.Error as error:
        answer = {"error": str(error)}
    print(json.dumps(answer, default=lambda value: value.hex()))


main(*sys.argv[1:])
