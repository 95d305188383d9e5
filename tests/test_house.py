"""The house itself. This module holds the tests on what no line of the project may be, whatever it does."""

import ast
import importlib
import io
import os
import re
import shlex
import subprocess
import sys
import tokenize
import unicodedata
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import openpyxl
from openpyxl import Workbook

import dev

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "ccbdesk"

LONGEST_FUNCTION = 45
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b")
EXCUSE = re.compile(
    r"#\s*(?:ruff:\s*|flake8:\s*)?noqa\b(?::\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*)?|#\s*type:\s*ignore(?:\[[^\]]*\])?"
)
REGISTRIES = (
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "org"),
    ("npmjs", "com"),
    ("deb", "debian", "org"),
    ("security", "debian", "org"),
    ("archive", "ubuntu", "com"),
    ("anaconda", "org"),
)


# -- reading the project -------------------------------------------------------------------------------------------


def files_of(top: Path) -> Iterator[Path]:
    """Yield the files that belong to the project: all but those in folders that .gitignore names."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    left_out = [".git", *(line.rstrip("/") for line in lines if line.endswith("/"))]
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if not any(fnmatch(name, pattern) for pattern in left_out)]
        yield from (Path(folder, name) for name in names)


def texts_of(top: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file that is text."""
    for path in files_of(top):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        yield path.relative_to(ROOT).as_posix(), unicodedata.normalize("NFC", text)


def sources_of(top: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each Python module."""
    return ((path, text) for path, text in texts_of(top) if path.endswith(".py"))


def imports_of(module: ast.Module) -> Iterator[str]:
    """Yield the name of every module that is imported, wherever in the text."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""


def comments_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of each comment."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


# -- reading the forms ---------------------------------------------------------------------------------------------


def tidied(content: object) -> str:
    """Return a cell's words in one spelling; headings lose the star of what is required."""
    return unicodedata.normalize("NFC", str(content or "")).casefold().strip().rstrip("*").strip()


def column_of(form: Workbook, sheet: str, heading: str) -> list[str]:
    """Return what stands under a heading, blanks included, wherever the row of headings is."""
    grid = next(grid for grid in form.worksheets if tidied(grid.title) == tidied(sheet))
    rows = [[tidied(cell) for cell in row] for row in grid.iter_rows(values_only=True)]
    headings = next(number for number, row in enumerate(rows) if tidied(heading) in row)
    place = rows[headings].index(tidied(heading))
    return [row[place] for row in rows[headings + 1 :]]


def names_in(form: Workbook) -> set[str]:
    """Return the names and codes that belong to one form and not to the program."""
    properties = dict(
        zip(column_of(form, "Thông tin", "Thuộc tính"), column_of(form, "Thông tin", "Nội dung"), strict=True)
    )
    cluster = {properties[tidied(name)] for name in ("Mã bộ biểu mẫu", "Tên Cụm", "Tên gọi tắt")}
    units = {name for heading in ("Mã", "Tên đầy đủ", "Tên gọi") for name in column_of(form, "Đơn vị", heading)}
    indicators = {code for code in column_of(form, "Số liệu", "Mã") if len(code) >= 6 or "_" in code}
    return (cluster | units | indicators) - {""}


def form_paths() -> list[Path]:
    """Return the form workbooks that are shipped, without the locks Excel lays beside open ones."""
    return sorted(path for path in (ROOT / "resources" / "forms").glob("*.xlsx") if not path.name.startswith("~$"))


# -- reading the README --------------------------------------------------------------------------------------------


def commands_in(page: str) -> list[str]:
    """Return the commands of ours that a page shows, in blocks of code or between backticks."""
    fence = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
    lines = "\n".join(fence.findall(page)).replace("\\\n", " ").splitlines() + re.findall(
        r"`([^`\n]+)`", fence.sub("", page)
    )
    ours = re.compile(r"(?:\$ |> )?((?:(?:python3|py) dev\.py|ccbdesk) .+)")
    return [found[1] for line in lines if (found := ours.fullmatch(line.strip()))]


def help_on(verb: str) -> str:
    """Return what the program says about one of its commands; an unknown command stops the test."""
    words = (sys.executable, "-m", "ccbdesk", verb, "--help")
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def glossary_names(page: str) -> list[str]:
    """Return what the third column of the glossary's tables names in the code."""
    columns = [line.split("|")[3] for line in page.splitlines() if line.startswith("|")]
    return [name for column in columns for name in re.findall(r"`([^`]+)`", column)]


def is_in_package(name: str) -> bool:
    """Tell whether a dotted name below the package leads to something: a module, a type, a member or a field."""
    room, module, first, *members = name.split(".")
    found: object = vars(importlib.import_module(f"ccbdesk.{room}.{module}")).get(first)
    for member in members:
        found = getattr(found, member, None)
    return found is not None


# -- the tests -----------------------------------------------------------------------------------------------------


def test_no_file_names_the_host_of_a_package_registry() -> None:
    hosts = [".".join(parts) for parts in REGISTRIES]

    assert [(path, host) for path, text in texts_of(ROOT) for host in hosts if host in text] == []


def test_no_name_or_code_of_a_cluster_stands_in_the_program() -> None:
    names = {path.name.casefold() for path in (ROOT / "sample_workbooks").iterdir() if path.is_dir()}
    for path in form_paths():
        names |= names_in(openpyxl.load_workbook(path, read_only=True))
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)")

    assert form_paths() != []
    assert [(path, found) for path, text in texts_of(PACKAGE) for found in named.findall(text.casefold())] == []


