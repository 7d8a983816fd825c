/// Command lines that show every kind of view of the bundled dossier.
enum ViewLines {
    static let lists = [
        "projects", "organisations", "flows", "relations", "events", "findings", "discrepancies", "sources",
        "themes", "places",
    ]
    static let tables =
        lists + [
            "conflicts", "conflicts iom", "continuity", "find migration", "measures", "measures iom",
            "measures ilo iom", "measures --matrix",
        ]

    static let all =
        tables + [
            "overview", "timeline", "timeline --lanes donor --window 2005/2009",
            "timeline --lanes succession", "coverage", "coverage --rows organisation --columns theme",
            "coverage --rows country --count donors --sort conflicts",
            "continuity cbmm+calm", "continuity cadap+", "chain bomca", "chain bomca --tree",
            "chain ilo --account --rule entry --rate USD:EUR=0.76@2010-06-30",
            "measures --measure hhi --level donor", "show bomca", "show korneev-2013", "notes", "bomca",
        ]

    static func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }
}
