import Model

/// Holds an element and all in it against the standard's structure.
struct StructureCheck {
    let structure: Structure
    let version: StandardVersion
    let file: String
    /// Whether codes are looked up in their lists too.
    let checksCodes: Bool
    private var problems: [Problem] = []
    /// The codes nearest to wrong ones, for a wrong code seldom comes alone.
    private var near: [String: String?] = [:]

    init(version: StandardVersion, file: String, checksCodes: Bool) {
        structure = Structure.of(version)
        self.version = version
        self.file = file
        self.checksCodes = checksCodes
    }

    /// The problems found since the last time.
    mutating func take() -> [Problem] {
        defer { problems = [] }
        return problems
    }

    mutating func add(_ more: [Problem]) { problems += more }

    mutating func check(activity: Element) { check(activity, structure.activity) }

    /// The outermost element without its activities, which come one by one.
    mutating func check(frame: Element, isEmpty: Bool) {
        checkAttributes(frame, structure.root)
        if let text = frame.strayText { problems.append(.strayText(text, in: frame, version, file)) }
        for child in frame.children where child.tag != .iatiActivity && !child.isForeign {
            problems.append(
                .unknownElement(child, in: frame, near: Problem.near(child.name, ["iati-activity"]), file))
        }
        if isEmpty && structure.root.isOrdered {
            problems.append(.missingElement(.iatiActivity, in: frame, file))
        }
    }

    private mutating func check(_ element: Element, _ shape: ElementShape) {
        checkAttributes(element, shape)
        switch shape.text {
        case .value(let type):
            for child in element.children {
                problems.append(.unknownElement(child, in: element, near: nil, file))
            }
            checkText(element, type)
        case .mixed: checkChildren(element, shape)
        case .none:
            if let text = element.strayText { problems.append(.strayText(text, in: element, version, file)) }
            checkChildren(element, shape)
        }
    }

    // MARK: Attributes

    private mutating func checkAttributes(_ element: Element, _ shape: ElementShape) {
        for attribute in element.attributeTags where !attribute.name.hasPrefix("xmlns:") {
            if attribute.tag == .xmlns {
                if !attribute.value.isEmpty { problems.append(.namespace(attribute.value, element, file)) }
                continue
            }
            guard let tag = attribute.tag, let rule = shape.attributes.first(where: { $0.tag == tag }) else {
                checkOther(attribute, element, shape)
                continue
            }
            if let since = rule.since, since.number > version.number {
                problems.append(.tooNew(tag.attributeName, in: element, since: since, version, element, file))
            }
            checkValue(
                attribute.value, rule.type, of: tag.attributeName, isRequired: rule.isRequired, element)
        }
        for rule in shape.attributes where rule.isRequired && element[rule.tag] == nil {
            problems.append(.missingAttribute(rule.tag, element, file))
        }
    }

    /// An attribute that is not among those of its element: those of other namespaces may be there, `xml:lang`
    /// among them.
    private mutating func checkOther(
        _ attribute: (tag: Tag?, name: String, value: String), _ element: Element, _ shape: ElementShape
    ) {
        let isForeign = attribute.tag == .lang || (attribute.tag == nil && attribute.name.contains(":"))
        if isForeign && !shape.isClosed {
            guard attribute.tag == .lang else { return }
            checkValue(attribute.value, .language, of: Tag.lang.attributeName, isRequired: false, element)
        } else {
            let known = shape.attributes.map(\.tag.attributeName)
            let name = attribute.tag?.attributeName ?? "@\(attribute.name)"
            problems.append(.unknownAttribute(name, element, known: known, file))
        }
    }

    // MARK: Children

    private mutating func checkChildren(_ element: Element, _ shape: ElementShape) {
        var counts = [Int](repeating: 0, count: shape.children.count)
        var farthest = 0
        var foreign: Element?
        var holdsAny = false
        for child in element.children {
            holdsAny = true
            guard let tag = child.tag, let position = shape.position(of: tag) else {
                if child.isForeign {
                    foreign = foreign ?? child
                } else {
                    let near = Problem.near(child.name, shape.children.map(\.tag.name))
                    problems.append(.unknownElement(child, in: element, near: near, file))
                }
                continue
            }
            let rule = shape.children[position]
            counts[position] += 1
            if let since = rule.since, since.number > version.number {
                problems.append(.tooNew(tag.name, in: element, since: since, version, child, file))
            }
            if shape.isOrdered {
                if position < farthest || foreign != nil {
                    let before = foreign?.name ?? shape.children[farthest].tag.name
                    problems.append(.wrongOrder(child, after: before, in: element, file))
                }
                farthest = max(farthest, position)
                if counts[position] == 2 && !rule.isRepeatable {
                    problems.append(.tooMany(child, in: element, file))
                }
            }
            check(child, structure.shapes[rule.shape])
        }
        if shape.isOrdered {
            for (rule, count) in zip(shape.children, counts) where rule.isRequired && count == 0 {
                problems.append(.missingElement(rule.tag, in: element, file))
            }
        } else if shape.isFilled && !holdsAny {
            problems.append(.emptyElement(element, file))
        }
    }

