"""The house keeps its rules: imports run one way, examples in docstrings run, the README tells of every command."""

import ast
import doctest
import pkgutil
import re
import sys
import tomllib
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

import hadath.extract
import hadath.graph
import hadath.ontology
from hadath.graph.cli import parser
from hadath.graph.formats import FORMATS

ROOT = Path(__file__).parents[1]
PACKAGES = (hadath.ontology, hadath.extract, hadath.graph)
ALLOWED = {
    "ontology": {"ontology"},
    "extract": {"ontology", "extract"},
    "graph": {"ontology", "extract", "graph"},
}
MODULES = sorted(
    info.name
    for package in PACKAGES
    for info in [
        pkgutil.ModuleInfo(package.__path__, package.__name__, True),  # type: ignore[arg-type]  # only its name is used
        *pkgutil.walk_packages(package.__path__, f"{package.__name__}."),
    ]
)
SOURCES = sorted(
    Path(path) for package in PACKAGES for folder in package.__path__ for path in Path(folder).rglob("*.py")
)
NEEDS_MORE = {"torch"}  # what only training needs


def load(name):
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name in NEEDS_MORE:
            pytest.skip(f"needs {error.name}")
        raise


def commands():
    """The commands by name, each with its parser."""
    (action,) = (
        action
        for action in parser()._actions
        if hasattr(action, "choices") and isinstance(action.choices, dict)
    )
    return action.choices


def imported(path):
    """Names of the modules that a file imports, relative imports with their dots."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: "/".join(path.parts[-3:]))
def test_imports_run_one_way(path):
    home = next(part for part in reversed(path.parts) if part in ALLOWED)
    for module in imported(path):
        assert not module.startswith("."), f"{module}: write it from hadath on"
        first, _, rest = module.partition(".")
        assert first not in ALLOWED, f"{module}: imports a second copy"
        if first == "hadath":
            assert rest.split(".")[0] in ALLOWED[home], f"{home} may not import {module}"


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_run(name):
    if name.endswith("__main__"):
        return
    module = load(name)
    assert module.__doc__, "a module says what it is"
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_public_names_are_listed_in_order_and_exist(name):
    module = load(name)
    listed = getattr(module, "__all__", [])
    assert listed == sorted(listed, key=lambda n: (not n.isupper(), not n[0].isupper(), n)), (
        "constants, classes, the rest"
    )
    assert all(hasattr(module, each) for each in listed)


def test_no_second_copy_is_loaded():
    assert not [name for name in sys.modules if name.split(".")[0] in ALLOWED]


def test_only_the_command_line_prints():
    for path in SOURCES:
        if path.name == "console.py" or "train" in path.parts:
            continue
        calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"], (
            path
        )


@pytest.mark.parametrize("name", commands())
def test_every_command_has_help_and_is_in_the_readme(name, capsys):
    with pytest.raises(SystemExit) as caught:
        commands()[name].parse_args(["--help"])
    assert caught.value.code == 0
    assert commands()[name].description
    assert f"usage: hadath {name}" in capsys.readouterr().out
    assert f"hadath {name}" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_in_the_readme(name):
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"`{name}`" in readme
    assert f"`{FORMATS[name].filename}`" in readme


def test_the_version_is_one():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    try:
        assert version("hadath") == declared
    except PackageNotFoundError:
        pytest.skip("not installed")
    assert re.search(
        rf"^## \[{re.escape(declared)}\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )


def test_each_package_is_typed():
    for package in PACKAGES:
        assert any((Path(folder) / "py.typed").exists() for folder in package.__path__)
