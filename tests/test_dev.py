"""The commands of a fresh checkout. This module holds the tests of ``dev.py``: nothing here installs anything."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import dev

APT = ("apt-get",)


class Starts:
    """A terminal that starts nothing: it writes down what it was asked to start and gives the status it was told."""

    def __init__(self, status: int = 0) -> None:
        """Let every command end with this status."""
        self.status = status
        self.commands: list[tuple[str, ...]] = []

    def __call__(self, command: Sequence[str]) -> int:
        """Write the command down."""
        self.commands.append(tuple(command))
        return self.status


class Checkout:
    """An empty checkout whose environment is made without Python."""

    def __init__(self, root: Path) -> None:
        """Lay the files that the set-up reads into an empty folder."""
        self.root = root
        self.environment = dev.environment_in(root, os.name)
        self.made = 0
        (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
        (root / "constraints.txt").write_text("a==1\n", encoding="utf-8")

    def make(self) -> None:
        """Put a program where the environment's Python belongs."""
        self.made += 1
        self.environment.scripts.mkdir(parents=True, exist_ok=True)
        for name in ("python", "python.exe"):
            program = self.environment.scripts / name
            program.touch()
            program.chmod(0o755)

    def set_up(self, start: dev.Start, extra: str = dev.TOOLS, version: str = "3.11") -> None:
        """Set the checkout up."""
        dev.set_up(self.environment, dev.wanted_stamp(self.root, version, extra), self.make, start)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def finder(*programs: str) -> Callable[[str], str | None]:
    return lambda program: program if program in programs else None


# -- what is asked for ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("run", dev.Command("run")),
        ("run --cluster a --deep", dev.Command("run", ("--cluster", "a", "--deep"))),
        ("test", dev.Command("test")),
        ("test -k stamp --deep -x", dev.Command("test", ("-k", "stamp", "-x"), is_deep=True)),
        ("", dev.Command("help")),
        ("--help", dev.Command("help")),
        ("ruin", None),
    ],
)
def test_words_after_the_command_are_passed_on(typed: str, understood: dev.Command | None) -> None:
    assert dev.parse(typed.split()) == understood


@pytest.mark.parametrize(
    ("typed", "passed_on"),
    [
        ("", "demo --out build/demo"),
        ("--cluster a", "demo --cluster a --out build/demo"),
        ("--out elsewhere", "demo --out elsewhere"),
        ("--out=elsewhere", "demo --out=elsewhere"),
    ],
)
def test_the_samples_go_to_build_unless_a_folder_is_named(typed: str, passed_on: str) -> None:
    assert " ".join(dev.demo_words(typed.split())) == passed_on


def test_help_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    status = dev.main(["help"])

    assert (status, *capsys.readouterr()) == (0, dev.USAGE + "\n", "")


def test_an_unknown_command_is_answered_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    status = dev.main(["ruin"])

    assert (status, *capsys.readouterr()) == (2, "", dev.USAGE + "\n")


# -- the environment -----------------------------------------------------------------------------------------------


def test_the_first_set_up_makes_the_environment_and_installs(checkout: Checkout) -> None:
    start = Starts()

    checkout.set_up(start)

    assert checkout.made == 1
    assert tuple(start.commands) == dev.install_commands(checkout.environment.python, dev.TOOLS)
    assert dev.read_stamp(checkout.environment) == dev.wanted_stamp(checkout.root, "3.11", dev.TOOLS)


@pytest.mark.parametrize("extra", [dev.RUNTIME, dev.TOOLS])
def test_a_second_set_up_starts_nothing(checkout: Checkout, extra: str) -> None:
    checkout.set_up(Starts(), dev.TOOLS)
    start = Starts()

    checkout.set_up(start, extra)

    assert (checkout.made, start.commands) == (1, [])


def test_the_tools_are_added_to_an_environment_without_them(checkout: Checkout) -> None:
    checkout.set_up(Starts(), dev.RUNTIME)
    start = Starts()

    checkout.set_up(start, dev.TOOLS)

    assert (checkout.made, len(start.commands)) == (1, 2)


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_other_requirements_are_installed_into_the_same_environment(checkout: Checkout, name: str) -> None:
    checkout.set_up(Starts())
    (checkout.root / name).write_text("b==2\n", encoding="utf-8")
    start = Starts()

    checkout.set_up(start)

    assert (checkout.made, len(start.commands)) == (1, 2)


