"""Running a network with numpy: small random ones against plain, slow arithmetic."""

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from spacy.vectors import Vectors

from hadath.extract.errors import ModelNotFound
from hadath.extract.features import feature_rows, vector_key
from hadath.extract.network import Network, WordTypes, softmax

Plain = NDArray[np.float64]
LABELS = {"tag": ["A", "B", "C"], "relation": ["root", "obj", "nsubj"]}
WORDS = ["وقال", "الوزير", "إن", "2021", ".", "«", "مُلوّنة", "Reuters", "😀", "ا"]


@pytest.fixture(params=[1, 2])
def network(request: pytest.FixtureRequest, write_network: Callable[..., Path]) -> Network:
    """A small random network of one or two layers."""
    return Network(write_network("small", LABELS, ["tag"], layers=request.param), "small")


@pytest.fixture
def vectors() -> Vectors:
    data = np.random.default_rng(3).normal(size=(40, 4)).astype(np.float32)
    return Vectors(data=data, mode="floret", minn=3, maxn=4, hash_count=2, hash_seed=1, bow="<", eow=">")


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def plain_direction(network: Network, x: Plain, layer: int, suffix: str) -> Plain:
    """One sequence through one direction of one layer, step by step and gate by gate."""
    w = {
        name: network.weights[f"encoder.lstm.{name}_l{layer}{suffix}"].astype(np.float64)
        for name in ("weight_ih", "weight_hh")
    }
    bias = sum(
        network.weights[f"encoder.lstm.bias_{side}_l{layer}{suffix}"].astype(np.float64)
        for side in ("ih", "hh")
    )
    width = w["weight_hh"].shape[1]
    hidden, cell, out = np.zeros(width), np.zeros(width), np.zeros((len(x), width))
    for step in range(len(x)) if not suffix else reversed(range(len(x))):
        gates = w["weight_ih"] @ x[step] + w["weight_hh"] @ hidden + bias
        for k in range(width):
            let_in, forget, new, let_out = (gates[k + gate * width] for gate in range(4))
            cell[k] = sigmoid(forget) * cell[k] + sigmoid(let_in) * math.tanh(new)
            out[step, k] = sigmoid(let_out) * math.tanh(cell[k])
        hidden = out[step].copy()
    return out


def plain_encode(network: Network, x: Plain) -> Plain:
    layers = sum(name.startswith("encoder.lstm.weight_hh") for name in network.weights) // 2
    for layer in range(layers):
        x = np.concatenate(
            [plain_direction(network, x, layer, suffix) for suffix in ("", "_reverse")], axis=1
        )
    return x


def plain_linear(network: Network, name: str, x: Plain, *, leaky: bool) -> Plain:
    y = x @ network.weights[f"{name}.weight"].T.astype(np.float64) + network.weights[f"{name}.bias"]
    return np.where(y < 0, 0.1 * y, y) if leaky else y


def some_inputs(network: Network, length: int, seed: int = 0) -> NDArray[np.float32]:
    width = network.weights["encoder.lstm.weight_ih_l0"].shape[1]
    return np.random.default_rng(seed).normal(size=(length, width)).astype(np.float32)


@pytest.mark.parametrize("length", [1, 2, 9])
def test_encoder_is_a_two_way_lstm(network: Network, length: int) -> None:
    x = some_inputs(network, length)
    np.testing.assert_allclose(
        network.encode(x, [length]), plain_encode(network, x.astype(np.float64)), atol=1e-5
    )


@pytest.mark.parametrize("lengths", [[1], [1, 1], [3, 1, 7], [2, 5, 5, 1], [4, 4]])
def test_sequences_do_not_see_each_other(network: Network, lengths: list[int]) -> None:
    x = some_inputs(network, sum(lengths))
    alone = [network.encode(part, [len(part)]) for part in np.split(x, np.cumsum(lengths)[:-1])]
    np.testing.assert_allclose(network.encode(x, lengths), np.concatenate(alone), atol=1e-6)


