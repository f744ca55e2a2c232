"""Arabic news text → events with roles, speakers and evidence, as frozen records."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hadath.extract.records import Article, Extraction

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Article", "Extraction", "extract", "load"]


def load(model: Path | None = None) -> "Language":
    """The trained language pipeline, a spaCy ``Language``; kept after the first call."""
    from hadath.extract.pipeline import load as load_pipeline  # spaCy takes a second to import

    return load_pipeline(model)


def extract(articles: Iterable[Article], *, nlp: "Language | None" = None) -> Iterator[Extraction]:
    """Read events from articles, one Extraction each, in order."""
    from hadath.extract.extraction import extract as extract_all

    return extract_all(articles, nlp=nlp)
