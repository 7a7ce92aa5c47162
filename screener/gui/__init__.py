"""The window: the only package that imports PySide6."""

import builtins

import PySide6.QtCore  # noqa: F401  # imported for its hook, see below

# The binding puts a hook around `import` that reads the source of every module imported later, to see which of its
# features that chose by `from __feature__ import ...`. No module of ours does: what was there before goes back.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
