import Foundation
import FoundationXML
import Model

// Stand-ins for the reader and the mapping until they are merged.

package struct ReadActivity: Sendable {
    package let element: Element
    package let version: String?
    package var line: Int { element.line }
}

package struct ReadingOutcome: Sendable {
    package var problems: [Problem] = []
    package var activities = 0
    package var bytes = 0
    package var hash: String?
}

package struct Limits: Sendable { package static let standard = Limits() }

package struct Input: Sendable {
    package let name: String
    let path: String
    package let size: Int
    package func contentHash() throws -> String {
        var key = ContentKey()
        key.add(try Data(contentsOf: URL(fileURLWithPath: path)))
        return key.text
    }
    package var stamp: ExtractFile.Stamp {
        var facts = stat()
        stat(path, &facts)
        return ExtractFile.Stamp(
            device: Int64(facts.st_dev), inode: Int64(facts.st_ino),
            modified: Int64(facts.st_mtim.tv_sec) * 1_000_000_000 + Int64(facts.st_mtim.tv_nsec), size: Int64(facts.st_size))
    }
}

package struct InputFinder {
    package init() {}
    package func find(_ paths: [String]) throws -> [Input] {
        var found: [Input] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw ImportError.missing(path)
            }
            let files =
                isFolder.boolValue
                ? try FileManager.default.subpathsOfDirectory(atPath: path).sorted().map { "\(path)/\($0)" }
                : [path]
            for file in files where file.hasSuffix(".xml") {
                let size = (try FileManager.default.attributesOfItem(atPath: file))[.size] as? Int ?? 0
                found.append(Input(name: file, path: file, size: size))
            }
        }
        return found
    }
}

package struct ActivityReader {
    package enum Scope: Sendable { case imported, everything }
    package init(limits: Limits = .standard, scope: Scope) {}

    package func read(
        _ input: Input, file: String, _ each: (ReadActivity) throws -> Void
    ) throws -> ReadingOutcome {
        guard let parser = XMLParser(contentsOf: URL(fileURLWithPath: input.path)) else {
            return ReadingOutcome()
        }
        let delegate = Delegate()
        parser.delegate = delegate
        _ = parser.parse()
        for tape in delegate.tapes { try each(ReadActivity(element: tape.root, version: delegate.version)) }
        return ReadingOutcome(activities: delegate.tapes.count, bytes: input.size)
    }

    private final class Delegate: NSObject, XMLParserDelegate {
        var tapes: [ElementTape] = []
        var builder = TapeBuilder()
        var version: String?

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            if name == "iati-activities" { version = attributes["version"] }
            guard builder.depth > 0 || name == "iati-activity" else { return }
            builder.open(Tag(name: name), foreign: name, line: parser.lineNumber)
            for (key, value) in attributes {
                builder.attribute(Tag(name: key), foreign: key, Array(value.utf8))
            }
        }
        func parser(_ parser: XMLParser, foundCharacters string: String) {
            builder.text(Array(string.utf8))
        }
        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            guard builder.depth > 0 else { return }
            builder.close()
            if builder.depth == 0 { tapes.append(builder.finish()) }
        }
    }
}

package struct SourcedActivity: Sendable {
    package let element: Element
    package let file: String
    package let version: String?
}

package struct ImportTally: Sendable {
    package var activities = 0
    package var merged = 0
    package var transactions = 0
    package var organisations = 0
    package var problems: [ProblemCount] = []
}

package struct ActivityMapping {
    private let writer: IndexWriter
    package private(set) var tally = ImportTally()

    package init(writer: IndexWriter, language: String?, undone: Set<String>) { self.writer = writer }

    package mutating func add(_ versions: [SourcedActivity]) throws {
        guard let first = versions.first else { return }
        tally.activities += 1
        tally.merged += versions.count - 1
        tally.transactions += versions.reduce(0) { $0 + $1.element.children(.transaction).reduce(0) { n, _ in n + 1 } }
        let id = first.element.first(.iatiIdentifier)?.text ?? "without-\(tally.activities)"
        let title = first.element.first(.title)
        try writer.add(
            Record(
                id: id, recordClass: .project,
                values: ["title": [Value(title?.first(.narrative)?.text ?? title?.text ?? id)]]))
    }

    package mutating func finish() throws {}
}
