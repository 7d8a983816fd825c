"""Writes a random dossier: python3 generate.py SEED FOLDER. The same seed gives the same dossier.

The dossiers are invented to be awkward: parts of organisations beside their whole, projects without donors,
uncertain and missing dates, amounts in several currencies, flows through channels, denied participants.
"""

import pathlib
import random
import sys

import yaml

ORGANISATIONS, THEMES, COUNTRIES, PROJECTS, FLOWS = 36, 9, 8, 300, 160


def organisations(rng):
    records = []
    for number in range(ORGANISATIONS):
        record = {"id": f"org-{number}", "name": f"Organisation {number}", "cite": "book §1"}
        if number >= 24:
            record["part-of"] = [f"org-{rng.randrange(number)}"]
        records.append(record)
    return records


def themes(rng):
    records = []
    for number in range(THEMES):
        record = {"id": f"theme-{number}", "name": f"Theme {number}", "cite": "book §1"}
        if number >= 5:
            record["parent"] = f"theme-{rng.randrange(number)}"
        records.append(record)
    return records


def places(rng):
    records = [
        {"id": "region-0", "name": "Region 0", "kind": "region", "cite": "book §1"},
        {"id": "region-1", "name": "Region 1", "kind": "region", "part-of": ["region-0"], "cite": "book §1"},
        {"id": "region-bare", "name": "A region of no country", "kind": "region", "cite": "book §1"},
    ]
    for number in range(COUNTRIES):
        record = {"id": f"land-{number}", "name": f"Land {number}", "kind": "country", "cite": "book §1"}
        region = [None, "region-0", "region-1"][rng.randrange(3)]
        if region:
            record["part-of"] = [region]
        records.append(record)
    for number in range(4):
        within = rng.sample(range(COUNTRIES), 1 + number % 2)
        records.append(
            {
                "id": f"spot-{number}",
                "name": f"Spot {number}",
                "kind": "border" if number % 2 else "city",
                "part-of": [f"land-{country}" for country in within],
                "cite": "book §1",
            }
        )
    return records


def date(rng, year):
    text = str(year) if rng.random() < 0.4 else f"{year}-{rng.randint(1, 12):02d}"
    return text + rng.choice(["", "", "", "?", "~"])


def period(rng):
    start = rng.randint(2000, 2012)
    first, last = date(rng, start), date(rng, start + rng.randint(1, 6))
    return rng.choice([None, first, f"{first}/{last}", f"{first}/{last}", f"{first}/", f"/{last}", f"{first}/.."])


def participants(rng):
    found = []
    chances = [("funding", 3), ("extending", 2), ("implementing", 3), ("partner", 1), ("beneficiary", 1)]
    for role, most in chances:
        for _ in range(rng.choice([0, 1, 1, most])):
            member = {"organisation": f"org-{int(ORGANISATIONS * rng.random() ** 2)}", "role": role}
            if role == "funding" and rng.random() < 0.15:
                member["via"] = f"project-{10 * rng.randrange(3)}"
            if rng.random() < 0.06:
                member["absent"] = True
            found.append(member)
    return found


def spread(themes, rng):
    """Some themes say what part of the project they are; percentages need not add up to 100."""
    if rng.random() < 0.6:
        return themes
    return [
        {"value": theme, "share": rng.choice([10, 25, 30, 60])} if rng.random() < 0.7 else theme for theme in themes
    ]


def projects(rng):
    records = []
    for number in range(PROJECTS):
        record = {
            "id": f"project-{number}",
            # What is an instrument is known, so that others can name it as their channel.
            "kind": "instrument" if number in (0, 10, 20) else rng.choice(["project", "programme", "assistance"]),
            "title": f"Project {number}",
            "cite": "book §1",
        }
        chosen = {
            "period": period(rng),
            "themes": spread([f"theme-{theme}" for theme in rng.sample(range(THEMES), rng.randint(0, 3))], rng),
            "places": rng.sample(
                ["region-0", "region-1", "region-bare"]
                + [f"land-{country}" for country in range(COUNTRIES)]
                + [f"spot-{spot}" for spot in range(4)],
                rng.randint(0, 3),
            ),
            "participants": participants(rng),
        }
        if rng.random() < 0.2:
            chosen["active"] = date(rng, rng.randint(2000, 2014)).rstrip("?~")
        if rng.random() < 0.6:
            chosen["amounts"] = [
                {"value": rng.randint(1, 5000) * 1000, "currency": rng.choice(["EUR", "EUR", "USD"])}
                for _ in range(rng.choice([1, 1, 2]))
            ]
            if rng.random() < 0.1:
                del chosen["amounts"][0]["currency"]
        record.update({key: value for key, value in chosen.items() if value})
        records.append(record)
    return records


def flows(rng):
    records = []
    for number in range(FLOWS):
        stops = [f"org-{rng.randrange(ORGANISATIONS)}" for _ in range(2)]
        record = {
            "id": f"flow-{number}",
            "kind": rng.choice(["funding", "commitment", "disbursement", "in-kind"]),
            "title": f"Flow {number}",
            "from": stops[0],
            "to": stops[1] if rng.random() < 0.8 else f"project-{rng.randrange(PROJECTS)}",
            "cite": "book §1",
        }
        if rng.random() < 0.4:
            channels = [f"org-{rng.randrange(ORGANISATIONS)}", f"project-{10 * rng.randrange(3)}"]
            record["through"] = rng.sample(channels, rng.randint(1, 2))
        if rng.random() < 0.6:
            record["project"] = [f"project-{rng.randrange(PROJECTS)}"]
        if rng.random() < 0.08:
            record["absent"] = True
        records.append(record)
    return records


def write(seed, folder):
    rng = random.Random(seed)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "dossier": {"id": f"random-{seed}", "title": f"Random dossier {seed}", "language": "en"},
        "sources": [{"id": "book", "type": "book", "title": "A book", "text": "whole"}],
        "organisations": organisations(rng),
        "themes": themes(rng),
        "places": places(rng),
        "projects": projects(rng),
        "flows": flows(rng),
    }
    for name, content in files.items():
        text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, default_flow_style=None)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