def test_another_python_makes_the_environment_anew(checkout: Checkout) -> None:
    checkout.set_up(Starts(), version="3.11")

    checkout.set_up(Starts(), version="3.12")

    assert checkout.made == 2


def test_a_checkout_that_was_moved_makes_its_environment_anew(checkout: Checkout, tmp_path: Path) -> None:
    checkout.set_up(Starts())
    moved = tmp_path / "moved"
    moved.mkdir()
    shutil.copytree(checkout.environment.folder, moved / ".venv")

    again = Checkout(moved)
    again.set_up(Starts())

    assert again.made == 1


def test_an_interrupted_installation_starts_afresh(checkout: Checkout) -> None:
    with pytest.raises(dev.SetUpError, match=r"installation into \.venv failed"):
        checkout.set_up(Starts(status=1))

    checkout.set_up(Starts())

    assert checkout.made == 2


def test_an_interrupted_update_starts_afresh(checkout: Checkout) -> None:
    checkout.set_up(Starts())
    (checkout.root / "constraints.txt").write_text("b==2\n", encoding="utf-8")
    with pytest.raises(dev.SetUpError):
        checkout.set_up(Starts(status=1))

    checkout.set_up(Starts())

    assert checkout.made == 2


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Checkout) -> None:
    checkout.set_up(Starts())
    for program in checkout.environment.scripts.iterdir():
        program.unlink()

    checkout.set_up(Starts())

    assert checkout.made == 2


@pytest.mark.parametrize(("system", "folder"), [("posix", "bin"), ("nt", "Scripts")])
def test_programs_are_where_the_system_keeps_them(system: str, folder: str) -> None:
    environment = dev.environment_in(Path("a"), system)

    assert environment == dev.Environment(Path("a", ".venv"), Path("a", ".venv", folder))


def test_everything_is_installed_in_its_fixed_version_from_wherever_pip_is_told_to() -> None:
    commands = dev.install_commands("python", dev.TOOLS)

    install = "python -m pip install --disable-pip-version-check -c constraints.txt"
    assert [" ".join(command) for command in commands] == [
        f"{install} hatchling",
        f"{install} --no-build-isolation -e .[dev]",
    ]


# -- what only the system can install ------------------------------------------------------------------------------


def test_a_python_that_cannot_make_environments_is_completed_where_that_is_allowed() -> None:
    start = Starts()

    dev.install_venv("3.11", APT, start)

    assert start.commands == [
        ("apt-get", "update"),
        ("apt-get", "install", "-y", "--no-install-recommends", "python3.11-venv"),
    ]


@pytest.mark.parametrize("apt", [(), APT])
def test_otherwise_the_line_to_type_is_named(apt: tuple[str, ...]) -> None:
    with pytest.raises(dev.SetUpError) as raised:
        dev.install_venv("3.11", apt, Starts(status=100))

    assert str(raised.value) == (
        "This Python cannot make environments yet. Type once:\n"
        "  sudo apt-get update && sudo apt-get install -y --no-install-recommends python3.11-venv"
    )


def test_an_environment_is_emptied_before_it_is_made(checkout: Checkout) -> None:
    start = Starts()

    dev.make_environment(checkout.environment, "python3", start)

    assert start.commands == [("python3", "-m", "venv", "--clear", str(checkout.environment.folder))]


def test_an_environment_that_cannot_be_made_stops_the_set_up(checkout: Checkout) -> None:
    with pytest.raises(dev.SetUpError, match="could not be made"):
        dev.make_environment(checkout.environment, "python3", Starts(status=1))


@pytest.mark.parametrize(
    ("programs", "user", "status", "first_word"),
    [
        (("apt-get",), 0, 1, "env"),
        (("apt-get", "sudo"), 1000, 0, "sudo"),
        (("apt-get", "sudo"), 1000, 1, None),  # sudo would ask for a password
        (("apt-get",), 1000, 0, None),
        ((), 0, 0, None),
        ((), None, 0, None),
    ],
)
def test_packages_are_installed_by_root_or_without_a_password(
    programs: tuple[str, ...], user: int | None, status: int, first_word: str | None
) -> None:
    apt = dev.apt_words(finder(*programs), user, Starts(status))

    assert next(iter(apt), None) == first_word


