"""Tables of the lexicon: their rows, checked cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hadath.extract.errors import HadathError
from hadath.extract.spelling import fold, strip_marks

__all__ = ["ARGUMENTS", "TABLES", "LexiconError", "Row", "rows", "sources"]

TABLES = Path(__file__).parent.parent / "ar"
ARGUMENTS = frozenset({"subj", "obj", "iobj", "gen", "owner", "self"})


class LexiconError(HadathError):
    """A row of a lexicon file that cannot be meant: names the file and the line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table with its cells by column name."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def error(self, what: str) -> LexiconError:
        """What is wrong with the row, after where it stands."""
        return LexiconError(f"{self.file}:{self.line}: {what}")

    def one_of(self, column: str, allowed: frozenset[str]) -> str:
        """The value of a column that allows these only."""
        if (value := self[column]) not in allowed:
            raise self.error(f"{column} is «{value}», must be one of {', '.join(sorted(allowed))}")
        return value

    def lemma(self, column: str) -> str:
        """The value of a column of lemmas, as they have to be written."""
        value = self[column]
        if not value or value != strip_marks(value).strip() or "  " in value:
            raise self.error(f"{column} «{value}» is empty, vocalised or not trimmed")
        return value

    def sources(self, column: str) -> tuple[str, ...]:
        """The places in a clause that a column names."""
        return sources(self, self[column]) if self[column] else ()


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a tab-separated table: ``#`` lines are comments, the first other line names the columns."""
    headed = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(columns) or (not headed and tuple(cells) != columns):
            raise LexiconError(
                f"{path.name}:{number}: expected the columns {', '.join(columns)}, found {len(cells)}"
            )
        if headed:
            yield Row(path.name, number, dict(zip(columns, cells, strict=True)))
        headed = True


def sources(row: Row, value: str) -> tuple[str, ...]:
    """Arguments and folded prepositions that a value of a row names, parted by ``|``."""
    found = tuple(one if one in ARGUMENTS or one == "xcomp" else fold(one) for one in value.split("|"))
    if not all(one and (one in ARGUMENTS or one == "xcomp" or not one.isascii()) for one in found):
        raise row.error(f"«{value}» names no argument and no preposition")
    return found
