"""A page of twenty thousand events and participants opens, draws a few of them, and finds the others when asked."""

from dataclasses import replace

import pytest

from hadath.graph.view import render_page

pytest.importorskip("selenium")


@pytest.fixture(scope="module")
def large_page(kazakhstan_extraction):
    """The sample six hundred times, the persons of each its own."""
    bare = replace(
        kazakhstan_extraction,
        entities=tuple(
            replace(entity, wikidata=None if entity.kind == "person" else entity.wikidata)
            for entity in kazakhstan_extraction.entities
        ),
    )
    return render_page(
        [replace(bare, article=replace(bare.article, id=str(number))) for number in range(690)], limit=30_000
    )


def test_large_page_opens_small_and_expands(opened, large_page):
    browser = opened(large_page)
    run = browser.execute_script
    assert run("return hadath.story.nodes.length") > 20_000
    assert 3 < run("return Object.keys(hadath.network.body.nodes).length") <= 60
    assert run("return document.querySelectorAll('nav li').length") < 450
    run("document.querySelector('[data-way=events]').click()")
    before = run("return Object.keys(hadath.network.body.nodes).length")
    run("hadath.model.pick({node: hadath.story.nodes.findIndex(n => n.name === 'كازاخستان')})")
    run("document.getElementById('expand').click()")
    assert before < run("return Object.keys(hadath.network.body.nodes).length") <= 300
    run("hadath.model.set({article: 500})")
    assert run("return hadath.model.passing().events.length") == 16
    assert len(large_page) < 8_000_000
