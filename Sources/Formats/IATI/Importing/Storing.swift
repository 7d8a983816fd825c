import Model

/// The first half of an import: stores what the reading thread finds, and what is taken over, file by file.
struct Storing {
    private let store: ExtractStore
    private let plan: ImportPlan
    private let kept: KeptExtracts?
    private let watch: IndexWatch
    private let tell: @Sendable (ImportProgress) -> Void
    private var progress = ImportProgress(phase: .reading)
    private(set) var summary = ImportSummary()
    private(set) var occurrences = Occurrences()
    /// Of the files, in the order of their keys.
    private(set) var names: [String] = []

    init(
        store: ExtractStore, plan: ImportPlan, kept: KeptExtracts?, watch: IndexWatch,
        tell: @escaping @Sendable (ImportProgress) -> Void
    ) {
        self.store = store
        self.plan = plan
        self.kept = kept
        self.watch = watch
        self.tell = tell
    }

    mutating func run() throws {
        let toRead = plan.readInputs
        progress.totalBytes = toRead.reduce(0) { $0 + $1.size }
        progress.totalFiles = plan.inputs.count
        tell(progress)
        summary.files = plan.inputs.count
        summary.removed = plan.removed
        let reading = ReadingThread(toRead, watch: watch)
        defer { reading.abandon() }
        for (input, step) in zip(plan.inputs, plan.steps) {
            try watch.check()
            store.beginFile()
            names.append(input.name)
            switch step {
            case .copy(let key, let file): try copy(key, file)
            case .read(let stamp): try read(input, stamp, reading)
            }
            progress.files += 1
            progress.activities = Int(store.count)
            tell(progress)
        }
    }

    private mutating func copy(_ key: Int64, _ file: ExtractFile) throws {
        guard let kept else { return }
        summary.unchanged += 1
        var position = store.count
        try store.copy(key, of: kept) { identifier in
            position += 1
            occurrences.add(identifier, position)
        }
        try end(file)
    }

    private mutating func read(
        _ input: Input, _ stamp: ExtractFile.Stamp, _ reading: ReadingThread
    ) throws {
        summary.read += 1
        while let batch = reading.next() {
            try watch.check()
            for found in batch.extracts {
                try store.add(line: found.line, identifier: found.identifier, body: found.body)
                occurrences.add(found.identifier, store.count)
            }
            progress.bytes = batch.bytesRead
            progress.activities = Int(store.count)
            tell(progress)
            guard let outcome = batch.outcome else { continue }
            return try end(
                ExtractFile(
                    name: input.name, hash: outcome.hash, bytes: outcome.bytes, stamp: stamp,
                    version: outcome.version, activities: outcome.activities, note: outcome.note,
                    problems: outcome.problems))
        }
        // The thread ends early only when it is told to.
        try watch.check()
        throw CancellationError()
    }

    private mutating func end(_ file: ExtractFile) throws {
        try store.endFile(file)
        summary.bytes += file.bytes
        if let note = file.note { summary.skippedFiles.append(.init(file: file.name, reason: note)) }
        for problem in file.problems { summary.add(problem) }
    }
}
