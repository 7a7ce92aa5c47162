"""Which open answers would settle most, kept up to date edit by edit."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from screener.assess.answers import Reason
from screener.assess.assessment import Missing, Needed
from screener.assess.cells import NOTHING, STALE
from screener.assess.diagram import bits_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from screener.assess.program import State

WEIGHT_BITS = 20  # of a count in a sum of weights

Entry = tuple[tuple[bool, int, int, int], Needed]


class Claim(NamedTuple):
    """A result that can wait for answers: its id, and what settling it is worth (counts by category, packed)."""

    id: str
    weight: int


def worth(category: int, categories: int) -> int:
    """Return the weight of one result of a category, the first category being worth more than any number of others."""
    return 1 << (WEIGHT_BITS * (categories - 1 - category))


class Tally(NamedTuple):
    """By name: the mask of claims that wait for it, and its entries in the list."""

    waiting: Mapping[int, int]
    entries: Mapping[int, tuple[Entry, ...]]

    def listed(self) -> tuple[Needed, ...]:
        """Return the open items, those that settle most first; items with a reason last."""
        entries = [entry for found in self.entries.values() for entry in found]
        entries.sort(key=itemgetter(0))
        return tuple(needed for _, needed in entries)


NO_TALLY = Tally({}, {})


class Needs:
    """The claims of one form, the most urgent first, by the number of their line."""

    def __init__(self, claims: Mapping[int, Claim]) -> None:
        order = sorted(claims, key=lambda line: (-claims[line].weight, line))
        self.rank = {line: rank for rank, line in enumerate(order)}
        self.claims = [claims[line] for line in order]

    def after(self, before: Tally, state: State, changes: Sequence[tuple[int, int, int]], renamed: int) -> Tally:
        """Return the tally after lines changed what they wait for.

        `changes`: (line, names it waited for, names it waits for); `renamed`: names that are said otherwise.
        """
        waiting, entries = dict(before.waiting), dict(before.entries)
        touched = renamed
        for line, was, now in changes:
            bit = 1 << self.rank[line]
            touched |= was ^ now
            for place in bits_of(was & ~now):
                waiting[place] &= ~bit
            for place in bits_of(now & ~was):
                waiting[place] = waiting.get(place, 0) | bit
        for place in bits_of(touched):
            if waiting.get(place, 0):
                entries[place] = self._entries(place, waiting[place], state.missing[place])
            else:
                waiting.pop(place, None)
                entries.pop(place, None)
        return Tally(waiting, entries)

    def _entries(self, place: int, claims: int, missing: tuple[Missing, ...]) -> tuple[Entry, ...]:
        waiting = [self.claims[rank] for rank in bits_of(claims)]
        total = sum(claim.weight for claim in waiting)
        ids = tuple(dict.fromkeys(claim.id for claim in waiting))
        return tuple(
            ((one.reason not in (NOTHING, STALE), -total, place, part), Needed(one.item, ids, one.reason))
            for part, one in enumerate(missing)
            if one.reason != Reason.UNABLE
        )
