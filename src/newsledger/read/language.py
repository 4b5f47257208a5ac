"""The language of a text: what the file says, and whether the words look English."""

from __future__ import annotations

import re

from newsledger.read.draft import Doubt
from newsledger.read.tables import words

SAMPLE = 1500  # characters
FEWEST = 40  # words; of less, no share can be told
ENGLISH_SHARE = 0.125  # of function words; English prose has a third and more

REMEDY = "Newsledger reads English; leave the article out, or give a translation that is marked as one."


def language_of(stated: str | None, text: str) -> tuple[str, Doubt | None]:
    """An ISO 639 code, and a doubt where the text is not English or does not look it."""
    code = re.split(r"[-_ ]", stated.strip().lower())[0] if stated else ""
    code = code if re.fullmatch(r"[a-z]{2,3}", code) else "en"
    if code == "eng":
        code = "en"
    if code != "en":
        return code, Doubt(message=f"the article is in another language ({code})", remedy=REMEDY)
    if not looks_english(text):
        return "und", Doubt(message="the text does not look English", remedy=REMEDY)
    return code, None


def looks_english(text: str) -> bool:
    """Whether an eighth of the first words are function words of English."""
    found = re.findall(r"[^\W\d_]+", text[:SAMPLE].lower())
    if len(found) < FEWEST:
        return text[:SAMPLE].isascii() or sum(
            c > "\u024f" and c.isalpha() for c in text[:SAMPLE]
        ) < 0.3 * len(text[:SAMPLE])
    return sum(word in words("function_words.txt") for word in found) >= ENGLISH_SHARE * len(found)
