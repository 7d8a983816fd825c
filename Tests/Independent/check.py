"""Compares what whofunds computes with measures.py: python3 check.py WHOFUNDS DOSSIER [SEED ...].

The dossier in the folder DOSSIER is compared, and a random one for each seed. Prints how many numbers of each kind
were compared, of how many there is none, and the largest difference; ends with 1 if one differs.
"""

import itertools
import json
import random
import subprocess
import sys
import tempfile

import networkx

import conflicts
import generate
import measures

TOLERANCE = 1e-9
CONCENTRATION = ["actors", "hhi", "effective-number", "lead-share", "top-three-share"]
MATRICES = ["theme-overlap", "theme-niche-overlap", "country-overlap", "country-niche-overlap"]


class Tally:
    """What was compared, by kind."""

    def __init__(self):
        self.counts, self.missing, self.largest, self.differences = {}, {}, {}, []

    def compare(self, kind, where, told, computed):
        self.counts[kind] = self.counts.get(kind, 0) + 1
        self.missing[kind] = self.missing.get(kind, 0) + (computed is None)
        numbers = [isinstance(value, (int, float)) for value in (told, computed)]
        gap = abs(told - computed) if all(numbers) else 0.0 if told == computed else float("inf")
        self.largest[kind] = max(self.largest.get(kind, 0.0), gap)
        if gap > TOLERANCE:
            self.differences.append(f"{kind}, {where}: whofunds {told}, independently {computed}")

    def print(self):
        print(f"{'compared':34}{'values':>9}{'none':>8}  largest difference")
        for kind, count in self.counts.items():
            print(f"{kind:34}{count:9}{self.missing[kind]:8}  {self.largest[kind]:.1e}")
        for line in self.differences[:40]:
            print("DIFFERS:", line)


class Program:
    def __init__(self, path, dataset):
        self.path, self.dataset = path, dataset

    def ask(self, *words):
        return self.view("measures", *words)

    def view(self, *words):
        line = [self.path, *words, "--dataset", self.dataset, "--format", "json"]
        done = subprocess.run(line, capture_output=True, text=True)
        # 1 is an empty list.
        if done.returncode not in (0, 1) or not done.stdout:
            sys.exit(f"{' '.join(line)}: {done.stderr}")
        return json.loads(done.stdout)


def named(told, level=None):
    return {m["measure"]: m for m in told if level is None or m["level"] == level}


def compare_field(tally, program, dossier, projects, options, where):
    """Concentration of donors and implementers, by projects, year by year, and by money."""
    for level, role in (("donor", "funding"), ("implementer", "implementing")):
        told = named(program.ask("--level", level, *options), level)
        for name, value in measures.concentration(measures.weights(dossier, projects, role)).items():
            tally.compare(name, f"{where} {level}", told[name]["value"], value)
        series = measures.yearly(dossier, projects, role, "hhi")
        for year in told["hhi"]["years"]:
            pair = (year["certain"], year["possible"])
            for index, value in enumerate(series.get(year["year"], ("no such year",) * 2)):
                tally.compare("hhi, year by year", f"{where} {level} {year['year']}", pair[index], value)
        told = named(program.ask("--level", level, "--by", "EUR", *options), level)
        money = measures.concentration(measures.weights(dossier, projects, role, "EUR"))
        for name in CONCENTRATION:
            tally.compare(f"{name}, by money", f"{where} {level}", told[name]["value"], money[name])


def compare_organisations(tally, program, dossier, projects, where):
    """Dependency, centrality and withdrawal of every organisation."""
    graph = measures.graph(dossier, projects)
    raw = networkx.betweenness_centrality(graph, normalized=False)
    normalised = networkx.betweenness_centrality(graph, normalized=True)
    degrees = {"in-degree": graph.in_degree, "out-degree": graph.out_degree, "betweenness": raw}
    for id in dossier.organisations:
        place = f"{where} {id}"
        told = program.ask(id, "--measure", "dependency")[0]
        tally.compare("dependency", place, told["value"], measures.dependency(dossier, id, projects))
        told = program.ask(id, "--measure", "withdrawal")[0]
        compare_withdrawal(tally, told, dossier, id, projects, place)
        # Of who is no node nothing is told.
        told = named(program.ask(id, "--level", "funding-graph"))
        for name, values in degrees.items():
            value = told[name]["value"] if name in told else None
            tally.compare(name, place, value, values[id] if id in graph else None)
        value = told["betweenness"]["normalised"] if "betweenness" in told else None
        tally.compare("betweenness, normalised", place, value, normalised.get(id))


