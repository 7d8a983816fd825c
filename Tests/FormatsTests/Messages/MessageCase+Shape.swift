/// Messages about keys and the shape of what stands under them.
extension MessageCase {
    static let shape: [MessageCase] = [
        MessageCase(
            "unknown key, near", .organisation("  manadte: Borders"), 4, "unknown-key",
            "'manadte' is no key of an organisation.",
            "Write 'mandate'."),
        MessageCase(
            "unknown key, far",
            .file(
                "places.yaml",
                "- {id: kg, kind: country, name: Kyrgyzstan, cite: korneev-2013 §1, colour: red}"), 1,
            "unknown-key",
            "'colour' is no key of a place.",
            "Known keys are id, cite, note, absent, name, kind, iso, part-of, aliases, description."),
        MessageCase(
            "text cut at its comma",
            .project("  channel: {value: Calls for proposals, from Brussels, cite: korneev-2013 §1}"), 5,
            "unknown-key",
            "'from Brussels' is no key of a value of 'channel'.",
            "If it belongs to the text before it, put that text into quotation marks."),
        MessageCase(
            "unknown key of a citation",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                  name: UNDP
                  cite: {source: korneev-2013, att: §1}
                """), 3, "unknown-key",
            "'att' is no key of a citation.",
            "Write 'at'."),
        MessageCase(
            "unknown key of dossier.yaml",
            .file(
                "dossier.yaml",
                """
                id: test
                title: Test
                langauge: en
                """), 3, "unknown-key",
            "'langauge' is no key of dossier.yaml.",
            "Write 'language'."),
        MessageCase(
            "missing key",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                  cite: korneev-2013 §1
                """), 1, "missing-key",
            "The organisation 'undp' has no 'name'.",
            "Add 'name: …'."),
        MessageCase(
            "missing id",
            .file(
                "organisations-more.yaml",
                """
                - name: UNDP
                  cite: korneev-2013 §1
                """), 1, "missing-key",
            "An organisation has no 'id'.",
            "Add 'id: …'."),
        MessageCase(
            "missing value", .organisation("  mandate: {note: unclear}"), 4, "missing-key",
            "The value of 'mandate' has no 'value'.",
            "Add 'value: …'."),
        MessageCase(
            "missing citation",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                  name: UNDP
                """), 1, "missing-citation",
            "The organisation 'undp' has no 'cite'.",
            "Add the source's id and the place in it, such as 'cite: korneev-2013 §3.1 ¶6'."),
        MessageCase(
            "missing citation of one of several values",
            .organisation(
                """
                  mandate:
                    - {value: Labour, cite: korneev-2013 §1}
                    - Borders
                """), 6, "missing-citation",
            "'mandate' has several values side by side, and this one has no 'cite'.",
            "Write {value: …, cite: …} for each."),
        MessageCase(
            "empty value",
            .project(
                """
                  period:
                  status: closed
                """), 5, "empty-value",
            "'period' has no value.",
            "Write one, or take the key out: what the sources do not say is left out."),
        MessageCase(
            "empty list", .project("  aliases: []"), 5, "empty-value",
            "'aliases' has no value.",
            "Write one, or take the key out: what the sources do not say is left out."),
        MessageCase(
            "empty citation",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                  name: UNDP
                  cite:
                """), 3, "empty-value",
            "'cite' has no value.",
            "Write one, or take the key out: what the sources do not say is left out."),
        MessageCase(
            "list in place of a text", .project("  channel: [[a]]"), 5, "wrong-shape",
            "'channel' may not hold a list here.",
            "Write text, or {value: …, cite: …}."),
        MessageCase(
            "text in place of a participant", .project("  participants: [iom]"), 5, "wrong-shape",
            "'participants' may not hold a plain text here.",
            "Write {organisation: an id, role: a role}."),
        MessageCase(
            "text in place of money", .project("  amounts: 1800000"), 5, "wrong-shape",
            "'amounts' may not hold a plain text here.",
            "Write {value: 1800000, currency: USD, cite: …}."),
        MessageCase(
            "mapping in place of the list",
            .file(
                "projects.yaml",
                """
                bomca:
                  title: BOMCA
                """), 1, "wrong-shape",
            "'projects.yaml' may not hold a mapping here.",
            "Write a list of records that begin with '- id: …'."),
        MessageCase(
            "text in place of a record", .file("projects.yaml", "- bomca"), 1, "wrong-shape",
            "'projects' may not hold a plain text here.",
            "Write records that begin with '- id: …'."),
        MessageCase(
            "colon in a text",
            .project(
                """
                  objectives:
                    - Borders: open and secure
                """), 6, "wrong-shape",
            "The colon after 'Borders' makes a key of it, in 'objectives'.",
            "Put the text into quotation marks, or write {value: …, cite: …}."),
        MessageCase(
            "contradiction of one value",
            .file(
                "discrepancies.yaml",
                """
                - id: d
                  title: D
                  kind: contradiction
                  about: iom
                  cite: korneev-2013 §1
                  values:
                    - {value: a, cite: korneev-2013 §1}
                """), 7, "too-few-values",
            "A contradiction has only one value.",
            "Give 'values' at least two, each {value: …, cite: …}, or choose 'kind: open-point' or 'kind: slip'."
        ),
        MessageCase(
            "value side by side without citation",
            .file(
                "discrepancies.yaml",
                """
                - id: d
                  title: D
                  kind: slip
                  about: iom
                  cite: korneev-2013 §1
                  values:
                    - {value: a}
                """), 7, "missing-citation",
            "A value in 'values' has no 'cite'.",
            "Add the source's id and the place in it, such as 'cite: korneev-2013 §3.1 ¶6'."),
        MessageCase(
            "key that is a list",
            .organisation(
                """
                  ? [a]
                  : b
                """), 4, "wrong-shape",
            "A list or mapping stands in place of a key.",
            "Write 'key: value'."),
    ]
}
