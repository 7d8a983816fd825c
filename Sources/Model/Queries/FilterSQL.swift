import GRDB

extension Filter {
    /// The condition that a row `r` of `record` meets the filter, as SQL without the word WHERE.
    func condition(_ db: Database, on recordClass: RecordClass) throws -> SQL {
        var conditions: [SQL] = ["r.class = \(recordClass.rawValue)"]
        for (dimension, ids) in ties.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where !ids.isEmpty {
            conditions.append(
                """
                r.key IN (SELECT record FROM facet WHERE dimension = \(dimension.number)
                AND class = \(recordClass.number)
                AND target IN (SELECT key FROM record WHERE id IN \(ids)))
                """)
        }
        if from != nil || to != nil {
            // A time that ends before it begins holds nothing.
            conditions.append(months.map { Self.running(in: $0, recordClass) } ?? "FALSE")
        }
        if let status { conditions.append("r.status = \(status)") }
        if let kind { conditions.append("r.kind = \(kind)") }
        if let text, let pattern = Self.searchPattern(text) {
            conditions.append("r.key IN (SELECT rowid FROM search WHERE search MATCH \(pattern))")
        }
        return conditions.joined(separator: " AND ")
    }

    /// Records with dates of their own must possibly have run in `months`; the others must be tied to a
    /// project that possibly did. What has no date at all cannot be said to have, and is left out.
    private static func running(in months: MonthSpan, _ recordClass: RecordClass) -> SQL {
        let first = months.first.firstDay.rawValue
        let last = months.last.lastDay.rawValue
        func dated(_ alias: String) -> SQL {
            let r = SQL(sql: alias)
            return """
                (\(r).start_earliest > \(Day.distantPast.rawValue)
                OR \(r).end_latest < \(Day.distantFuture.rawValue)
                OR \(r).start_latest < \(Day.distantFuture.rawValue))
                """
        }
        func window(_ alias: String) -> SQL {
            let r = SQL(sql: alias)
            return "(\(r).start_earliest <= \(last) AND \(r).end_latest >= \(first) AND \(dated(alias)))"
        }
        if recordClass.isDated { return window("r") }
        return """
            (\(window("r")) OR (NOT \(dated("r")) AND r.key IN (SELECT facet.record FROM facet
            JOIN record p ON p.key = facet.target
            WHERE facet.dimension = \(Dimension.project.number) AND facet.class = \(recordClass.number) AND \(window("p")))))
            """
    }

    /// Words as an FTS5 expression: each quoted, each taken as the beginning of a word, all wanted. Nil when
    /// there is no letter or digit to look for.
    static func searchPattern(_ text: String) -> String? {
        // SQLite would take a NUL for the end of the text.
        let words = text.split { $0.isWhitespace || $0 == "\0" }.filter { word in
            word.contains { $0.isLetter || $0.isNumber }
        }
        guard !words.isEmpty else { return nil }
        return words.map { "\"\($0.replacing("\"", with: "\"\""))\"*" }.joined(separator: " ")
    }
}
