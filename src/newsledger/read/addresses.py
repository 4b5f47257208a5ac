"""What an address says: the day in its path, and the outlet by its host."""

from __future__ import annotations

import functools
import re
from urllib.parse import urljoin, urlsplit

from newsledger.read.dates import day, months
from newsledger.read.draft import StatedDate
from newsledger.read.tables import lines, words

# The shortest month name that addresses use has three letters.
IN_PATH = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2}|[a-z]{3,9})[/-](?P<d>\d{1,2})(?=[/_.-]|$)", re.I),
    re.compile(r"(?<![\d])(?P<y>(?:19|20)\d\d)-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)"),
    re.compile(r"[/_-](?P<y>(?:19|20)\d\d)(?P<m>\d{2})(?P<d>\d{2})(?=[/_.-]|$)"),
)
MONTH_IN_PATH = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d{2})(?=/|$)")


def is_address(value: object) -> bool:
    """Whether a value is a web address with a host."""
    if not isinstance(value, str) or not re.match(r"https?://[^\s/]+", value.strip(), re.I):
        return False
    return not re.search(r"\s", value.strip()) and bool(host(value))


def host(url: str) -> str:
    """The host in lower case without ``www.``; empty where there is none."""
    try:
        name = urlsplit(url.strip() if "//" in url else f"//{url.strip()}").hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|amp|mobile)\.(?=.*\.)", "", name.lower())


def absolute(href: str, base: str | None) -> str | None:
    """A hyperlink's full address, or None where it leads to no page."""
    try:
        url = urljoin(base or "", href.strip())
    except ValueError:
        return None
    return url if is_address(url) else None


def leads_to_article(url: str) -> bool:
    """Whether an address looks like one article's: its last part is a slug or a number, or it has a date."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return False
    last = path.rstrip("/").rsplit("/", 1)[-1]
    return last.count("-") >= 3 or bool(re.search(r"\d{5,}", last)) or date_in_address(url) is not None


def date_in_address(url: str) -> StatedDate | None:
    """The day, or else the month, in an address's path."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    for pattern in IN_PATH:
        for match in pattern.finditer(path):
            month = months().get(match["m"].lower()) or (int(match["m"]) if match["m"].isdigit() else 0)
            found = day(int(match["y"]), month, int(match["d"]))
            if found:
                return StatedDate(
                    vote="url", value=found.isoformat(), note=f"the address has {match[0].strip('/_-')}"
                )
    month_only = MONTH_IN_PATH.search(path)
    if month_only and 1 <= int(month_only["m"]) <= 12:
        value = f"{month_only['y']}-{month_only['m']}"
        return StatedDate(vote="url", value=value, note=f"the address has {month_only[0][1:]}")
    return None


@functools.lru_cache(maxsize=1)
def known_hosts() -> dict[str, str]:
    """Names of outlets whose host does not spell them."""
    return {row.split("\t")[0]: row.split("\t")[1].strip() for row in lines("outlets.tsv")}


def outlet_of(url: str) -> str | None:
    """The outlet's name by its host: from the table, or split before a newspaper's word, or the host itself."""
    name = host(url)
    return outlet_by_host(name) if name else None


@functools.lru_cache(maxsize=4096)
def outlet_by_host(name: str) -> str:
    parts = name.split(".")
    for i in range(len(parts) - 1):
        known = known_hosts().get(".".join(parts[i:]))
        if known:
            return known
    label = parts[-3] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2] if len(parts) > 1 else name
    return split_name(label) or name


def split_name(label: str) -> str | None:
    """``therivertontimes`` -> ``The Riverton Times``; None where the host ends in no newspaper's word."""
    if "-" in label:
        pieces = label.split("-")
        return " ".join(map(capital, pieces)) if pieces[-1] in words("outlet_words.txt") else None
    article, rest = ("The ", label[3:]) if label.startswith("the") else ("", label)
    if rest in words("outlet_words.txt"):
        return article + rest.capitalize()
    for word in sorted(words("outlet_words.txt"), key=lambda w: (-len(w), w)):
        front = rest[: -len(word)]
        if rest.endswith(word) and len(front) >= 2 and front.isalpha():
            return f"{article}{capital(front)} {word.capitalize()}"
    for word in lines("outlet_first.txt"):
        if rest.startswith(word) and len(rest) >= len(word) + 4 and rest.isalpha():
            return f"{article}{word.capitalize()} {capital(rest[len(word) :])}"
    return None


def capital(word: str) -> str:
    """A word of a name: initials (two letters, or no vowel) all in capitals."""
    return word.upper() if len(word) <= 2 or not re.search("[aeiouy]", word) else word.capitalize()
