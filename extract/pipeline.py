"""The language pipeline: one spaCy config and the trained model folder."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.util import load_config, load_model_from_config, registry
from spacy.vectors import Vectors

from hadath.extract.agreement import agreement_component
from hadath.extract.analyzer import make_analyzer
from hadath.extract.errors import ModelNotFound
from hadath.extract.known_names import known_names_component
from hadath.extract.mending import mending_component
from hadath.extract.tokenizer import Segmenter, Tokenizer

__all__ = ["MODEL", "load", "read_vectors", "write_vectors"]

MODEL = Path(__file__).parent / "model"
CONFIG = Path(__file__).parent / "config.cfg"
COMPONENTS = (  # registered with spaCy on import
    make_analyzer,
    known_names_component,
    agreement_component,
    mending_component,
)

Language.factory(
    "hadath_analyzer",
    assigns=["token.pos", "token.morph", "token.lemma", "token.head", "token.dep", "doc.ents"],
    func=make_analyzer,
)


@lru_cache(maxsize=4)
def load(model: Path | None = None) -> Language:
    """The pipeline with the trained model of a folder (default: the one that ships); kept, since loading takes a second.

    Raises ModelNotFound when the folder holds no model.
    """
    folder = Path(model or MODEL)
    config = load_config(CONFIG, overrides={"paths.model": str(folder)}, interpolate=True)
    return load_model_from_config(config, auto_fill=True)


def make_tokenizer(model: str) -> Callable[[Language], Tokenizer]:
    """Factory of the tokenizer named in ``config.cfg``; the word vectors come with it."""

    def make(nlp: Language) -> Tokenizer:
        folder = Path(model)
        nlp.vocab.vectors = read_vectors(folder)
        return Tokenizer(nlp.vocab, Segmenter(folder, nlp.vocab))

    return make


registry.tokenizers("hadath.Tokenizer.v1", func=make_tokenizer)


def read_vectors(folder: Path) -> Vectors:
    """Floret word vectors, kept as 16-bit numbers in ``vectors.npz``."""
    try:
        with np.load(folder / "vectors.npz") as arrays:
            data, (minn, maxn, hashes, seed) = arrays["data"].astype(np.float32), arrays["settings"].tolist()
    except FileNotFoundError as error:
        raise ModelNotFound(f"no word vectors in {folder}") from error
    return Vectors(
        data=data, mode="floret", minn=minn, maxn=maxn, hash_count=hashes, hash_seed=seed, bow="<", eow=">"
    )


def write_vectors(vectors: Vectors, folder: Path) -> None:
    """Write floret vectors in the form that ``read_vectors`` reads."""
    settings = np.array([vectors.minn, vectors.maxn, vectors.hash_count, vectors.hash_seed])
    np.savez_compressed(
        folder / "vectors.npz", data=np.asarray(vectors.data, dtype=np.float16), settings=settings
    )
