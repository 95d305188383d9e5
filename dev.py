"""The commands of a fresh checkout. This module holds the set-up and what ``run`` and ``test`` do.

It runs before anything is installed, so it needs the standard library only. What it installs goes into ``.venv``,
which is its own: a ``.venv`` without its stamp is half made, or somebody else's, and is made again."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - here an older Python is told so in a sentence
    sys.exit("ccbdesk needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info))

ROOT = Path(__file__).resolve().parent

USAGE = """\
python3 dev.py run [ARGUMENT ...]            set up, make workbook and report from the samples (ccbdesk demo), then
                                             open the window where there is a screen
python3 dev.py test [--deep] [ARGUMENT ...]  set up, then run every check; the arguments are pytest's
Paths are read from the checkout. On Windows: py dev.py run, py dev.py test."""

COULD_NOT = 2
RUNTIME = ""
TOOLS = "dev"
OFFICE = ("libreoffice-calc-nogui", "libreoffice-writer-nogui", "poppler-utils", "fonts-liberation2")
WINDOW = (
    "libgl1",
    "libegl1",
    "libglib2.0-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon-x11-0",
    "libgssapi-krb5-2",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
)
"""The packages Qt needs on Linux besides those of its wheel: to be loaded at all, and to show a window."""

LOADS_QT = "import PySide6.QtNetwork, PySide6.QtSvg, PySide6.QtWidgets"
SHOWS_QT = f"{LOADS_QT}; PySide6.QtWidgets.QApplication([])"  # without a library of the screen this aborts
FONT = "Times New Roman"
AS_WIDE = ("Times New Roman", "Liberation Serif", "Tinos")
"""The fonts in which a line is as long as in the one that our papers ask for."""

Start = Callable[[Sequence[str]], int]
"""Starts a command, waits for its end and returns its exit status."""

Find = Callable[[str], str | None]
"""Returns where a program is, or None."""

Ask = Callable[[Sequence[str]], str]
"""Starts a command and returns what it says; nothing where it cannot be started."""


class SetUpError(Exception):
    """The set-up cannot go on; the message is for whoever typed the command."""


# -- what is asked for ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Command:
    """What was typed: ``run``, ``test`` or ``help``, and the words to pass on."""

    verb: str
    words: tuple[str, ...] = ()
    is_deep: bool = False


def parse(words: Sequence[str]) -> Command | None:
    """Return the command that was typed; None where it is none."""
    verb, *rest = words or ["help"]
    if verb in ("help", "-h", "--help"):
        return Command("help")
    if verb == "run":
        return Command("run", tuple(rest))
    if verb == "test":
        return Command("test", tuple(word for word in rest if word != "--deep"), "--deep" in rest)
    return None


def demo_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return the arguments of the main job, with a folder to write to where none was named."""
    names_folder = any(word == "--out" or word.startswith("--out=") for word in words)
    return ("demo", *words) if names_folder else ("demo", *words, "--out", "build/demo")


# -- the environment -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an environment was made of: its Python and place, a digest of what was required, and the extra tools."""

    base: str
    required: str
    extra: str


@dataclass(frozen=True, slots=True)
class Environment:
    """The virtual environment in a folder; ``scripts`` is where it keeps its programs."""

    folder: Path
    scripts: Path

    @property
    def python(self) -> str:
        """The environment's own Python, without the ending that Windows adds by itself."""
        return str(self.scripts / "python")

    @property
    def stamp(self) -> Path:
        """The file that is there when the environment is whole."""
        return self.folder / "ccbdesk-stamp.txt"


def environment_in(root: Path, system: str) -> Environment:
    """Return the environment of a checkout; ``system`` is ``os.name``."""
    folder = root / ".venv"
    return Environment(folder, folder / ("Scripts" if system == "nt" else "bin"))


