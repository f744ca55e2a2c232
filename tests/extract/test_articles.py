"""Reading articles: every kind of input, every encoding, and one line for what cannot be read."""

import contextlib
import gzip
import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hadath.extract.articles import parse_date, read_article, read_articles
from hadath.extract.encoding import decode, mostly_arabic
from hadath.extract.errors import HadathError, UnreadableInput
from hadath.extract.webpage import read_webpage

TEXT = "أعلنت الوزارة أنّ الجسر الجديد سيفتح أمام السيارات.\r\nوقال المدير إن العمل انتهى.\n"


def write(path: Path, data: str | bytes) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.replace("ّ", "").encode("cp1256"),
        TEXT.encode("iso8859_6"),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-be", "utf-32", "cp1256", "iso8859_6"],
)
def test_text_is_read_as_it_is(tmp_path: Path, data: bytes) -> None:
    article = read_article(write(tmp_path / "خبر.txt", data))
    assert article.text.replace("ّ", "") == TEXT.replace("ّ", "")
    assert (article.id, article.title, article.published) == ("خبر", None, None)


def test_control_characters_and_newlines_stay(tmp_path: Path) -> None:
    text = "خبر\r\nعاجل\x07\u200f\r\u2028تم" + "ة" * 1000
    assert read_article(write(tmp_path / "a.txt", text)).text == text


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_empty_file_is_an_empty_article(tmp_path: Path, name: str) -> None:
    assert read_article(write(tmp_path / name, b"")).text == ""


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_utf_8_is_never_changed(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_text_or_an_error(data: bytes) -> None:
    with contextlib.suppress(UnreadableInput):
        decode(data).encode()


RECORDS = [
    (
        {"id": "n1", "text": TEXT, "title": "عنوان", "date": "2022-01-11"},
        ("n1", TEXT, "عنوان", date(2022, 1, 11)),
    ),
    ({"id": 7, "body": "نص", "headline": "ع", "published": "11/1/2022"}, ("7", "نص", "ع", date(2022, 1, 11))),
    ({"content": "", "datePublished": "قبل الظهر"}, ("a", "", None, None)),
    ({"text": "x", "date": "2022-02-31"}, ("a", "x", None, None)),
    ({"text": "x", "date": 5, "title": None}, ("a", "x", None, None)),
    ({"text": "a\ud800b"}, ("a", "a\ufffdb", None, None)),
]


@pytest.mark.parametrize(("record", "expected"), RECORDS)
def test_json_object(tmp_path: Path, record: dict[str, object], expected: tuple[object, ...]) -> None:
    article = read_article(write(tmp_path / "a.json", json.dumps(record)))
    assert (article.id, article.text, article.title, article.published) == expected
    article.text.encode()


def test_source_and_url(tmp_path: Path) -> None:
    record = {"text": "x", "source": {"id": None, "name": "وكالة"}, "url": "https://example.org/1"}
    article = read_article(write(tmp_path / "a.json", json.dumps(record)))
    assert (article.source, article.url) == ("وكالة", "https://example.org/1")


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '[{"text": "x"}, {"id": "b", "text": "y"}]'),
        ("a.jsonl", '{"text": "x"}\n\n{"id": "b", "text": "y"}\n'),
    ],
)
def test_many_articles(tmp_path: Path, name: str, text: str, packed: bool) -> None:
    path = tmp_path / (name + ".gz" * packed)
    write(path, gzip.compress(text.encode()) if packed else text)
    assert [(a.id, a.text) for a in read_articles([path])] == [("a-1", "x"), ("b", "y")]


PAGE = """<!DOCTYPE html><html><head><title>الموقع | خبر</title><meta charset="utf-8">
<meta property="og:title" content="عودة المياه">
<meta property="article:published_time" content="2021-03-04T10:00:00+03:00">
<style>p {}</style><script>var x = "نص";</script></head><body>
<nav><a>الرئيسية</a><ul><li>رياضة</li></ul></nav><header><h1>عودة المياه</h1></header>
<article><h1>عودة المياه</h1><p>عادت <b>المياه</b> إلى
المدينة.<br>وشكر الناس العمال.</p><aside>اقرأ أيضا</aside><p>وانتهى&nbsp;العمل &amp; رحلوا.</p></article>
<footer>حقوق</footer></body></html>"""


def test_web_page(tmp_path: Path) -> None:
    article = read_article(write(tmp_path / "a.html", PAGE))
    assert article.text == "عادت المياه إلى المدينة.\nوشكر الناس العمال.\nوانتهى العمل & رحلوا."
    assert (article.title, article.published) == ("عودة المياه", date(2021, 3, 4))


