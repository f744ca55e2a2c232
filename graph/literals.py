"""Literals: text, numbers and dates as RDF writes them, and nothing that RDF could not read back."""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from rdflib import XSD, Literal, URIRef

from hadath.extract.records import Article
from hadath.graph.characters import rdf_text

__all__ = ["confidence", "index", "label", "language", "number", "string", "time_value", "typed"]

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def language(article: Article) -> str:
    """The article's language tag; ``und`` if it has none that RDF takes."""
    return article.language if _LANGUAGE.fullmatch(article.language) else "und"


def label(text: str, tag: str) -> Literal:
    """Text in a language."""
    return Literal(rdf_text(text), lang=tag)


def string(text: str) -> Literal:
    """Text as it is, in no language."""
    return Literal(rdf_text(text))


def typed(lexical: str, datatype: URIRef) -> Literal:
    """A value in exactly this spelling."""
    return Literal(lexical, datatype=datatype, normalize=False)


@lru_cache(maxsize=100_000)
def index(offset: int) -> Literal:
    """An offset into the text."""
    return typed(str(offset), XSD.nonNegativeInteger)


@lru_cache(maxsize=1_000)
def confidence(value: float) -> Literal:
    """A confidence with at most four decimals and at least one.

    >>> str(confidence(1)), str(confidence(0.85))
    ('1.0', '0.85')
    """
    return typed(str(round(float(value), 4)), XSD.decimal)


@lru_cache(maxsize=10_000)
def number(value: int | float) -> Literal:
    """A number in its shortest exact form, never with an exponent: an integer when it is whole, else a decimal.

    >>> str(number(8000)), str(number(2.50)), str(number(1e21))
    ('8000', '2.5', '1000000000000000000000')
    """
    if value == int(value):
        return typed(str(int(value)), XSD.integer)
    return typed(format(Decimal(repr(value)), "f"), XSD.decimal)


def time_value(value: str | None) -> Literal | None:
    """A date as an RDF value of its own precision; None for what is no date of the calendar.

    >>> [str(time_value(v)) for v in ("2022", "2022-01-11", "2022-13", "2022-01-11T18:00")]
    ['2022', '2022-01-11', 'None', '2022-01-11T18:00:00']
    """
    try:
        if not value or not value.isascii():
            return None
        if re.fullmatch(r"\d{4}", value) and date(int(value), 1, 1):
            return typed(value, XSD.gYear)
        if re.fullmatch(r"\d{4}-\d\d", value) and date.fromisoformat(f"{value}-01"):
            return typed(value, XSD.gYearMonth)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return typed(date.fromisoformat(value).isoformat(), XSD.date)
        if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?", value):
            return typed(datetime.fromisoformat(value).isoformat(), XSD.dateTime)
    except ValueError:
        return None
    return None
