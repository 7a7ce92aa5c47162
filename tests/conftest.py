"""For all tests: examples that Hypothesis finds may take their time on a busy machine, and are the same on every run of CI."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("screener", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("screener")