def compare_withdrawal(tally, told, dossier, id, projects, where):
    funded, lost, losers, cells = measures.withdrawal(dossier, id, projects)
    if not funded:
        return tally.compare("withdrawal", where, told["value"], None)
    tally.compare("withdrawal", where, told["value"], len(lost))
    groups = [group["items"] for group in told["ingredients"]]
    tally.compare("withdrawal, projects", where, {i["ids"][0] for i in groups[0]}, lost)
    tally.compare("withdrawal, implementers", where, {i["ids"][0]: tuple(i["figures"]) for i in groups[1]}, losers)
    tally.compare("withdrawal, cells", where, {tuple(i["ids"]) for i in groups[2]}, cells)


def compare_pairs(tally, program, dossier, projects, rng, where):
    """Overlaps of everybody with everybody, months of joint presence of some."""
    for level, role in (("implementer", "implementing"), ("donor", "funding")):
        portfolios = {}
        for name in MATRICES:
            category, index = name.split("-")[0], measures.pianka if "niche" in name else measures.overlap
            for row in program.ask("--matrix", "--measure", name, "--level", level):
                for other, value in row["values"].items():
                    p, q = (
                        portfolios.setdefault(
                            (id, category), measures.portfolio(dossier, id, projects, category, role)
                        )
                        for id in (row["organisation"], other)
                    )
                    tally.compare(name, f"{where} {row['organisation']} {other}", value, index(p, q))
    implementers = [id for id in dossier.organisations if measures.of(dossier, id, projects)]
    for first, second in rng.sample(sorted(itertools.combinations(implementers, 2)), 25):
        told = program.ask(first, second, "--measure", "joint-presence")[0]
        months = measures.joint_months(dossier, first, second, projects)
        pair = None if told["unknown"] else (told["value"], told["possible"])
        tally.compare("joint presence", f"{where} {first} {second}", pair, months)


def compare_conflicts(tally, program, dossier, where):
    """The whole computed register: which pairs, and their scores."""
    told = {
        tuple(conflict["projects"]): (conflict["score"], conflict["scorePossible"])
        for conflict in program.view("conflicts", "--computed", "--level", "implementer-implementer", "--limit", "100000")
    }
    found = conflicts.pairs(dossier)
    tally.compare("computed conflicts, pairs", where, set(told), set(found))
    for pair, scores in found.items():
        for said, score in zip(told.get(pair, (None, None)), scores):
            tally.compare("computed conflicts, scores", f"{where} {pair}", said, float(score))


def compare(tally, program, dossier, where, rng):
    projects = dossier.counted()
    compare_field(tally, program, dossier, projects, [], where)
    theme = next(iter(dossier.themes))
    within = {t for t in dossier.themes if theme in dossier.closure(dossier.themes, t, "parent")}
    filtered = dossier.counted(lambda id: within.intersection(measures.many(dossier.projects[id].get("themes"))))
    compare_field(tally, program, dossier, filtered, ["--theme", theme], f"{where} {theme}")
    compare_organisations(tally, program, dossier, projects, where)
    compare_pairs(tally, program, dossier, projects, rng, where)
    compare_conflicts(tally, program, dossier, where)


def main():
    path, bundled, seeds = sys.argv[1], sys.argv[2], [int(seed) for seed in sys.argv[3:]] or [1, 2, 3]
    tally = Tally()
    compare(tally, Program(path, bundled), measures.Dossier(bundled), bundled, random.Random(0))
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            generate.write(seed, folder)
            dossier = measures.Dossier(folder)
            compare(tally, Program(path, folder), dossier, f"seed {seed}", random.Random(seed))
    tally.print()
    told = "nothing differs" if not tally.differences else f"{len(tally.differences)} differ"
    print(f"{bundled} and seeds {', '.join(map(str, seeds))}: {told}")
    return 1 if tally.differences else 0


if __name__ == "__main__":
    sys.exit(main())
