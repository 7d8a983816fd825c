import Model

/// The structure of IATI's activity standard, of one generation: which elements and attributes there are, how
/// often, in which order, and what they hold. It is written as a text, a line an element, and read once.
///
///     name: parts
///
/// A line that begins with a space goes on with the one before. The parts are
///
/// - `@attribute`, with `!` if it is required;
/// - `child`, once; `child?`, `child*`, `child+`; in ordered structures the children come as they are listed;
/// - `'2.02` after either: it came with this version;
/// - `:type` after an attribute: a form (`date`, `decimal`), a code list by its name (`Country`), one that
///   depends on `@vocabulary` (`1=Sector,2=SectorCategory`), or the words themselves (`{Funding|Extending}`);
/// - `=shape` after a child whose shape has another name; `=code(Country)` takes the line `code(%)`;
/// - `text` or `text:type` for an element that holds a value, `mixed` for text with foreign elements;
/// - `any` for children in any order and number, `filled` for at least one;
/// - `closed` for no foreign attributes.
struct Structure: Sendable {
    private(set) var shapes: [ElementShape] = []
    /// Parts that were not understood: none, as a test proves.
    private(set) var mistakes: [String] = []
    private var numbers: [String: Int] = [:]
    private var lines: [String: String] = [:]

    static func of(_ version: StandardVersion) -> Structure { version.isTwo ? two : one }

    static let two = Structure(textOfTwo)
    static let one = Structure(textOfOne)

    init(_ text: String) {
        let joined: String = text.replacing("\n ", with: " ")
        for line in joined.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            lines[String(line[..<colon])] = String(line[line.index(after: colon)...])
        }
        _ = shape("iati-activities")
    }

    /// The shape of the outermost element.
    var root: ElementShape { shapes[0] }

    /// The shape of an activity.
    var activity: ElementShape { shapes[numbers["iati-activity"] ?? 0] }

    /// The number of the shape that bears this name, which is read when it is first named.
    private mutating func shape(_ name: String) -> Int {
        if let number = numbers[name] { return number }
        let number = shapes.count
        numbers[name] = number
        shapes.append(ElementShape())
        var line = lines[name]
        if line == nil, let bracket = name.firstIndex(of: "("), name.hasSuffix(")") {
            let argument = String(name[name.index(after: bracket)...].dropLast())
            line = lines[String(name[..<bracket]) + "(%)"]?.replacing("%", with: argument)
        }
        guard let line else {
            mistakes.append("no line for \(name)")
            return number
        }
        var shape = ElementShape()
        for part in line.split(separator: " ") { add(String(part), to: &shape) }
        shapes[number] = shape
        return number
    }

    private mutating func add(_ part: String, to shape: inout ElementShape) {
        switch part {
        case "text": shape.text = .value(.string)
        case "mixed": shape.text = .mixed
        case "any": shape.isOrdered = false
        case "filled": shape.isFilled = true
        case "closed": shape.isClosed = true
        case _ where part.hasPrefix("text:"): shape.text = .value(type(part.dropFirst(5)))
        case _ where part.hasPrefix("@"): addAttribute(part.dropFirst(), to: &shape)
        default: addChild(part[...], to: &shape)
        }
    }

    private mutating func addAttribute(_ part: Substring, to shape: inout ElementShape) {
        let halves = part.split(separator: ":", maxSplits: 1)
        let (head, since) = version(halves[0])
        let isRequired = head.hasSuffix("!")
        guard let tag = tag(isRequired ? head.dropLast() : head) else { return }
        shape.attributes.append(
            ElementShape.Attribute(
                tag: tag, isRequired: isRequired, type: halves.count > 1 ? type(halves[1]) : .string,
                since: since))
    }

    private mutating func addChild(_ part: Substring, to shape: inout ElementShape) {
        let halves = part.split(separator: "=", maxSplits: 1)
        let (head, since) = version(halves[0])
        let last = head.last ?? " "
        let isMarked = "?*+".contains(last)
        let name = isMarked ? head.dropLast() : head
        guard let tag = tag(name) else { return }
        let number = self.shape(String(halves.count > 1 ? halves[1] : name))
        shape.children.append(
            ElementShape.Child(
                tag: tag, isRequired: !isMarked || last == "+", isRepeatable: last == "*" || last == "+",
                shape: number, since: since))
    }

    /// `tag*'2.03` is `tag*`, since 2.03.
    private func version(_ part: Substring) -> (Substring, StandardVersion?) {
        let halves = part.split(separator: "'")
        return halves.count == 2 ? (halves[0], StandardVersion(String(halves[1]))) : (part, nil)
    }

    private mutating func tag(_ name: Substring) -> Tag? {
        if let tag = Tag(name: String(name)) { return tag }
        mistakes.append("no tag \(name)")
        return nil
    }

    private mutating func type(_ name: Substring) -> ValueType {
        switch name {
        case "date": return .date
        case "dateTime": return .dateTime
        case "decimal": return .decimal
        case "int": return .integer(-2_147_483_648...2_147_483_647)
        case "count": return .integer(0...Int.max)
        case "positive": return .integer(1...Int.max)
        case "boolean": return .boolean
        case "uri": return .uri
        case "language": return .language
        case "token": return .token
        case "version": return .version
        case _ where name.hasPrefix("{"):
            return .oneOf(name.dropFirst().dropLast().split(separator: "|").map(String.init))
        case _ where name.contains("="):
            return .codeByVocabulary(
                name.split(separator: ",").compactMap { pair in
                    let halves = pair.split(separator: "=")
                    guard halves.count == 2, let list = list(halves[1]) else { return nil }
                    return (String(halves[0]), list)
                })
        default: return list(name).map(ValueType.code) ?? .string
        }
    }

    private mutating func list(_ name: Substring) -> CodeList? {
        if let list = CodeList(rawValue: String(name)) { return list }
        mistakes.append("no code list \(name)")
        return nil
    }
}
