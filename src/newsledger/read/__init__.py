"""Files in, articles out: formats are told apart by content, every refusal is a row with a remedy."""

from newsledger.read.merge import merge
from newsledger.read.reading import ReadResult, read_paths

__all__ = ["ReadResult", "merge", "read_paths"]
