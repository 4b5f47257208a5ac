"""The formats, told apart by content; the first that recognises a file reads it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsledger.read.decode import decode, refuse_binary
from newsledger.read.draft import Outcome, Reader, Refusal
from newsledger.read.html_page import looks_html, read_html
from newsledger.read.json_file import looks_json, read_json
from newsledger.read.plain import looks_plain, read_plain

GZIP = b"\x1f\x8b"
LARGEST = 4_000_000_000  # bytes unpacked; a bomb ends here


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: how to recognise it, and its reader."""

    name: str
    recognises: Callable[[bytes], bool]
    read: Reader


def looks_xml(data: bytes) -> bool:
    """A feed or another XML document, which no reader takes yet."""
    head = decode(data[:512]).lstrip("\ufeff \t\r\n")
    return head.startswith(("<?xml", "<rss", "<feed", "<rdf:", "<nitf", "<newsItem", "<newsMessage"))


def refuse_xml(data: bytes, name: str) -> Iterator[Outcome]:
    yield Refusal(
        message="XML (a feed or a document), no article's page", remedy="Save the articles' own pages."
    )


FORMATS: tuple[Format, ...] = (
    Format(name="JSON", recognises=looks_json, read=read_json),
    Format(name="HTML", recognises=looks_html, read=read_html),
    Format(name="XML", recognises=looks_xml, read=refuse_xml),
    Format(name="plain text", recognises=looks_plain, read=read_plain),
)


def read_bytes(data: bytes, name: str) -> Iterator[Outcome]:
    """The drafts and refusals of one file. Never raises: what a reader cannot bear is a refusal."""
    if data.startswith(GZIP):
        data, refusal = unpack(data)
        if refusal:
            yield refusal
            if not data:
                return
    if not data.strip():
        yield Refusal(message="the file is empty", remedy="Leave the file out, or fill it.")
        return
    refusal = refuse_binary(data)
    if refusal:
        yield refusal
        return
    chosen = next(form for form in FORMATS if form.recognises(data))
    try:
        yield from chosen.read(data, name)
    except Exception as error:  # a reader's or a library's own fault must cost one file, not the run
        yield Refusal(
            message=f"it could not be read as {chosen.name} ({type(error).__name__}: {str(error)[:100]})",
            remedy="Give the article as plain text, and report this file to the project.",
        )


def unpack(data: bytes) -> tuple[bytes, Refusal | None]:
    """The content of a gzip file; of a broken one what comes before the break, with a refusal of the rest."""
    out = bytearray()
    try:
        while data.startswith(GZIP):  # a file may have several members
            member = zlib.decompressobj(wbits=31)
            out += member.decompress(data, LARGEST - len(out))
            if not member.eof:
                raise zlib.error(
                    "it is cut short" if len(out) < LARGEST else f"more than {LARGEST:,} bytes unpacked"
                )
            data = member.unused_data
    except zlib.error as error:
        return bytes(out), Refusal(
            message=f"a broken gzip file ({error}); what follows the break is lost",
            remedy="Fetch or pack the file again.",
            severity="skipped" if out else "refused",
        )
    return bytes(out), None
