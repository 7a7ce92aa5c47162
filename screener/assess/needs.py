"""Which open answers would settle most, kept up to date edit by edit."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from screener.assess.answers import NOTHING, STALE, Reason
from screener.assess.assessment import Missing, Needed
from screener.assess.diagram import bits_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from screener.assess.program import State

WEIGHT_BITS = 20  # of a count in a sum of weights

Place = tuple[bool, int, int, int]  # has a reason, less the weight of what waits, name, part of it


class Claim(NamedTuple):
    """A result that can wait for answers: its id, and what settling it is worth (counts by category, packed)."""

    id: str
    weight: int


def worth(category: int, categories: int) -> int:
    """Return the weight of one result of a category, the first category being worth more than any number of others."""
    return 1 << (WEIGHT_BITS * (categories - 1 - category))


class Tally(NamedTuple):
    """By name: the mask of claims that wait for it, and where its entries stand; all entries, and what they say."""

    waiting: Sequence[int]
    places: Sequence[tuple[Place, ...]]
    order: Sequence[Place]  # rising
    listed: tuple[Needed, ...]  # in that order: those that settle most first; items with a reason last


NO_TALLY = Tally((), (), (), ())


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
        if not changes and not renamed:
            return before
        touched = renamed
        for _, was, now in changes:
            touched |= was ^ now
        more = touched.bit_length() - len(before.waiting)
        waiting, places = [*before.waiting, *[0] * more], [*before.places, *[()] * more]
        for line, was, now in changes:
            bit = 1 << self.rank[line]
            for name in bits_of(was ^ now):
                waiting[name] ^= bit
        order, listed = [*before.order], [*before.listed]
        for name in bits_of(touched):
            for place in places[name]:
                at = bisect_left(order, place)
                del order[at], listed[at]
            entries = self._entries(name, waiting[name], state.missing[name])
            places[name] = tuple(entries)
            for place, needed in entries.items():
                at = bisect_left(order, place)
                order.insert(at, place)
                listed.insert(at, needed)
        return Tally(waiting, places, order, tuple(listed))

    def _entries(self, name: int, claims: int, missing: tuple[Missing, ...]) -> dict[Place, Needed]:
        if not claims:
            return {}
        waiting = [self.claims[rank] for rank in bits_of(claims)]
        total = sum(claim.weight for claim in waiting)
        ids = tuple(dict.fromkeys(claim.id for claim in waiting))
        return {
            (one.reason not in (NOTHING, STALE), -total, name, part): Needed(one.item, ids, one.reason)
            for part, one in enumerate(missing)
            if one.reason != Reason.UNABLE
        }
