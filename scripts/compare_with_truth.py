"""Compares the figures of imported files with those counted in their XML. Called by compare-with-truth."""

import collections
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from decimal import Decimal

ROLES = {"1": "funding", "2": "accountable", "3": "extending", "4": "implementing"}


def rows(index, sql):
    return index.execute(sql).fetchall()


def count(index, sql):
    return rows(index, sql)[0][0]


def figures(index):
    """What the index says, under the names that expected() uses."""
    found = {
        "activities": count(index, "SELECT count(*) FROM record WHERE class = 'project'"),
        "budgets": count(index, "SELECT count(*) FROM budget WHERE kind = 'budget'"),
    }
    for code, number in rows(index, "SELECT code, count(*) FROM transfer GROUP BY code"):
        found[f"transactions {code}"] = number
    sums = collections.defaultdict(Decimal)
    for code, currency, value in rows(
        index, "SELECT code, coalesce(currency, '(none)'), value FROM transfer WHERE value IS NOT NULL"
    ):
        sums[f"total {code} {currency}"] += Decimal(value)
    found.update(sums)
    status = """
        SELECT coalesce(json_extract(json, '$.values.status[0].code'), ''), count(*) FROM record
        JOIN body ON record = key
        WHERE class = 'project' GROUP BY 1"""
    for code, number in rows(index, status):
        found[f"status {code}"] = number
    country = """
        SELECT json_extract(json, '$.values.kind[0].code'), count(DISTINCT link.record)
        FROM link JOIN record p ON p.key = link.target JOIN body ON body.record = p.key
        WHERE link.field = 'places' AND p.kind = 'country' GROUP BY 1"""
    for code, number in rows(index, country):
        found[f"country {code}"] = number
    for role, number in rows(
        index, "SELECT role, count(DISTINCT target) FROM link WHERE field = 'participants' GROUP BY role"
    ):
        found[f"organisations {role}"] = number
    for end in ("provider", "receiver"):
        found[f"{end} activities named"] = count(
            index,
            f"""SELECT count(*) FROM (SELECT {end}_activity_id AS id FROM transfer UNION
                SELECT {end}_activity_id FROM budget) WHERE id IS NOT NULL""",
        )
    found["related activities named"] = count(
        index,
        """SELECT count(DISTINCT value ->> '$.text') FROM record JOIN body ON body.record = record.key,
           json_each(body.json, '$.values.related') WHERE class = 'project'""",
    )
    return found


def expected(truth):
    """The same from the figures counted in the XML."""
    identifiers = truth["identifiers"]
    known = {
        "activities": identifiers["distinct"] + identifiers["missing"],
        "budgets": truth["budgets"]["count"],
    }
    for code, number in truth["transactions"]["per_type"].items():
        known[f"transactions {code}"] = number
    for code, currencies in truth["transactions"]["totals"].items():
        for currency, total in currencies.items():
            known[f"total {code} {currency}"] = Decimal(total)
    status = collections.Counter()
    for code, number in truth["status"].items():
        status["" if code.startswith("(") else code] += number
    known.update({f"status {code}": number for code, number in status.items()})
    inside, within = truth["recipient_countries"], truth["tx_recipient_countries"]
    for code in set(inside) | set(within):
        # Where activities and transactions both name it, how many do either was not counted.
        known[f"country {code}"] = None if code in inside and code in within else inside.get(code) or within[code]
    for role, number in truth["participating_orgs"]["distinct_per_role_norm"].items():
        known[f"organisations {ROLES.get(role, role.removeprefix('other:'))}"] = number
    for end in ("provider", "receiver"):
        known[f"{end} activities named"] = truth["links"][end]["distinct"]
    known["related activities named"] = truth["links"]["related"]["distinct"]
    known["organisations reporting"] = truth["reporting_orgs"]["distinct"]
    return known


def merged(index):
    """How many ways of writing an organisation were taken for another."""
    return count(index, "SELECT count(*) FROM ledger WHERE reason LIKE 'the same name%'")


def main():
    program, folder, truth_file = sys.argv[1:]
    with open(truth_file) as file:
        truth = json.load(file)["files"]
    agree = fewer = uncounted = differ = 0
    for name in sorted(truth):
        with tempfile.TemporaryDirectory() as scratch:
            target = os.path.join(scratch, "one.index")
            outcome = subprocess.run(
                [program, "import", os.path.join(folder, name), "--into", target],
                capture_output=True, text=True,
            )
            if outcome.returncode != 0:
                print(f"{name}: not imported: {outcome.stderr.strip()}")
                differ += 1
                continue
            index = sqlite3.connect(target)
            ours, theirs = figures(index), expected(truth[name])
            taken = merged(index)
            index.close()
        lines = []
        for figure in sorted(set(ours) | set(theirs)):
            a, b = ours.get(figure, 0), theirs.get(figure, 0)
            if b is None:
                uncounted += 1
                continue
            if a == b:
                agree += 1
                continue
            # Each way of writing was counted there; here several may be one organisation. How many of these have the
            # role is not kept, so that this is explained and not proven.
            if figure.startswith("organisations ") and a < b:
                fewer += 1
                lines.append(f"  {figure}: {a}, in the XML {b} ways of writing ({taken} recognised by name)")
                continue
            differ += 1
            lines.append(f"  {figure}: {a}, in the XML {b}   DIFFERS")
        print(f"{name}: {'as counted' if not any('DIFFERS' in line for line in lines) else 'differs'}")
        print("\n".join(lines), end="\n" if lines else "")
    print(
        f"{agree} figures agree, {fewer} are fewer because spellings of an organisation are one,"
        f" {uncounted} cannot be compared, {differ} differ"
    )
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
