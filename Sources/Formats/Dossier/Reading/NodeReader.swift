import Model

/// Reads the nodes of one file as what they stand for, and collects what is wrong with them. A record's fields
/// are read by their kinds (see ``Field``); no class of records has code of its own beyond `checkRules`.
final class NodeReader {
    /// The name of a record somewhere in the file, to be looked up when all files are read.
    struct Reference {
        let id: String
        /// Classes that it may name; empty for any.
        let classes: [RecordClass]
        let key: String
        let place: Origin
        /// Whether it is a citation that does not say where in the source.
        var lacksLocator = false
    }

    let file: String
    private(set) var problems: [Problem] = []
    private(set) var references: [Reference] = []

    init(file: String) { self.file = file }

    func place(_ node: YAMLNode) -> Origin { Origin(file: file, line: node.line) }

    /// Notes a problem; beyond what is listed of one file, not even its words are made.
    func report(_ problem: @autoclosure () -> Problem) {
        if problems.count <= DossierReader.mostProblems { problems.append(problem()) }
    }

    func refer(
        to id: String, of classes: [RecordClass], key: String, at node: YAMLNode, lacksLocator: Bool = false
    ) {
        references.append(
            Reference(id: id, classes: classes, key: key, place: place(node), lacksLocator: lacksLocator))
    }

    /// The text of a scalar; nil, and reported, when it is none or empty.
    func text(_ node: YAMLNode, key: String, wanted: String = "text") -> String? {
        switch node.content {
        case .refused: return nil
        case _ where node.isEmpty:
            report(.emptyValue(key, place(node)))
            return nil
        case .scalar(let text): return text
        default:
            report(.wrongShape(key, node.content, wanted: wanted, place(node)))
            return nil
        }
    }

    /// The text under `key`, when the key is there.
    func text(_ key: String, in pairs: [YAMLPair], wanted: String = "text") -> String? {
        pairs[key].flatMap { text($0, key: key, wanted: wanted) }
    }

    /// Whether `absent` is set.
    func absence(in pairs: [YAMLPair]) -> Bool {
        guard let node = pairs["absent"], let written = text("absent", in: pairs) else { return false }
        if written != "true", written != "false" { report(.badFlag(written, key: "absent", place(node))) }
        return written == "true"
    }

    /// Reports keys that are not among `known`; whether there are none.
    @discardableResult
    func checkKeys(of pairs: [YAMLPair], of owner: String, known: [String]) -> Bool {
        for pair in pairs where !known.contains(pair.key) {
            report(
                .unknownKey(
                    pair.key, of: owner, known: known, isBare: pair.value.isEmpty,
                    Origin(file: file, line: pair.line)))
        }
        return pairs.allSatisfy { known.contains($0.key) }
    }

    /// What `dossier.yaml` says of the dossier as a whole.
    func identity(_ node: YAMLNode) -> Dossier? {
        guard case .mapping(let pairs) = node.content else {
            report(
                .wrongShape("dossier.yaml", node.content, wanted: "keys: 'id: …', 'title: …'", place(node)))
            return nil
        }
        checkKeys(of: pairs, of: "dossier.yaml", known: ["id", "title", "description", "language"])
        for key in ["id", "title"] where pairs[key] == nil {
            report(.missingKey(key, of: "dossier.yaml", place(node)))
        }
        let id = text("id", in: pairs)
        if let id, let node = pairs["id"] { checkID(id, at: node) }
        return Dossier(
            id: id ?? "", title: text("title", in: pairs) ?? id ?? "",
            description: text("description", in: pairs),
            language: text("language", in: pairs))
    }

    /// Reports an id that is not spelled as one.
    func checkID(_ id: String, at node: YAMLNode) {
        let words = id.split(separator: "-", omittingEmptySubsequences: false)
        let isSound = words.allSatisfy { word in
            !word.isEmpty && word.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
        }
        if !isSound { report(.badID(id, place(node))) }
    }
}