PRINTING = ("soffice", "pdftoppm", "pdftotext")


def says(words: str) -> dev.Ask:
    """Return a terminal in which every command says the same."""
    return lambda _: words


def test_a_font_is_asked_for_by_the_name_that_papers_use() -> None:
    asked: list[tuple[str, ...]] = []

    def ask(command: Sequence[str]) -> str:
        asked.append(tuple(command))
        return "Times New Roman"

    assert (dev.has_office(finder(*PRINTING), ask), asked[0][-1]) == (True, "Times New Roman")


def test_an_office_that_is_there_is_left_alone() -> None:
    start = Starts()

    dev.install_office(finder(*PRINTING), says("Liberation Serif"), APT, start)

    assert start.commands == []


@pytest.mark.parametrize("there", [PRINTING[:1], PRINTING[1:], PRINTING[:2]])
def test_a_missing_office_is_installed(there: tuple[str, ...]) -> None:
    start = Starts()

    dev.install_office(finder(*there), says("Liberation Serif"), APT, start)

    assert start.commands[-1] == ("apt-get", "install", "-y", "--no-install-recommends", *dev.OFFICE)


@pytest.mark.parametrize("font", ["DejaVu Serif", ""])
def test_a_font_in_which_lines_are_longer_is_not_enough(font: str) -> None:
    start = Starts()

    dev.install_office(finder(*PRINTING), says(font), APT, start)

    assert start.commands[-1] == ("apt-get", "install", "-y", "--no-install-recommends", *dev.OFFICE)


def test_an_office_that_may_not_be_installed_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    start = Starts()

    dev.install_office(finder(), says(""), (), start)

    assert (start.commands, dev.line_to_type(dev.OFFICE) in capsys.readouterr().out) == ([], True)


@pytest.mark.parametrize(
    ("command", "variables", "wanted"),
    [
        (dev.Command("test"), {}, False),
        (dev.Command("test"), {"CI": "true"}, True),
        (dev.Command("test", is_deep=True), {}, True),
    ],
)
def test_an_office_is_wanted_by_the_long_tier_and_by_machines(
    command: dev.Command, variables: dict[str, str], *, wanted: bool
) -> None:
    assert dev.wants_office(command, variables) == wanted


# -- the window ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("system", "variables", "there"),
    [
        ("posix", {}, False),
        ("posix", {"DISPLAY": ""}, False),
        ("posix", {"DISPLAY": ":0"}, True),
        ("posix", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("nt", {}, True),
    ],
)
def test_a_window_needs_a_screen(system: str, variables: dict[str, str], *, there: bool) -> None:
    assert dev.has_screen(system, variables) == there


class Qt(Starts):
    """A terminal in which Qt loads once its packages were installed, if they can be."""

    def __call__(self, command: Sequence[str]) -> int:
        """Write the command down; Python fails for as long as nothing was installed."""
        super().__call__(command)
        is_installed = any("install" in words for words in self.commands)
        return self.status if command[0] != "python" or is_installed else 134


def test_libraries_that_are_there_are_left_alone() -> None:
    start = Starts()

    assert dev.install_qt("python", dev.LOADS_QT, APT, start, Starts())
    assert start.commands == []


def test_missing_libraries_are_installed_and_tried_again() -> None:
    terminal = Qt()

    assert dev.install_qt("python", dev.SHOWS_QT, APT, terminal, terminal)
    assert terminal.commands == [
        ("python", "-c", dev.SHOWS_QT),
        ("apt-get", "update"),
        ("apt-get", "install", "-y", "--no-install-recommends", *dev.WINDOW),
        ("python", "-c", dev.SHOWS_QT),
    ]


@pytest.mark.parametrize(("apt", "status"), [((), 0), (APT, 100)])
def test_libraries_that_cannot_be_installed_are_named_in_one_line(apt: tuple[str, ...], status: int) -> None:
    terminal = Qt(status)

    assert not dev.install_qt("python", dev.LOADS_QT, apt, terminal, terminal)
    assert dev.line_for_qt().splitlines()[1].strip() == dev.line_to_type(dev.WINDOW)


