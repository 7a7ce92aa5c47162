"""Sets up what the program needs in `.venv`, once, and starts it: `python run.py`. All tests: `python run.py --test`.

Needs nothing but Python itself. Words after it go to the program (`python run.py check`), after `--test` to pytest.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE / "pyproject.toml"
CONSTRAINTS = HERE / "constraints.txt"
LOWEST, HIGHEST = (3, 11), (3, 14)
PYTEST = ["-m", "pytest", "-n", "auto", "--dist", "worksteal"]  # on all processors


def main(words: list[str]) -> int:
    """Start the program, or the tests, in an environment that fits."""
    if not LOWEST <= sys.version_info[:2] <= HIGHEST:
        have = f"{sys.version_info[0]}.{sys.version_info[1]}"
        return told(f"This program needs Python 3.11, 3.12, 3.13 or 3.14, and this is {have}.")
    is_test = words[:1] == ["--test"]
    try:
        python = environment(with_tests=is_test)
    except (OSError, subprocess.CalledProcessError) as error:
        return told(reason(error))
    command = [str(python), *(PYTEST if is_test else [str(HERE / "main.py")]), *words[is_test:]]
    place = HERE if is_test else None
    surroundings = {**os.environ, "PYTHONUTF8": "1"} if is_test else None  # Windows has other encodings of its own
    try:
        return subprocess.run(command, cwd=place, env=surroundings, check=False).returncode  # noqa: S603  # our own program
    except KeyboardInterrupt:
        return 130


def environment(*, with_tests: bool) -> Path:
    """Return the Python of `.venv`, made and filled when it isn't yet, or when what is needed has changed."""
    folder = HERE / ".venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = stamp()
    marks = [folder / name for name in (("run.stamp", "test.stamp") if with_tests else ("run.stamp",))]
    if python.exists() and all(mark.exists() and mark.read_text("ascii") == wanted for mark in marks):
        return python
    print("Setting up .venv, once; this takes a minute or two ...", flush=True)
    if not python.exists() or stamped_python(folder) != sys.version_info[:2]:
        quietly([sys.executable, "-m", "venv", "--clear", str(folder)])
    needed = requirements(with_tests=with_tests)
    quietly([str(python), "-m", "pip", "install", "--disable-pip-version-check", "-q", "-c", str(CONSTRAINTS), *needed])
    quietly([str(python), "-m", "compileall", "-q", str(HERE / "screener")])  # or each start would compile it anew
    for mark in marks:
        mark.write_text(wanted, "ascii")
    return python


def stamp() -> str:
    """Return what the content of an environment depends on."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}".encode()
    return hashlib.sha256(b"\0".join((PROJECT.read_bytes(), CONSTRAINTS.read_bytes(), version))).hexdigest()


def stamped_python(folder: Path) -> tuple[int, int] | None:
    """Return the version of Python that a `.venv` was made with."""
    try:
        lines = (folder / "pyvenv.cfg").read_text("utf-8").splitlines()
    except OSError:
        return None
    found = dict(line.partition("=")[::2] for line in lines)
    numbers = next((value for key, value in found.items() if key.strip() == "version"), "0.0").strip().split(".")
    return int(numbers[0]), int(numbers[1])


def requirements(*, with_tests: bool) -> list[str]:
    """Return what pyproject.toml asks for."""
    import tomllib  # noqa: PLC0415  # Pythons that are too old are told so before

    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    return [*project["dependencies"], *(project["optional-dependencies"]["dev"] if with_tests else [])]


def quietly(command: list[str]) -> None:
    """Run a step; what it prints is shown only when it fails."""
    subprocess.run(command, check=True, capture_output=True, text=True, errors="replace")  # noqa: S603  # Python's own tools


def reason(error: Exception) -> str:
    """Return what stopped the set-up, and what to do, in one sentence after the step's own last line."""
    if not isinstance(error, subprocess.CalledProcessError):
        return f"The environment .venv could not be written: {error}."
    printed = f"{error.stdout or ''}\n{error.stderr or ''}".strip()
    if "ensurepip" in printed or "venv" in error.cmd:
        return f"{last(printed)}\nPython's venv is missing here: on Debian and Ubuntu, apt install python3-venv."
    offline = (
        "connection broken",
        "NewConnectionError",
        "NameResolutionError",
        "ConnectTimeout",
        "No route to host",
        "Connection refused",
    )
    if any(sign in printed for sign in offline):
        return "The packages could not be fetched: this computer needs the network for the first start, so try again."
    return f"{last(printed)}\nThe packages could not be installed."


def last(printed: str) -> str:
    """Return the last line of what a step printed."""
    return printed.splitlines()[-1] if printed else ""


def told(sentence: str) -> int:
    """Say what is wrong."""
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
