"""Timeline, claim matrix, map and table in a real browser: they show what the story holds, filter it, and lead to the evidence."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hadath.extract.records import (
    Article,
    Basis,
    Entity,
    EntityKind,
    Event,
    Extraction,
    Mention,
    Quantity,
    Sentence,
    TimeExpression,
)
from hadath.graph.view import render_page

pytest.importorskip("selenium")
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait


def find(browser: Any, selector: str) -> Any:
    return browser.find_element(By.CSS_SELECTOR, selector)


def every(browser: Any, selector: str) -> list[Any]:
    return list(browser.find_elements(By.CSS_SELECTOR, selector))


def texts(browser: Any, selector: str) -> list[str]:
    return [element.text for element in every(browser, selector)]


def state(browser: Any, *keys: str) -> list[Any]:
    return [browser.execute_script(f"return hadath.model.state.{key}") for key in keys]


def evidence(browser: Any) -> str:
    return str(find(browser, "#panel-evidence").text)


@pytest.fixture
def tab(opened, kazakhstan_extraction):
    """What opens the page of some articles, by default the sample, at one of its tabs."""

    def open_tab(name: str, *extractions: Extraction) -> Any:
        browser = opened(render_page(extractions or [kazakhstan_extraction]))
        find(browser, f"#tab-{name}").click()
        return browser

    return open_tab


def bar(browser: Any, day: str) -> Any:
    return find(browser, f"#bars [aria-label^='{day}:']")


# ---- timeline


_SETTLED = """
const done = arguments[0], { state } = hadath.model, place = (card) => card.dataset.node + ' ' + card.getBoundingClientRect().x;
const look = () => [state.from, state.to, ...[...document.querySelectorAll('#items [data-node]')].map(place)].join();
const ready = (before) => look() === before && !document.querySelector('.vis-loading-screen');
const wait = (before) => setTimeout(() => (ready(before) ? done() : wait(look())), 300);
wait(look());
"""


def cards(browser: Any) -> list[Any]:
    """What stands on the timeline, once it is drawn and what follows a move has followed."""
    browser.execute_async_script(_SETTLED)
    found: list[Any] = browser.execute_script(
        "return [...document.querySelectorAll('#items [data-node]')].filter((item) => item.offsetParent)"
    )
    return found


def items(browser: Any) -> dict[str, Any]:
    """The same by the word of the event."""
    return {find(item, "bdi").text: item for item in cards(browser)}


def test_timeline_marks_how_each_time_is_known(tab):
    browser = tab("timeline")
    shown = items(browser)
    bases = {word: find(item, ".basis").get_attribute("class").split()[1] for word, item in shown.items()}
    assert bases["الانسحاب"] == "explicit"
    assert bases["وأفادت"] == "relative"
    assert bases["وفرض"] == "inferred"
    assert bases["أعلن"] == "published"  # the article has a date, the event none of its own
    said = shown["الانسحاب"].get_attribute("aria-label")
    assert said == "الانسحاب، انسحاب، الخميس، 13 يناير 2022، مكتوب في النص، مستقبلي أو مخطط له"


def test_timeline_draws_items_as_the_network_does(tab):
    browser = tab("timeline")
    shown = items(browser)
    assert shown["الانسحاب"].value_of_css_property("border-top-style") == "dashed"  # said by somebody
    assert shown["الانسحاب"].value_of_css_property("border-right-style") == "dotted"  # and planned
    assert shown["وفرض"].value_of_css_property("border-top-style") == "solid"
    denied = find(browser, "#items .denied bdi")
    assert "line-through" in denied.value_of_css_property("text-decoration")
    colours = browser.execute_script(
        "const colour = (card) => hadath.drawing.colour(hadath.story.nodes[card.dataset.node]);"
        "return [...document.querySelectorAll('#items [data-node]')].map(e => [e.style.backgroundColor, colour(e)])"
    )
    assert all(rgb(colour) == shade for shade, colour in colours)


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


def test_timeline_runs_as_the_reader_reads_and_says_months_in_the_language(tab):
    browser = tab("timeline")

    def places(*days: str) -> list[float]:
        told = {card.get_attribute("aria-label"): card.rect["x"] for card in cards(browser)}
        return [next(x for label, x in told.items() if day in label) for day in days]

    earlier, later = places("5 يناير 2022", "13 يناير 2022")
    assert earlier > later
    assert "يناير 2022" in texts(browser, "#items .vis-text.vis-major")
    find(browser, "#language").click()
    earlier, later = places("5 January 2022", "13 January 2022")
    assert earlier < later
    assert "January 2022" in texts(browser, "#items .vis-text.vis-major")
    assert (
        items(browser)["withdrawal"]
        .get_attribute("aria-label")
        .endswith("date in the text, planned or announced")
    )


def test_timeline_drag_filters_the_network_and_all_else(tab):
    browser = tab("timeline")
    whole = find(browser, "#events-count").text
    first, last = bar(browser, "5 يناير 2022"), bar(browser, "10 يناير 2022")
    ActionChains(browser).drag_and_drop(first, last).perform()
    assert state(browser, "from", "to") == ["2022-01-05", "2022-01-10"]
    assert find(browser, "#events-count").text == "2" != whole
    assert set(items(browser)) == {"وفرض", "وأفادت"}
    assert find(browser, "#stretch").text == "المدة المختارة: 5 يناير 2022 – 10 يناير 2022"
    find(browser, "#tab-graph").click()
    find(browser, "[data-way=events]").click()
    drawn = browser.execute_script("return Object.keys(hadath.network.body.nodes).map(Number)")
    names = browser.execute_script(
        "return arguments[0].filter(hadath.model.isEvent).map(id => hadath.story.nodes[id].name)", drawn
    )
    assert set(names) <= {"وأفادت", "وفرض"}
    find(browser, "#tab-timeline").click()
    find(browser, "#all-times").click()
    assert find(browser, "#events-count").text == whole


def test_timeline_moves_and_the_stretch_follows(tab):
    browser = tab("timeline")
    first, last = bar(browser, "8 يناير 2022"), bar(browser, "12 يناير 2022")
    ActionChains(browser).drag_and_drop(first, last).perform()
    panel = find(browser, "#panel-timeline")
    browser.execute_script("arguments[0].scrollTop = arguments[0].scrollHeight", panel)
    axis = find(browser, "#items .vis-panel.vis-top")
    drag = ActionChains(browser).click_and_hold(axis)
    for _ in range(4):
        drag.move_by_offset(axis.size["width"] // 8, 0)
    drag.release().perform()
    cards(browser)
    start, end = state(browser, "from", "to")
    assert "2022-01-08" < start < end > "2022-01-12"  # what was dragged to the right makes way for later days
    assert find(browser, "#bars .slot.chosen")
    assert find(browser, "#bars .frame")
    find(browser, "#zoom-in").click()
    assert start <= state(browser, "from")[0] <= state(browser, "to")[0] <= end
    while find(browser, "#zoom-out").is_enabled():
        find(browser, "#zoom-out").click()
    assert state(browser, "from", "to") == ["", ""]


def test_timeline_zooms_with_the_wheel(tab):
    browser = tab("timeline")
    items(browser)
    turn = """const ground = document.querySelector('#items .vis-center'), { x, y } = ground.getBoundingClientRect();
    const where = { clientX: x + 300, clientY: y + 9, bubbles: true, cancelable: true };
    ground.dispatchEvent(new WheelEvent('wheel', { wheelDeltaY: 240, ctrlKey: arguments[0], ...where }));"""
    browser.execute_script(turn, False)
    cards(browser)
    assert state(browser, "from", "to") == ["", ""]  # a plain turn only scrolls the page
    for _ in range(3):
        browser.execute_script(turn, True)
    WebDriverWait(browser, 10).until(lambda _: state(browser, "from")[0])
    cards(browser)
    assert "2022-01-04" <= state(browser, "from")[0] <= state(browser, "to")[0] <= "2022-01-14"


def test_timeline_by_keyboard(tab):
    browser = tab("timeline")
    find(browser, "#bars [tabindex='0']").send_keys(Keys.END)
    while not browser.switch_to.active_element.get_attribute("aria-label").startswith("13 يناير"):
        browser.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)  # towards the past, from right to left
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert state(browser, "from", "to") == ["2022-01-13", "2022-01-13"]
    browser.switch_to.active_element.send_keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    browser.switch_to.active_element.send_keys(Keys.SHIFT, Keys.ENTER)
    assert state(browser, "from", "to") == ["2022-01-11", "2022-01-13"]


def test_timeline_items_by_keyboard(tab):
    browser = tab("timeline")
    items(browser)
    assert len(every(browser, "#items [tabindex='0']")) == 1
    find(browser, "#items [tabindex='0']").send_keys(Keys.HOME)
    seen = []
    for _ in range(3):
        here = browser.switch_to.active_element
        seen.append(find(here, "bdi").text)
        here.send_keys(Keys.ARROW_LEFT)  # towards what is later, from right to left
    assert seen[:2] == ["وفرض", "وأفادت"]
    browser.switch_to.active_element.send_keys(Keys.END)
    last = browser.switch_to.active_element
    assert find(last, "bdi").text == "الانسحاب"
    last.send_keys(Keys.ENTER)
    assert "ستبدأ الانسحاب من كازاخستان" in evidence(browser)
    assert find(browser, "#items [aria-pressed=true] bdi").text == "الانسحاب"


def test_timeline_click_shows_the_sentence(tab):
    browser = tab("timeline")
    items(browser)["الانسحاب"].click()
    assert "ستبدأ الانسحاب من كازاخستان" in evidence(browser)
    assert len(every(browser, "#items [aria-pressed=true]")) == 1


def test_timeline_leaves_out_a_kind_of_time(tab):
    browser = tab("timeline")
    find(browser, "[data-basis=published]").click()
    assert set(items(browser)) == {"وفرض", "وأفادت", "الانسحاب"}


def test_timeline_runs_its_library_only_when_it_is_opened(opened, kazakhstan_extraction):
    browser = opened(render_page([kazakhstan_extraction]))
    styles = "return document.querySelectorAll('style').length"
    before = browser.execute_script(styles)
    find(browser, "#tab-timeline").click()
    assert browser.execute_script(styles) > before
    assert browser.execute_script("return [typeof vis.Network, typeof vis.Timeline]") == [
        "function",
        "undefined",
    ]


def test_timeline_without_a_date(tab):
    browser = tab("timeline", Extraction(Article("words", "كلام")))
    assert "لا أحداث لها زمن هنا." in find(browser, "#panel-timeline").text


def dated(extraction: Extraction, key: str, begin: date, end: date) -> Extraction:
    """The same article again, all its events in some stretch of time."""
    mention = extraction.events[0].trigger
    time = TimeExpression("t", mention, begin=begin, end=end, basis=Basis.EXPLICIT)
    events = tuple(replace(event, times=("t",)) for event in extraction.events)
    return replace(extraction, article=replace(extraction.article, id=key), times=(time,), events=events)


def test_timeline_draws_intervals_as_bars(tab, kazakhstan_extraction):
    week = dated(kazakhstan_extraction, "w", date(2022, 1, 3), date(2022, 1, 9))
    browser = tab("timeline", replace(week, events=week.events[:1]), kazakhstan_extraction)
    (item,) = every(browser, "#items .vis-range")
    day = bar(browser, "5 يناير 2022").rect["width"]
    assert item.rect["width"] > 5 * day
    assert "3 يناير 2022 – 9 يناير 2022" in find(item, "[data-node]").get_attribute("aria-label")


def test_timeline_of_many_events_shows_some_and_tells_of_the_others(tab, kazakhstan_extraction):
    days = [date(2022, 1, 1 + number % 28) for number in range(350)]
    many = [dated(kazakhstan_extraction, str(number), day, day) for number, day in enumerate(days)]
    browser = tab("timeline", *many)
    assert 20 < len(cards(browser)) < 100
    assert browser.execute_script("return hadath.model.passing().events.length") > 5000
    assert more(browser) > 5000
    bar(browser, "5 يناير 2022").click()
    assert 20 < len(cards(browser)) < 100
    assert 0 < more(browser) < 200


def more(browser: Any) -> int:
    """How many events the timeline tells of that it does not draw."""
    told = re.fullmatch(r"وغيرها ([0-9,]+): ضيّق المدة لتراها", find(browser, "#more-events").text)
    assert told
    return int(told[1].replace(",", ""))


# ---- claims


def claims(browser: Any, speaker: str) -> str:
    return next(row.text for row in every(browser, "#claims tbody tr") if row.text.startswith(speaker))


def test_claims_tell_who_asserts_denies_and_demands(tab):
    browser = tab("claims")
    signs = {
        find(row, "th").text: {sign.get_attribute("class").split()[1] for sign in every(row, ".sign")}
        for row in every(browser, "#claims tbody tr")
    }
    assert signs["قاسم جومارت توكاييف"] == {"deny", "announce"}
    assert signs["وزارة الداخلية الكازاخستانية"] == {"assert"}
    assert signs["مفوضية الأمم المتحدة لحقوق الإنسان"] == {"demand"}
    assert "أطلقت النار" in claims(browser, "قاسم جومارت توكاييف")


def test_claims_set_numbers_side_by_side(tab):
    browser = tab("claims")
    find(browser, "#numbers-only").click()
    assert texts(browser, "#claims thead th") == ["القائل", "إكراه"]
    given = texts(browser, "#claims tfoot .claim")
    assert [line.split("\n")[0] for line in given] == ["نحو 8 آلاف شخص", "12 ألفًا"]
    assert [line.split("\n")[1] for line in given] == ["وزارة الداخلية الكازاخستانية", "ناشطين معارضين"]
    assert every(browser, "#claims .differ")


def test_claims_open_the_evidence(tab):
    browser = tab("claims")
    next(claim for claim in every(browser, ".claim") if "أطلقت النار" in claim.text).click()
    assert "ونفى" in evidence(browser)
    pressed = every(browser, ".claim[aria-pressed=true]")
    assert len(pressed) == 1


def test_claims_by_whom_they_speak_of(tab):
    browser = tab("claims")
    find(browser, "[data-topics=about]").click()
    assert "متظاهرين سلميين" in texts(browser, "#claims thead th")


def test_claims_where_nobody_says_anything(tab):
    browser = tab("claims", Extraction(Article("words", "كلام")))
    assert "لا أقوال منسوبة هنا." in find(browser, "#panel-claims").text


# ---- map


def test_map_draws_the_places_and_lists_those_it_cannot_place(tab):
    browser = tab("map")
    labels = [dot.get_attribute("aria-label") for dot in every(browser, "#map .place")]
    assert {label.split(":")[0] for label in labels} == {"كازاخستان", "ألماتي", "روسيا"}
    assert "المطار" in find(browser, "#lost").text
    box, seen = find(browser, "#map").rect, find(browser, "#map .place circle").rect
    assert box["x"] <= seen["x"] <= box["x"] + box["width"]
    assert box["y"] <= seen["y"] <= box["y"] + box["height"]


def test_map_click_shows_the_place_and_filters_by_it(tab):
    browser = tab("map")
    find(browser, "#map .place[aria-label^='ألماتي'] circle").click()
    assert evidence(browser).startswith("ألماتي")
    find(browser, "#only-place").click()
    assert find(browser, "#events-count").text == "1"
    find(browser, "#only-place").click()
    assert state(browser, "about") == [-1]


def test_map_zooms_and_moves(tab):
    browser = tab("map")
    view = "return document.getElementById('map').getAttribute('viewBox').split(' ').map(Number)"
    before = browser.execute_script(view)
    find(browser, "#map").send_keys("+")
    assert browser.execute_script(view)[2] < before[2]
    ActionChains(browser).drag_and_drop_by_offset(find(browser, "#map"), 80, 30).perform()
    assert browser.execute_script(view)[0] < before[0] + before[2]
    find(browser, "#whole-map").click()
    assert len(every(browser, "#map .place")) == 3


def test_map_is_not_carried_when_nothing_lies_on_it(tab):
    browser = tab("map", Extraction(Article("words", "كلام")))
    assert "لا أماكن هنا." in find(browser, "#panel-map").text
    assert browser.execute_script("return hadath.story.world === undefined")


# ---- people and organisations


def table(browser: Any) -> list[list[str]]:
    return [[cell.text for cell in every(row, "th, td")] for row in every(browser, "#actors tbody tr")]


def test_table_counts_and_sorts(tab):
    browser = tab("actors")
    rows = {row[0]: row[1:] for row in table(browser)}
    assert rows["قاسم جومارت توكاييف"] == ["شخص", "3", "0", "2", "1", "5"]
    totals = [int(row[-1]) for row in table(browser)]
    assert totals == sorted(totals, reverse=True)
    find(browser, "[data-column=name]").click()
    assert find(browser, "th[aria-sort=ascending]").text.startswith("الاسم")
    names = [row[0] for row in table(browser)]
    assert names[0] == "الشرطة"
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert [row[0] for row in table(browser)] == names[::-1]


def test_table_follows_filters_and_leads_to_the_evidence(tab):
    browser = tab("actors")
    browser.execute_script("hadath.model.set({ hidden: new Set(['entity person']) })")
    assert "شخص" not in {row[1] for row in table(browser)}
    find(browser, "#actors tbody button").click()
    assert evidence(browser).startswith(table(browser)[0][0])
    assert every(browser, "#actors tr.chosen")


def downloaded(browser: Any, folder: Path) -> str:
    """What the button writes."""
    behaviour = {"behavior": "allow", "downloadPath": str(folder)}
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", behaviour)
    find(browser, "#download-csv").click()
    for _ in range(200):
        if (folder / "actors.csv").exists():
            return (folder / "actors.csv").read_bytes().decode("utf-8")
        browser.execute_async_script("setTimeout(arguments[0], 50)")
    raise AssertionError("nothing was downloaded")


def test_csv_holds_the_table_and_no_formula(tab, tmp_path):
    names = ['=HYPERLINK("x")', "+1", "@cmd", "-2", 'اسم، "بين" علامات\nوسطر']
    text = "\n".join(names)
    entities, events, start = [], [], 0
    for key, name in enumerate(names):
        mention = Mention(start, start + len(name), name)
        entities.append(Entity(str(key), EntityKind.PERSON, name, (mention,)))
        events.append(Event(str(key), "OTHER", "", mention, agents=(str(key),)))
        start += len(name) + 1
    browser = tab("actors", Extraction(Article("a", text), (), tuple(entities), (), tuple(events)))
    content = downloaded(browser, tmp_path)
    assert content.startswith("\ufeffname,english,wikidata,kind,agent")
    rows = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline="")))
    assert {row["name"] for row in rows} == {'\'=HYPERLINK("x")', "'+1", "'@cmd", "'-2", names[-1]}
    assert {row["agent"] for row in rows} == {"1"}


def test_csv_follows_the_filters(tab, tmp_path):
    browser = tab("actors")
    browser.execute_script(
        "hadath.model.set({ hidden: new Set(['entity country', 'entity group', 'entity organization']) })"
    )
    rows = list(csv.DictReader(io.StringIO(downloaded(browser, tmp_path).removeprefix("\ufeff"), newline="")))
    assert [row["name"] for row in rows] == ["قاسم جومارت توكاييف", "فلاديمير بوتين"]
    assert rows[0]["wikidata"] == "Q449543"


# ---- all of them


@pytest.mark.parametrize("name", ["timeline", "claims", "map", "actors"])
def test_panels_speak_english(tab, name):
    browser = tab(name)
    find(browser, "#language").click()
    panel = find(browser, f"#panel-{name}").text
    assert {
        "timeline": "January 2022",
        "claims": "Speaker",
        "map": "Almaty",
        "actors": "Acts or speaks",
    }[name] in panel
    assert find(browser, "html").get_attribute("dir") == "ltr"


@pytest.mark.parametrize("name", ["timeline", "claims", "map", "actors"])
@pytest.mark.parametrize("width", [360, 1400])
def test_panels_fit_the_screen(tab, name, width):
    browser = tab(name)
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide <= width


def test_many_articles_have_a_voice_each(tab, kazakhstan_extraction):
    text = "أوقفت الشرطة 9 آلاف"
    arrest, police, held = Mention(0, 5, "أوقفت"), Mention(6, 12, "الشرطة"), Mention(13, 19, "9 آلاف")
    event = Event("v", "COERCE", "أوقف", arrest, agents=("e",), quantities=(Quantity(held, 9000, "شخص"),))
    entity = Entity("e", EntityKind.ORGANIZATION, "الشرطة", (police,))
    other = Extraction(
        replace(kazakhstan_extraction.article, id="b", text=text, source="جريدة أخرى"),
        (Sentence(0, len(text)),), (entity,), (), (event,),
    )  # fmt: skip
    browser = tab("claims", kazakhstan_extraction, other)
    assert "9 آلاف" in claims(browser, "المقال نفسه (جريدة أخرى)")
    numbers = [claim.split("\n")[0] for claim in texts(browser, "#claims tfoot .claim")]
    assert numbers == ["نحو 8 آلاف شخص", "9 آلاف", "12 ألفًا"]


@pytest.mark.parametrize("weight", [400, 700])
def test_font_is_the_pages_own(tab, weight):
    browser = tab("timeline")
    assert browser.execute_script(f"return document.fonts.check('{weight} 16px Vazirmatn', 'ح')")
    assert find(browser, "body").value_of_css_property("font-family").startswith("Vazirmatn")


def test_numbers_are_told_in_the_language_of_the_page(tab):
    browser = tab("claims")
    assert "نحو 8 آلاف" in find(browser, "#panel-claims").text
    find(browser, "#language").click()
    panel = find(browser, "#panel-claims").text
    assert "about 8,000" in panel
    assert "آلاف" not in panel
