"""For all tests: examples that Hypothesis finds may take their time on a busy machine, and are the same on every run of CI."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("screener", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("screener")


@pytest.fixture(scope="session", autouse=True)
def no_cache_but_ours(tmp_path_factory):
    """Keep the forms that tests open in a folder of theirs, not in that of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCREENER_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