def test_no_words(network: Network) -> None:
    assert network.encode(some_inputs(network, 0), []).shape == (0, 12)
    assert network.arcs(np.zeros((0, 12), dtype=np.float32), []) == []


def test_classifier_has_one_hidden_layer(network: Network) -> None:
    x = network.encode(some_inputs(network, 6), [6])
    hidden = plain_linear(network, "heads.hidden.tag", x.astype(np.float64), leaky=True)
    expected = plain_linear(network, "heads.out.tag", hidden, leaky=False)
    np.testing.assert_allclose(network.classify("tag", x), expected, atol=1e-5)


def test_arcs_and_relations_are_biaffine(network: Network) -> None:
    lengths = [3, 1, 4]
    x = network.encode(some_inputs(network, 8), lengths)
    weights = {name: array.astype(np.float64) for name, array in network.weights.items()}
    for (scores, dep, head), words in zip(network.arcs(x, lengths), np.split(x, [3, 4]), strict=True):
        with_root = np.concatenate([weights["parser.root"][None], words])
        arc_dep = plain_linear(network, "parser.arc_dep", words.astype(np.float64), leaky=True)
        arc_head = plain_linear(network, "parser.arc_head", with_root, leaky=True)
        for i, j in np.ndindex(scores.shape):
            expected = np.append(arc_dep[i], 1) @ weights["parser.arc"] @ arc_head[j]
            assert scores[i, j] == pytest.approx(expected, abs=1e-4)
        relations = network.relations(dep, head[: len(dep)])
        for i, r in np.ndindex(relations.shape):
            expected = np.append(dep[i], 1) @ weights["parser.label"][r] @ np.append(head[i], 1)
            assert relations[i, r] == pytest.approx(expected, abs=1e-4)


def test_many_pairs_are_scored_as_few(network: Network) -> None:
    rng = np.random.default_rng(5)
    dep, head = (rng.normal(size=(300, 3)).astype(np.float32) for _ in range(2))
    one_by_one = [network.relations(dep[i : i + 1], head[i : i + 1])[0] for i in range(300)]
    np.testing.assert_allclose(network.relations(dep, head), one_by_one, atol=1e-5)


def test_inputs_are_tables_and_vectors(network: Network, vectors: Vectors) -> None:
    for word, given_ in zip(WORDS, WordTypes(network, vectors).inputs(WORDS), strict=True):
        rows = feature_rows(word, network.features)
        parts = [network.weights[f"encoder.tables.{i}.weight"][row] for i, row in enumerate(rows)]
        np.testing.assert_array_equal(
            given_, np.concatenate([*parts, vectors.get_batch([vector_key(word)])[0]])
        )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(batches=st.lists(st.lists(st.sampled_from(WORDS), max_size=6), max_size=6))
def test_what_is_kept_of_words_changes_nothing(
    network: Network, vectors: Vectors, batches: list[list[str]]
) -> None:
    small, large = WordTypes(network, vectors, most=4), WordTypes(network, vectors)
    for words in batches:
        np.testing.assert_array_equal(small.inputs(words), large.inputs(words))


def test_more_words_than_there_is_room_for_at_first(network: Network, vectors: Vectors) -> None:
    words = [f"كلمة{i}" for i in range(3000)]
    types = WordTypes(network, vectors)
    first = types.inputs(words[:10]).copy()
    assert types.inputs(words).shape[0] == 3000
    np.testing.assert_array_equal(types.inputs(words[:10]), first)


def test_softmax() -> None:
    probabilities = softmax(np.array([[0.0, 0.0], [1000.0, -1000.0]], dtype=np.float32))
    assert probabilities.tolist() == [[0.5, 0.5], [1.0, 0.0]]


def test_a_missing_network_is_named_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFound, match="no trained network 'segmenter'") as error:
        Network(tmp_path, "segmenter")
    assert "\n" not in str(error.value)
