"""Where a movement leads and where it comes from."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"


@pytest.mark.parametrize(
    ("verb", "preposition", "role"),
    [
        ("سافر", "إلى", "destinations"),
        ("اندفع", "نحو", "destinations"),
        ("اقترب", "من", "destinations"),
        ("انسحب", "من", "origins"),
    ],
)
def test_the_preposition_tells_which_end_a_place_is(
    tell: Tell, verb: str, preposition: str, role: str
) -> None:
    story = tell(
        f"""{verb} {verb} VERB root 0 {DONE}
        الجنود جندي NOUN nsubj 1 Number=Plur
        {preposition} {preposition} ADP case 4
        القاهرة القاهرة PROPN obl 1 GPE"""
    )
    other = {"destinations": "origins", "origins": "destinations"}[role]
    assert story.who(verb, role) == story.who(verb, "places") == ["القاهرة"]
    assert story.who(verb, other) == []


@pytest.mark.parametrize("verb", ["فر", "انتقل", "عاد"])
def test_both_ends(tell: Tell, verb: str) -> None:
    story = tell(
        f"""{verb} {verb} VERB root 0 {DONE}
        السكان ساكن NOUN nsubj 1 Number=Plur
        من من ADP case 4
        حلب حلب PROPN obl 1 GPE
        إلى إلى ADP case 6
        تركيا تركيا PROPN obl 1 GPE"""
    )
    assert story.who(verb, "origins") == ["حلب"]
    assert story.who(verb, "destinations") == ["تركيا"]
    assert set(story.who(verb, "places")) == {"حلب", "تركيا"}


def test_where_something_happens_is_no_end(tell: Tell) -> None:
    story = tell(
        f"""سافر سافر VERB root 0 {DONE}
        الوزير وزير NOUN nsubj 1
        في في ADP case 4
        تركيا تركيا PROPN obl 1 GPE"""
    )
    assert story.who("سافر", "places") == ["تركيا"]
    assert story.who("سافر", "destinations") == story.who("سافر", "origins") == []
