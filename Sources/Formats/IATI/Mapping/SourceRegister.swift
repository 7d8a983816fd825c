import Model

/// The sources: what one organisation reports in one file.
final class SourceRegister {
    struct Source {
        let id: String
        let key: Int64
        let file: String
        let reporter: String?
        var updated: Day?
    }

    private var sources: [String: Source] = [:]
    private var order: [String] = []

    func source(file: String, reporter: String?, updated: String?, _ writer: any IndexSink) -> Source {
        let id = RecordIds.source(file: file, reporter: reporter)
        let day = updated.flatMap(Dates.day)
        if let source = sources[id] {
            if let day, source.updated.map({ $0 < day }) ?? true { sources[id]?.updated = day }
            return source
        }
        let source = Source(id: id, key: writer.reserveKey(), file: file, reporter: reporter, updated: day)
        sources[id] = source
        order.append(id)
        return source
    }

    /// The last part of a file's path: the whole of it is in the source's id.
    private static func title(of file: String) -> String {
        file.split(separator: "/").last.map(String.init) ?? file
    }

    /// - Parameter names: the name of an organisation by id.
    func write(_ writer: any IndexSink, names: [String: String]) throws {
        for id in order {
            guard let source = sources[id] else { continue }
            let publisher = source.reporter.map { names[$0] ?? $0 }
            var values = [
                "title": [
                    Value([Self.title(of: source.file), publisher].compactMap { $0 }.joined(separator: ", "))
                ],
                "type": [Value("data-file")],
            ]
            if let publisher { values["publisher"] = [Value(publisher)] }
            if let reporter = source.reporter {
                values["speaker"] = [Value(reporter, participant: Participant(role: "publisher"))]
            }
            if let updated = source.updated { values["date"] = [Value(updated.text)] }
            try writer.add(
                Record(
                    id: id, recordClass: .source, values: values, origin: Origin(file: source.file, line: 1)),
                at: source.key)
        }
    }
}
