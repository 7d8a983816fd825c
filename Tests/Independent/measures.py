"""The measures of docs/ANALYSIS.md, computed from the YAML of a dossier with numpy and networkx.

Written from the definitions alone: it shares nothing with the program. By itself it prints what it computes of
the field of a dossier: python3 measures.py FOLDER.
"""

import collections
import pathlib
import sys

import networkx
import numpy
import yaml

import dates


def many(value):
    """One value or a list of them, plain or with its citation, as a list; denied ones left out."""
    if value is None:
        return []
    found = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and "value" in item and "currency" not in item:
            if not item.get("absent"):
                found += many(item["value"])
        else:
            found.append(item)
    return found


class Dossier:
    def __init__(self, folder):
        def load(name):
            path = pathlib.Path(folder) / f"{name}.yaml"
            return yaml.safe_load(path.read_text(encoding="utf-8")) or [] if path.exists() else []

        self.organisations = {record["id"]: record for record in load("organisations")}
        self.themes = {record["id"]: record for record in load("themes")}
        self.places = {record["id"]: record for record in load("places")}
        self.projects = {record["id"]: record for record in load("projects")}
        self.flows = [record for record in load("flows") if not record.get("absent")]
        self.instruments = {id for id, record in self.projects.items() if "instrument" in many(record["kind"])}
        self.members = {
            id: {role: self.outermost(id, role) for role in ("funding", "extending", "implementing")}
            for id in self.projects
        }
        self.extents = {
            id: dates.extent(next(iter(map(str, many(record.get("period")))), None),
                             [str(seen) for seen in many(record.get("active"))])
            for id, record in self.projects.items()
        }

    def closure(self, table, id, field):
        """Everything that a record stands inside, itself included."""
        found, waiting = set(), [id]
        while waiting:
            here = waiting.pop()
            if here in found:
                continue
            found.add(here)
            waiting += many(table[here].get(field))
        return found

    def wholes(self, organisation):
        return self.closure(self.organisations, organisation, "part-of")

    def outermost(self, project, role):
        """Who stands in a role, without those who stand beside a whole of themselves."""
        found = []
        for member in many(self.projects[project].get("participants")):
            if member.get("absent"):
                continue
            if member["role"] == role and member["organisation"] not in found:
                found.append(member["organisation"])
            if role == "extending" and member.get("via") and member["via"] not in found:
                found.append(member["via"])
        return [
            one
            for one in found
            if not any(
                other != one and one in self.organisations and other in self.wholes(one) for other in found
            )
        ]

    def counted(self, keep=lambda id: True):
        """The projects that measures count."""
        return [id for id in self.projects if id not in self.instruments and keep(id)]

    def countries(self, project):
        found = set()
        for place in many(self.projects[project].get("places")):
            around = {p for p in self.closure(self.places, place, "part-of") if "country" in many(self.places[p]["kind"])}
            within = {
                p
                for p, record in self.places.items()
                if "country" in many(record["kind"]) and place in self.closure(self.places, p, "part-of")
            }
            found |= within or around or {place}
        return found

    def theme_shares(self, project):
        """What part of a project each theme is: percentages brought to a sum of one, the rest evenly."""
        said = collections.defaultdict(list)
        themes = self.projects[project].get("themes") or []
        for item in themes if isinstance(themes, list) else [themes]:
            for theme in many(item):
                said[theme].append(item.get("share") if isinstance(item, dict) else None)
        percents = {t: sum(s for s in shares if s is not None) for t, shares in said.items()
                    if any(s is not None for s in shares)}
        missing = [t for t in said if t not in percents]
        left = max(0.0, 100 - sum(percents.values()))
        percents.update({t: left / len(missing) for t in missing})
        total = sum(percents.values())
        return {t: p / total if total else 1 / len(percents) for t, p in percents.items()}


def weights(dossier, projects, role, currency=None):
    """How much each organisation holds: projects split evenly, or money of projects that are one's alone."""
    held = collections.defaultdict(float)
    for project in projects:
        members = dossier.members[project][role]
        if not members:
            continue
        worth = 1.0
        if currency:
            amounts = dossier.projects[project].get("amounts") or []
            figures = {amount["value"] for amount in amounts if amount.get("currency") == currency}
            if len(members) > 1 or len(figures) != 1:
                continue
            worth = float(figures.pop())
        for member in members:
            held[member] += worth / len(members)
    return dict(held)


def concentration(held):
    shares = numpy.sort(numpy.array(list(held.values())))[::-1]
    if len(shares) == 0 or shares.sum() == 0:
        return {name: None for name in ("actors", "hhi", "effective-number", "lead-share", "top-three-share")}
    shares = shares / shares.sum()
    index = float(numpy.square(shares).sum())
    return {
        "actors": len(shares),
        "hhi": index,
        "effective-number": 1 / index,
        "lead-share": float(shares[0]),
        "top-three-share": float(shares[:3].sum()),
    }


def of(dossier, organisation, projects, role="implementing"):
    """The projects in which an organisation, or a part of it, stands in a role."""
    found = []
    for project in projects:
        for member in many(dossier.projects[project].get("participants")):
            if member["role"] == role and not member.get("absent"):
                if organisation in dossier.wholes(member["organisation"]):
                    found.append(project)
                    break
    return found


