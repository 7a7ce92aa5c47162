"""The window: the only package that imports PySide6."""

import builtins

import PySide6.QtCore  # noqa: F401  # the binding puts a hook of its own around `import`

# The hook reads the source of every module imported after it, to see which features of the binding it chose by
# `from __feature__ import ...`. No module of ours does; what the binding kept as the original goes back into its place.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
