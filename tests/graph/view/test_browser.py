"""The page in a real browser: it draws, answers clicks and keys, filters, speaks two languages, and asks nothing of a network."""

import time
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hadath.extract.records import Article, Entity, EntityKind, Event, Extraction, Mention, Sentence
from hadath.graph.view import render_page

pytest.importorskip("selenium")
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


def click_canvas(browser: Any, script: str) -> None:
    """Click where the drawing has what the script gives the place of."""
    place = browser.execute_script(f"const net = hadath.network; return net.canvasToDOM({script});")
    canvas = find(browser, "#network")
    x, y = place["x"] - canvas.size["width"] / 2, place["y"] - canvas.size["height"] / 2
    ActionChains(browser).move_to_element_with_offset(canvas, round(x), round(y)).click().perform()
    time.sleep(0.5)  # vis-network waits for a second click before it reports one


def find(browser: Any, selector: str) -> Any:
    return browser.find_element(By.CSS_SELECTOR, selector)


def texts(browser: Any, selector: str) -> list[str]:
    return [element.text for element in browser.find_elements(By.CSS_SELECTOR, selector)]


def evidence(browser: Any) -> str:
    return find(browser, "#panel-evidence").text


def number(browser: Any, name: str) -> int:
    """The number of the node with a name."""
    found: int = browser.execute_script(
        "return hadath.story.nodes.findIndex(n => n.name === arguments[0])", name
    )
    return found


def drawn(browser: Any) -> set[int]:
    return set(browser.execute_script("return Object.keys(hadath.network.body.nodes).map(Number)"))


def at(browser: Any, name: str) -> str:
    return f"net.getPosition({number(browser, name)})"


def events_drawn(browser: Any) -> Any:
    find(browser, "[data-way=events]").click()
    return browser


def filters(browser: Any) -> Any:
    find(browser, "#filters summary").click()
    return browser


