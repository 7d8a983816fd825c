import Model

/// A small field of rivals, near enough to the bundled dossier to be read like it: two donors, one of them
/// with a delegation, an instrument, three implementers, five projects of which one is undated.
enum SampleDossier {
    static let dossier = Dossier(
        id: "sample", title: "Rivals in the field", description: "A field for tests.", language: "en",
        records: sources + organisations + projects + flows + relations + others + themes + places)

    static func dataset() throws -> Dataset { try IndexCompiler.compile(dossier) }

    /// The sample with some records more.
    static func dataset(adding records: Record...) throws -> Dataset {
        var dossier = dossier
        dossier.records += records
        return try IndexCompiler.compile(dossier)
    }

    static let sources = [
        Record(
            .source, "paper",
            [
                "title": ["Rivals in the field"], "type": ["article"], "authors": ["Mazé, Anne"],
                "year": ["2013"],
            ],
            cite: []),
        Record(
            .source, "evaluation",
            [
                "title": ["Evaluation of partnerships"], "type": ["evaluation"], "year": ["2009"],
                "footnotes": [.notes("paper", "2", "10")],
            ]),
        Record(
            .source, "interview-ilo",
            [
                "title": ["Interview with an adviser"], "type": ["interview"], "date": ["2011-04-15"],
                "speaker": [.speaks("ilo", "chief adviser")], "footnotes": [.notes("paper", "3")],
            ]),
        Record(
            .source, "interview-official",
            [
                "title": ["Interview with an official"], "type": ["interview"], "date": ["2011-03-31"],
                "speaker": [.speaks("ministry", "deputy minister")], "footnotes": [.notes("paper", "*")],
            ]),
    ]

    static let organisations = [
        Record(.organisation, "eu", ["name": ["European Union"], "acronym": ["EU"]]),
        Record(
            .organisation, "ec",
            [
                "name": ["European Commission"], "acronym": ["EC"], "type": ["other-public-sector"],
                "aliases": ["Commission of the European Communities"], "part-of": ["eu"],
            ]),
        Record(
            .organisation, "ec-delegation",
            ["name": ["Delegation of the European Commission, Almaty"], "part-of": ["ec"]]),
        Record(
            .organisation, "dfid",
            [
                "name": ["Department for International Development"], "acronym": ["DFID"],
                "aliases": ["UK Aid"], "type": ["government"],
            ]),
        Record(
            .organisation, "ilo",
            [
                "name": ["International Labour Organization"], "acronym": ["ILO"], "type": ["multilateral"],
                "mandate": ["Labour migration"],
            ]),
        Record(
            .organisation, "iom",
            [
                "name": ["International Organization for Migration"], "acronym": ["IOM"],
                "type": ["multilateral"],
            ]),
        Record(.organisation, "iom-kyrgyzstan", ["name": ["IOM Kyrgyzstan"], "part-of": ["iom"]]),
        Record(
            .organisation, "undp", ["name": ["United Nations Development Programme"], "acronym": ["UNDP"]]),
        Record(
            .organisation, "ministry",
            ["name": ["Ministry of Labour"], "type": ["government"], "country": ["kyrgyzstan"]]),
    ]

    static let projects = [
        Record(
            .project, "aeneas",
            ["title": ["Aid for migration and asylum"], "acronym": ["AENEAS"], "kind": ["instrument"]]),
        Record(
            .project, "partnerships",
            [
                "title": ["Towards sustainable partnerships"], "kind": ["project"],
                "period": ["2006-11/2011-11"], "themes": ["labour-migration"],
                "places": ["kazakhstan", "kyrgyzstan"],
                "participants": [
                    .takesPart("ec", "funding", via: "aeneas"), .takesPart("ilo", "implementing"),
                    .takesPart("ministry", "beneficiary"),
                ],
            ], cite: ["paper §1 n2"]),
        Record(
            .project, "regulating",
            [
                "title": ["Regulating labour migration"], "kind": ["project"], "period": ["2008-03/2011-05"],
                "status": ["closed"], "themes": ["labour-migration"], "places": ["kyrgyzstan"],
                "part-of": ["aeneas"],
                "participants": [.takesPart("ec", "funding"), .takesPart("ilo", "implementing")],
            ]),
        Record(
            .project, "calm",
            [
                "title": ["Central Asian Labour Migration"], "acronym": ["CALM"], "kind": ["project"],
                "period": ["2007-06/"], "themes": ["labour-migration"], "places": ["kyrgyzstan"],
                "participants": [
                    .takesPart("ec-delegation", "funding", via: "aeneas"),
                    .takesPart("iom-kyrgyzstan", "implementing"),
                    .takesPart("ilo", "implementing", absent: true),
                ],
            ], cite: ["paper §1 n3"]),
        Record(
            .project, "carmp",
            [
                "title": ["Regional migration programme"], "acronym": ["CARMP"], "kind": ["programme"],
                "themes": ["migration"], "places": ["central-asia"],
                "participants": [.takesPart("dfid", "funding"), .takesPart("iom", "implementing")],
            ], cite: ["paper §2"]),
        Record(
            .project, "bomca",
            [
                "title": ["Border management in Central Asia"], "acronym": ["BOMCA"], "kind": ["programme"],
                "period": ["2003/.."], "status": ["implementation"], "themes": ["border-management"],
                "places": ["kyrgyzstan", "tajikistan"],
                "participants": [.takesPart("ec", "funding"), .takesPart("undp", "implementing")],
            ], cite: ["paper §2"]),
    ]

