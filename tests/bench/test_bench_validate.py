"""The table of the validation benchmark; nothing is said about how fast anything is."""

from validate import Measured, report


def test_report_gives_times_per_article_and_the_ratio() -> None:
    printed = report(Measured(10, 2000, 15_000, 0, building=2.0, validation=3.0))
    assert printed.startswith("10 articles, 200 words and 1500 statements each; 0 violations")
    assert "| building | 200 | 200 | 1.00 |" in printed
    assert "| validation | 300 | 300 | 1.50 |" in printed
