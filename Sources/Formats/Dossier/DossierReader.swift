import Model

/// What a reading of a dossier gave: whatever could be read, and everything that is wrong.
package struct DossierReading: Sendable {
    package let dossier: Dossier
    /// By file, then by line.
    package let problems: [Problem]

    package var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// Reads a dossier as docs/DATA.md describes it. One reading finds everything that is wrong; what is wrong
/// never keeps the rest from being read.
package struct DossierReader {
    /// Files and dossiers beyond these sizes are refused before they are parsed.
    static let largestFile = 4 << 20
    static let largestDossier = 64 << 20
    /// Problems listed for one file.
    static let mostProblems = 1000

    private var dossier: Dossier?
    private var hasDossierFile = false
    private var records: [Record] = []
    private var places: [String: Origin] = [:]
    private var classes: [String: RecordClass] = [:]
    private var lostIDs: Set<String> = []
    private var unreadClasses: Set<RecordClass> = []
    private var references: [NodeReader.Reference] = []
    private var problems: [Problem] = []

    private init() {}

    /// Reads and checks all files of a dossier.
    package static func read(_ files: DossierFiles) -> DossierReading {
        var reader = DossierReader()
        let size = files.files.filter { $0.role.isRead }.reduce(0) { $0 + $1.size }
        if size > largestDossier {
            reader.problems.append(.dossierTooLarge(size: size, most: largestDossier))
        } else {
            for file in files.files { reader.read(file) }
            if !reader.hasDossierFile { reader.problems.append(.missingDossier()) }
            reader.lookUpReferences()
        }
        var dossier = reader.dossier ?? Dossier(id: "", title: "")
        dossier.records = reader.records
        return DossierReading(dossier: dossier, problems: reader.listedProblems())
    }

    private mutating func read(_ file: DossierFiles.File) {
        switch file.role {
        case .other: return
        case .unknown: problems.append(.unknownFile(file.name, known: DossierFiles.File.names))
        case .dossier:
            hasDossierFile = true
            guard let yaml = yaml(file) else { return }
            let reader = NodeReader(file: file.name)
            dossier = reader.identity(yaml.root ?? YAMLNode(content: .mapping([]), line: 1))
            problems += reader.problems
        case .records(let recordClass):
            guard let yaml = yaml(file) else {
                unreadClasses.insert(recordClass)
                return
            }
            lostIDs.formUnion(yaml.lostIDs)
            if yaml.root == nil, !yaml.problems.isEmpty { unreadClasses.insert(recordClass) }
            yaml.root.map { read($0, as: recordClass, file: file.name) }
        }
    }

    private mutating func yaml(_ file: DossierFiles.File) -> YAMLFile? {
        if file.size > Self.largestFile {
            problems.append(.fileTooLarge(file.name, size: file.size, most: Self.largestFile))
            return nil
        }
        guard let bytes = try? file.contents(), bytes.count <= Self.largestFile else {
            problems.append(.unreadableFile(file.name))
            return nil
        }
        let yaml = YAMLFile(name: file.name, bytes: bytes)
        problems += yaml.problems
        return yaml
    }

    private mutating func read(_ root: YAMLNode, as recordClass: RecordClass, file: String) {
        let reader = NodeReader(file: file)
        if case .list(let items) = root.content {
            for item in items {
                guard let record = reader.record(item, as: recordClass) else { continue }
                let place = reader.place(item)
                if let first = places[record.id] {
                    reader.report(.duplicateID(record.id, first: first, place))
                    continue
                }
                places[record.id] = place
                classes[record.id] = recordClass
                records.append(record)
            }
        } else {
            reader.report(
                .wrongShape(
                    file, root.content, wanted: "a list of records that begin with '- id: …'",
                    reader.place(root)))
        }
        problems += reader.problems
        references += reader.references
    }

    private mutating func lookUpReferences() {
        var candidates: [[RecordClass]: [String]] = [:]
        // Each search for the nearest id compares all ids.
        var searches = 0
        func near(_ reference: NodeReader.Reference) -> String? {
            searches += 1
            guard searches <= 200 else { return nil }
            let wanted = reference.classes
            let ids =
                candidates[wanted]
                ?? classes.filter { wanted.isEmpty || wanted.contains($0.value) }.map(\.key)
            candidates[wanted] = ids
            return Problem.near(reference.id, ids)
        }
        let unlocated = unlocatedSources()
        for reference in references {
            let wanted = reference.classes
            if let found = classes[reference.id] {
                if !wanted.isEmpty, !wanted.contains(found) {
                    problems.append(
                        .wrongClass(
                            reference.id, key: reference.key, found: found, classes: wanted,
                            near: near(reference), reference.place))
                } else if reference.lacksLocator, !unlocated.contains(reference.id) {
                    problems.append(.missingLocator(reference.id, reference.place))
                }
                continue
            }
            let isLost =
                lostIDs.contains(reference.id)
                || unreadClasses.contains { wanted.isEmpty || wanted.contains($0) }
            if isLost { continue }
            problems.append(
                .danglingID(
                    reference.id, key: reference.key, classes: wanted, near: near(reference), reference.place)
            )
        }
    }

    /// Sources that have no places to name: what somebody said or saw, and web pages.
    private func unlocatedSources() -> Set<String> {
        let types = ["interview", "conversation", "correspondence", "observation", "web-page"]
        return Set(
            records.filter { $0.recordClass == .source && types.contains($0.text("type") ?? "") }.map(\.id))
    }

    /// The problems in their order; a file with more than anybody reads is cut short.
    private func listedProblems() -> [Problem] {
        Dictionary(grouping: problems, by: \.file).flatMap { file, found in
            let sorted = found.sorted()
            guard found.count > Self.mostProblems else { return sorted }
            return sorted.prefix(Self.mostProblems) + [.tooManyProblems(file, most: Self.mostProblems)]
        }.sorted()
    }
}

extension DossierFiles.File {
    /// What a dossier's reader does with a file, by its name.
    enum Role {
        case dossier
        case records(RecordClass)
        /// YAML under a name that a dossier has no use for.
        case unknown
        /// No YAML: notes, papers, whatever else lies in the folder.
        case other

        var isRead: Bool {
            switch self {
            case .dossier, .records: true
            case .unknown, .other: false
            }
        }
    }

    /// The names that files of a dossier have.
    static let names = ["dossier.yaml"] + RecordClass.allCases.map { $0.plural + ".yaml" }.sorted()

    var role: Role {
        if name == "dossier.yaml" { return .dossier }
        // Also the `sources.yaml.txt` that some editors make.
        let lowered = name.lowercased()
        guard lowered.hasSuffix(".yaml") else {
            return lowered.hasSuffix(".yml") || lowered.contains(".yaml.") ? .unknown : .other
        }
        let stem = name.dropLast(5)
        let plural = stem.prefix { $0 != "-" }
        guard name.hasSuffix(".yaml"), let match = RecordClass(plural: String(plural)) else {
            return .unknown
        }
        return .records(match)
    }
}