def test_opens_with_who_does_what_to_whom(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    assert find(browser, "[data-way=relations]").get_attribute("aria-pressed") == "true"
    names = browser.execute_script(
        "return [...Object.values(hadath.network.body.edges)].map(e => e.options.label)"
    )
    assert {"\u2068يهاجم\u2069", "\u2068أرسلت روسيا\u2069"} <= set(names)
    assert number(browser, "روسيا") in drawn(browser)


def test_names_of_lines_cover_nothing(opened, kazakhstan_extraction):
    many = [
        replace(kazakhstan_extraction, article=replace(kazakhstan_extraction.article, id=str(key)))
        for key in range(40)
    ]
    alone = [
        replace(one, entities=tuple(replace(entity, wikidata=None) for entity in one.entities))
        for one in many
    ]
    browser = events_drawn(opened(render_page(alone)))
    named = """
    const places = hadath.network.getPositions(), lines = Object.values(hadath.network.body.edges);
    const middle = (line) => ['x', 'y'].map((axis) => (places[line.fromId][axis] + places[line.toId][axis]) / 2);
    return lines.filter((line) => line.options.label.trim()).map((line) => [...middle(line), line.options.label.length])
    """
    found = browser.execute_script(named)
    assert found
    for place, (x, y, letters) in enumerate(found):
        for u, v, others in found[:place]:
            assert abs(x - u) >= 2.9 * (letters + others - 4) - 1 or abs(y - v) >= 11


def test_click_on_a_node_shows_its_sentence(opened, kazakhstan_extraction):
    browser = events_drawn(opened(render_page([kazakhstan_extraction])))
    click_canvas(browser, at(browser, "الانسحاب"))
    assert "ستبدأ الانسحاب من كازاخستان يوم الخميس" in evidence(browser)
    assert "RETREAT" in evidence(browser)
    assert "قاسم جومارت توكاييف" in evidence(browser)
    assert "noun.start" in evidence(browser)
    marks = texts(browser, "#panel-evidence mark")
    assert marks == ["الانسحاب", "يوم الخميس 13 يناير"]
    assert texts(browser, "#panel-text .here") == marks


def test_click_dims_all_but_the_neighbourhood(opened, kazakhstan_extraction):
    browser = events_drawn(opened(render_page([kazakhstan_extraction])))
    click_canvas(browser, at(browser, "روسيا"))
    clear = browser.execute_script(
        "return Object.values(hadath.network.body.nodes).filter(n => n.options.opacity === 1).map(n => n.id)"
    )
    names = browser.execute_script("return arguments[0].map(id => hadath.story.nodes[id].name)", clear)
    assert set(names) == {"روسيا", "أرسلت روسيا", "مظليين", "كازاخستان"}


def test_click_on_a_relation_shows_its_predicate_and_sentence(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    first, last = at(browser, "محتجون"), at(browser, "المطار")
    click_canvas(browser, f"{{x: ({first}.x + {last}.x) / 2, y: ({first}.y + {last}.y) / 2}}")
    assert evidence(browser).startswith("يهاجم")
    assert "يؤكده النص" in evidence(browser)
    assert texts(browser, "#panel-evidence mark") == ["اقتحم", "محتجون", "المطار"]


def test_click_on_an_edge_shows_its_role_and_sentence(opened, kazakhstan_extraction):
    browser = events_drawn(opened(render_page([kazakhstan_extraction])))
    first, last = at(browser, "روسيا"), at(browser, "أرسلت روسيا")
    click_canvas(browser, f"{{x: ({first}.x + {last}.x) / 2, y: ({first}.y + {last}.y) / 2}}")
    assert evidence(browser).startswith("الفاعل")
    assert "verb.send" in evidence(browser)


def test_node_without_a_place_in_the_drawing_is_shown_when_chosen(opened, kazakhstan_extraction):
    browser = events_drawn(opened(render_page([kazakhstan_extraction])))
    saying = number(browser, "أعلن")
    assert saying not in drawn(browser)
    browser.execute_script("hadath.model.pick({node: arguments[0]})", saying)
    assert saying in drawn(browser)


def test_expansion_draws_what_is_connected_and_moves_nothing(opened, kazakhstan_extraction):
    browser = events_drawn(opened(render_page([kazakhstan_extraction])))
    before = browser.execute_script("return hadath.network.getPositions()")
    click_canvas(browser, at(browser, "قاسم جومارت توكاييف"))
    find(browser, "#expand").click()
    after = browser.execute_script("return hadath.network.getPositions()")
    assert {key: after[key] for key in before} == before
    assert number(browser, "ونفى") in drawn(browser)
    assert not find(browser, "#expand").is_displayed()
    find(browser, "#again").click()
    assert browser.execute_script("return hadath.network.getPositions()") == before


def test_only_the_neighbours(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    click_canvas(browser, at(browser, "محتجون"))
    find(browser, "#alone").click()
    assert drawn(browser) == {number(browser, "محتجون"), number(browser, "المطار")}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("الماتي", "ألماتي"),
        ("ألمَاتِي", "ألماتي"),
        ("المــاتى", "ألماتي"),
        ("قوه امن", ""),
        ("الماتی", "ألماتي"),
        ("tokayev", "قاسم جومارت توكاييف"),
        ("TÓKAYEV", "قاسم جومارت توكاييف"),
        ("Q7747", "فلاديمير بوتين"),
        ("retreat", "الانسحاب"),
        ("بوتين تهديد", "زعزعة"),
        ("٨ الاف", ""),
    ],
)
def test_search_folds_spelling_and_finds_latin_names(opened, kazakhstan_extraction, asked, found):
    browser = opened(render_page([kazakhstan_extraction]))
    everything = len(texts(browser, "nav li"))
    find(browser, "#search").send_keys(asked)
    names = texts(browser, "nav li bdi")
    assert (found in names) if found else not names
    assert len(texts(browser, "nav li")) < everything / 2


def test_search_says_how_many(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    find(browser, "#search").send_keys("زرافة")
    assert texts(browser, "nav li") == []
    assert find(browser, "#found").text == "النتائج: 0"


def test_filter_by_standing_type_and_kind(opened, kazakhstan_extraction):
    browser = filters(opened(render_page([kazakhstan_extraction])))

    def switch(words):
        label = next(
            one for one in browser.find_elements(By.CSS_SELECTOR, "#filters .check") if words in one.text
        )
        browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", label)
        label.find_element(By.TAG_NAME, "input").click()

    def listed():
        return browser.execute_script(
            "return [...document.querySelectorAll('#events button > bdi')].map(e => e.textContent)"
        )

    assert "أطلقت النار" in listed()
    switch("منفي")
    assert "أطلقت النار" not in listed()
    assert number(browser, "متظاهرين سلميين") not in drawn(browser)
    switch("اعتداء")
    assert "اقتحم" not in listed()
    assert number(browser, "المطار") not in drawn(browser)
    switch("دولة")
    assert number(browser, "روسيا") not in drawn(browser)
    find(browser, "#clear").click()
    assert {"أطلقت النار", "اقتحم"} <= set(listed())
    assert number(browser, "روسيا") in drawn(browser)


def test_filter_by_person_place_date_source_and_article(opened, kazakhstan_extraction):
    other = replace(
        kazakhstan_extraction,
        article=replace(
            kazakhstan_extraction.article, id="other", source="صحيفة", published=date(2022, 2, 1)
        ),
        times=(),
        events=(replace(kazakhstan_extraction.events[11], times=()),),
    )
    browser = opened(render_page([kazakhstan_extraction, other]))

    def left(patch):
        browser.execute_script("hadath.model.set(arguments[0])", patch)
        names = browser.execute_script(
            "return hadath.model.passing().events.map(id => hadath.story.nodes[id].name)"
        )
        browser.execute_script(
            "hadath.model.set({hidden: new Set(), source: '', article: -1, about: -1, from: '', to: ''})"
        )
        return names

    assert left({"about": number(browser, "روسيا")}) == ["أرسلت روسيا"]
    assert left({"about": number(browser, "ألماتي")}) == ["اقتحم", "اقتحم"]
    assert left({"from": "2022-01-13", "to": "2022-01-13"}) == ["الانسحاب"]
    assert left({"from": "2022-01-20"}) == ["اقتحم"]
    assert left({"source": "صحيفة"}) == ["اقتحم"]
    assert left({"article": 1}) == ["اقتحم"]


def test_filters_are_set_in_the_page(opened, kazakhstan_extraction):
    browser = filters(opened(render_page([kazakhstan_extraction, Extraction(Article("other", "نص ثان"))])))
    find(browser, "#filter-article option[value='1']").click()
    assert texts(browser, "nav li") == []
    assert find(browser, "#panel-text").text.endswith("نص ثان")
    assert find(browser, "#empty").is_displayed()


def test_language_switch_turns_the_page_round(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    find(browser, "#language").click()
    assert browser.execute_script("return [document.documentElement.lang, document.documentElement.dir]") == [
        "en",
        "ltr",
    ]
    names = browser.execute_script(
        "return [...Object.values(hadath.network.body.edges)].map(e => e.options.label)"
    )
    assert {"\u2068attacks\u2069", "\u2068sent\u2069"} <= set(names)
    browser.execute_script("hadath.model.pick({node: arguments[0]})", number(browser, "روسيا"))
    assert evidence(browser).startswith("Russia\nKind\ncountry")
    browser.execute_script("hadath.model.pick({node: arguments[0]})", number(browser, "أرسلت روسيا"))
    assert evidence(browser).startswith("sent\nArabic name\nأرسلت روسيا\nType\nmobilisation")
    browser.execute_script("hadath.model.pick({node: arguments[0]})", number(browser, "الانسحاب"))
    assert evidence(browser).startswith("withdrawal\nArabic name\nالانسحاب")
    find(browser, "#search").send_keys("opened fire")
    assert [line.split("\n")[0] for line in texts(browser, "#events li")] == ["opened fire"]
    browser.execute_script("hadath.model.pick({node: arguments[0]})", number(browser, "روسيا"))
    find(browser, "#language").click()
    assert browser.execute_script("return document.documentElement.dir") == "rtl"
    assert evidence(browser).startswith("روسيا")


def test_standing_is_drawn(opened, kazakhstan_extraction):
    browser = events_drawn(opened(render_page([kazakhstan_extraction])))

    def look(name):
        script = "const n = hadath.network.body.nodes[arguments[0]].options; return [n.shapeProperties.borderDashes, n.color.border]"
        return browser.execute_script(script, number(browser, name))

    assert look("أرسلت روسيا") == [False, "#1b2733"]
    assert look("اعتقلت") == [[9, 5], "#1b2733"]
    assert look("الانسحاب") == [[9, 3, 2, 3], "#1b2733"]
    assert look("أطلقت النار") == [[9, 5], "#a3123f"]


def test_dark_mode(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    find(browser, "#theme").click()
    assert (
        browser.execute_script("return getComputedStyle(document.body).backgroundColor") == "rgb(21, 27, 34)"
    )
    find(browser, "#theme").click()
    assert (
        browser.execute_script("return getComputedStyle(document.body).backgroundColor")
        == "rgb(255, 255, 255)"
    )


_CONTRAST = """
const linear = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
const light = (colour) => { const [r, g, b] = colour.match(/[0-9.]+/g).map(linear); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const behind = (e) => {
  for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\\)$/.test(c)) return c; }
  return 'rgb(255, 255, 255)';
};
const found = [];
for (const e of document.querySelectorAll('body *')) {
  if (!e.offsetParent || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
  const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
  if ((a + 0.05) / (b + 0.05) < 4.5) found.push([e.tagName, e.className, e.textContent.slice(0, 30)]);
}
return found;
"""


@pytest.mark.parametrize("tab", ["graph", "timeline"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_has_enough_contrast(opened, kazakhstan_extraction, theme, tab):
    browser = filters(opened(render_page([kazakhstan_extraction])))
    browser.execute_script("hadath.model.set({theme: arguments[0], tab: arguments[1]})", theme, tab)
    time.sleep(0.5)  # a timeline is drawn with the next frame
    browser.execute_script("hadath.model.pick({node: arguments[0]})", number(browser, "أطلقت النار"))
    assert browser.execute_script(_CONTRAST) == []


@pytest.mark.parametrize("tab", ["graph", "timeline"])
def test_everything_has_a_name_for_screen_readers(opened, kazakhstan_extraction, tab):
    browser = filters(opened(render_page([kazakhstan_extraction])))
    browser.execute_script("hadath.model.set({tab: arguments[0]})", tab)
    time.sleep(0.5)
    nameless = browser.execute_script(
        "return [...document.querySelectorAll('button, input, select, [role]')].filter(e => e.offsetParent && !e.textContent.trim()"
        " && !e.getAttribute('aria-label') && !(e.labels && e.labels.length)).map(e => e.outerHTML)"
    )
    assert nameless == []
    assert browser.execute_script("return document.querySelectorAll('[id]').length") == len(
        browser.execute_script("return [...new Set([...document.querySelectorAll('[id]')].map(e => e.id))]")
    )


def test_list_works_by_keyboard(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    find(browser, "body").send_keys("/")
    browser.switch_to.active_element.send_keys("بوتين", Keys.ENTER)
    assert "Q7747" in evidence(browser)
    assert find(browser, "#panel-evidence a").get_attribute("href") == "https://www.wikidata.org/wiki/Q7747"
    assert texts(browser, "nav [aria-pressed=true] bdi")[0] == "فلاديمير بوتين"
    find(browser, "body").send_keys(Keys.ESCAPE)
    assert "اختر حدثًا" in evidence(browser)


def test_first_key_leads_past_the_list(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    find(browser, "body").send_keys(Keys.TAB)
    assert browser.switch_to.active_element.text == "إلى طرق العرض"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "tab-graph"


def test_tabs_work_by_keyboard(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    tabs = browser.find_elements(By.CSS_SELECTOR, "#tabs [role=tab]")
    for _ in tabs:
        tab = find(browser, "#tabs [aria-selected=true]")
        assert find(browser, f"#{tab.get_attribute('aria-controls')}").is_displayed()
        tab.send_keys(Keys.ARROW_LEFT)
    assert find(browser, "#tabs [aria-selected=true]").get_attribute("id") == "tab-graph"


def test_mention_in_the_text_leads_to_its_node(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    mention = next(
        span for span in browser.find_elements(By.CSS_SELECTOR, "#panel-text .named") if span.text == "المطار"
    )
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", mention)
    mention.click()
    assert evidence(browser).startswith("المطار")


@pytest.mark.parametrize(
    "extractions", [[], [Extraction(Article("words", "كلام بلا أحداث"))]], ids=["nothing", "no event"]
)
def test_page_without_events_says_so(opened, extractions):
    browser = opened(render_page(extractions))
    assert find(browser, "#empty").is_displayed()
    assert find(browser, "#panel-text").text == ("كلام بلا أحداث" if extractions else "")


def test_page_without_scripts_says_what_it_needs(browser, tmp_path, kazakhstan_extraction):
    path = tmp_path / "page.html"
    path.write_text(render_page([kazakhstan_extraction]), encoding="utf-8")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(path.as_uri())
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    shown = texts(browser, "noscript p")
    assert "تحتاج هذه الصفحة إلى جافاسكربت" in shown[0]
    assert "JavaScript" in shown[1]


def test_articles_left_out_are_told(opened, kazakhstan_extraction):
    older = replace(
        kazakhstan_extraction,
        article=replace(kazakhstan_extraction.article, id="o", published=date(2020, 1, 1)),
    )
    browser = opened(render_page([older, kazakhstan_extraction], limit=40))
    assert "لم تتسع الصفحة لمقالات أخرى عددها: 1" in find(browser, "#counts").text


def test_astral_characters_do_not_shift_the_marks(opened):
    text = "😀😀 زار 😀 خالد 😀 القاهرة."
    spots = {
        word: Mention(text.index(word), text.index(word) + len(word), word)
        for word in ("زار", "خالد", "القاهرة")
    }
    entities = tuple(Entity(word, EntityKind.PERSON, word, (spots[word],)) for word in ("خالد", "القاهرة"))
    event = Event("v", "CONSULT", "زار", spots["زار"], agents=("خالد",), patients=("القاهرة",))
    browser = opened(
        render_page([Extraction(Article("a", text), (Sentence(0, len(text)),), entities, (), (event,))])
    )
    for word in spots:
        find(browser, "#search").clear()
        find(browser, "#search").send_keys(word, Keys.ENTER)
        assert find(browser, "#panel-evidence mark").text == word


@pytest.mark.parametrize("width", [360, 768, 1400])
@pytest.mark.parametrize(
    ("language", "tab"), [("ar", "graph"), ("en", "graph"), ("ar", "timeline"), ("en", "timeline")]
)
def test_page_fits_the_screen(opened, kazakhstan_extraction, width, language, tab):
    browser = opened(render_page([kazakhstan_extraction]))
    browser.execute_script("hadath.model.set({language: arguments[0], tab: arguments[1]})", language, tab)
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False},
    )
    browser.execute_script("hadath.model.pick({node: 0})")
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide <= width
