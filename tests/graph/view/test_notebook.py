"""The page in a notebook: shown in a frame that runs its own code and cannot reach what is around it."""

import re
from html import unescape

import pytest

from hadath.extract.records import Article, Extraction
from hadath.graph import build_dataset, show
from hadath.graph.errors import UnreadableGraph
from hadath.graph.view import render_page


def test_frame_holds_the_page(kazakhstan_extraction):
    frame = show(kazakhstan_extraction, height=500)._repr_html_()
    held = re.fullmatch(
        r'<iframe srcdoc="([^"]*)" sandbox="([^"]*)" width="100%" height="500" [^<>]*></iframe>', frame
    )
    assert held
    assert unescape(held[1]) == render_page([kazakhstan_extraction])
    assert "allow-same-origin" not in held[2]


def test_shows_extractions_datasets_and_files(kazakhstan_extraction, tmp_path):
    told = repr(show([kazakhstan_extraction]))
    assert told == "Showing(1 article, 16 events, 20 entities)"
    dataset = build_dataset([kazakhstan_extraction])
    assert repr(show(dataset)) == told
    dataset.serialize(tmp_path / "graph.nq", format="nquads", encoding="utf-8")
    assert repr(show(tmp_path / "graph.nq")) == told


def test_graph_of_something_else():
    with pytest.raises(UnreadableGraph, match="no article"):
        show(build_dataset([]))


def test_saves_the_page(kazakhstan_extraction, tmp_path):
    showing = show(kazakhstan_extraction, title="قصة")
    assert showing.save(tmp_path / "story.html").read_text("utf-8") == render_page(
        [kazakhstan_extraction], title="قصة"
    )


def test_frame_works_without_a_network(opened_frame, kazakhstan_extraction):
    browser = opened_frame(show(kazakhstan_extraction)._repr_html_())
    assert browser.find_element("id", "tab-map")
    browser.find_element("id", "tab-claims").click()
    assert "قاسم جومارت توكاييف" in browser.find_element("id", "claims").text


@pytest.fixture
def opened_frame(browser, tmp_path):
    """Open a notebook's output and go into its frame; its console must be silent."""

    def open_frame(frame: str):
        path = tmp_path / "notebook.html"
        path.write_text(f"<!doctype html><meta charset=utf-8><link rel=icon href='data:,'>{frame}", "utf-8")
        browser.get_log("browser")
        browser.get(path.as_uri())
        browser.switch_to.frame(0)
        ready = "const done = arguments[0], look = () => (document.documentElement.dataset.ready ? done() : setTimeout(look, 5)); look()"
        browser.execute_async_script(ready)
        return browser

    yield open_frame
    browser.switch_to.default_content()
    assert browser.get_log("browser") == []


def test_nothing_to_show():
    assert "Showing(1 article, 0 events" in repr(show(Extraction(Article("a", ""))))
