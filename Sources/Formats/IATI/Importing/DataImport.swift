import Foundation
import Model

/// Imports data files into an index: reads those that are new or have changed, takes the others over from the
/// index that is there, and compiles all anew. The index changes at once, at the end, or not at all.
package struct DataImport: Sendable {
    package struct Options: Hashable, Sendable {
        /// The language of titles and descriptions where there are several, as a code of two letters.
        package var language: String?
        package var title: String
        /// Merges of organisations to undo beside those that were undone before, and those to do again.
        package var undo: Set<String> = []
        package var redo: Set<String> = []

        package init(language: String?, title: String) {
            self.language = language
            self.title = title
        }
    }

    let options: Options
    let watch: IndexWatch
    let tell: @Sendable (ImportProgress) -> Void

    /// `tell` is called from several threads.
    package init(_ options: Options, _ stop: ImportStop, tell: @escaping @Sendable (ImportProgress) -> Void) {
        self.options = options
        self.tell = tell
        watch = IndexWatch { phase in tell(ImportProgress(phase: .compiling(phase))) }
        stop.heed(watch)
    }

    /// Imports what `paths` name into the index at `target`.
    package func run(_ paths: [String], into target: String) throws -> ImportSummary {
        let start = ContinuousClock.now
        try Self.check(target)
        tell(ImportProgress(phase: .finding))
        let inputs = try InputFinder().find(paths)
        let old = KeptExtracts(index: target)
        let memory = ImportMemory(options, undone: undone(old))
        let kept = old.flatMap { ImportMemory.canTakeOver($0) ? $0 : nil }
        let plan = try ImportPlan(inputs, kept: kept, watch: watch)
        if plan.isSame, let kept, var summary = memory.summary(of: kept) {
            summary.read = 0
            summary.unchanged = summary.files
            summary.removed = 0
            summary.isUpToDate = true
            summary.seconds = start.duration(to: .now).seconds
            return summary
        }
        var summary = ImportSummary()
        try IndexCompiler.compile(to: target, meta: memory.description, watch: watch) { writer in
            summary = try fill(writer, paths, plan, kept, memory)
            summary.seconds = start.duration(to: .now).seconds
            try memory.keep(summary, in: writer)
        }
        summary.seconds = start.duration(to: .now).seconds
        return summary
    }

    /// Imports what `paths` name into an index in memory.
    package func run(_ paths: [String]) throws -> (Dataset, ImportSummary) {
        let start = ContinuousClock.now
        tell(ImportProgress(phase: .finding))
        let plan = try ImportPlan(try InputFinder().find(paths), kept: nil, watch: watch)
        let memory = ImportMemory(options, undone: options.undo)
        var summary = ImportSummary()
        let dataset = try IndexCompiler.compile(meta: memory.description, watch: watch) { writer in
            summary = try fill(writer, paths, plan, nil, memory)
        }
        summary.seconds = start.duration(to: .now).seconds
        return (dataset, summary)
    }

    private func undone(_ kept: KeptExtracts?) -> Set<String> {
        (kept?.decisions ?? []).union(options.undo).subtracting(options.redo)
    }

    /// Refuses to write over what is no index.
    private static func check(_ target: String) throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) {
            guard !isFolder.boolValue, KeptExtracts.isIndex(target) else {
                throw ImportError.notAnIndex(target)
            }
        } else {
            let folder = (target as NSString).deletingLastPathComponent
            guard folder.isEmpty || FileManager.default.fileExists(atPath: folder) else {
                throw ImportError.noFolder(folder)
            }
        }
    }

    // MARK: Reading, then mapping

    private func fill(
        _ writer: IndexWriter, _ paths: [String], _ plan: ImportPlan, _ kept: KeptExtracts?,
        _ memory: ImportMemory
    ) throws -> ImportSummary {
        let store = try ExtractStore(writer)
        try store.decide(memory.undone)
        var storing = Storing(store: store, plan: plan, kept: kept, watch: watch, tell: tell)
        try storing.run()
        var summary = storing.summary
        guard store.count > 0 else { throw ImportError.nothing(paths, skipped: summary.skippedFiles) }
        var mapping = ActivityMapping(writer: writer, language: options.language, undone: memory.undone)
        try map(store, storing.occurrences, names: storing.names, &mapping)
        summary.activities = mapping.tally.activities
        summary.merged = mapping.tally.merged
        summary.transactions = mapping.tally.transactions
        summary.organisations = mapping.tally.organisations
        for problem in mapping.tally.problems { summary.add(problem) }
        summary.order()
        return summary
    }

    /// Walks through all extracts, and gives each identifier's versions to the mapping where its first stands.
    private func map(
        _ store: ExtractStore, _ occurrences: consuming Occurrences, names: [String],
        _ mapping: inout ActivityMapping
    ) throws {
        var progress = ImportProgress(phase: .mapping)
        progress.totalActivities = Int(store.count)
        tell(progress)
        let repeats = try occurrences.repeats { try store.extract($0)?.identifier }
        let later = repeats.map(\.later).sorted()
        // Both are met in the order of the walk.
        var (nextRepeat, nextLater) = (0, 0)
        try store.walk { extract in
            progress.activities += 1
            if progress.activities % 256 == 0 {
                try watch.check()
                tell(progress)
            }
            if nextLater < later.count, later[nextLater] == extract.key {
                nextLater += 1
                return
            }
            var versions = [try Self.sourced(extract, names)]
            while nextRepeat < repeats.count, repeats[nextRepeat].first == extract.key {
                if let other = try store.extract(repeats[nextRepeat].later) {
                    versions.append(try Self.sourced(other, names))
                }
                nextRepeat += 1
            }
            try mapping.add(versions)
        }
        try mapping.finish()
    }

    private static func sourced(_ extract: Extract, _ names: [String]) throws -> SourcedActivity {
        let file = Int(extract.file) - 1
        guard names.indices.contains(file), let decoded = try? TapeCoding.decode(extract.body) else {
            throw ImportError.damaged(names.indices.contains(file) ? names[file] : "")
        }
        return SourcedActivity(element: decoded.tape.root, file: names[file], version: decoded.version)
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
