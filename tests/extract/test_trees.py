"""The best dependency tree."""

import itertools
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hadath.extract.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    """Whether every word reaches the root, which has one word under it."""
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return heads.count(0) == 1


def total(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


def best_by_trying(scores: np.ndarray) -> float:
    """Sum of the best tree, all trees tried."""
    n = len(scores)
    trees = (list(heads) for heads in itertools.product(range(n + 1), repeat=n))
    return max(total(scores, heads) for heads in trees if is_tree(heads))


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
@given(seed=st.integers(0, 10_000))
def test_no_tree_is_better(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    heads = best_tree(scores).tolist()
    assert is_tree(heads)
    assert total(scores, heads) == pytest.approx(best_by_trying(scores), abs=1e-4)


@pytest.mark.parametrize("bonus", [-50.0, 0.0, 50.0])
@given(seed=st.integers(0, 1000))
def test_one_word_under_the_root_whatever_the_root_scores(bonus: float, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, 5)).astype(np.float32)
    scores[:, 0] += bonus
    heads = best_tree(scores).tolist()
    assert is_tree(heads)
    assert total(scores, heads) == pytest.approx(best_by_trying(scores), abs=1e-3)


@given(st.integers(2, 40), st.integers(0, 1000))
def test_always_a_tree(n: int, seed: int) -> None:
    scores = np.round(np.random.default_rng(seed).normal(size=(n, n + 1))).astype(np.float32)  # many ties
    assert is_tree(best_tree(scores).tolist())


def test_no_words() -> None:
    assert best_tree(np.zeros((0, 1), dtype=np.float32)).tolist() == []


@pytest.mark.parametrize("kind", ["random", "ties", "rings"])
def test_a_long_sentence_ends_quickly(kind: str) -> None:
    n = 300
    scores = np.zeros((n, n + 1), dtype=np.float32)
    if kind == "random":
        scores = np.random.default_rng(1).normal(size=(n, n + 1)).astype(np.float32)
    if kind == "rings":  # pairs that hold each other, inside pairs of pairs
        for i in range(n):
            scores[i, (i ^ 1) % n + 1] = 9
            scores[i, (i ^ 2) % n + 1] = 5
    began = time.process_time()
    assert is_tree(best_tree(scores).tolist())
    assert time.process_time() - began < 5
