"""What an attack is made with."""

from collections.abc import Callable
from typing import Any

Tell = Callable[..., Any]
DONE = "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act"
DONE_F = "Aspect=Perf|Gender=Fem|Number=Sing|Person=3|Voice=Act"


def test_a_weapon_behind_its_preposition(tell: Tell) -> None:
    story = tell(
        f"""قصف قصف VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1
        البلدة بلدة NOUN obj 1
        ب+ ب ADP case 5
        قذائف قذيفة NOUN obl 1 Number=Plur
        الهاون هاون NOUN nmod 5"""
    )
    assert story.who("قصف", "instruments") == ["قذائف الهاون"]
    assert story.event("قصف").mode == "heavy-weapons"


def test_what_is_used(tell: Tell) -> None:
    story = tell(
        f"""فرقت فرق VERB root 0 {DONE_F}
        الشرطة شرطة NOUN nsubj 1 Gender=Fem
        المتظاهرين متظاهر NOUN obj 1 Number=Plur
        ب+ ب ADP case 5
        استخدام استخدام NOUN obl 1
        الغاز غاز NOUN nmod 5"""
    )
    assert story.who("فرقت", "instruments") == ["الغاز"]


def test_a_deed_and_other_things_are_no_instruments(tell: Tell) -> None:
    story = tell(
        f"""قتل قتل VERB root 0 {DONE}
        الجيش جيش NOUN nsubj 1
        رجلا رجل NOUN obj 1
        ب+ ب ADP case 5
        قصف قصف NOUN obl 1
        ب+ ب ADP case 7
        القرية قرية NOUN obl 1"""
    )
    assert story.who("قتل", "instruments") == []


def test_whom_the_frame_wants_behind_the_preposition_is_no_instrument(tell: Tell) -> None:
    story = tell(
        f"""اصطدمت اصطدم VERB root 0 {DONE_F}
        الحافلة حافلة NOUN nsubj 1 Gender=Fem
        ب+ ب ADP case 4
        شاحنة شاحنة NOUN obl 1 Gender=Fem"""
    )
    assert story.who("اصطدمت", "instruments") == []
