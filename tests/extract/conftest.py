"""The trained pipeline, and small networks with random weights in the form of the model folder."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from spacy.lang.ar import Arabic
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import create_vocab

from hadath.extract import tokens
from hadath.extract.errors import ModelNotFound
from hadath.extract.extraction import extract_doc
from hadath.extract.features import Feature
from hadath.extract.pipeline import load
from hadath.extract.records import Article, Entity, Event, Extraction
from hadath.extract.tokens import freeze

TINY = (Feature("word", 50, 5), Feature("s2", 20, 3), Feature("shape", 8, 2))
VECTORS, HIDDEN, ARC, LABEL, HEAD = 4, 6, 5, 3, 7


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline that ships; tests that need it are skipped where it has not been trained."""
    try:
        return load()
    except ModelNotFound as error:
        pytest.skip(str(error))


def random_weights(
    tasks: Mapping[str, int], relations: int, layers: int, seed: int
) -> dict[str, NDArray[np.float16]]:
    """Weights of a small network, named as PyTorch names them."""
    rng = np.random.default_rng(seed)
    shapes: dict[str, tuple[int, ...]] = {
        f"encoder.tables.{i}.weight": (f.buckets, f.width) for i, f in enumerate(TINY)
    }
    width = sum(f.width for f in TINY) + VECTORS
    for layer in range(layers):
        for suffix in ("", "_reverse"):
            shapes[f"encoder.lstm.weight_ih_l{layer}{suffix}"] = (
                4 * HIDDEN,
                width if layer == 0 else 2 * HIDDEN,
            )
            shapes[f"encoder.lstm.weight_hh_l{layer}{suffix}"] = (4 * HIDDEN, HIDDEN)
            shapes[f"encoder.lstm.bias_ih_l{layer}{suffix}"] = (4 * HIDDEN,)
            shapes[f"encoder.lstm.bias_hh_l{layer}{suffix}"] = (4 * HIDDEN,)
    linear = {f"heads.hidden.{task}": (HEAD, 2 * HIDDEN) for task in tasks}
    linear |= {f"heads.out.{task}": (n, HEAD) for task, n in tasks.items()}
    linear |= {f"parser.arc_{side}": (ARC, 2 * HIDDEN) for side in ("dep", "head")}
    linear |= {f"parser.label_{side}": (LABEL, 2 * HIDDEN) for side in ("dep", "head")}
    for name, shape in linear.items():
        shapes[f"{name}.weight"], shapes[f"{name}.bias"] = shape, shape[:1]
    shapes |= {"parser.root": (2 * HIDDEN,), "parser.arc": (ARC + 1, ARC)}
    shapes["parser.label"] = (relations, LABEL + 1, LABEL + 1)
    return {name: rng.normal(0, 0.5, shape).astype(np.float16) for name, shape in shapes.items()}


Writer = Callable[..., Path]


@pytest.fixture
def write_network(tmp_path: Path) -> Writer:
    """A function that writes a small random network and gives the folder; ``tasks`` are the labels with a classifier."""

    def write(
        name: str, labels: Mapping[str, Sequence[str]], tasks: Sequence[str], *, layers: int = 2
    ) -> Path:
        weights = random_weights(
            {task: len(labels[task]) for task in tasks}, len(labels["relation"]), layers, 0
        )
        np.savez_compressed(tmp_path / f"{name}.npz", **weights)
        description = {"features": [list(f) for f in TINY], "labels": labels}
        (tmp_path / f"{name}.json").write_text(json.dumps(description, ensure_ascii=False), "utf8")
        return tmp_path

    return write


def read_tree(text: str) -> Doc:
    """An analysed Doc written down by hand, a word a line, so that rules are tested without the trained model.

    ``form lemma POS relation head [Feature=Value|…] [NAME]``; heads count from 1, 0 is the root; a form that ends in ``+``
    is written together with the next word; ``form/norm`` gives the form when it stands alone; empty lines set off sentences.
    """
    words, spaces, norms, lemmas, pos, deps, heads, morphs, ents = [], [], [], [], [], [], [], [], []
    for sentence in text.strip().split("\n\n"):
        first = len(words)
        for line in sentence.strip().splitlines():
            form, lemma, tag, dep, head, *rest = line.split()
            spaces.append(not form.endswith("+"))
            written, _, norm = form.rstrip("+").partition("/")
            words.append(written)
            norms.append(norm or written)
            lemmas.append(lemma)
            pos.append(tag)
            deps.append("ROOT" if head == "0" else dep)
            heads.append(len(words) - 1 if head == "0" else first + int(head) - 1)
            morphs.append(next((r for r in rest if "=" in r), ""))
            ents.append(next((r for r in rest if "=" not in r), "O"))
    iob = [
        f"{'I' if i and ents[i - 1] == e and e != 'O' else 'B'}-{e}" if e != "O" else "O"
        for i, e in enumerate(ents)
    ]
    doc = Doc(
        create_vocab("ar", Arabic.Defaults),
        words=words,
        spaces=spaces,
        lemmas=lemmas,
        pos=pos,
        deps=deps,
        heads=heads,
        morphs=morphs,
        ents=iob,
    )
    for token, norm in zip(doc, norms, strict=True):
        token.norm_ = norm
    return doc


@pytest.fixture
def doc_of() -> Callable[[str], Doc]:
    """Docs from trees written by hand."""
    return read_tree


@pytest.fixture
def tree_of() -> Callable[[str], tokens.Doc]:
    """The same as rules see them: frozen."""
    return lambda text: freeze(read_tree(text))


@dataclass(frozen=True, slots=True)
class Told:
    """What was read from a tree, asked for by the words of the text."""

    extraction: Extraction

    @property
    def words(self) -> list[str]:
        """The event words in order."""
        return [event.trigger.text for event in self.extraction.events]

    def event(self, word: str) -> Event:
        """The only event with this word."""
        (found,) = [event for event in self.extraction.events if event.trigger.text == word]
        return found

    def entity(self, text: str) -> Entity:
        """The only entity with such a mention."""
        (found,) = [e for e in self.extraction.entities if text in {m.text for m in e.mentions}]
        return found

    def mentions(self, text: str) -> list[str]:
        """All that the entity behind a mention is called, in order of the text."""
        return [m.text for m in self.entity(text).mentions]

    def who(self, word: str, role: str) -> list[str]:
        """First mentions of those who fill a role (a field of ``Event``) of an event."""
        by_key = {e.key: e.mentions[0].text for e in self.extraction.entities}
        return [by_key[key] for key in getattr(self.event(word), role)]


@pytest.fixture
def tell() -> Callable[..., Told]:
    """A function that reads a tree written by hand, as of a day if one is given."""

    def read(tree: str, *, published: date | None = None) -> Told:
        doc = read_tree(tree)
        return Told(extract_doc(Article("test", doc.text, published=published), doc))

    return read