def test_every_module_says_what_it_holds() -> None:
    assert [path for path, text in sources_of(ROOT) if not ast.get_docstring(ast.parse(text))] == []


def test_only_the_screen_knows_qt() -> None:
    strangers = [
        path
        for path, text in sources_of(PACKAGE)
        if not path.startswith(("ccbdesk/gui/", "ccbdesk/app.py"))
        and any(name.split(".")[0] == "PySide6" for name in imports_of(ast.parse(text)))
    ]

    assert strangers == []


def test_every_function_fits_on_a_screen() -> None:
    too_long = [
        f"{path}:{node.lineno} {node.name}"
        for path, text in sources_of(ROOT)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= LONGEST_FUNCTION
    ]

    assert too_long == []


def test_nothing_is_left_unfinished() -> None:
    assert [path for path, text in sources_of(ROOT) if UNFINISHED.search(text)] == []


def test_every_exception_from_a_check_has_its_reason_beside_it() -> None:
    unexplained = [
        f"{path}:{line} {comment}"
        for path, text in sources_of(ROOT)
        for line, comment in comments_of(text)
        if EXCUSE.search(comment) and len(re.findall(r"\w+", EXCUSE.sub("", comment))) < 2
    ]

    assert unexplained == []


def test_what_the_glossary_names_is_in_the_code() -> None:
    names = glossary_names((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))

    assert len(names) > 40
    assert [name for name in names if not is_in_package(name)] == []


def test_the_commands_of_the_readme_exist() -> None:
    commands = commands_in((ROOT / "README.md").read_text(encoding="utf-8"))
    ours = {command for command in commands if command.startswith("ccbdesk")}
    verbs = {words[2] for words in map(shlex.split, set(commands) - ours)}
    pages = {verb: help_on(verb) for verb in {command.split()[1] for command in ours}}

    assert verbs >= {"run", "test"}
    assert [verb for verb in verbs if dev.parse([verb]) is None] == []
    assert [
        (command, option)
        for command in ours
        for option in re.findall(r"--[a-z][a-z-]*", command)
        if option not in pages[command.split()[1]]
    ] == []


# -- what tests stand on -------------------------------------------------------------------------------------------

_KNOWING_FORMS = ("ccbdesk.app", "ccbdesk.cli", "ccbdesk.operations", "ccbdesk.resources")


def modules_named_in(path: Path) -> set[str]:
    """Return the modules that a file imports, by their full names."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_no_test_of_the_engine_needs_a_form_that_is_shipped() -> None:
    """With resources/forms emptied they pass: nothing they or their helpers import knows where forms are."""
    tests = ROOT / "tests"
    waiting = sorted((tests / "engine").rglob("*.py"))
    seen: set[Path] = set()
    reached: set[str] = set()
    assert waiting
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        reached |= modules_named_in(path)
        waiting += [helper for name in reached if (helper := tests / f"{name}.py").is_file()]

    assert [name for name in sorted(reached) if name.startswith(_KNOWING_FORMS)] == []
    assert {"office", "returning"} <= {path.stem for path in seen}
