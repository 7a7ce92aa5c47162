"""Why a file could not be read or written, in the program's own words where it has some."""

from __future__ import annotations

from errno import EACCES, EIO, ENOSPC

import pytest

from screener.store.reason import reason


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(EACCES, "Zugriff verweigert", "a.yaml"), "a.yaml: Permission denied"),
        (OSError(ENOSPC, "Kein Speicherplatz"), "No space left on device"),
        (OSError(EIO, "Input/output error", "a.yaml"), "a.yaml: Input/output error"),
        (OSError("unplugged"), "unplugged"),
    ],
)
def test_that_a_file_is_named_with_what_went_wrong(error, said):
    assert reason(error) == said
