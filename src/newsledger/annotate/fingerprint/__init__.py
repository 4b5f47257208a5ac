"""What linking needs of one article's words alone, drawn once: kept with its annotation, never made again.

The keys of a fingerprint are 64-bit numbers that follow from the words and nothing else, so that those of two runs
can be compared; they are kept as bytes, little-endian, each once and in ascending order. A tally keeps
the stems by their letters.
"""

from newsledger.annotate.fingerprint.fingerprint import Fingerprint, keys_in, print_of, take_fingerprint
from newsledger.annotate.fingerprint.tally import Tally, take_tally

__all__ = ["Fingerprint", "Tally", "keys_in", "print_of", "take_fingerprint", "take_tally"]
