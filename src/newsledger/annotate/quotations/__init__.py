"""Quotations: who said what, in which words."""

from newsledger.annotate.quotations.find import find_quotations
from newsledger.annotate.quotations.quoted import Quoted, find_quoted

__all__ = ["Quoted", "find_quotations", "find_quoted"]
