"""Speaks to a built host as a browser does: frames over pipes, one request at a time."""
import json
import os
import struct
import subprocess
import uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IDS = json.loads((ROOT / "manifests/ids.json").read_text())
ORIGIN = f"chrome-extension://{IDS['chromium'][0]}/"
MAX_OUT = 1_048_576


class HostGone(Exception):
    """The host ended before it answered."""


class RpcError(Exception):
    """The host answered with an error; `name` is its stable dotted name."""

    def __init__(self, error):
        super().__init__(f"{error['data']['name']}: {error['message']}")
        self.name = error["data"]["name"]
        self.error = error


class Host:
    """A host process on the data folder `data`. `prefix` is put before its command (strace …)."""

    def __init__(self, binary, data, prefix=(), env=None, cwd=None):
        binary = Path(binary).resolve()
        environment = {
            "PATH": "/usr/bin:/bin", "HOME": str(data), "OPTOUTLOG_DATA": str(data), **(env or {})
        }
        self.process = subprocess.Popen(
            [*prefix, str(binary), ORIGIN],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            cwd=cwd or binary.parent, env=environment)
        self.last_id = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def send(self, method, params=None):
        """Writes one request; returns its id."""
        self.last_id += 1
        request = {"jsonrpc": "2.0", "id": self.last_id, "method": method}
        if params is not None:
            request["params"] = params
        body = json.dumps(request, ensure_ascii=False).encode()
        try:
            self.process.stdin.write(struct.pack("<I", len(body)) + body)
            self.process.stdin.flush()
        except BrokenPipeError:
            raise HostGone("the host no longer reads") from None
        return self.last_id

    def receive(self):
        """The next answer as an object; HostGone at the end of the stream."""
        header = self._exactly(4)
        length = struct.unpack("<I", header)[0]
        if length > MAX_OUT:
            raise AssertionError(f"the host announced {length} bytes: {header!r}")
        return json.loads(self._exactly(length))

    def _exactly(self, count):
        data = self.process.stdout.read(count)
        if len(data) < count:
            raise HostGone(f"the host ended after {len(data)} of {count} bytes")
        return data

    def call(self, method, params=None):
        """The result of a request; RpcError when the answer is an error."""
        wanted = self.send(method, params)
        answer = self.receive()
        if "error" in answer:
            raise RpcError(answer["error"])
        assert answer["id"] == wanted, f"answer to {answer['id']}, asked {wanted}"
        return answer["result"]

    def pages(self, method, cursor, params=None):
        """Every page of a long answer, as results."""
        params = dict(params or {})
        while True:
            result = self.call(method, params)
            yield result
            if result.get("next") is None:
                return
            params[cursor] = result["next"]

    def kill(self):
        self.process.kill()
        self.close()

    def close(self):
        """Closes stdin and waits for the end; returns the exit status (negative: the signal)."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.stdout.read()
        self.stderr = self.process.stderr.read().decode(errors="replace")
        self.process.stdout.close()
        self.process.stderr.close()
        return self.process.wait()


def when(shift=timedelta()):
    moment = datetime.now(timezone.utc) + shift
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def entry(**changes):
    """A valid entry with an id of its own; changes replace members."""
    return {
        "id": str(uuid.uuid4()),
        "at": when(),
        "platform": "linkedin",
        "control": "genai-training",
        "account": "ada-l",
        "unit": None,
        "basis": "seen",
        "training": "denied",
        "why": "ok",
        "sure": "sure",
        "actor": "none",
        "raw": "off",
        "evidence": {
            "label": "Use my data for training content creation AI models",
            "lang": "en",
            "route": "/mypreferences/d/settings/data-for-ai-improvement",
            "by": ["role", "attr"],
            "rule": "linkedin",
            "rev": 3,
        },
        "browser": "chromium 156",
        **changes,
    }


def fill(context, data, count=20):
    """A record with some entries; returns their ids."""
    entries = [entry(control=f"c-{number}") for number in range(count)]
    with Host(context.host, data) as host:
        host.call("record", {"entries": entries})
    return [each["id"] for each in entries]


def error_of(host, method, params=None):
    """The error that this call must give."""
    try:
        result = host.call(method, params)
    except RpcError as error:
        message = error.error["message"]
        assert len(message) > 30 and message.strip().endswith((".", "!", ")")), (
            f"no sentence with a next step: {message!r}"
        )
        return error
    raise AssertionError(f"{method} was answered: {json.dumps(result)[:300]}")


def find_host(given=None):
    """The binary to test: the argument, else $OPTOUTLOG_HOST, else the release build."""
    path = Path(
        given or os.environ.get("OPTOUTLOG_HOST") or ROOT / "build/release/bin/optoutlog-host"
    )
    if not path.exists():
        raise SystemExit(f"{path} is not built; build it, or name another with --host")
    return path
