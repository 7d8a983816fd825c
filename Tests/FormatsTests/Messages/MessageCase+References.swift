/// Messages about ids and citations.
extension MessageCase {
    static let references: [MessageCase] = [
        MessageCase(
            "bad id",
            .file(
                "organisations-more.yaml",
                """
                - id: UN Women
                  name: UN Women
                  cite: korneev-2013 §1
                """), 1, "bad-id",
            "'UN Women' is no id.",
            "Use small letters a–z and digits, words joined by hyphens, such as 'un-women'."),
        MessageCase(
            "duplicate id",
            .project("- {id: ilo, kind: project, title: I, cite: korneev-2013 §1}"), 5, "duplicate-id",
            "The id 'ilo' is taken by the record in organisations.yaml, line 2.",
            "Give one of the two another id, or make one record of them."),
        MessageCase(
            "dangling id, near",
            .project(
                """
                  participants:
                    - {organisation: lio, role: implementing}
                """), 6, "dangling-id",
            "No record has the id 'lio', which 'organisation' names.",
            "Write 'ilo', or add an organisation with this id to organisations.yaml."),
        MessageCase(
            "dangling id, far", .project("  themes: border-management"), 5, "dangling-id",
            "No record has the id 'border-management', which 'themes' names.",
            "Add a theme with this id to themes.yaml, or name another."),
        MessageCase(
            "dangling id of any class",
            .file("findings.yaml", "- {id: f, text: T, about: [iom, bomca], cite: korneev-2013 §1}"), 1,
            "dangling-id",
            "No record has the id 'bomca', which 'about' names.",
            "Add a record with this id, or name another."),
        MessageCase(
            "dangling source",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                  name: UNDP
                  cite: korneev-2012 §1
                """), 3, "dangling-id",
            "No record has the id 'korneev-2012', which 'cite' names.",
            "Write 'korneev-2013', or add a source with this id to sources.yaml."),
        MessageCase(
            "dangling citing source",
            .file(
                "sources-more.yaml",
                """
                - id: betts-2011
                  type: book
                  title: T
                  footnotes: {korneef-2013: [1]}
                """), 4, "dangling-id",
            "No record has the id 'korneef-2013', which 'footnotes' names.",
            "Write 'korneev-2013', or add a source with this id to sources.yaml."),
        MessageCase(
            "dangling speaker",
            .file(
                "sources-more.yaml",
                """
                - id: talk
                  type: interview
                  title: T
                  speaker: {organisation: un-women, role: adviser}
                """), 4, "dangling-id",
            "No record has the id 'un-women', which 'organisation' names.",
            "Add an organisation with this id to organisations.yaml, or name another."),
        MessageCase(
            "dangling by",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                  name: UNDP
                  cite: {source: korneev-2013, at: §1, basis: reported, by: interview-2}
                """), 3, "dangling-id",
            "No record has the id 'interview-2', which 'by' names.",
            "Write 'interview-1', or add a source with this id to sources.yaml."),
        MessageCase(
            "wrong class", .organisation("  country: ilo"), 4, "wrong-class",
            "'ilo' in 'country' is an organisation, not a place.",
            "Name a place."),
        MessageCase(
            "wrong class of a cited source",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                  name: UNDP
                  cite: iom §1
                """), 3, "wrong-class",
            "'iom' in 'cite' is an organisation, not a source.",
            "Name a source."),
        MessageCase(
            "bad citation",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                  name: UNDP
                  cite: §3.1 ¶6
                """), 3, "bad-citation",
            "'§3.1 ¶6' does not begin with a source's id.",
            "Write the source's id, then the place in it, such as 'korneev-2013 §3.1 ¶6'."),
        MessageCase(
            "inferred from nothing",
            .organisation(
                "  mandate: {value: Borders, cite: {source: korneev-2013, at: §1, basis: inferred}}"), 4,
            "bad-citation",
            "A citation with 'basis: inferred' has no 'from'.",
            "Add 'from': from what a reader concludes it."),
        MessageCase(
            "reported by nobody",
            .organisation(
                "  mandate: {value: Borders, cite: {source: korneev-2013, at: §1, basis: reported}}"), 4,
            "bad-citation",
            "A citation with 'basis: reported' has no 'by'.",
            "Add 'by': the id of the source whose word it is."),
        MessageCase(
            "by without reported",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                  name: UNDP
                  cite: {source: korneev-2013, at: §1, by: interview-1}
                """), 3, "bad-citation",
            "'by' says nothing without 'basis: reported'.",
            "Add 'basis: reported', or take 'by' out."),
        MessageCase(
            "outside where it may not be",
            .organisation(
                "  mandate: {value: Borders, cite: {source: korneev-2013, at: §1, basis: outside}}"), 4,
            "outside-not-allowed",
            "'mandate' may not rest on knowledge from outside the sources.",
            "Cite a source, or take it out; 'basis: outside' is for acronym, expansion, name, country, iso, dac, type."
        ),
        MessageCase(
            "outside for a record",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                  name: UNDP
                  cite: {source: korneev-2013, at: §1, basis: outside}
                """), 3, "outside-not-allowed",
            "A whole record may not rest on knowledge from outside the sources.",
            "Cite a source, or take it out; 'basis: outside' is for acronym, expansion, name, country, iso, dac, type."
        ),
        MessageCase(
            "citation without a place",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                  name: UNDP
                  cite: korneev-2013
                """), 3, "missing-locator",
            "The citation of 'korneev-2013' does not say where in it.",
            "Add the place: '§' section, '¶' paragraph, 'n' note, 'p.' page, or 'title'.",
            severity: .warning),
    ]
}
