"""The words that are never said: no text of the product or of a form gives a verdict (clinical source 3.5)."""

from __future__ import annotations

import re

_FORBIDDEN = (
    r"(?:in|un)?eligib(?:le|ility|ly)",
    r"(?:dis)?qualif(?:y|ies|ied)",
    r"(?:un)?suitab(?:le|ility|ly)",
    r"candidates?",
    r"candidacy",
    r"recommend(?:s|ed|ation|ations)?",
    r"passed",
    r"(?:in|no )?elegib(?:le|les|ilidad)",
    r"(?:des)?cu?alific(?:a|an|ad[oa]s?)",
    r"(?:in|no )?apt[oa]s?",
    r"adecuad[oa]s? para (?:el|la|un|una) (?:ensayo|estudio|terapia|tratamiento)",
    r"id[oó]ne[oa]s?",
    r"candidat[oa]s?",
    r"candidaturas?",
    r"recom(?:end(?:ad[oa]s?|ables?|amos|ar|ación|aciones)|iend(?:a|an|e|en))",
    r"super[oó] (?:el|la)",
    r"garantizad[oa]s?",
    r"garantizan?",
    r"curativ[oa]s?",
    r"se cura(?:n|rá|rán)?",
)
_PATTERN = re.compile(r"\b(?:" + "|".join(_FORBIDDEN) + r")\b", re.IGNORECASE)
_EXEMPT = (
    "It is not a decision about eligibility.",
    "Eligibility can only be determined",
    "No es una decisión sobre la elegibilidad.",
    "La elegibilidad solo puede determinarla",
)


def forbidden_in(text: str) -> list[str]:
    """Return the words of a text that the product never says, outside the two fixed sentences in either language."""
    folded = " ".join(text.split())
    for sentence in _EXEMPT:
        folded = folded.replace(sentence, "")
    return [match.group() for match in _PATTERN.finditer(folded)]
