"""The page of joined articles in a real browser: other reports of a happening are told, and differing numbers stand in one frame."""

from dataclasses import replace

import pytest

from hadath.graph.joining.joined import Joined
from hadath.graph.view import render_story, tell

pytest.importorskip("selenium")
from selenium.webdriver.common.by import By


@pytest.fixture
def joined_page(kazakhstan_extraction):
    """The sample and another telling of it with more arrests, joined by their arrests and the police."""
    first = kazakhstan_extraction
    more = tuple(
        replace(event, quantities=tuple(replace(one, value=9000) for one in event.quantities))
        if event.key == "v7"
        else event
        for event in first.events
    )
    second = replace(first, article=replace(first.article, id="other", source="صحيفة"), events=more)
    joined = Joined({"e9": "police"}, {"v7": "arrests"})
    return render_story(tell([first, second], joined=joined))


def test_an_event_tells_who_else_reports_it(opened, joined_page):
    browser = opened(joined_page)
    run = browser.execute_script
    assert run("return hadath.story.nodes.filter(n => n.name === 'الشرطة').length") == 1
    first, second = run("return hadath.model.happenings[0]")
    run("hadath.model.pick({node: arguments[0]})", first)
    other = browser.find_element(By.CSS_SELECTOR, "#panel-evidence .report")
    assert "صحيفة" in other.text
    assert "وزارة الداخلية" in other.text
    other.find_element(By.CSS_SELECTOR, "button").click()
    assert run("return hadath.model.state.focus.node") == second


def test_numbers_of_one_happening_stand_in_one_frame(opened, joined_page):
    browser = opened(joined_page)
    browser.find_element(By.CSS_SELECTOR, "#tab-claims").click()
    (frame,) = browser.find_elements(By.CSS_SELECTOR, "#claims .happening")
    assert frame.text.startswith("خبر واحد وأرقام مختلفة")
    assert len(frame.find_elements(By.CSS_SELECTOR, ".claim")) == 2
