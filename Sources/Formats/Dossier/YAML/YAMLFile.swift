import Foundation
import Model
import Yams

/// One YAML file, parsed. A list of records of which some cannot be parsed keeps the others.
struct YAMLFile {
    /// Nil when nothing stands in the file, or nothing of it can be parsed.
    let root: YAMLNode?
    let problems: [Problem]
    /// Ids in records that cannot be parsed: others may refer to them without being told that they are unknown.
    let lostIDs: [String]

    /// How deep lists and mappings may lie in one another; the deepest that a dossier needs is 7.
    static let deepest = 32

    init(name: String, bytes: Data) {
        let text = YAMLText(file: name, bytes: bytes)
        let composer = YAMLComposer(file: name, text: text)
        do {
            root = try composer.node(lines: 1...text.lineCount)
            lostIDs = []
        } catch {
            (root, lostIDs) = composer.itemByItem(after: error)
        }
        // Where bytes were replaced, what the parser says is no news.
        let isSound = text.problems.isEmpty
        problems = text.problems + composer.problems.filter { isSound || $0.code != "bad-yaml" }
    }
}

/// Turns lines of a YAML text into nodes, and refuses what a dossier may not have: aliases, anchors, tags,
/// nesting beyond measure.
private final class YAMLComposer {
    let file: String
    let text: YAMLText
    private(set) var problems: [Problem] = []
    /// A mapping stands where its first key stands; what is refused there is told once.
    private var told: Set<[Int]> = []
    /// How many nodes were too deep.
    private var tooDeep = 0
    /// Parsing item by item costs a parser each.
    private static let mostItems = 20_000

    init(file: String, text: YAMLText) {
        self.file = file
        self.text = text
    }

    func node(lines: ClosedRange<Int>) throws -> YAMLNode? {
        // `basic` resolves no scalar to anything but text.
        let parser = try Parser(
            yaml: text.parsable(lines: lines), resolver: .basic, constructor: .default, encoding: .utf8)
        guard let root = try parser.singleRoot() else { return nil }
        return node(root, depth: 0, linesBefore: lines.lowerBound - 1)
    }

    /// The items of a list that cannot be parsed as a whole, each parsed for itself.
    func itemByItem(after whole: any Error) -> (root: YAMLNode?, lostIDs: [String]) {
        guard let starts = itemStarts(), starts.count <= Self.mostItems else {
            report(.init(whole, file: file, text: text, lines: 1...text.lineCount))
            return (nil, [])
        }
        var items: [YAMLNode] = []
        var lost: [String] = []
        for (index, start) in starts.enumerated() {
            let lines = start...(index + 1 < starts.count ? starts[index + 1] - 1 : text.lineCount)
            do {
                items += try node(lines: lines)?.items ?? []
            } catch {
                report(.init(error, file: file, text: text, lines: lines))
                lost += id(inLines: lines).map { [$0] } ?? []
            }
        }
        if problems.isEmpty {
            report(.init(whole, file: file, text: text, lines: 1...text.lineCount))
        }
        return (YAMLNode(content: .list(items), line: starts[0]), lost)
    }

    /// The lines on which the items of the outermost list begin; nil when the file is no such list.
    private func itemStarts() -> [Int]? {
        var starts: [Int] = []
        var indent = ""
        for number in 1...text.lineCount {
            let line = text.line(number)
            let body = line.drop { $0 == " " }
            if starts.isEmpty {
                if body.isEmpty || body.hasPrefix("#") || line == "---" || line.hasPrefix("%") { continue }
                guard body == "-" || body.hasPrefix("- ") else { return nil }
                indent = String(line.prefix { $0 == " " })
            }
            if line == indent + "-" || line.hasPrefix(indent + "- ") { starts.append(number) }
        }
        return starts.isEmpty ? nil : starts
    }

    private func id(inLines lines: ClosedRange<Int>) -> String? {
        let pattern = /(?:^|[\s{,])id:\s*["']?([A-Za-z0-9\-]+)/
        return lines.lazy.compactMap { [text] in text.line($0).firstMatch(of: pattern)?.1 }.first.map(
            String.init)
    }

    private func node(_ node: Node, depth: Int, linesBefore: Int) -> YAMLNode {
        let mark =
            node.mark.map { (line: $0.line + linesBefore, column: $0.column) } ?? (
                line: linesBefore + 1, column: 1
            )
        let place = Origin(file: file, line: mark.line)
        // No plain scalar begins with one of these, so what begins with it has a property or is an alias.
        switch text.scalar(line: mark.line, column: mark.column) {
        case "*" where node.scalar?.style == .plain:
            report(.alias(text.restored(node.scalar?.string ?? ""), place))
            return YAMLNode(content: .refused, line: mark.line)
        case "&": tell(.anchor(place), at: mark)
        case "!": tell(.tag(place), at: mark)
        default: break
        }
        guard depth <= YAMLFile.deepest else {
            report(.tooDeep(place, most: YAMLFile.deepest))
            tooDeep += 1
            return YAMLNode(content: .refused, line: mark.line)
        }
        let tooDeepBefore = tooDeep
        let content = content(of: node, depth: depth, linesBefore: linesBefore)
        // What is too deep is told once, as a matter of the record's key in which it lies.
        return YAMLNode(content: depth > 1 && tooDeep > tooDeepBefore ? .refused : content, line: mark.line)
    }

    private func content(of node: Node, depth: Int, linesBefore: Int) -> YAMLNode.Content {
        switch node {
        case .scalar(let scalar):
            let written = text.restored(scalar.string).trimmingCharacters(in: .whitespacesAndNewlines)
            return .scalar(written)
        case .sequence(let sequence):
            let items = sequence.map { self.node($0, depth: depth + 1, linesBefore: linesBefore) }
            return .list(items)
        case .mapping(let mapping):
            var pairs: [YAMLPair] = []
            for (key, value) in mapping {
                let key = self.node(key, depth: depth + 1, linesBefore: linesBefore)
                let value = self.node(value, depth: depth + 1, linesBefore: linesBefore)
                switch key.content {
                case .scalar(let name): pairs.append(YAMLPair(key: name, line: key.line, value: value))
                case .refused: break
                default: report(.keyIsNoWord(Origin(file: file, line: key.line)))
                }
            }
            return .mapping(pairs)
        // Parsing never gives one: Yams resolves aliases, and here none reaches it.
        case .alias: return .refused
        }
    }

    private func tell(_ problem: @autoclosure () -> Problem, at mark: (line: Int, column: Int)) {
        if told.insert([mark.line, mark.column]).inserted { report(problem()) }
    }

    private func report(_ problem: @autoclosure () -> Problem) {
        if problems.count <= DossierReader.mostProblems { problems.append(problem()) }
    }
}
