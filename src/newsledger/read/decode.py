"""Bytes to text: byte-order marks, UTF-8, the one-byte encodings of the West, and a detector for the rest."""

from __future__ import annotations

import codecs
import re

from newsledger.read.draft import Refusal
from newsledger.read.tables import table

# UTF-32 before UTF-16: the mark of the one begins with that of the other.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 65_536
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
BINARY_SHARE = 0.01  # of control bytes; text has none


def refuse_binary(data: bytes) -> Refusal | None:
    """A refusal that names the kind of the file, where its first bytes or its control bytes show no text."""
    for kind in table("magic.toml")["kind"]:
        if data.startswith(bytes.fromhex(kind["hex"])):
            return Refusal(
                message=f"binary data ({kind['name']}), no text",
                remedy=kind.get("remedy", "Leave the file out, or give the article as text, HTML or JSON."),
            )
    if any(data.startswith(mark) for mark, _ in MARKS) or utf16_without_mark(data):
        return None
    head = data[:SAMPLE]
    if len(CONTROL.findall(head)) > BINARY_SHARE * len(head):
        return Refusal(
            message="binary data, no text",
            remedy="Leave the file out, or give the article as text, HTML or JSON.",
        )
    return None


def utf16_without_mark(data: bytes) -> str | None:
    """The byte order, where every other byte is mostly zero, as in UTF-16 text of the West."""
    head = data[:SAMPLE]
    half = len(head) // 2
    if half < 8:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``. Never raises; what no encoding explains becomes U+FFFD.

    Order: a byte-order mark, UTF-8, the encoding that the file declares, Windows-1252 where
    nearly all is ASCII (accents and curly quotes of Western text), then charset-normalizer.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    silent = utf16_without_mark(data)
    if silent:
        return data.decode(silent, errors="replace")
    for stated in filter(None, ("utf-8", declared)):
        try:
            return data.decode("cp1252" if is_latin(stated) else stated)
        except (UnicodeError, LookupError):
            continue
    if damaged_utf8(data):
        return data.decode("utf-8", errors="replace")
    if sum(byte >= 128 for byte in data[:SAMPLE]) < 0.15 * len(data[:SAMPLE]):
        return western(data)
    return detect(data)


def is_latin(encoding: str) -> bool:
    """Whether a declared encoding is Latin-1, which in practice means Windows-1252."""
    return codecs.lookup(encoding).name in ("iso8859-1", "ascii")


def damaged_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 with a few broken ones: most sequences above ASCII are sound."""
    text = data[:SAMPLE].decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - broken > 4 * broken


def western(data: bytes) -> str:
    """Windows-1252, or Latin-1 where a byte has no meaning in it."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def detect(data: bytes) -> str:
    """Ask charset-normalizer."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        return western(data)
    return data.decode(best.encoding, errors="replace")
