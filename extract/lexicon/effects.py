"""Effects: what a verb or particle does to the event under it."""

from enum import StrEnum

__all__ = ["Effect"]


class Effect(StrEnum):
    """What a verb or particle does to the event in its complement."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    NEGATED = "negated"
