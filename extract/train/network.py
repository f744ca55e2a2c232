"""The networks as they are trained (PyTorch); ``hadath.extract.network`` runs the trained weights with numpy alone.

One encoder (hashed features and word vectors → two-way LSTM) feeds all tasks: part of speech with features, lemma rule,
names, and the dependency tree (deep biaffine attention: Dozat and Manning, ICLR 2017).
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from hadath.extract.features import Feature

__all__ = ["Biaffine", "Encoder", "Heads", "WordNetwork"]


class Encoder(nn.Module):
    """Word features ``[batch, length, features]`` and vectors ``[batch, length, width]`` → ``[batch, length, 2 * hidden]``."""

    def __init__(
        self, features: tuple[Feature, ...], vectors: int, hidden: int, layers: int, dropout: float
    ) -> None:
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(f.buckets, f.width) for f in features)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)
        width = sum(f.width for f in features) + vectors
        self.lstm = nn.LSTM(width, hidden, layers, batch_first=True, bidirectional=True, dropout=dropout)
        self.dropout = nn.Dropout(dropout)
        self.width = 2 * hidden

    def forward(
        self, rows: Tensor, vectors: Tensor, lengths: Tensor, mask_word: Tensor | None = None
    ) -> Tensor:
        """Encode a batch, longest sequence first; ``mask_word`` is 0 for words whose identity is hidden."""
        parts = [table(rows[..., i]) for i, table in enumerate(self.tables)]
        if mask_word is not None:  # hide the identity of some words, so that their shape must do
            parts[0] = parts[0] * mask_word
            if len(parts) > 1:
                parts[1] = parts[1] * mask_word
        x = self.dropout(torch.cat([*parts, vectors], -1))
        packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=True)
        out, _ = pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return self.dropout(out)


class Biaffine(nn.Module):
    """Scores of every word as head of every other (position 0 is the root), and of each relation for given heads."""

    def __init__(self, width: int, arc: int, label: int, relations: int, dropout: float) -> None:
        super().__init__()
        self.root = nn.Parameter(torch.zeros(width))
        self.arc_dep, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.label_dep, self.label_head = nn.Linear(width, label), nn.Linear(width, label)
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc))
        self.label = nn.Parameter(torch.zeros(relations, label + 1, label + 1))
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.label, std=0.02)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Arc scores ``[batch, length, 1 + length]`` and the dependents' and heads' label vectors."""
        with_root = torch.cat([self.root.expand(x.shape[0], 1, -1), x], 1)
        act = nn.functional.leaky_relu
        dep, head = self.dropout(act(self.arc_dep(x), 0.1)), self.dropout(act(self.arc_head(with_root), 0.1))
        scores = (_with_one(dep) @ self.arc) @ head.transpose(1, 2)
        return (
            scores,
            self.dropout(act(self.label_dep(x), 0.1)),
            self.dropout(act(self.label_head(with_root), 0.1)),
        )

    def labels(self, dep: Tensor, head: Tensor) -> Tensor:
        """Relation scores ``[n, relations]`` of n (dependent, head) pairs of label vectors."""
        a, b = _with_one(dep), _with_one(head)
        left = torch.einsum("ni,rij->nrj", a, self.label)
        return torch.einsum("nrj,nj->nr", left, b)


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, x.new_ones(*x.shape[:-1], 1)], -1)


class Heads(nn.Module):
    """Classifiers over encoded words: one hidden layer each, ``{task: number of labels}``."""

    def __init__(self, width: int, tasks: Mapping[str, int], hidden: int, dropout: float) -> None:
        super().__init__()
        self.hidden = nn.ModuleDict({task: nn.Linear(width, hidden) for task in tasks})
        self.out = nn.ModuleDict({task: nn.Linear(hidden, n) for task, n in tasks.items()})
        self.dropout = nn.Dropout(dropout)

    def forward(self, task: str, x: Tensor) -> Tensor:
        """Scores ``[…, labels]`` of one task."""
        return self.out[task](self.dropout(nn.functional.leaky_relu(self.hidden[task](x), 0.1)))


class WordNetwork(nn.Module):
    """Encoder with classifiers and, when ``relations`` is given, a parser."""

    def __init__(
        self,
        features: tuple[Feature, ...],
        tasks: Mapping[str, int],
        *,
        vectors: int,
        hidden: int,
        layers: int,
        relations: int = 0,
        arc: int = 192,
        label: int = 96,
        head_hidden: int = 128,
        dropout: float = 0.33,
    ) -> None:
        super().__init__()
        self.encoder = Encoder(features, vectors, hidden, layers, dropout)
        self.heads = Heads(self.encoder.width, tasks, head_hidden, dropout)
        self.parser = Biaffine(self.encoder.width, arc, label, relations, dropout) if relations else None
