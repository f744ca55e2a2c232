"""The gazetteer's tables, ``extract/ar/*.tsv``: rows by column name. Each opens with its source, licence and date."""

from importlib.resources import files

__all__ = ["rows", "several"]


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table; cells that a line leaves out at its end are empty."""
    text = files("hadath.extract").joinpath("ar", f"{table}.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if not lines:
        return []
    header = lines[0]
    return [dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=False)) for cells in lines[1:]]


def several(cell: str) -> tuple[str, ...]:
    """What a cell holds, parted by ``|``."""
    return tuple(name for name in cell.split("|") if name)
