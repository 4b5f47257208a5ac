"""Errors that name what failed, where, and what to do."""

from __future__ import annotations


class NewsledgerError(Exception):
    """Base of all our errors: a message and a remedy."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message if not remedy else f"{message}. {remedy}")
        self.message = message
        self.remedy = remedy


class ModelMissingError(NewsledgerError):
    """No English spaCy pipeline is installed."""


class LedgerError(NewsledgerError):
    """A file is no ledger, or one of a schema that this version cannot read."""


class UnknownIdError(NewsledgerError):
    """An id that no table of the ledger has."""
