import Model

/// The first half of an import: stores what the reading thread finds, and what is taken over, file by file. What
/// names organisations is surveyed on the way.
struct Storing {
    private let store: ExtractStore
    private let plan: ImportPlan
    private let kept: KeptExtracts?
    private let watch: IndexWatch
    private let tell: @Sendable (ImportProgress) -> Void
    private var progress = ImportProgress(phase: .reading)
    private(set) var summary = ImportSummary()
    private(set) var occurrences = Occurrences()
    private(set) var mapping: ActivityMapping
    /// Whether the mapping has met what does not count after all.
    private(set) var surveyedTooMuch = false

    init(
        _ plan: ImportPlan, kept: KeptExtracts?, into store: ExtractStore, _ mapping: ActivityMapping,
        watch: IndexWatch, tell: @escaping @Sendable (ImportProgress) -> Void
    ) {
        self.plan = plan
        self.kept = kept
        self.store = store
        self.mapping = mapping
        self.watch = watch
        self.tell = tell
    }

    mutating func run() throws {
        let toRead = plan.toRead
        progress.totalBytes = toRead.reduce(0) { $0 + $1.input.size }
        progress.totalFiles = plan.items.count
        tell(progress)
        summary.files = plan.items.count
        summary.removed = plan.removed
        let reading = ReadingThread(toRead, watch: watch)
        defer { reading.abandon() }
        for item in plan.items {
            try watch.check()
            store.beginFile()
            switch item.step {
            case .copy(let key, let file): try copy(key, file)
            case .read(_, let stamp): try read(item.name, stamp, reading)
            }
            progress.files += 1
            progress.activities = Int(store.count)
            tell(progress)
        }
    }

    private mutating func copy(_ key: Int64, _ file: ExtractFile) throws {
        guard let kept else { return }
        summary.unchanged += 1
        let before = store.count
        var position = before
        try store.copy(key, of: kept) { identifier, body in
            position += 1
            occurrences.add(identifier, position)
            guard let decoded = try? TapeCoding.decode(body) else { throw ImportError.damaged(file.name) }
            mapping.survey(decoded.tape.root)
        }
        guard store.count - before == file.activities else { throw ImportError.damaged(file.name) }
        try end(file)
    }

    private mutating func read(
        _ name: String, _ stamp: ExtractFile.Stamp, _ reading: ReadingThread
    ) throws {
        summary.read += 1
        let before = store.count
        while let batch = reading.next() {
            try watch.check()
            for found in batch.extracts {
                try store.add(line: found.element.line, identifier: found.identifier, body: found.body)
                occurrences.add(found.identifier, store.count)
                mapping.survey(found.element)
            }
            progress.bytes = batch.bytesRead
            progress.activities = Int(store.count)
            tell(progress)
            guard let outcome = batch.outcome else { continue }
            if outcome.reading.isRefused && store.count > before {
                try store.forgetFile()
                occurrences.forget(after: before)
                surveyedTooMuch = true
            }
            return try end(file(name, stamp, outcome))
        }
        // The thread ends early only when it is told to.
        try watch.check()
        throw CancellationError()
    }

    private func file(
        _ name: String, _ stamp: ExtractFile.Stamp, _ outcome: ReadingThread.Outcome
    ) -> ExtractFile {
        let reading = outcome.reading
        let activities = reading.isRefused ? 0 : reading.activities
        let reason = reading.problems.first.map { "\($0.message) \($0.mend)" } ?? "It holds no activity."
        return ExtractFile(
            name: name, hash: outcome.hash, bytes: reading.bytes, stamp: stamp, version: reading.version,
            activities: activities, note: activities > 0 ? nil : reason,
            problems: ProblemCount.counted(reading.problems))
    }

    private mutating func end(_ file: ExtractFile) throws {
        try store.endFile(file)
        summary.bytes += file.bytes
        if let note = file.note { summary.skippedFiles.append(.init(file: file.name, reason: note)) }
        for problem in file.problems { summary.add(problem) }
        if file.problems.contains(where: { $0.first.severity == .error }) { summary.faulty += 1 }
    }
}