def test_web_page_in_its_declared_encoding(tmp_path: Path) -> None:
    page = (
        "<meta charset=windows-1256><title>خبر</title><p>وصل الوفد.</p><time datetime='2020-05-06'>أمس</time>"
    )
    article = read_article(write(tmp_path / "a.htm", page.encode("cp1256")))
    assert (article.text, article.title, article.published) == ("وصل الوفد.\nأمس", "خبر", date(2020, 5, 6))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("نص بلا علامات", "نص بلا علامات"),
        ("<form><p>نص في استمارة</form>", "نص في استمارة"),
        ("<header>كله ترويسة</header>", "كله ترويسة"),
        ("<nav><button>زر</nav><p>نص", "نص"),
        ("<article>موجز</article><div>" + "نص طويل " * 9 + "</div>", "موجز\n" + "نص طويل " * 8 + "نص طويل"),
        ("<p>سطر<!-- خفي --> أول<p>ثان&#1611;", "سطر أول\nثان\u064b"),
        ("<script>if (a < b) { }</script>نص", "نص"),
        ("<p title='a > b'>نص <b data-x='<i>'>غامق</b> 3 < 4", "نص غامق 3 < 4"),
        ("<![CDATA[x]]><?php echo ?><!DOCTYPE html>نص <!-- بلا نهاية", "نص <!-- بلا نهاية"),
        ("<p>نص </nav></aside> بعد", "نص بعد"),
    ],
)
def test_odd_pages(tmp_path: Path, html: str, text: str) -> None:
    assert read_article(write(tmp_path / "a.html", html)).text == text


@settings(deadline=None)
@given(st.text(st.sampled_from("<>/!-?[]&;\"'= \nnavpscriptنص")))
def test_no_page_is_too_odd(html: str) -> None:
    read_webpage(html)


@pytest.mark.parametrize("piece", ["<a b='", "<!--", "<script>", "<nav>", "</p>", "<", "<![", "&"])
def test_long_broken_pages_take_linear_time(piece: str) -> None:
    read_webpage(piece * 30_000)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-01-11", date(2022, 1, 11)),
        ("2022-01-11T23:30:00Z", date(2022, 1, 11)),
        ("2015-07-21 02:51:32", date(2015, 7, 21)),
        ("Sun, 15 Jul 2018 21:56:56 +0400", date(2018, 7, 15)),
        ("7/1/2022", date(2022, 1, 7)),
        ("11 يناير 2022", date(2022, 1, 11)),
        ("الثلاثاء ١١ كانون الثاني ٢٠٢٢", date(2022, 1, 11)),
        ("31/2/2022", None),
        ("2022-13-40", None),
        ("", None),
        (None, None),
        (20220111, None),
    ],
)
def test_dates(value: object, expected: date | None) -> None:
    assert parse_date(value) == expected


def test_folder_is_read_by_name(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/1.txt", "a.txt", "c.txt", ".hidden.txt", "notes.pdf"):
        write(tmp_path / name, name)
    write(tmp_path / "a.json", "{}")  # describes a.txt
    assert [article.text for article in read_articles([tmp_path])] == ["a.txt", "b/1.txt", "c.txt"]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        ("وصل الوفد.\n", ["وصل الوفد.\n"]),
        ('{"text": "x"}\n{"text": "y"}\n', ["x", "y"]),
        ("", [""]),
        ("{ليس جسون", ["{ليس جسون"]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: str, texts: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    assert [article.text for article in read_articles(["-"])] == texts


BAD: list[tuple[str, bytes | None, str]] = [
    ("none.txt", None, "no such file"),
    ("a.pdf", b"%PDF", "no kind of file"),
    ("a.txt", bytes(range(256)) * 4, "binary"),
    ("b.txt", "déjà vu à l'été".encode("latin-1"), "encoding"),
    ("a.json", b"{", "broken JSON"),
    ("b.json", b'{"title": "x"}', "without text"),
    ("c.json", b"[1]", "item 1"),
    ("d.json", b"[" * 100_000, "broken JSON"),
    ("a.jsonl", b'\n{"text": \n', "line 2"),
    ("a.jsonl.gz", b"no gzip", "gzip"),
    ("b.jsonl.gz", gzip.compress(b'{"text": "x"}' * 99)[:-9], "gzip"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD, ids=[name for name, *_ in BAD])
def test_errors_are_one_line(tmp_path: Path, name: str, data: bytes | None, message: str) -> None:
    path = tmp_path / name
    if data is not None:
        write(path, data)
    with pytest.raises(UnreadableInput, match=message) as caught:
        list(read_articles([path]))
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("name", ["", " ", "a\0b"])
def test_no_name(name: str) -> None:
    with pytest.raises(UnreadableInput, match="no file name"):
        list(read_articles([name]))


def test_folder_without_articles(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="folder without articles"):
        list(read_articles([tmp_path]))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "x")
    path.chmod(0)
    with pytest.raises(UnreadableInput, match="permissions"):
        read_article(path)


def test_on_error_goes_on(tmp_path: Path) -> None:
    lines = write(tmp_path / "a.jsonl", '{"text": "x"}\n{\n{"text": "y"}\n')
    told: list[HadathError] = []
    articles = list(read_articles(["", lines, tmp_path / "none.txt"], on_error=told.append))
    assert [article.text for article in articles] == ["x", "y"]
    assert len(told) == 3
    assert "a.jsonl: line 2: broken JSON" in str(told[1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [("وصل الوفد", True), ("hello", False), ("", False), ("شركة IBM Corporation Ltd", False)],
)
def test_mostly_arabic(text: str, expected: bool) -> None:
    assert mostly_arabic(text) is expected
