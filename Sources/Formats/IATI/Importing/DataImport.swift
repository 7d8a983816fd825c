import Foundation
import Model

/// Imports data files into an index: reads those that are new or have changed, takes the others over from the
/// index that is there, and compiles all anew. The index changes at once, at the end, or not at all.
package struct DataImport: Sendable {
    package struct Options: Hashable, Sendable {
        /// The language of titles and descriptions where there are several, as a code of two letters.
        package var language: String?
        package var title: String
        /// Opened together with the files.
        package var dossiers: [JoinedDossier]

        package init(language: String?, title: String, dossiers: [JoinedDossier] = []) {
            self.language = language
            self.title = title
            self.dossiers = dossiers
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
        let found = try find(paths)
        let old = KeptExtracts(index: target)
        let memory = ImportMemory(options, undone: old?.decisions ?? [])
        let kept = old.flatMap { ImportMemory.canTakeOver($0) ? $0 : nil }
        let plan = try ImportPlan(found.inputs, kept: kept, watch: watch)
        var summary: ImportSummary
        if plan.isSame, let kept, let told = memory.summary(of: kept) {
            summary = told.repeated
            let moved = plan.moved(since: kept)
            // It only spares time: where it cannot be written nothing is lost.
            if !moved.isEmpty { try? StampRenewal.renew(target, moved) }
        } else {
            summary = ImportSummary()
            try IndexCompiler.compile(to: target, meta: memory.description, watch: watch) { writer in
                summary = try fill(writer, paths, plan, kept, memory)
            }
        }
        summary.add(found)
        summary.seconds = start.duration(to: .now).seconds
        return summary
    }

    /// Imports what `paths` name into an index in memory.
    package func run(_ paths: [String]) throws -> (Dataset, ImportSummary) {
        let start = ContinuousClock.now
        let found = try find(paths)
        let plan = try ImportPlan(found.inputs, kept: nil, watch: watch)
        let memory = ImportMemory(options, undone: [])
        var summary = ImportSummary()
        let dataset = try IndexCompiler.compile(meta: memory.description, watch: watch) { writer in
            summary = try fill(writer, paths, plan, nil, memory)
        }
        summary.add(found)
        summary.seconds = start.duration(to: .now).seconds
        return (dataset, summary)
    }

    /// Compiles an index that was imported anew from what it keeps, without its files: its merges of organisations as
    /// `undo` and `redo` say.
    package static func recompile(
        _ index: String, undo: Set<LedgerKey>, redo: Set<LedgerKey>, _ stop: ImportStop,
        tell: @escaping @Sendable (ImportProgress) -> Void
    ) throws -> ImportSummary {
        guard let kept = KeptExtracts(index: index), !kept.files.isEmpty, ImportMemory.canTakeOver(kept)
        else {
            throw ImportError.nothingKept(index)
        }
        guard !ImportMemory.isJoined(kept) else { throw ImportError.joined(index) }
        let options = Options(language: kept.meta["language"], title: kept.meta["title"] ?? "")
        let run = DataImport(options, stop, tell: tell)
        let memory = ImportMemory(options, undone: kept.decisions.union(undo).subtracting(redo))
        var summary = ImportSummary()
        try IndexCompiler.compile(to: index, meta: memory.description, watch: run.watch) { writer in
            summary = try run.fill(writer, [index], ImportPlan(kept), kept, memory)
        }
        return summary
    }

    private func find(_ paths: [String]) throws -> InputFinder.Found {
        tell(ImportProgress(phase: .finding))
        for path in paths {
            var facts = stat()
            if stat(path, &facts) != 0 { throw ImportError.missing(path) }
            if access(path, R_OK) != 0 { throw ImportError.unreadable(path) }
        }
        return InputFinder.find(paths)
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
        func newMapping() -> ActivityMapping {
            ActivityMapping(
                writer: writer, language: options.language, undone: memory.undone,
                dossiers: options.dossiers.map(\.dossier))
        }
        var storing = Storing(plan, kept: kept, into: store, newMapping(), watch: watch, tell: tell)
        try storing.run()
        var summary = storing.summary
        guard store.count > 0 else { throw ImportError.nothing(paths, skipped: summary.skippedFiles) }
        summary.order()
        for kind in summary.problems { try kind.write(writer) }
        var mapping = storing.mapping
        if storing.surveyedTooMuch {
            mapping = newMapping()
            try store.walk { mapping.survey(try SourcedActivity($0, plan.items).element) }
        }
        let hand = MappingInHand(mapping, after: writer)
        hand.mapping.seatOrganisations()
        try map(store, storing.occurrences, plan.items, hand, writer)
        mapping = hand.mapping
        mapping.writer = writer
        try mapping.finish()
        summary.add(mapping.tally)
        try memory.keep(summary, in: writer)
        return summary
    }

    /// Walks through all extracts, and gives each identifier's versions to the mapping where its first stands.
    private func map(
        _ store: ExtractStore, _ occurrences: consuming Occurrences, _ items: [ImportPlan.Item],
        _ hand: MappingInHand, _ writer: IndexWriter
    ) throws {
        var progress = ImportProgress(phase: .mapping)
        progress.totalActivities = Int(store.count)
        tell(progress)
        let repeats = try occurrences.repeats { try store.extract($0)?.identifier }
        let later = repeats.map(\.later).sorted()
        let thread = MappingThread(hand, items, write: writer.write)
        defer { thread.abandon() }
        // Both are met in the order of the walk.
        var (nextRepeat, nextLater) = (0, 0)
        try store.walk { extract in
            progress.activities += 1
            if progress.activities % 32 == 0 {
                try watch.check()
                tell(progress)
            }
            if nextLater < later.count, later[nextLater] == extract.key {
                nextLater += 1
                return
            }
            var versions = [extract]
            while nextRepeat < repeats.count, repeats[nextRepeat].first == extract.key {
                if let other = try store.extract(repeats[nextRepeat].later) { versions.append(other) }
                nextRepeat += 1
            }
            try thread.add(versions)
        }
        try thread.finish()
        writer.reserveKeys(of: hand.queue)
    }
}

extension ImportSummary {
    /// The same when there was nothing to do.
    fileprivate var repeated: ImportSummary {
        var summary = self
        summary.read = 0
        summary.unchanged = files
        summary.removed = 0
        summary.isUpToDate = true
        return summary
    }
}

extension ImportSummary.Kind {
    /// Into the index's own tables of problems.
    fileprivate func write(_ writer: IndexWriter) throws {
        let severity: Problem.Severity = isError ? .error : .warning
        for example in examples {
            try writer.add(
                Problem(
                    severity, file: example.file, line: example.line, code: code, message: example.message,
                    mend: example.mend))
        }
        try writer.add(count: count, of: code, severity)
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