def wanted_stamp(root: Path, version: str, extra: str) -> Stamp:
    """Return the stamp of the environment that the checkout asks for now."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((root / name).read_bytes())
    return Stamp(f"Python {version} in {root}", digest.hexdigest(), extra)


def read_stamp(environment: Environment) -> Stamp | None:
    """Return what the environment was made of; None where it is not whole, or its Python is gone."""
    if not shutil.which(environment.python) or not environment.stamp.exists():
        return None
    lines = environment.stamp.read_text(encoding="utf-8").split("\n")
    return Stamp(*lines) if len(lines) == 3 else None


def write_stamp(environment: Environment, stamp: Stamp) -> None:
    """Say that the environment is whole."""
    environment.stamp.write_text(f"{stamp.base}\n{stamp.required}\n{stamp.extra}", encoding="utf-8")


def covers(kept: Stamp | None, wanted: Stamp) -> bool:
    """Tell whether an environment has what is wanted; one with the tools can do the main job too."""
    if kept is None or kept.extra not in (wanted.extra, TOOLS):
        return False
    return (kept.base, kept.required) == (wanted.base, wanted.required)


def install_commands(python: str, extra: str) -> tuple[tuple[str, ...], ...]:
    """Return the commands that install the checkout: first what builds it, so that this too has a fixed version."""
    install = (python, "-m", "pip", "install", "--disable-pip-version-check", "-c", "constraints.txt")
    checkout = f".[{extra}]" if extra else "."
    return (*install, "hatchling"), (*install, "--no-build-isolation", "-e", checkout)


def set_up(environment: Environment, wanted: Stamp, make: Callable[[], None], start: Start) -> None:
    """Bring the environment to what is wanted; nothing is started where it is so already.

    The stamp goes before the first change and comes back after the last, so an interrupted set-up starts afresh."""
    kept = read_stamp(environment)
    if covers(kept, wanted):
        return
    environment.stamp.unlink(missing_ok=True)
    if kept is None or kept.base != wanted.base:
        make()
    say("Installing what ccbdesk needs into .venv; the first time takes a minute or more.")
    for command in install_commands(environment.python, wanted.extra):
        if start(command):
            raise SetUpError("The installation into .venv failed; what pip says above tells why.")
    write_stamp(environment, wanted)


# -- what only the system can install ------------------------------------------------------------------------------


def apt_words(find: Find, user: int | None, start: Start) -> tuple[str, ...]:
    """Return the words that begin an apt-get command; none where packages may not be installed. User 0 is root."""
    if not find("apt-get"):
        return ()
    apt = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120")
    if user == 0:
        return apt
    sudo = ("sudo", "-n")
    return (*sudo, *apt) if find("sudo") and start((*sudo, "true")) == 0 else ()


def install_packages(apt: Sequence[str], packages: Iterable[str], start: Start) -> bool:
    """Install packages of the system and tell whether that went well."""
    start((*apt, "update"))  # lists that cannot be refreshed may still be good enough
    return start((*apt, "install", "-y", "--no-install-recommends", *packages)) == 0


def line_to_type(packages: Iterable[str]) -> str:
    """Return the line with which a person installs packages of the system."""
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def install_venv(version: str, apt: Sequence[str], start: Start) -> None:
    """Install what a bare Debian lacks for making environments."""
    package = f"python{version}-venv"
    if not apt or not install_packages(apt, [package], start):
        raise SetUpError(f"This Python cannot make environments yet. Type once:\n  {line_to_type([package])}")


def make_environment(environment: Environment, python: str, start: Start) -> None:
    """Make the environment anew, empty but for pip."""
    if start((python, "-m", "venv", "--clear", str(environment.folder))):
        raise SetUpError(f"{environment.folder} could not be made; what Python says above tells why.")


def wants_office(command: Command, variables: Mapping[str, str]) -> bool:
    """Tell whether the checks that LibreOffice judges are to run even if it must be installed first."""
    return command.is_deep or variables.get("CI") == "true"


def has_office(find: Find, ask: Ask) -> bool:
    """Tell whether papers can be printed and measured: with LibreOffice, poppler's tools, and a font wide enough."""
    if not all(map(find, ("soffice", "pdftoppm", "pdftotext"))):
        return False
    return any(font in ask(("fc-match", "--format=%{family}", FONT)) for font in AS_WIDE)


def install_office(find: Find, ask: Ask, apt: Sequence[str], start: Start) -> None:
    """Install what prints papers where it is missing and may be installed; else say so, for the checks go on."""
    if has_office(find, ask):
        return
    if not apt or not install_packages(apt, OFFICE, start):
        say(
            "LibreOffice or a font for its papers is missing and could not be installed. On Debian or Ubuntu type:\n"
            f"  {line_to_type(OFFICE)}"
        )


# -- the window ----------------------------------------------------------------------------------------------------


