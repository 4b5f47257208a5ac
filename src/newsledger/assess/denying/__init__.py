"""Denials: who denies what, and whose words those are."""

from newsledger.assess.denying.find import Denial, Denied, find_denials
from newsledger.assess.denying.forms import form_of
from newsledger.assess.denying.pile import Act, Pile

__all__ = ["Act", "Denial", "Denied", "Pile", "find_denials", "form_of"]
