"""For all tests: windows are drawn off screen, nothing is kept in the cache of whoever runs them, Hypothesis has time.

Where an environment variable names another platform of Qt, that one draws; off screen Qt has no fonts on Windows but
those of a folder that it is told. On CI the examples of Hypothesis are the
same on every run. As in the program, garbage is collected in the main thread only: in another one Python would take
widgets apart beside Qt.
"""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings

MANY = 20  # tests after which all garbage is collected
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QPA_FONTDIR", str(Path(__file__).resolve().parents[1] / "resources" / "fonts"))  # on Windows
os.environ["SCREENER_CACHE"] = tempfile.mkdtemp(prefix="screener-cache-")
os.environ["SCREENER_SETTINGS"] = tempfile.mkdtemp(prefix="screener-settings-")
for name in ("SCREENER_CACHE", "SCREENER_SETTINGS"):
    atexit.register(shutil.rmtree, os.environ[name], ignore_errors=True)

gc.disable()


def pytest_runtest_logfinish() -> None:
    """Collect what a test left."""
    gc.collect(2 if gc.get_count()[2] > MANY else 1)


settings.register_profile("screener", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("screener")