    // MARK: Values

    private mutating func checkText(_ element: Element, _ type: ValueType) {
        if case .string = type { return }
        checkValue(element.text, type, of: nil, isRequired: true, element)
    }

    private mutating func checkValue(
        _ value: String, _ type: ValueType, of attribute: String?, isRequired: Bool, _ element: Element
    ) {
        let place = ValuePlace(attribute: attribute, element: element, file: file)
        guard type.accepts(value) else {
            problems.append(.badValue(value, type, place))
            return
        }
        guard checksCodes else { return }
        let code = value.xmlTrimmed
        switch type {
        case .code(let list): checkCode(code, list, place)
        case .codeByVocabulary(let lists):
            let vocabulary = element[.vocabulary]?.xmlTrimmed ?? ""
            let wanted = vocabulary.isEmpty ? (version.isTwo ? "1" : "DAC") : vocabulary
            if let list = lists.first(where: { $0.vocabulary == wanted })?.list {
                checkCode(code, list, place)
            } else if code.isEmpty {
                problems.append(.emptyValue(place, severity: .warning))
            }
        case .oneOf(let words):
            if !words.contains(code) {
                unknownCode(code, words, nil, .error, place)
            }
        case .version:
            if StandardVersion(code) == nil { problems.append(.unknownVersion(value, place)) }
        case .language where !code.isEmpty: checkCode(code, .language, place)
        case .string where code.isEmpty && (isRequired || attribute != nil):
            problems.append(.emptyValue(place, severity: .warning))
        default: break
        }
    }

    /// A code of a list that is part of a version of the standard must be of it. The other lists change while
    /// the versions stand, so that a code may be newer than this program.
    private mutating func checkCode(_ code: String, _ list: CodeList, _ place: ValuePlace) {
        let severity: Problem.Severity = list.isEmbedded ? .error : .warning
        if !list.contains(code) {
            unknownCode(code, list.codes, list, severity, place)
        } else if list.isWithdrawn(code) {
            problems.append(.withdrawnCode(code, list, place))
        }
    }

    private mutating func unknownCode(
        _ code: String, _ codes: [String], _ list: CodeList?, _ severity: Problem.Severity,
        _ place: ValuePlace
    ) {
        guard !code.isEmpty else { return problems.append(.emptyValue(place, severity: severity)) }
        let key = "\(list?.rawValue ?? codes.first ?? "")|\(code)"
        let known = near[key]
        // Of numbers the nearest is hardly the one that was meant.
        let isWord = code.contains { $0.isLetter }
        let nearest = known ?? list?.code(named: code) ?? (isWord ? Problem.near(code, codes) : nil)
        if known == nil && near.count < 1000 { near[key] = .some(nearest) }
        problems.append(
            .unknownCode(code, codes, near: nearest, list: list, severity: severity, place))
    }
}

/// Where a value stands: an attribute of an element, or its text.
struct ValuePlace {
    let attribute: String?
    let element: Element
    let file: String

    /// `'@code' of 'sector'`, or `The text of 'value'`.
    var words: String {
        attribute.map { "'\($0)' of '\(element.name)'" } ?? "the text of '\(element.name)'"
    }
}

extension Tag {
    /// As an attribute: `@iso-date`.
    var attributeName: String { self == .lang ? "@xml:lang" : "@\(name)" }
}

extension CodeList {
    /// The code that a name stands for, for some write the name instead.
    func code(named name: String) -> String? {
        let folded = name.folded
        return codes.first { self.name($0)?.folded == folded }
    }

    /// Whether the list is part of a version of the standard, and changes with it only.
    var isEmbedded: Bool {
        switch self {
        case .activityDateType, .activityStatus, .budgetStatus, .budgetType, .documentCategory,
            .organisationRole, .relatedActivityType, .transactionType:
            true
        default: false
        }
    }
}

extension Element {
    /// Of a namespace of its own, which IATI allows in most places.
    var isForeign: Bool { tag == nil && (name.contains(":") || !(self[.xmlns] ?? "").isEmpty) }

    /// Text between the elements, where there should be none.
    var strayText: String? {
        let text = text.xmlTrimmed
        return text.isEmpty ? nil : text
    }
}

extension String {
    /// Without white space around, as XML understands it.
    var xmlTrimmed: String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D }
        guard let first = utf8.first, let last = utf8.last, isSpace(first) || isSpace(last) else {
            return self
        }
        let head = utf8.drop(while: isSpace)
        guard let end = head.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(Substring(head[...end]))
    }
}
