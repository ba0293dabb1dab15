"""What a time-stamp in an export has to be, by host/RECORD.md, section 4. Its token needs
signatures, for which Python has no library of its own."""
import base64
import datetime
import re

BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}\Z")
SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\Z")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\Z")


def _is_base64(value, most):
    return (
        isinstance(value, str)
        and 0 < len(value) <= most
        and len(value) % 4 == 0
        and BASE64.match(value) is not None
        and base64.b64encode(base64.b64decode(value)).decode() == value
    )


def _is_list_of_base64(value, least):
    return (
        isinstance(value, list)
        and least <= len(value) <= 16
        and all(_is_base64(each, 262144) for each in value)
        and sum(map(len, value)) <= 262144
    )


def is_time(value):
    if not isinstance(value, str) or not TIME.match(value) or value < "2000":
        return False
    try:
        datetime.datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%fZ")
    except ValueError:
        return False
    return True


def _is_authority(value):
    if not isinstance(value, dict) or not isinstance(value.get("url"), str):
        return False
    name, url = value.get("name"), value["url"]
    named = name is None or (isinstance(name, str) and SLUG.match(name) is not None)
    return named and 0 < len(url.encode()) <= 2000 and not CONTROL.search(url)


def is_whole(stamp):
    covers = stamp.get("covers")
    return (
        isinstance(covers, dict)
        and type(covers.get("count")) is int
        and isinstance(covers.get("head"), str)
        and _is_authority(stamp.get("authority"))
        and is_time(stamp.get("time"))
        and _is_base64(stamp.get("token"), 65536)
        and _is_list_of_base64(stamp.get("certificates"), 1)
        and _is_list_of_base64(stamp.get("crls", []), 0)
    )