    static let flows = [
        Record(
            .flow, "flow-ec-ilo",
            [
                "kind": ["commitment"], "from": ["ec"], "through": ["aeneas"], "to": ["ilo"],
                "project": ["regulating"], "date": ["2008"],
                "amounts": [.amount(1_800_000, "USD", "almost"), .amount(1_000_000, "EUR", "around")],
            ]),
        Record(
            .flow, "flow-dfid-ilo", ["kind": ["funding"], "from": ["dfid"], "to": ["ilo"]], absent: true),
    ]

    static let relations = [
        Record(
            .relation, "ilo-iom",
            [
                "kind": ["competition"], "parties": ["ilo", "iom"], "level": ["implementer-implementer"],
                "nature": ["operational"], "projects": ["partnerships", "regulating", "calm"],
                "themes": ["labour-migration"], "places": ["kyrgyzstan"],
                "consequence": ["Officials did not know whom to follow."],
                "said-by": ["interview-ilo", "interview-official", "paper"],
            ], cite: ["paper §1 n3", "paper §1 n*"]),
        Record(
            .relation, "donors", ["kind": ["overlap"], "parties": ["ec", "dfid"], "themes": ["migration"]],
            cite: ["paper §2"]),
        Record(
            .relation, "within", ["kind": ["tension"], "parties": ["ec", "ec-delegation"]],
            cite: ["paper §2"]),
        Record(
            .relation, "no-rivalry", ["kind": ["competition"], "parties": ["undp", "iom"]],
            cite: ["paper §2"],
            absent: true),
        Record(
            .relation, "ilo-iom-together", ["kind": ["cooperation"], "parties": ["ilo", "iom-kyrgyzstan"]],
            cite: ["paper §3"]),
        Record(
            .relation, "ec-supports-iom", ["kind": ["support"], "parties": ["ec", "iom"]], cite: ["paper §3"]),
    ]

    static let others = [
        Record(
            .event, "strategy",
            [
                "title": ["EU strategy for Central Asia"], "kind": ["policy-document"], "date": ["2007-06"],
                "organisations": ["eu"],
            ]),
        Record(
            .event, "tour",
            ["title": ["Study tour to Rome"], "kind": ["study-tour"], "projects": ["calm"]]),
        Record(
            .event, "no-meeting",
            ["title": ["Meeting of donors"], "kind": ["meeting"], "date": ["2008-05"]], absent: true),
        Record(
            .finding, "mandates",
            ["text": ["Unclear mandates make rivals"], "kind": ["exogenous"], "about": ["ilo-iom", "ilo"]]),
        Record(
            .discrepancy, "calm-end",
            [
                "title": ["When CALM ended"], "kind": ["contradiction"], "about": ["calm"],
                "attribute": ["period"],
                "values": [Value("2009").cited("paper §1"), Value("2010").cited("paper §2")],
            ]),
    ]

    static let themes = [
        Record(.theme, "migration", ["name": ["Migration"]]),
        Record(.theme, "labour-migration", ["name": ["Labour migration"], "parent": ["migration"]]),
        Record(.theme, "border-management", ["name": ["Border management"]]),
    ]

    static let places = [
        Record(.place, "central-asia", ["name": ["Central Asia"], "kind": ["region"]]),
        Record(
            .place, "kyrgyzstan",
            ["name": ["Kyrgyzstan"], "kind": ["country"], "iso": ["KG"], "part-of": ["central-asia"]]),
        Record(
            .place, "kazakhstan",
            ["name": ["Kazakhstan"], "kind": ["country"], "iso": ["KZ"], "part-of": ["central-asia"]]),
        Record(
            .place, "tajikistan",
            ["name": ["Tajikistan"], "kind": ["country"], "iso": ["TJ"], "part-of": ["central-asia"]]),
    ]
}
