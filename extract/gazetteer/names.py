"""Names: what bears a name or an identifier, and which words of a text are names."""

from collections.abc import Sequence
from functools import lru_cache

from hadath.extract.gazetteer.entries import Entry, people, place_of
from hadath.extract.gazetteer.index import index
from hadath.extract.gazetteer.keys import name_key, tolerant_keys, with_marbuta
from hadath.extract.gazetteer.tables import rows
from hadath.extract.records import EntityKind
from hadath.extract.spelling import fold, strip_marks
from hadath.extract.word_classes import word_class

__all__ = ["capital_of", "country", "entry", "longest_matches", "lookup", "name_words", "person"]


def lookup(name: str) -> tuple[Entry, ...]:
    """Everything that bears this full name, best first: «طرابلس» is a city in Libya and one in Lebanon.

    An exact spelling goes before a folded one («عُمان», «عمّان»); only when nothing bears the name as written
    is the definite article or a final ه for ة forgiven.
    """
    known = index()
    key = name_key(name)
    for candidate in tolerant_keys(key):
        if found := known.full.get(candidate):
            return _exact_first(found, name)
    return ()


def country(qid: str) -> Entry | None:
    """The country or dependent territory with this identifier."""
    found = index().by_qid.get(qid)
    return found if found and found.kind is EntityKind.COUNTRY else None


def entry(qid: str) -> Entry | None:
    """Whatever the tables know under this identifier."""
    return index().by_qid.get(qid)


def capital_of(qid: str) -> Entry | None:
    """The capital city of a country."""
    return index().capitals.get(qid)


def person(name: str) -> Entry | None:
    """The one well-known person with this full name, or with this short name when it can mean nobody else."""
    found = {match for match in lookup(name) if match.kind is EntityKind.PERSON}
    return found.pop() if len(found) == 1 else None


def _exact_first(entries: tuple[Entry, ...], name: str) -> tuple[Entry, ...]:
    """The same, those that bear the name as it is spelled before others."""
    if len(entries) == 1 or strip_marks(name) == name:
        return entries
    return tuple(sorted(entries, key=lambda thing: name not in thing.names))


_PATRONYMS = word_class("patronym")
_JOINERS = frozenset("-–—‑_.")
_BREAK = "\N{REPLACEMENT CHARACTER}"


def longest_matches(words: Sequence[str]) -> list[tuple[int, int, tuple[Entry, ...]]]:
    """The names among the words of a sentence as ``(start, end, entries)``, leftmost longest, no overlaps.

    Words are taken as the segmenter leaves them, without clitics. A common word that is also a name
    («السلام») is not matched on its own.
    """
    known = index()
    tokens, at = _word_tokens(words)
    found: list[tuple[int, int, tuple[Entry, ...]]] = []
    position = 0
    while position < len(tokens):
        longest = known.longest.get(tokens[position], 0)
        for length in range(min(longest, len(tokens) - position), 0, -1):
            key = " ".join(tokens[position : position + length])
            entries = next((e for k in with_marbuta(key) if (e := known.safe.get(k))), None)
            if entries and not _is_other_namesake(entries, tokens, position, length):
                start, end = at[position], at[position + length - 1] + 1
                found.append((start, end, _exact_first(entries, " ".join(words[start:end]))))
                position += length
                break
        else:
            position += 1
    return found


def _word_tokens(words: Sequence[str]) -> tuple[list[str], list[int]]:
    """The folded tokens of the words and the word each comes from; hyphens give none, quotes end a name."""
    tokens: list[str] = []
    at: list[int] = []
    for number, word in enumerate(words):
        key = name_key(word)
        if not key and word not in _JOINERS:
            key = _BREAK
        for token in key.split():
            tokens.append(token)
            at.append(number)
    return tokens, at


def _is_other_namesake(entries: tuple[Entry, ...], tokens: Sequence[str], position: int, length: int) -> bool:
    """Whether another person's name goes before: «ترامب» in «إيفانكا ترامب», «سلمان بن عبد العزيز» in «فهد بن سلمان…»."""
    if position == 0 or entries[0].kind is not EntityKind.PERSON:
        return False
    before = tokens[position - 1]
    return before in _PATRONYMS or (length == 1 and before in _given_names())


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(name_key(row["ar"]) for row in rows("name_parts") if row["use"] == "given")


@lru_cache(maxsize=1)
def name_words() -> frozenset[str]:
    """Words, folded, of people's names and one-word names of places, four letters or more: «بومبيو» is not ب + ومبيو."""
    things = [*(place_of(row)[0] for row in rows("gazetteer")), *(thing for thing, _ in people())]
    names = (name for thing in things for name in thing.names if _is_whole(thing, name))
    return frozenset(fold(word) for name in names for word in name.split() if len(word) > 3)


def _is_whole(thing: Entry, name: str) -> bool:
    return thing.kind is EntityKind.PERSON or (thing.kind is not EntityKind.ORGANIZATION and " " not in name)
