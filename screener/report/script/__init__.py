"""Lays out writing that reportlab gets wrong, with Qt: letters that join or stack, right to left, marks, other faces.

Loaded only for a text that needs it (`fonts.is_plain` says which do not).
"""
