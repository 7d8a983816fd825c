import Foundation

/// The files of all publishers, written as they grow: of what is not on the disk yet little is held.
struct PublisherFiles {
    private static let largestFile = 8 << 20
    private static let largestBuffer = 256 << 10
    private static let largestTotal = 128 << 20

    private struct Stack {
        let publisher: Publisher
        var number = 1
        var written = 0
        var buffer: [UInt8] = []
    }

    private let folder: URL
    private var stacks: [String: Stack] = [:]
    private var total = 0

    init(folder: URL) { self.folder = folder }

    mutating func add(_ activity: Markup, of publisher: Publisher) throws {
        var stack = stacks[publisher.name] ?? Stack(publisher: publisher)
        stacks[publisher.name] = nil
        stack.buffer += activity.bytes
        total += activity.bytes.count
        if stack.buffer.count > Self.largestBuffer { try flush(&stack) }
        if stack.written > Self.largestFile {
            try close(&stack)
            stack.number += 1
        }
        stacks[publisher.name] = stack
        guard total > Self.largestTotal else { return }
        for name in stacks.keys.sorted() {
            guard var stack = stacks.removeValue(forKey: name) else { continue }
            try flush(&stack)
            stacks[name] = stack
        }
    }

    mutating func finish() throws {
        for name in stacks.keys.sorted() {
            guard var stack = stacks[name] else { continue }
            try close(&stack)
        }
        stacks = [:]
    }

    private mutating func flush(_ stack: inout Stack) throws {
        guard !stack.buffer.isEmpty else { return }
        let url = folder.appendingPathComponent("\(stack.publisher.name)-\(stack.number).xml")
        if stack.written == 0 {
            let version = stack.publisher.isOld ? "1.03" : "2.03"
            let head = """
                <?xml version="1.0" encoding="UTF-8"?>
                <iati-activities version="\(version)" generated-datetime="2026-06-01T00:00:00Z">

                """
            try Data(head.utf8).write(to: url)
        }
        let handle = try FileHandle(forWritingTo: url)
        defer { try? handle.close() }
        try handle.seekToEnd()
        try handle.write(contentsOf: stack.buffer)
        total -= stack.buffer.count
        stack.written += stack.buffer.count
        stack.buffer = []
    }

    /// Writes the end of the file that is being written, if there is one.
    private mutating func close(_ stack: inout Stack) throws {
        try flush(&stack)
        guard stack.written > 0 else { return }
        stack.buffer = Array("</iati-activities>\n".utf8)
        total += stack.buffer.count
        try flush(&stack)
        stack.written = 0
    }
}
