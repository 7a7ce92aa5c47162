"""For all tests: nothing is kept in the cache of whoever runs them, and examples that Hypothesis finds may take their time.

On a busy machine, that is; on CI they are the same on every run.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

from hypothesis import settings

os.environ["SCREENER_CACHE"] = tempfile.mkdtemp(prefix="screener-cache-")
os.environ["SCREENER_SETTINGS"] = tempfile.mkdtemp(prefix="screener-settings-")
for name in ("SCREENER_CACHE", "SCREENER_SETTINGS"):
    atexit.register(shutil.rmtree, os.environ[name], ignore_errors=True)

settings.register_profile("screener", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("screener")
