"""The computed conflicts of docs/ANALYSIS.md, found by comparing each project with each other.

Nothing here is how the program does it: months are tried out one by one instead of by a closed form, and there
are no cells and no sweep.
"""

import itertools

import numpy

import dates
import measures

# A month that stands for "as far away as one likes".
FAR = 10**9


def bounds(found):
    """The four months of an extent, ends without a bound far away."""
    return [int(numpy.clip(dates.month(day), -FAR, FAR)) for day in found]


def candidates(low, high, others):
    """Months from low to high where the share can change its course: both ends, and around the other's dates."""
    near = {month + step for month in others for step in (-1, 0, 1)}
    return sorted({low, high} | {month for month in near if low <= month <= high})


def shares(one, other):
    """The least and the greatest share of the shorter that is shared, over all true dates; None if they never meet."""
    a, b, c, d = one
    e, f, g, h = other
    start, end, other_start, other_end = numpy.meshgrid(
        candidates(a, b, other), candidates(c, d, other + [a, b]),
        candidates(e, f, one), candidates(g, h, one + [e, f]), indexing="ij")
    possible = (start <= end) & (other_start <= other_end)
    shared = numpy.minimum(end, other_end) - numpy.maximum(start, other_start) + 1
    shorter = numpy.minimum(end - start, other_end - other_start) + 1
    endless = shorter > FAR // 2
    share = numpy.where(endless, (shared > FAR // 2).astype(float), numpy.maximum(shared, 0) / numpy.maximum(shorter, 1))
    if not (shared[possible] > 0).any():
        return None
    return share[possible].min(), share[possible].max()


def members(dossier, project, role):
    return {
        member["organisation"]
        for member in measures.many(dossier.projects[project].get("participants"))
        if member["role"] == role and not member.get("absent")
    }


def pairs(dossier):
    """{(project, project): (certain score, possible score)} of projects whose implementers differ."""
    wholes = lambda members: {whole for member in members for whole in dossier.wholes(member)}
    found = {}
    compared = [
        id for id in sorted(dossier.counted())
        if dossier.extents[id] and not dossier.projects[id].get("absent") and members(dossier, id, "implementing")
    ]
    facts = {
        id: (bounds(dossier.extents[id]), dossier.countries(id), dossier.theme_shares(id),
             members(dossier, id, "implementing"), wholes(members(dossier, id, "implementing")))
        for id in compared
    }
    for one, other in itertools.combinations(compared, 2):
        when, where, what, who, above = facts[one]
        when2, where2, what2, who2, above2 = facts[other]
        if who & above2 or who2 & above or not where & where2:
            continue
        theme = sum(min(part, what2[name]) for name, part in what.items() if name in what2)
        months = shares(when, when2) if theme > 0 else None
        if months is None or months[1] == 0:
            continue
        rest = len(where & where2) / min(len(where), len(where2)) * theme
        found[one, other] = (months[0] * rest, months[1] * rest)
    return found
