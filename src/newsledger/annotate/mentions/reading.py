"""The mentions of one article, put together sentence by sentence as a reader would."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from newsledger.annotate.annotation import FoundMention
from newsledger.annotate.mentions import pronouns, tables
from newsledger.annotate.mentions.chains import Chain, gender
from newsledger.annotate.mentions.nominals import Nominal, find_nominals
from newsledger.annotate.mentions.pronouns import Seen, Standing
from newsledger.annotate.mentions.quoted import quoted_spans
from newsledger.annotate.mentions.referents import Referent, resolve, salient
from newsledger.annotate.mentions.telling import (
    Placed,
    best_role,
    fits_kind,
    is_bare,
    make_referent,
    role_spans,
    role_words,
    stands_alone,
)
from newsledger.annotate.mentions.words import Word
from newsledger.annotate.parse import Parsed

REMEMBERED = 400  # mentions that a pronoun may look back on
CONSIDERED = 200  # referents that a description is held against


class Article:
    """The mentions of one article while they are put together, sentence by sentence."""

    def __init__(
        self, parsed: Parsed, sentences: list[list[Word]], placed: list[Placed], chains: list[Chain]
    ):
        self.parsed, self.sentences, self.placed = parsed, sentences, placed
        self.found: list[FoundMention] = []
        self.seen: list[Seen] = []
        self.standing = Standing({}, {})
        self.referents: dict[int, Referent] = {}
        self.introduced: list[Referent] = []  # in order of their first names
        self.recent: dict[int, None] = {}  # chains, the one named last at the end
        self.passed: dict[int, Nominal] = {}  # who acts and is no mention yet, by chain
        self.unseen = 0  # how many of ``introduced`` were all read
        self.quoted = quoted_spans(parsed.article.text)
        self.numbers: dict[str, int] = {}
        self.genders: dict[int, str | None] = {}
        self.chain_of = {id(p.name): chains[n] for n, p in enumerate(placed)}
        self.own: dict[tuple[object, ...], int] = {}
        self.by_sentence: dict[int, list[Placed]] = {}
        for p in placed:
            self.by_sentence.setdefault(p.sentence, []).append(p)

    def mentions(self) -> tuple[FoundMention, ...]:
        for p in self.by_sentence.get(-1, []):
            self.add_name(p)
        for p in self.placed:
            self.introduce(p)
        for number in range(len(self.sentences)):
            self.read_sentence(number)
        return tuple(sorted(self.found, key=lambda m: (m.start, m.end, m.form)))

    def gender(self, chain: Chain) -> str | None:
        """What the chain's titles and given names tell, worked out once."""
        if id(chain) not in self.genders:
            self.genders[id(chain)] = gender(chain)
        return self.genders[id(chain)]

    def number(self, key: str) -> int:
        return self.numbers.setdefault(key, len(self.numbers))

    # --- one sentence ------------------------------------------------------------------------------

    def read_sentence(self, number: int) -> None:
        words = self.sentences[number]
        names = self.by_sentence.get(number, [])
        taken = [False] * len(words)
        for p in names:
            taken[p.name.first : p.name.last] = [True] * (p.name.last - p.name.first)
        inside = {h for p in names for r in p.name.roles for h in range(r.first, r.last) if h != r.head}
        nominals = [n for n in find_nominals(words, taken, self.parsed.doc) if n.last - 1 not in inside]
        items: list[tuple[int, int, object]] = [(p.name.start, 0, p) for p in names]
        items += [(n.head, 1, n) for n in nominals]
        items += [(t.idx, 2, t) for t in pronouns.pronouns_of(self.parsed.sentences[number])]
        for _, _, item in sorted(items, key=lambda row: row[:2]):
            if isinstance(item, Placed):
                self.add_name(item)
            elif isinstance(item, Nominal):
                self.add_nominal(item, number, self.described(item, names))
            else:
                self.add_pronoun(item, number)

    def described(self, nominal: Nominal, names: Sequence[Placed]) -> Placed | None:
        """The name in the sentence whose title or apposition the description is."""
        for p in names:
            kind = self.chain_of[id(p.name)].kind
            if any(role.head == nominal.last - 1 and fits_kind(role, kind) for role in p.name.roles):
                return p
        return None

    def introduce(self, p: Placed) -> None:
        """Note roles and gender before the text is read: appositions stand on either side."""
        chain = self.chain_of[id(p.name)]
        number = self.number(chain.key)
        if number not in self.referents:
            self.referents[number] = make_referent(number, chain)
            self.introduced.append(self.referents[number])
        referent = self.referents[number]
        for role in p.name.roles:
            told = role_words(p.words, role)
            if told not in referent.roles:
                referent.roles.append(told)
        if referent.gender:
            self.standing.gender[number] = referent.gender

    def add_name(self, p: Placed) -> None:
        name, chain = p.name, self.chain_of[id(p.name)]
        number = self.number(chain.key)
        role = best_role(p, chain.kind, self.parsed.article.text)
        head, subject, owner = self.syntax(name.start, name.end)
        quoted = self.in_quote(name.start)
        kind = name.known.kind if name.known else chain.kind
        self.found.append(
            FoundMention(
                start=name.start,
                end=name.end,
                text=self.parsed.article.text[name.start : name.end],
                form="name",
                kind=kind,
                chain=number,
                head=head,
                role=role,
                gender=self.gender(chain),
                weight=round(chain.votes.get(kind, 0.0) / len(chain.names), 3),
                why=name.why,
                roles=role_spans(p, chain.kind),
            )
        )
        self.note(Seen(number, name.start, name.end - 1, p.sentence, subject, owner, quoted, kind, False))

    def note(self, seen: Seen) -> None:
        """Remember a mention for what may refer to it."""
        self.seen.append(seen)
        if len(self.seen) > REMEMBERED:
            del self.seen[: REMEMBERED // 2]
        self.standing.count[seen.chain] = self.standing.count.get(seen.chain, 0) + 1
        if seen.chain in self.referents:
            self.referents[seen.chain].seen.append(seen.start)
            self.recent.pop(seen.chain, None)
            self.recent[seen.chain] = None

    def known_referents(self) -> list[Referent]:
        """Whom a description may mean: in an article of very many names, those named last and those named next."""
        if len(self.referents) <= CONSIDERED:
            return list(self.referents.values())
        last = [self.referents[chain] for chain in islice(reversed(self.recent), CONSIDERED)]
        while self.unseen < len(self.introduced) and self.introduced[self.unseen].seen:
            self.unseen += 1
        following = self.introduced[self.unseen : self.unseen + CONSIDERED]
        return last + [r for r in following if not r.seen]

    def add_nominal(self, nominal: Nominal, sentence: int, named: Placed | None) -> None:
        if named is not None and named.name.first == nominal.last:
            return  # A title is part of the name's own phrase.
        number = self.referent_number(nominal, named)
        if number is None:
            self.pass_over(nominal, sentence)
            return
        _head, subject, owner = self.syntax(nominal.start, nominal.end, nominal.head)
        kind = self.referents[number].kind if number in self.referents else nominal.kind
        if nominal.gender and kind == "PERSON" and not nominal.plural:
            self.standing.gender.setdefault(number, nominal.gender)
        self.found.append(self.described_as(nominal, kind, number))
        quoted = self.in_quote(nominal.start)
        start, head = nominal.start, nominal.head
        self.note(Seen(number, start, head, sentence, subject, owner, quoted, kind, nominal.plural))

    def described_as(self, nominal: Nominal, kind: str, number: int) -> FoundMention:
        return FoundMention(
            start=nominal.start,
            end=nominal.end,
            text=self.parsed.article.text[nominal.start : nominal.end],
            form="nominal",
            kind=kind,
            chain=number,
            head=nominal.head,
            gender=nominal.gender,
            number="plural" if nominal.plural else "singular",
            weight=0.0,
        )

    def pass_over(self, nominal: Nominal, sentence: int) -> None:
        """Somebody unknown whom a sentence is about: no mention, unless "he" in what follows is no one else."""
        known = nominal.definite and not nominal.owned and not nominal.plural
        known = (
            known and tables.roles().person.get(nominal.noun) != "family"
        )  # "the wife of" is often named, too
        if nominal.kind != "PERSON" or not known or self.in_quote(nominal.start):
            return
        span = self.parsed.doc.char_span(nominal.head, nominal.head + 1, alignment_mode="expand")
        if span is None or span[0].dep_ != "nsubj" or span[0].head.dep_ != "ROOT":
            return
        number = self.number(f"nominal {nominal.start}")
        self.passed[number] = nominal
        if nominal.gender:
            self.standing.gender.setdefault(number, nominal.gender)
        self.note(
            Seen(number, nominal.start, nominal.head, sentence, True, False, False, "PERSON", False, True)
        )

    def referent_number(self, nominal: Nominal, named: Placed | None) -> int | None:
        """The chain of a description: the name it stands beside, one it refers to, or one of its own."""
        if named is not None:
            return self.number(self.chain_of[id(named.name)].key)
        last = self.own.get(("bare", nominal.noun, nominal.plural)) if is_bare(nominal) else None
        referent = resolve(nominal, self.known_referents(), exact=last is not None)
        if referent is None and last is None:
            referent = salient(nominal, self.known_referents())
            if referent is not None:
                self.own["bare", nominal.noun, nominal.plural] = referent.chain
        if referent is not None:
            return referent.chain
        if last is not None:
            return last
        return self.own_chain(nominal) if stands_alone(nominal) else None

    def own_chain(self, nominal: Nominal) -> int:
        """Descriptions without a name: the same words again are the same, "the official" is the last official."""
        exact = ("own", nominal.noun, nominal.modifiers, nominal.states, nominal.plural)
        bare = ("bare", nominal.noun, nominal.plural)
        if is_bare(nominal) and bare in self.own:
            return self.own[bare]
        if (nominal.definite or nominal.plural) and exact in self.own:
            return self.own[exact]
        number = self.number(f"nominal {nominal.start}")
        last = ("bare", nominal.noun.rpartition("_")[2], nominal.plural)
        self.own[exact] = self.own[bare] = self.own[last] = number
        return number

    def add_pronoun(self, token: object, sentence: int) -> None:
        import spacy.tokens

        assert isinstance(token, spacy.tokens.Token)
        quoted = self.in_quote(token.idx)
        number = pronouns.resolve(token, sentence, self.seen, self.standing, quoted)
        if number is None:
            return
        if number in self.passed:
            self.found.append(self.described_as(self.passed.pop(number), "PERSON", number))
        kind = next(s.kind for s in reversed(self.seen) if s.chain == number)
        plural = tables.bodily().get(token.lower_) == "plural"
        if token.lower_ in tables.personal():
            self.standing.gender.setdefault(number, tables.personal()[token.lower_])
        self.found.append(
            FoundMention(
                start=token.idx,
                end=token.idx + len(token),
                text=token.text,
                form="pronoun",
                kind=kind,
                chain=number,
                head=token.idx,
                gender=tables.personal().get(token.lower_),
                number="plural" if plural else "singular",
                weight=0.0,
            )
        )
        subject, owner = pronouns.is_subject(token), token.dep_ == "poss"
        self.note(Seen(number, token.idx, token.idx, sentence, subject, owner, quoted, kind, plural))

    # --- syntax and quotation marks ----------------------------------------------------------------

    def syntax(self, start: int, end: int, head: int | None = None) -> tuple[int, bool, bool]:
        """Offset of the head word, whether it is a subject, and whether it is an owner."""
        span = self.parsed.doc.char_span(start, end, alignment_mode="expand")
        if span is None or not len(span):
            return start, False, False
        token = span.root
        if head is not None:
            token = next((t for t in span if t.idx == head), token)
        offset = min(max(token.idx, start), end - 1)
        top = token
        while top.dep_ in ("compound", "appos", "nmod") and top.head.i != top.i:
            top = top.head
        return offset, pronouns.is_subject(token) or pronouns.is_subject(top), token.dep_ == "poss"

    def in_quote(self, offset: int) -> bool:
        at = bisect_right(self.quoted, (offset, float("inf"))) - 1
        return at >= 0 and self.quoted[at][0] <= offset < self.quoted[at][1]
