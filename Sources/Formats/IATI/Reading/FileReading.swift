import Model

/// One file's reading: from bytes over text and parser to activities.
struct FileReading: ~Copyable {
    typealias Taker = (ReadActivity) throws -> Void

    private let input: Input
    private let file: String
    private let limits: Limits
    private let collector: PushParser.Collector
    private var outcome = ReadingOutcome()
    private var remarks = Remarks()
    /// Nil before the first piece, and while what is read is left out because the XML is broken.
    private var parser: PushParser?
    private var hasBegun = false
    private var breaks = 0
    private var bytesRead = 0
    private var awaited: Awaited?

    /// An activity that the parser has been given, wholly or in part, and has not come to yet. What breaks then stands
    /// before it.
    private struct Awaited {
        var bytes: [UInt8] = []
        let line: Int
        /// How many activities were begun before it was given.
        let begun: Int
    }

    /// The rest of the file is of no use.
    private struct Ended: Error {}

    /// The file is refused.
    private struct Refused: Error {
        let reason: Refusal
        let line: Int?
    }

    init(_ input: Input, file: String, limits: Limits, scope: Scope) {
        self.input = input
        self.file = file
        self.limits = limits
        collector = .allocate(capacity: 1)
        collector.initialize(to: ActivityCollector(scope: scope, limits: limits))
    }

    deinit {
        collector.deinitialize(count: 1)
        collector.deallocate()
    }

    mutating func run(_ taker: Taker) throws -> ReadingOutcome {
        do {
            try readAll(taker)
        } catch is Ended {
        } catch let refused as Refused {
            refuse(refused.reason, line: refused.line)
        } catch let reason as Refusal {
            refuse(reason, line: nil)
        } catch let fault as InputFault {
            refuse(.input(fault), line: nil)
        }
        conclude()
        return outcome
    }

    private mutating func readAll(_ taker: Taker) throws {
        let source = try input.open()
        var text = try TextSource(source, chunk: limits.chunk)
        if let (kind, name) = text.finding.doubted { remarks.add(kind, line: 1, column: 1, detail: name) }
        if let stranger = Stranger(text.text, isLast: text.isLast) {
            outcome.problems.append(.stranger(stranger, file))
            throw Ended()
        }
        var scanner = MarkupScanner(limits: limits)
        defer { remarks.add(scanner.remarks) }
        do {
            while true {
                outcome.bytes = text.taken
                bytesRead = source.bytesRead
                let used = try scanner.scan(text.text, isLast: text.isLast) { try use($0, taker) }
                if text.isLast { break }
                try text.advance(by: used)
            }
        } catch let reason as Refusal {
            throw Refused(reason: reason, line: scanner.line)
        }
        try finish(taker)
    }

    // MARK: Pieces

    private mutating func use(_ piece: MarkupScanner.Piece, _ taker: Taker) throws {
        if !hasBegun {
            hasBegun = true
            try openParser()
        }
        if parser == nil {
            guard piece.beginsActivity else { return }
            try resume(at: piece.line)
        }
        if piece.beginsActivity {
            awaited = Awaited(line: piece.line, begun: collector.pointee.begun)
        }
        let isWell = try feed(piece.bytes, taker)
        keepAwaited(piece.bytes)
        if !isWell { _ = try goOnWithAwaited(taker) }
    }

    /// Keeps what was given of an activity until it begins; a beginning is never longer than a tag.
    private mutating func keepAwaited(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let begun = awaited?.begun, let kept = awaited?.bytes.count else { return }
        // Of the first piece all is kept, however much of the file it holds.
        if collector.pointee.begun > begun || kept > limits.tag {
            awaited = nil
        } else {
            awaited?.bytes.append(contentsOf: bytes)
        }
    }

    /// Begins anew with the activity that was not come to; false when there is none.
    private mutating func goOnWithAwaited(_ taker: Taker) throws -> Bool {
        guard let awaited else { return false }
        self.awaited = nil
        try resume(at: awaited.line)
        return try awaited.bytes.withUnsafeBufferPointer { try feed($0, taker) }
    }

    private mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>, _ taker: Taker) throws -> Bool {
        let isWell = parser?.feed(bytes) ?? false
        try check(taker)
        if !isWell { try breakOff(taker) }
        return isWell
    }

    private mutating func finish(_ taker: Taker) throws {
        guard let isWell = parser?.finish() else { return }
        try check(taker)
        if isWell { return }
        if let begun = awaited?.begun, collector.pointee.begun > begun { awaited = nil }
        try breakOff(taker, isAtEnd: awaited == nil)
        if try goOnWithAwaited(taker) { try finish(taker) }
    }

    /// Hands out what was found, and looks whether there is a reason to end.
    private mutating func check(_ taker: Taker) throws {
        if let (reason, line) = collector.pointee.refusal { throw Refused(reason: reason, line: line) }
        for activity in collector.pointee.take() {
            outcome.activities += 1
            try taker(
                ReadActivity(
                    element: activity.tape.root, version: activity.version, isComplete: activity.isComplete,
                    bytesRead: bytesRead))
        }
        if RootName(collector.pointee.root)?.hasActivities == false { throw Ended() }
    }

    // MARK: Broken XML

    private mutating func openParser() throws {
        parser = PushParser(collector)
        if parser == nil { throw Refusal.noMemory }
    }

    private mutating func breakOff(_ taker: Taker, isAtEnd: Bool = false) throws {
        parser = nil
        breaks += 1
        let fault = collector.pointee.fault
        let (line, column) = (fault?.line ?? 0, fault?.column ?? 0)
        if isAtEnd && collector.pointee.isOpen {
            remarks.add(.truncated, line: line, column: column)
        } else {
            remarks.add(
                .notWellFormed(fault?.code ?? 0), line: line, column: column, detail: fault?.message ?? "")
        }
        collector.pointee.breakOff()
        try check(taker)
        if breaks >= limits.breaks {
            remarks.add(.tooBroken, line: line, column: column)
            throw Ended()
        }
    }

    /// Begins anew with an activity, within the elements that were open around the last.
    private mutating func resume(at line: Int) throws {
        collector.pointee.resume()
        try openParser()
        parser?.setLine(line)
        let tags = collector.pointee.wrappers.map { "<\($0.name)>" }.joined()
        let isWell = Array(tags.utf8).withUnsafeBufferPointer { parser?.feed($0) ?? false }
        if !isWell { throw Ended() }
    }

    // MARK: The end

    private mutating func refuse(_ reason: Refusal, line: Int?) {
        outcome.isRefused = true
        outcome.problems = [.refused(reason, file, line: line, limits: limits)]
    }

    private mutating func conclude() {
        outcome.root = collector.pointee.root
        outcome.version = collector.pointee.version
        outcome.generated = collector.pointee.generated
        // How far it was read before it was refused is chance.
        if outcome.isRefused { return }
        outcome.frame = collector.pointee.frame()
        let root = RootName(outcome.root)
        if root == .html {
            outcome.problems = [.stranger(.html, file)]
            return
        }
        remarks.add(collector.pointee.remarks)
        outcome.problems += remarks.list.map { .remark($0, file) }.sorted()
        let isBroken = outcome.problems.contains { $0.severity == .error }
        if outcome.activities == 0, !isBroken { outcome.problems.append(.noActivities(root, file)) }
    }
}
