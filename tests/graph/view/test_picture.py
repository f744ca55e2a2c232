"""Still pictures: whole SVG, Arabic shaped and running from right to left, the same bytes each time."""

import struct
import sys
import zlib
from base64 import b64encode
from xml.etree import ElementTree

import pytest

from hadath.extract.records import Article, Extraction
from hadath.graph.cli import main
from hadath.graph.errors import MissingLibrary
from hadath.graph.view import tell
from hadath.graph.view.fonts import FONT_FILE, font_face
from hadath.graph.view.picture import render_png, render_svg

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def story(kazakhstan_extraction):
    return tell([kazakhstan_extraction])


def lines(svg: str) -> list[str]:
    return [line.text or "" for line in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("way", "language", "shown"),
    [
        ("relations", "ar", {"روسيا", "كازاخستان", "شخص", "يهاجم"}),
        ("events", "ar", {"الانسحاب", "فلاديمير بوتين", "الفاعل", "منفي"}),
        ("relations", "en", {"Russia", "Kazakhstan", "person", "sent"}),
        ("events", "en", {"Vladimir Putin", "who", "✗ opened fire", "withdrawal", "denied"}),
    ],
)
def test_picture_names_what_it_draws(story, way, language, shown):
    found = {line[1:-1] for line in lines(render_svg(story, way=way, language=language))}
    assert shown <= found


def test_each_line_runs_in_its_own_direction(story):
    assert {line[0] + line[-1] for line in lines(render_svg(story))} == {"\u2067\u2069"}
    assert {line[0] + line[-1] for line in lines(render_svg(story, language="en"))} == {"\u2068\u2069"}


def test_everything_is_inside(story):
    root = ElementTree.fromstring(render_svg(story, way="events"))
    left, top, width, height = map(float, root.get("viewBox", "").split())
    key = root.findall(f"{SVG}g")[-1]
    for line in root.findall(f"{SVG}text"):
        assert left <= float(line.get("x", "")) <= left + width
        assert top <= float(line.get("y", "")) <= top + height
    right, down = map(float, key.get("transform", "")[10:-1].split())
    for line in key.iter(f"{SVG}text"):
        assert left <= right + float(line.get("x", "")) <= left + width
        assert down + float(line.get("y", "")) <= top + height


def test_picture_brings_its_font_and_asks_for_nothing(story):
    svg = render_svg(story)
    assert "@font-face{font-family:Vazirmatn" in svg
    assert svg.count("http") == svg.count("http://www.w3.org/2000/svg") == 1


def test_same_story_same_bytes(story):
    assert render_svg(story) == render_svg(story)
    assert render_png(story) == render_png(story)


def test_picture_of_nothing():
    svg = render_svg(tell([Extraction(Article("words", "كلام بلا أحداث"))]))
    assert lines(svg) == ["\u2067كلام بلا أحداث\u2069"]
    assert render_png(tell([])).startswith(b"\x89PNG")


def test_hostile_names_stay_text(hostile, payload):
    root = ElementTree.fromstring(render_svg(tell([hostile(payload)])))
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "style", "rect", "g", "path", "circle", "text"}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and the rows of a picture with eight bits for each of red, green, blue and opacity."""
    at, data, width, height = 8, b"", 0, 0
    while at < len(png):
        (length,), kind = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        body = png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, bits, colour = struct.unpack(">IIBB", body[:10])
            assert (bits, colour) == (8, 6)
        data += body if kind == b"IDAT" else b""
        at += length + 12
    return width, height, zlib.decompress(data)


def test_png_has_the_size_of_the_drawing(story):
    root = ElementTree.fromstring(render_svg(story))
    width, height, rows = pixels(render_png(story, scale=1))
    assert (width, height) == (int(root.get("width", "")), int(root.get("height", "")))
    assert len(rows) == height * (4 * width + 1)


def test_png_without_its_library(story, monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MissingLibrary, match=r"pip install 'hadath\[pictures\]'"):
        render_png(story)


def test_command_writes_page_and_pictures(tmp_path, capsys):
    graph = tmp_path / "out"
    assert main(["build", "tests/data/sanctions.txt", "-o", str(graph), "--format", "nquads", "-q"]) == 0
    names = [str(tmp_path / name) for name in ("story.html", "story.svg", "story.png")]
    command = ["view", str(graph), "-o", names[0], "--svg", names[1], "--png", names[2], "--language", "en"]
    assert main(command) == 0
    assert f"wrote {', '.join(names)}" in capsys.readouterr().out
    assert (tmp_path / "story.svg").read_text("utf-8").startswith("<svg ")
    assert (tmp_path / "story.png").read_bytes().startswith(b"\x89PNG")


def test_command_needs_something_to_write(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["view", str(tmp_path)])
    assert stopped.value.code == 2
    assert "give -o, --svg or --png" in capsys.readouterr().err


def test_arabic_is_shaped_as_browsers_shape_it(story, browser, tmp_path):
    """The letters of a word join: drawn as one word it is narrower than its letters apart."""
    resvg = pytest.importorskip("resvg_py")

    def drawing(text: str) -> str:
        head = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60" font-family="Vazirmatn" font-size="40">'
        return f'{head}<style>{font_face("Regular")}</style><text x="200" y="44" text-anchor="middle">{text}</text></svg>'

    def inked(text: str) -> tuple[int, int]:
        """The first and last column that is not empty."""
        png = bytes(
            resvg.svg_to_bytes(svg_string=drawing(text), font_files=[str(FONT_FILE)], skip_system_fonts=True)
        )
        (tmp_path / "word.png").write_bytes(png)
        browser.get("about:blank")
        look = """
          const done = arguments[1], picture = new Image();
          picture.onload = () => {
            const board = Object.assign(document.createElement('canvas'), { width: 400, height: 60 }), pen = board.getContext('2d');
            pen.drawImage(picture, 0, 0);
            const dots = pen.getImageData(0, 0, 400, 60).data;
            const columns = [...Array(400).keys()].filter(x => [...Array(60).keys()].some(y => dots[4 * (400 * y + x) + 3] > 60));
            done([columns[0], columns[columns.length - 1]]);
          };
          picture.src = arguments[0];
        """
        first, last = browser.execute_async_script(look, "data:image/png;base64," + b64encode(png).decode())
        return first, last

    joined, apart = inked("\u2067محتجون\u2069"), inked("\u2067م\u200cح\u200cت\u200cج\u200cو\u200cن\u2069")
    assert joined[1] - joined[0] < apart[1] - apart[0]
    full = inked("\u2067قال.\u2069")
    word = inked("\u2067قال\u2069")
    assert full[0] < word[0]  # the full stop stands on the left
