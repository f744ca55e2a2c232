"""The command line: one line for what goes wrong, the right exit code, and the files that were promised."""

import os
import subprocess
import sys

import pytest

from hadath.extract.errors import HadathError
from hadath.graph.cli import main
from hadath.graph.formats import DEFAULT_FORMATS, FORMATS
from hadath.graph.pipeline import build


def run(capsys, *argv):
    code = main([str(argument) for argument in argv])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.usefixtures("reads_story")
def test_build_writes_the_default_files_and_a_summary(article, tmp_path, capsys):
    code, out, err = run(capsys, "build", article, "-o", tmp_path / "out")
    assert (code, err) == (0, "")
    assert names(tmp_path / "out") == sorted(FORMATS[name].filename for name in DEFAULT_FORMATS)
    assert out.startswith("1 article, 6 events (2 claims), 9 entities, ")
    assert out.rstrip().endswith(
        f"words/s: wrote graph.trig, graph.nq, graph.html, events.csv in {tmp_path / 'out'}"
    )


@pytest.mark.usefixtures("reads_story")
def test_build_writes_every_format(article, tmp_path, capsys):
    chosen = [part for name in FORMATS for part in ("-f", name)]
    code, out, _ = run(capsys, "build", article, "-o", tmp_path / "out", "--quiet", *chosen)
    assert (code, out) == (0, "")
    assert names(tmp_path / "out") == sorted(entry.filename for entry in FORMATS.values())


@pytest.mark.usefixtures("reads_story")
def test_without_text_there_is_no_page(article, tmp_path, capsys):
    assert run(capsys, "build", article, "-o", tmp_path / "out", "--no-text")[0] == 0
    assert names(tmp_path / "out") == ["events.csv", "graph.nq", "graph.trig"]
    code, _, err = run(capsys, "build", article, "-o", tmp_path / "out", "--no-text", "-f", "html")
    assert (code, err.count("\n")) == (1, 1)


@pytest.mark.usefixtures("reads_story")
def test_one_bad_input_among_many(article, tmp_path, capsys):
    code, out, err = run(capsys, "build", tmp_path / "missing.txt", article, "-o", tmp_path / "out")
    assert code == 1
    assert err.startswith("hadath: ")
    assert err.count("\n") == 1
    assert "missing.txt" in err
    assert out.startswith("1 article, 6 events")
    assert (tmp_path / "out" / "graph.nq").stat().st_size > 1000


@pytest.mark.usefixtures("reads_story")
def test_a_library_call_raises_instead(tmp_path):
    with pytest.raises(HadathError, match=r"missing\.txt"):
        build(tmp_path / "missing.txt", tmp_path / "out")


@pytest.mark.usefixtures("reads_story")
def test_an_empty_article_gives_an_empty_valid_graph(tmp_path, capsys):
    (tmp_path / "empty.txt").write_text("")
    code, out, _ = run(capsys, "build", tmp_path / "empty.txt", "-o", tmp_path / "out")
    assert code == 0
    assert out.startswith("1 article, 0 events (0 claims), 0 entities, no words: wrote")
    assert run(capsys, "query", tmp_path / "out", "ASK { ?a schema:identifier 'empty' }")[1] == "yes\n"


@pytest.mark.usefixtures("reads_story")
def test_the_order_of_inputs_does_not_matter(article, tmp_path, capsys):
    other = article.with_name("other.txt")
    other.write_text("نص آخر بلا أحداث.", encoding="utf-8")
    for out, inputs in (("a", [article, other]), ("b", [other, article, other])):
        code, summary, _ = run(capsys, "build", *inputs, "-o", tmp_path / out)
        assert (code, summary.partition(",")[0]) == (0, "2 articles")
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


@pytest.mark.usefixtures("reads_story")
@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["build", "{article}", "-o", "{article}"], "a file stands there; give a folder"),
        (["build", "{article}", "-o", "{article}/x"], "cannot be written"),
        (["build", "{article}", "-o", "{tmp}/out", "-f", "gefx"], "unknown format 'gefx'; choose from"),
        (["query", "{tmp}/none.nq", "ASK {{}}"], "no such file or folder"),
        (["query", "{tmp}", "ASK {{}}"], "no graph in this folder"),
        (["query", "{tmp}", "@{tmp}/none.rq"], "query file cannot be read"),
        (["explain", "{tmp}/none.txt"], "none.txt"),
    ],
)
def test_what_goes_wrong_is_one_line(argv, message, article, tmp_path, capsys):
    code, out, err = run(capsys, *(part.format(article=article, tmp=tmp_path) for part in argv))
    assert (code, out) == (1, "")
    assert err.startswith("hadath: ")
    assert message in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "argv",
    [[], ["build"], ["build", "a.txt"], ["query", "g"], ["dance"], ["query", "g", "ASK {}", "-f", "xls"]],
)
def test_wrong_usage_is_exit_2(argv, capsys):
    with pytest.raises(SystemExit) as caught:
        main(argv)
    assert caught.value.code == 2
    assert "usage: hadath" in capsys.readouterr().err


@pytest.mark.usefixtures("reads_story")
def test_query_reads_its_query_from_a_file_or_stdin(article, tmp_path, capsys, monkeypatch):
    run(capsys, "build", article, "-o", tmp_path / "out")
    (tmp_path / "q.rq").write_text("ASK { ?a hd:meets ?b }")
    assert run(capsys, "query", tmp_path / "out", f"@{tmp_path / 'q.rq'}") == (0, "yes\n", "")
    with (tmp_path / "q.rq").open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert run(capsys, "query", tmp_path / "out", "-") == (0, "yes\n", "")


@pytest.mark.usefixtures("reads_story")
def test_explain_tells_each_article(article, capsys):
    code, out, err = run(capsys, "explain", article, article)
    assert (code, err) == (0, "")
    assert out.count("story: 3 sentences") == 2


def test_formats_lists_the_table(capsys):
    _, out, _ = run(capsys, "formats")
    assert all(f"{name:<10} {entry.filename}" in out for name, entry in FORMATS.items())


def test_an_interrupt_is_130(monkeypatch, tmp_path, capsys):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("hadath.graph.pipeline.build", interrupted)
    assert run(capsys, "build", "a.txt", "-o", tmp_path / "out") == (130, "", "")


@pytest.mark.skipif(os.name == "nt", reason="pipes break in another way there")
def test_a_broken_pipe_is_quiet():
    command = f"{sys.executable} -m hadath.graph formats"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"}
    script = f"({command}; echo code $? >&2) | true"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=env, check=False)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_help_is_quick_to_load():
    """Neither spaCy nor rdflib is imported before a command needs it."""
    script = (
        "import sys\nfrom hadath.graph.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "assert not {'spacy', 'rdflib', 'networkx', 'numpy'} & set(sys.modules), 'heavy imports'"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, env=env)


@pytest.mark.usefixtures("reads_story")
def test_files_stay_when_nothing_can_be_read(article, tmp_path, capsys):
    assert run(capsys, "build", article, "-o", tmp_path / "out")[0] == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    code, out, err = run(capsys, "build", tmp_path / "nosuch", "-o", tmp_path / "out")
    assert (code, err.count("\n")) == (1, 1)
    assert out.endswith("nothing written\n")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
