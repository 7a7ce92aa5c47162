"""The Qt binding survives a day's work on every supported Python that this machine has.

PySide6 6.12.0 loses a reference to None in every call that returns nothing; Python 3.11, where None can die, aborts after some 6,000 of
them. Python 3.12 and later would survive the loss, so the count of references is looked at as well.
The wheels of PySide6 are made for the stable interface of Python: the one installed here serves the other Pythons too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest
import shiboken6

SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
CALLS = 20_000
SCRIPT = f"""
import sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
before = sys.getrefcount(None)
for number in range({CALLS}):
    label.setText(str(number))
lost = before - sys.getrefcount(None)
assert label.text() == str({CALLS} - 1)
assert lost < {CALLS} // 100, lost
print(sys.version_info[:2], "survived")
"""


def pythons() -> dict[str, str]:
    """Return an interpreter for each supported version that is here: this one, those on the path, those of pyenv."""
    this = f"{sys.version_info[0]}.{sys.version_info[1]}"
    found = {this: sys.executable}
    beside = sorted(Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/*/bin"))
    for version in SUPPORTED:
        for folder in [None, *map(str, beside)]:
            path = shutil.which(f"python{version}", path=folder)
            if version not in found and path is not None and is_version(path, version):
                found[version] = path
    return found


def is_version(path: str, version: str) -> bool:
    script = "import sys; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run([path, "-c", script], capture_output=True, text=True, timeout=30, check=False)
    return done.stdout.strip() == version


PYTHONS = pythons()


@pytest.mark.parametrize("version", PYTHONS)
def test_that_a_label_set_twenty_thousand_times_does_not_end_the_process(version, tmp_path):
    for package in (PySide6, shiboken6):
        folder = Path(package.__path__[0])
        try:
            (tmp_path / folder.name).symlink_to(folder, target_is_directory=True)
        except OSError:  # Windows without the right to make links
            shutil.copytree(folder, tmp_path / folder.name)
    done = subprocess.run(
        [PYTHONS[version], "-c", SCRIPT],
        env=os.environ | {"PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONNOUSERSITE": "1"},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"({version.replace('.', ', ')}) survived\n"


def test_that_the_version_that_aborts_is_not_installed():
    assert PySide6.__version_info__[:2] == (6, 11)
