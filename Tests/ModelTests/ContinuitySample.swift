import Model

/// Projects that follow each other in the ways in which records can say so, for the sample dossier.
enum ContinuitySample {
    private static func project(
        _ id: String, _ period: String?, _ implementers: [String] = [], _ more: [String: [Value]] = [:]
    ) -> Record {
        var values: [String: [Value]] = ["title": [Value(id.capitalized)], "kind": ["project"]]
        if let period { values["period"] = [Value(period)] }
        values["participants"] = implementers.map { .takesPart($0, "implementing") }
        return Record(.project, id, values.merging(more) { $1 }, cite: ["paper §4"])
    }

    static let records = [
        // Named from both ends; handed over.
        project(
            "pilot", "2004-01/2004-06", ["undp"],
            ["successor": [Value("main").cited("paper §4 n1")], "follow-up": ["guaranteed", "refused"]]),
        project("main", "2005/2007", ["iom-kyrgyzstan"], ["predecessor": ["pilot"]]),
        // Named from one end; the same organisation, once as a whole.
        project(
            "again", "2008-01/", ["iom"],
            ["predecessor": ["main"], "follow-up": [Value("asked for, answer not known")]]),
        // A cycle, a project without a record, one that is denied.
        project("ebb", "2001/2002", [], ["successor": ["flood"]]),
        project("flood", "2003/2004", ["ilo"], ["successor": ["ebb", "flood"]]),
        project("heir", nil, ["ilo"], ["predecessor": ["lost-ancestor"]]),
        project("proud", "2009", ["ilo"], ["predecessor": [denied("main")]]),
        project("torn", "2010", ["ilo"], ["predecessor": ["proud"]]),
        project("late", "2011", [], ["predecessor": ["torn"], "follow-up": ["none", "endorsed"]]),
    ]

    private static func denied(_ id: String) -> Value {
        var value = Value(id)
        value.isAbsent = true
        return value
    }

    /// With `proud` denying that `torn` follows it.
    static func dataset() throws -> Dataset {
        var dossier = SampleDossier.dossier
        dossier.records += records.map { record in
            var record = record
            if record.id == "proud" { record.values["successor"] = [denied("torn")] }
            return record
        }
        return try IndexCompiler.compile(dossier)
    }
}
