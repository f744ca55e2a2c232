"""A whole training on a handful of sentences: what it writes is what the pipeline reads."""

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.vectors import Vectors

from hadath.extract.features import feature_rows, vector_key
from hadath.extract.network import Network, WordTypes
from hadath.extract.pipeline import load, write_vectors

torch = pytest.importorskip("torch")

ROWS = (
    (
        [("زار", "VERB", "زار", 0, "root"), ("الوزير", "NOUN", "وزير", 1, "nsubj")],
        [("مدينة", "NOUN", "مدينة", 1, "obj"), ("ها", "PRON", "هو", 3, "nmod")],
        [(".", "PUNCT", ".", 1, "punct")],
    ),
    (
        [
            ("و", "CCONJ", "و", 2, "cc"),
            ("قال", "VERB", "قال", 0, "root"),
            ("سامي", "PROPN", "سامي", 2, "nsubj"),
        ],
        [(".", "PUNCT", ".", 2, "punct")],
    ),
)
NAMES = "سامي B-PERS\nالحداد I-PERS\nفي O\nبيروت B-LOC\n. O\n\n"


def _doc(vocab: spacy.vocab.Vocab) -> Doc:
    words, spaces, pos, lemmas, heads, deps, starts = [], [], [], [], [], [], []
    for sentence in ROWS:
        first = len(words)
        for part in sentence:
            for form, tag, lemma, head, relation in part:
                starts.append(len(words) == first)
                words.append(form)
                pos.append(tag)
                lemmas.append(lemma)
                heads.append(first + head - 1 if head else len(heads))
                deps.append("ROOT" if head == 0 else relation)
                spaces.append(form not in ("و", "مدينة"))
    return Doc(vocab, words=words, spaces=spaces, pos=pos, lemmas=lemmas, heads=heads, deps=deps)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A treebank, word vectors and a names corpus."""
    folder = tmp_path_factory.mktemp("sources")
    vocab = spacy.blank("ar").vocab
    DocBin(docs=[_doc(vocab) for _ in range(40)], attrs=["POS", "LEMMA", "HEAD", "DEP", "MORPH"]).to_disk(
        folder / "treebank.spacy"
    )
    (folder / "vectors").mkdir()
    data = np.random.default_rng(0).normal(size=(64, 6)).astype(np.float32)
    floret = Vectors(data=data, mode="floret", minn=3, maxn=4, hash_count=2, hash_seed=1, bow="<", eow=">")
    floret.to_disk(folder / "vectors")
    (folder / "names.conll").write_text(NAMES * 40, "utf8")
    (folder / "fine.tsv").write_text(NAMES.replace(" B-PERS", "\tB-Politician").replace(" ", "\t"), "utf8")
    return folder


@pytest.fixture(scope="module")
def model(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that training writes."""
    from hadath.extract.train import analyzer, segmenter

    out = tmp_path_factory.mktemp("model")
    torch.manual_seed(1)
    segmenter.train(sources / "treebank.spacy", sources / "vectors", out, epochs=2)
    corpus = analyzer.load_corpus(
        sources / "treebank.spacy", sources / "vectors", out, sources / "names.conll", [sources / "fine.tsv"]
    )
    analyzer.train(corpus, sources / "vectors", out, epochs=2, words=60)
    floret = Vectors()
    floret.from_disk(sources / "vectors")
    write_vectors(floret, out)
    return out


def test_the_pipeline_reads_what_training_writes(model: Path) -> None:
    text = "زار الوزير مدينتها. وقال سامي الحداد إن الوفد عاد."
    doc = load(model)(text)
    assert doc.text == text
    assert sum(token.dep_ == "ROOT" for token in doc) == len(list(doc.sents))
    assert {name.name for name in model.iterdir()} == {
        *("analyzer.json", "analyzer.npz", "segmenter.json", "segmenter.npz"),
        *("lemma_rules.json", "lemmas.tsv.gz", "vectors.npz"),
    }


def test_numpy_gives_what_torch_gives(model: Path) -> None:
    from hadath.extract.train.network import WordNetwork

    run = Network(model, "analyzer")
    net = WordNetwork(
        run.features,
        {task: len(run.labels[task]) for task in ("tag", "lemma", "ner", "fine") if task in run.labels}
        | {"lemma": run.weights["heads.out.lemma.bias"].shape[0]},
        vectors=6,
        hidden=run.weights["encoder.lstm.weight_hh_l0"].shape[1],
        layers=2,
        relations=len(run.labels["relation"]),
    )
    net.load_state_dict({name: torch.from_numpy(array) for name, array in run.weights.items()})
    net.eval()
    words, lengths = ["زار", "الوزير", "مدينتها", ".", "قال"], [4, 1]
    vectors = load(model).vocab.vectors
    encoded = run.encode(WordTypes(run, vectors).inputs(words), lengths)
    rows = np.array([feature_rows(word, run.features) for word in words])
    given = np.asarray(vectors.get_batch([vector_key(word) for word in words]))
    with torch.no_grad():
        for first, length in ((0, 4), (4, 1)):
            here = slice(first, first + length)
            x = net.encoder(
                torch.from_numpy(rows[None, here]),
                torch.from_numpy(given[None, here]),
                torch.tensor([length]),
            )
            np.testing.assert_allclose(encoded[here], x[0].numpy(), atol=1e-4)
            np.testing.assert_allclose(
                run.classify("ner", encoded[here]), net.heads("ner", x)[0].numpy(), atol=1e-4
            )
            scores, dep, head = net.parser(x)
            [(ours, our_dep, our_head)] = run.arcs(encoded[here], [length])
            np.testing.assert_allclose(ours, scores[0].numpy(), atol=1e-3)
            pairs = torch.zeros(length, dtype=torch.long)
            np.testing.assert_allclose(
                run.relations(our_dep, our_head[pairs.numpy()]),
                net.parser.labels(dep[0], head[0, pairs]).numpy(),
                atol=1e-3,
            )
