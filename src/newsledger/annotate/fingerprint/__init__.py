"""What linking needs of one article's words alone, drawn once: kept with its annotation, never made again.

Keys are 64-bit numbers that follow from the words and nothing else, so that those of two runs can be compared;
they are kept as bytes, little-endian, each once and in ascending order.
"""

from newsledger.annotate.fingerprint.fingerprint import Fingerprint, keys_in, print_of, take_fingerprint

__all__ = ["Fingerprint", "keys_in", "print_of", "take_fingerprint"]
