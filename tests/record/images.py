"""Pictures to keep with readings, and how the log program takes them."""
import base64
import hashlib
import struct
import uuid
import zlib

from hostclient import when

LINE = {"platform": "linkedin", "control": "genai-training", "account": "ada-l", "unit": None}


def png(extra=b"", side=8):
    """A small PNG with these bytes in it, so that they can be looked for."""

    def chunk(name, data):
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    rows = zlib.compress((b"\0" * (side + 1)) * side)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)),
            chunk(b"IDAT", rows),
            chunk(b"tEXt", extra),
            chunk(b"IEND", b""),
        )
    )


def parts(data, identity=None, of=None, size=200_000, **more):
    """The params of each call that brings the picture."""
    for at in range(0, len(data), size):
        yield {
            "id": identity,
            "of": of or LINE,
            "at": when(),
            "covered": 1,
            "sha256": hashlib.sha256(data).hexdigest(),
            "size": len(data),
            "from": at,
            "data": base64.b64encode(data[at:at + size]).decode(),
            **more,
        }


def keep(host, data, identity=None, **more):
    """What the last part is answered with."""
    identity = identity or str(uuid.uuid4())
    for each in parts(data, identity, **more):
        answer = host.call("picture", each)
    return answer


def files(data):
    """The bytes of each file of the folder of pictures, by name."""
    folder = data / "pictures"
    return {file.name: file.read_bytes() for file in folder.iterdir()} if folder.exists() else {}


def name_of(data):
    return hashlib.sha256(data).hexdigest() + ".png"


def whole(data):
    """That no file is there that is not what its name says."""
    for name, content in files(data).items():
        assert name.split(".")[0] == hashlib.sha256(content).hexdigest(), f"half a picture: {name}"
