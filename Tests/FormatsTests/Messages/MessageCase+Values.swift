/// Messages about dates, money, codes and terms.
extension MessageCase {
    static let values: [MessageCase] = [
        MessageCase(
            "unknown basis",
            .file(
                "organisations-more.yaml",
                """
                - id: undp
                  name: UNDP
                  cite: {source: korneev-2013, at: §1, basis: infered}
                """), 3, "unknown-term",
            "'infered' in 'basis' is no basis.",
            "Write 'inferred'; the choices are stated, inferred, reported, outside."),
        MessageCase(
            "unknown term, near", .project("  status: finalization"), 5, "unknown-term",
            "'finalization' in 'status' is no activity status.",
            "Write 'finalisation'; the choices are pipeline, implementation, finalisation, closed, suspended, cancelled."
        ),
        MessageCase(
            "unknown term, far", .project("  format: regional"), 5, "unknown-term",
            "'regional' in 'format' is no format.",
            "Choose one of multilateralism, embeddedness, trans-regionalism."),
        MessageCase(
            "unknown role",
            .project(
                """
                  participants:
                    - {organisation: iom, role: implementer}
                """), 6, "unknown-term",
            "'implementer' in 'role' is no role.",
            "Write 'implementing'; the choices are funding, accountable, extending, implementing, partner, beneficiary, reporting."
        ),
        MessageCase(
            "unknown qualifier", .project("  amounts: {value: 5, currency: EUR, qualifier: about}"), 5,
            "unknown-term",
            "'about' in 'qualifier' is no qualifier.",
            "Choose one of almost, around, over, up to."),
        MessageCase(
            "bad date",
            .file("sources-more.yaml", "- {id: a, type: web-page, title: T, accessed: 15 March 2013}"), 1,
            "bad-date",
            "'15 March 2013' in 'accessed' is no date.",
            "Write '2013-03-15'; a date is 2008, 2008-03, 2008-03-15, 2003? (uncertain), 2011~ (about) or 200X (a decade)."
        ),
        MessageCase(
            "period in place of a date",
            .file("sources-more.yaml", "- {id: a, type: web-page, title: T, accessed: 2012/2013}"), 1,
            "bad-date",
            "'2012/2013' in 'accessed' is a period; one date goes here.",
            "Write a date as 2008, 2008-03, 2008-03-15, 2003? (uncertain), 2011~ (about) or 200X (a decade)."),
        MessageCase(
            "bad period", .project("  period: 2006–2011"), 5, "bad-period",
            "'2006–2011' in 'period' is no period.",
            "Write '2006/2011'; a period is 2006-11/2011-11, 2007-06/ (end not said), /2011-05 (start not said), 2001/.. (goes on) or one date."
        ),
        MessageCase(
            "month that is none", .project("  period: 2006-13/2011"), 5, "bad-period",
            "'2006-13/2011' in 'period' is no period.",
            "Write a period as 2006-11/2011-11, 2007-06/ (end not said), /2011-05 (start not said), 2001/.. (goes on) or one date."
        ),
        MessageCase(
            "end before start", .project("  period: 2011-05/2008-03"), 5, "end-before-start",
            "'2011-05/2008-03' in 'period' ends before it starts.",
            "Compare it with the source; if the dates are swapped, write '2008-03/2011-05'."),
        MessageCase(
            "bad currency", .project("  amounts: {value: 5, currency: €}"), 5, "bad-currency",
            "'€' is no currency of ISO 4217.",
            "Write 'EUR'."),
        MessageCase(
            "unknown currency", .project("  amounts: {value: 5, currency: EURO}"), 5, "bad-currency",
            "'EURO' is no currency of ISO 4217.",
            "Write three capital letters, such as EUR, or leave it out when the source does not say."),
        MessageCase(
            "bad amount", .project("  amounts: {value: 1.8 million, currency: EUR}"), 5, "bad-amount",
            "'1.8 million' is no figure.",
            "Write '1800000'."),
        MessageCase(
            "unreadable amount", .project("  amounts: {value: some, currency: EUR}"), 5, "bad-amount",
            "'some' is no figure.",
            "Write digits only, such as 1800000 or 2.5; 'qualifier' says how exact it is."),
        MessageCase(
            "bad country",
            .file("places.yaml", "- {id: uk, kind: country, name: UK, iso: UK, cite: korneev-2013 §1}"), 1,
            "bad-country",
            "'UK' in 'iso' is no country of ISO 3166-1.",
            "Write 'GB'."),
        MessageCase(
            "unknown country",
            .file("places.yaml", "- {id: x, kind: country, name: X, iso: QQ, cite: korneev-2013 §1}"), 1,
            "bad-country",
            "'QQ' in 'iso' is no country of ISO 3166-1.",
            "Write two capital letters, such as KG."),
        MessageCase(
            "country code of a region",
            .file(
                "places.yaml", "- {id: ca, kind: region, name: Central Asia, iso: KZ, cite: korneev-2013 §1}"),
            1, "bad-country",
            "Only a country has an 'iso', and this place is of kind 'region'.",
            "Take 'iso' out, or write 'kind: country'."),
        MessageCase(
            "bad flag",
            .file("events.yaml", "- {id: e, title: E, kind: meeting, absent: yes, cite: korneev-2013 §1}"), 1,
            "bad-flag",
            "'yes' in 'absent' is neither true nor false.",
            "Write 'absent: true', or take it out."),
        MessageCase(
            "bad footnote",
            .file(
                "sources-more.yaml",
                """
                - id: betts-2011
                  type: book
                  title: T
                  footnotes: {korneev-2013: [1, n22]}
                """), 4, "bad-footnote",
            "'n22' is no footnote.",
            "Write its number, or '*' for a starred note."),
    ]
}
