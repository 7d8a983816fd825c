"""The dates of docs/ANALYSIS.md, written anew: what a project's period and sightings bound."""

import calendar
import datetime
import math

PAST, FUTURE = -math.inf, math.inf


def date(text):
    """The earliest and the latest day (as ordinals) of a date such as 2008, 2008-03?, 2011~."""
    bare = text.rstrip("?~%")
    parts = [int(part) for part in bare.split("-")]
    spread = 1 if bare != text else 0
    if len(parts) == 3:
        day = datetime.date(*parts).toordinal()
        return day - spread, day + spread
    if len(parts) == 1:
        first, last = (parts[0] - spread, 1), (parts[0] + spread, 12)
    else:
        month = parts[0] * 12 + parts[1] - 1
        first, last = [(m // 12, m % 12 + 1) for m in (month - spread, month + spread)]
    return (
        datetime.date(*first, 1).toordinal(),
        datetime.date(*last, calendar.monthrange(*last)[1]).toordinal(),
    )


def extent(period, sightings):
    """Start earliest and latest, end earliest and latest; None when nothing is said."""
    a, b, c, d = PAST, FUTURE, PAST, FUTURE
    if period:
        start, end = (period.split("/") + [None])[:2] if "/" in period else (period, period)
        if start == "..":
            a = b = PAST
        elif start:
            a, b = date(start)
        if end == "..":
            c = d = FUTURE
        elif end:
            c, d = date(end)
    if d < a:
        a, d = d, a
        b, c = d, a
    for sighting in sightings:
        first, last = [date(part) for part in sighting.split("/")] if "/" in sighting else [date(sighting)] * 2
        if first[1] >= a:
            b = min(b, first[1])
        if last[0] <= d:
            c = max(c, last[0])
    b, c = min(b, d), max(c, a)
    return None if (a, b, c, d) == (PAST, FUTURE, PAST, FUTURE) else (a, b, c, d)


def month(day):
    """Months counted from year 0; an unbounded day stays so."""
    if math.isinf(day):
        return day
    found = datetime.date.fromordinal(int(day))
    return found.year * 12 + found.month - 1


def runs(found, first, last):
    """Whether something certainly, possibly or not ran in the months from first to last."""
    a, b, c, d = (month(day) for day in found)
    if b <= last and c >= first:
        return "certain"
    return "possible" if a <= last and d >= first else "none"


def months(found, certain):
    """First and last month in which something certainly, or possibly, ran; None for none."""
    a, b, c, d = (month(day) for day in found)
    first, last = (b, c) if certain else (a, d)
    return (first, last) if first <= last else None