class Machine(Starts):
    """A machine with everything set up, on which each program ends with a status of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, screen: str = "", demo: int = 0, qt: int = 0) -> None:
        """Put the machine in the place of this one."""
        super().__init__()
        self.demo, self.qt = demo, qt
        monkeypatch.setattr(dev, "set_up_here", lambda *_: None)
        monkeypatch.setattr(dev, "start_here", self)
        monkeypatch.setattr(dev, "start_silently", self)
        monkeypatch.setattr(dev, "find_apt", lambda: ())
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        monkeypatch.setenv("DISPLAY", screen)

    def __call__(self, command: Sequence[str]) -> int:
        """Write the command down."""
        super().__call__(command)
        return self.demo if "demo" in command else self.qt if "-c" in command else 0

    @property
    def programs(self) -> list[tuple[str, ...]]:
        """What was started of our program, without its Python."""
        return [words[3:] for words in self.commands if "ccbdesk" in words]


def run_on(machine: Machine, tmp_path: Path) -> int:
    """Type ``run`` on a machine."""
    assert not machine.commands
    return dev.run(dev.Command("run"), dev.environment_in(tmp_path, "posix"))


DEMO = ("demo", "--out", "build/demo")


def test_without_a_screen_the_chain_runs_and_no_window_opens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine = Machine(monkeypatch)

    assert (run_on(machine, tmp_path), machine.programs) == (0, [DEMO])


@pytest.mark.parametrize("demo", [0, 1])
def test_where_there_is_a_screen_the_window_opens_after_the_chain(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, demo: int
) -> None:
    machine = Machine(monkeypatch, screen=":0", demo=demo)

    assert (run_on(machine, tmp_path), machine.programs) == (demo, [DEMO, ()])


def test_a_chain_that_could_not_run_opens_no_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine = Machine(monkeypatch, screen=":0", demo=2)

    assert (run_on(machine, tmp_path), machine.programs) == (2, [DEMO])


def test_a_window_that_lacks_libraries_does_not_spoil_the_chain(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine(monkeypatch, screen=":0", qt=134)

    assert (run_on(machine, tmp_path), machine.programs) == (0, [DEMO])
    assert dev.line_for_qt() in capsys.readouterr().out


# -- the checks ----------------------------------------------------------------------------------------------------


def test_the_checks_pass_on_what_is_meant_for_pytest(checkout: Checkout) -> None:
    checks = dev.checks_of(dev.Command("test", ("-k", "stamp"), is_deep=True), checkout.environment)

    assert [check.name for check in checks] == ["ruff check", "ruff format", "mypy", "lint-imports", "pytest"]
    assert checks[-1].command[1:] == ("-m", "pytest", "-n", "2", "--deep", "-k", "stamp")


def test_a_check_is_timed_and_passes_with_status_0(capsys: pytest.CaptureFixture[str]) -> None:
    check = dev.Check("mypy", ("mypy",))
    times = iter((10.0, 12.5))

    result = dev.run_check(check, Starts(status=1), lambda: next(times))

    assert (result, capsys.readouterr().out) == (dev.Result(check, has_passed=False, seconds=2.5), "\n-- mypy\n")


def test_the_summary_names_what_failed() -> None:
    results = [
        dev.Result(dev.Check("mypy", ()), has_passed=True, seconds=2.54),
        dev.Result(dev.Check("pytest", ()), has_passed=False, seconds=31),
    ]

    assert dev.summary(results) == "passed  mypy             2.5 s\nFAILED  pytest          31.0 s\nFailed: pytest."


def test_the_summary_says_when_all_is_well() -> None:
    assert dev.summary([dev.Result(dev.Check("mypy", ()), has_passed=True, seconds=1)]).endswith("All checks passed.")


def test_what_was_left_out_is_said(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n  deep\n  libreoffice\n", encoding="utf-8")
    (tmp_path / "test_three.py").write_text(
        "import pytest\n"
        "def test_a(): pass\n"
        "@pytest.mark.deep\ndef test_b(): pass\n"
        "@pytest.mark.libreoffice\ndef test_c(): pass\n",
        encoding="utf-8",
    )

    said = subprocess.run(
        (sys.executable, "-m", "pytest", "-q", "-n", "1"),
        cwd=tmp_path,
        env={**os.environ, "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert [line.split(" in ")[0] for line in said.splitlines()[-3:]] == [
        "NOT RUN: 1 checks that need the long tier (python3 dev.py test --deep)",
        "NOT RUN: 1 checks that need LibreOffice",
        "1 passed",
    ]