def has_screen(system: str, variables: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown here; ``system`` is ``os.name``."""
    return system == "nt" or any(variables.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def install_qt(python: str, attempt: str, apt: Sequence[str], start: Start, start_silently: Start) -> bool:
    """Let Qt find its libraries and tell whether it does: ``attempt`` is what must not fail in the environment."""
    words = (python, "-c", attempt)
    if start_silently(words) == 0:
        return True
    return bool(apt) and install_packages(apt, WINDOW, start) and start_silently(words) == 0


def line_for_qt() -> str:
    """Return what to say where Qt's libraries are missing and could not be installed."""
    return f"The window needs libraries that are missing. On Debian or Ubuntu type once:\n  {line_to_type(WINDOW)}"


# -- the checks ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its name and the command that makes it."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a check."""

    check: Check
    has_passed: bool
    seconds: float


def checks_of(command: Command, environment: Environment) -> tuple[Check, ...]:
    """Return the checks, quickest first."""
    python = environment.python
    deep = ("--deep",) if command.is_deep else ()
    return (
        Check("ruff check", (python, "-m", "ruff", "check", ".")),
        Check("ruff format", (python, "-m", "ruff", "format", "--check", ".")),
        Check("mypy", (python, "-m", "mypy")),
        Check("lint-imports", (str(environment.scripts / "lint-imports"),)),
        Check("pytest", (python, "-m", "pytest", "-n", "2", *deep, *command.words)),
    )


def run_check(check: Check, start: Start, clock: Callable[[], float]) -> Result:
    """Make one check under its own heading."""
    say(f"\n-- {check.name}")
    began = clock()
    has_passed = start(check.command) == 0
    return Result(check, has_passed, clock() - began)


def summary(results: Sequence[Result]) -> str:
    """Return a line for each check and one for all."""
    lines = [
        f"{'passed' if result.has_passed else 'FAILED'}  {result.check.name:<14}{result.seconds:6.1f} s"
        for result in results
    ]
    failed = [result.check.name for result in results if not result.has_passed]
    lines.append(f"Failed: {', '.join(failed)}." if failed else "All checks passed.")
    return "\n".join(lines)


# -- this machine --------------------------------------------------------------------------------------------------


def say(words: str) -> None:
    """Print words before whatever is started next prints its own."""
    print(words, flush=True)


def start_here(command: Sequence[str]) -> int:
    """Start a command in this terminal and return its exit status."""
    return subprocess.run(command, check=False).returncode


def start_silently(command: Sequence[str]) -> int:
    """Start a command whose words nobody needs and return its exit status."""
    return subprocess.run(command, check=False, capture_output=True).returncode


def ask_here(command: Sequence[str]) -> str:
    """Start a command and return what it says; nothing where there is no such program."""
    if not shutil.which(command[0]):
        return ""
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


def find_apt() -> tuple[str, ...]:
    """Return the words that begin an apt-get command on this machine, if packages may be installed."""
    user = getattr(os, "geteuid", lambda: None)()  # Windows knows no such number
    return apt_words(shutil.which, user, start_silently)


def set_up_here(environment: Environment, extra: str) -> None:
    """Set up this checkout with the Python that runs this."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"

    def make() -> None:
        if not importlib.util.find_spec("ensurepip"):
            install_venv(version, find_apt(), start_here)
        make_environment(environment, sys.executable, start_here)

    set_up(environment, wanted_stamp(ROOT, version, extra), make, start_here)


def run(command: Command, environment: Environment) -> int:
    """Set up and do the main job; then open the window where there is a screen, and wait until it is closed."""
    set_up_here(environment, RUNTIME)
    status = start_here((environment.python, "-m", "ccbdesk", *demo_words(command.words)))
    if status != COULD_NOT and has_screen(os.name, os.environ):
        if install_qt(environment.python, SHOWS_QT, find_apt(), start_here, start_silently):
            say("\nThe window is open; this command ends when it is closed.")
            start_here((environment.python, "-m", "ccbdesk"))
        else:
            say(line_for_qt())
    return status


def test(command: Command, environment: Environment) -> int:
    """Set up, then make every check, whatever became of the one before."""
    set_up_here(environment, TOOLS)
    if not install_qt(environment.python, LOADS_QT, find_apt(), start_here, start_silently):
        raise SetUpError(line_for_qt())
    if wants_office(command, os.environ):
        install_office(shutil.which, ask_here, find_apt(), start_here)
    results = [run_check(check, start_here, time.monotonic) for check in checks_of(command, environment)]
    say(f"\n{summary(results)}")
    return int(not all(result.has_passed for result in results))


def main(words: Sequence[str]) -> int:
    """Do what was typed and return the exit status: 0 done, 1 a check failed, 2 it could not be done."""
    command = parse(words)
    if command is None or command.verb == "help":
        print(USAGE, file=sys.stdout if command else sys.stderr)
        return 0 if command else COULD_NOT
    os.chdir(ROOT)
    environment = environment_in(ROOT, os.name)
    try:
        return run(command, environment) if command.verb == "run" else test(command, environment)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return COULD_NOT
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