def dependency(dossier, organisation, projects):
    own = [p for p in projects if any(organisation in dossier.wholes(i) for i in dossier.members[p]["implementing"])]
    return concentration(weights(dossier, own, "funding"))["lead-share"]


def portfolio(dossier, organisation, projects, category, role):
    names = sorted(dossier.themes if category == "theme" else dossier.places)
    vector = numpy.zeros(len(names))
    for project in of(dossier, organisation, projects, role):
        if category == "theme":
            found = dossier.theme_shares(project)
        else:
            countries = dossier.countries(project)
            found = {country: 1 / len(countries) for country in countries}
        for one, share in found.items():
            vector[names.index(one)] += share
    return vector / vector.sum() if vector.sum() else None


def overlap(p, q):
    return None if p is None or q is None else float(numpy.minimum(p, q).sum())


def pianka(p, q):
    return None if p is None or q is None else float(p @ q / numpy.sqrt((p @ p) * (q @ q)))


def graph(dossier, projects):
    """Who pays whom."""
    found = networkx.DiGraph()
    payable = set(dossier.organisations) | dossier.instruments
    told = collections.defaultdict(set)
    counted = set(projects)
    for flow in dossier.flows:
        targets = many(flow.get("project"))
        if flow["kind"] == "in-kind" or (targets and not counted.intersection(targets)):
            continue
        stops = []
        for stop in many(flow["from"]) + many(flow.get("through")) + many(flow["to"]):
            if not stops or stops[-1] != stop:
                stops.append(stop)
        found.add_edges_from(
            (a, b) for a, b in zip(stops, stops[1:]) if a in payable and b in payable and a != b
        )
        for target in targets:
            told[target] |= {(a, b) for i, a in enumerate(stops) for b in stops[i + 1:]}
    for project in projects:
        donors, implementers = (dossier.members[project][role] for role in ("funding", "implementing"))
        channels = [c for c in dossier.members[project]["extending"] if c in payable and c not in donors]
        steps = [(d, c) for d in donors for c in channels] + [(c, i) for c in channels for i in implementers]
        if not channels:
            steps = [(d, i) for d in donors for i in implementers]
        if donors:
            found.add_edges_from(e for e in steps if e[0] != e[1] and e not in told[project])
    return found


def withdrawal(dossier, donor, projects):
    """Projects, implementers with what they lose, and cells that lose their only named support."""
    def leaves(one):
        return donor in dossier.wholes(one)

    funded = [p for p in projects if any(map(leaves, dossier.members[p]["funding"]))]
    lost = {p for p in funded if all(map(leaves, dossier.members[p]["funding"]))}
    losers = {}
    for implementer in {i for p in lost for i in dossier.members[p]["implementing"]}:
        own = [p for p in projects if implementer in dossier.members[p]["implementing"]]
        supported = [p for p in own if dossier.members[p]["funding"]]
        losers[implementer] = (len(lost.intersection(own)), len(supported), len(own) - len(supported))
    cells = collections.defaultdict(set)
    for project in projects:
        for theme in many(dossier.projects[project].get("themes")):
            for country in dossier.countries(project):
                cells[theme, country].add(project)
    gone = {cell for cell, own in cells.items() if own <= lost}
    return funded, lost, losers, gone


def year_bounds(dossier, projects):
    days = [d for p in projects if dossier.extents[p] for d in dossier.extents[p]]
    years = [int(dates.month(d)) // 12 for d in days if d not in (dates.PAST, dates.FUTURE)]
    return range(min(years), max(years) + 1)


def yearly(dossier, projects, role, measure):
    """A measure of concentration in each year, over what certainly and what possibly ran."""
    found = {}
    for year in year_bounds(dossier, projects):
        state = {p: dates.runs(dossier.extents[p], year * 12, year * 12 + 11) for p in projects if dossier.extents[p]}
        certain = [p for p, s in state.items() if s == "certain"]
        possible = [p for p, s in state.items() if s != "none"]
        found[year] = tuple(
            concentration(weights(dossier, own, role))[measure] for own in (certain, possible)
        )
    return found


def joint_months(dossier, first, second, projects):
    """Months in which both certainly, and possibly, have a project; None for no bound, or no number at all."""
    told = []
    for certain in (True, False):
        sets = []
        for organisation in (first, second):
            extents = [dossier.extents[p] for p in of(dossier, organisation, projects) if dossier.extents[p]]
            if not extents:
                return None
            sets.append([span for span in (dates.months(e, certain) for e in extents) if span])
        spans = [(max(a, c), min(b, d)) for a, b in sets[0] for c, d in sets[1] if max(a, c) <= min(b, d)]
        if any(span[0] == dates.PAST or span[1] == dates.FUTURE for span in spans):
            told.append(None)
        else:
            told.append(len({m for a, b in spans for m in range(int(a), int(b) + 1)}))
    return tuple(told)


if __name__ == "__main__":
    whole = Dossier(sys.argv[1])
    everything = whole.counted()
    for the_role in ("funding", "implementing"):
        for title, number in concentration(weights(whole, everything, the_role)).items():
            print(f"{the_role} {title} {number!r}")
    payers = graph(whole, everything)
    print(f"nodes {payers.number_of_nodes()} edges {payers.number_of_edges()}")
    for node, number in sorted(networkx.betweenness_centrality(payers, normalized=False).items()):
        if number:
            print(f"betweenness {node} {number!r}")
