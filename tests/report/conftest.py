"""For all tests of paper: one application of Qt, the window's kind, so that tests of the window can use it too."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _application(qapp):
    """Scripts that Qt lays out need an application; the first that is made stays."""
