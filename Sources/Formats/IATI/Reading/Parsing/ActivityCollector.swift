import CLibXML2

/// Makes tapes of what a parser finds: one of each activity, at whatever depth it stands, and one of what is outside
/// them all if everything is wanted.
struct ActivityCollector {
    struct Collected {
        let tape: ElementTape
        let version: String?
        let isComplete: Bool
    }

    /// An element outside activities.
    struct Wrapper {
        let name: String
        /// That holds within it.
        let version: String?
    }

    /// A tape that is being laid out.
    private struct Layer {
        var builder = TapeBuilder()
        /// How many elements that are not wanted are open.
        var skipped = 0
    }

    let scope: Scope
    let limits: Limits
    private var collected: [Collected] = []
    /// How many activities were begun.
    private(set) var begun = 0
    private(set) var remarks = Remarks()
    private(set) var refusal: (reason: Refusal, line: Int)?
    /// The first fatal mistake in the XML since ``resume()``.
    private(set) var fault: XMLFault?
    private(set) var root: String?
    private(set) var version: String?
    private(set) var generated: String?
    /// What is open outside activities, outermost first.
    private(set) var wrappers: [Wrapper] = []

    private var tags = TagCache()
    private var layer = Layer()
    /// The layers around it; the first is not an activity's.
    private var outer: [Layer] = []
    private var outerCost = 0
    /// How many elements are open in all.
    private var depth = 0
    /// The open elements that declare namespaces: how deep each stands, and how many it declares.
    private var declaring: [(depth: Int, count: Int)] = []
    /// How many they declare in all.
    private var namespaces = 0
    /// How many wrappers are still to be opened anew.
    private var replayed = 0
    /// The text since the last tag; only blanks are not kept, for elements between them are none of a text.
    private var run: [UInt8] = []
    private var isBlank = true
    private var line = 1

    init(scope: Scope, limits: Limits) {
        self.scope = scope
        self.limits = limits
    }

    private var isInActivity: Bool { !outer.isEmpty }

    /// Whether an element is open.
    var isOpen: Bool { depth > 0 }

    /// The activities that were finished since the last time.
    mutating func take() -> [Collected] {
        defer { collected.removeAll(keepingCapacity: true) }
        return collected
    }

    /// What is outside activities; nil if that is not wanted or nothing is there. Ends the collecting.
    mutating func frame() -> Element? {
        guard !isInActivity, layer.builder.depth > 0 else { return nil }
        return layer.builder.finish().root
    }

    // MARK: What the parser calls; false ends it

    mutating func start(_ tag: StartTag) -> Bool {
        line = tag.line
        depth += 1
        if depth > limits.depth { return refused(.tooDeep) }
        if tag.namespaceCount > 0 {
            declaring.append((depth, tag.namespaceCount))
            namespaces += tag.namespaceCount
            if namespaces > limits.namespaces { return refused(.tooManyNamespaces) }
        }
        if replayed > 0 {
            replayed -= 1
            return true
        }
        let known = tag.prefix == nil ? tags.tag(tag.name) : nil
        if known == .iatiActivity {
            beginActivity()
        } else if !isInActivity {
            wrap(tag, known)
        } else if isUnwanted(tag, known) {
            layer.skipped += 1
        }
        if layer.skipped > 0 || (!isInActivity && scope == .imported) { return true }
        return lay(tag, known)
    }

    mutating func end() -> Bool {
        if let last = declaring.last, last.depth == depth {
            namespaces -= last.count
            declaring.removeLast()
        }
        depth -= 1
        if layer.skipped > 0 {
            layer.skipped -= 1
            return true
        }
        if isInActivity {
            endRun()
            layer.builder.close()
            if layer.builder.depth == 0 { endActivity(isComplete: true) }
        } else {
            if scope == .everything {
                endRun()
                // The outermost stays open, for what may follow in a broken file.
                if layer.builder.depth > 1 { layer.builder.close() }
            }
            _ = wrappers.popLast()
        }
        return true
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if layer.skipped > 0 || (!isInActivity && scope == .imported) { return true }
        if isBlank { isBlank = bytes.allSatisfy { $0 == 0x20 || (0x09...0x0d).contains($0) } }
        run.append(contentsOf: bytes)
        return run.count <= limits.text || refused(.longText)
    }

    mutating func failed(_ fault: XMLFault) {
        if fault.isFatal {
            if self.fault == nil { self.fault = fault }
        } else if replayed == 0 {
            remarks.add(.namespace, line: fault.line, column: fault.column, detail: fault.message)
        }
    }

    mutating func refuse(_ reason: Refusal) {
        if refusal == nil { refusal = (reason, line) }
    }

    // MARK: Broken files

    /// The document broke off: what is open of activities is handed out, but for the parts that were not whole.
    mutating func breakOff() {
        run.removeAll(keepingCapacity: true)
        isBlank = true
        while isInActivity {
            layer.builder.dropOpenParts()
            endActivity(isComplete: false)
        }
    }

    /// A new parser goes on within the same wrappers, which it is to open first.
    mutating func resume() {
        fault = nil
        tags = TagCache()
        depth = 0
        declaring = []
        namespaces = 0
        if wrappers.isEmpty { wrappers = [Wrapper(name: "iati-activities", version: version)] }
        replayed = wrappers.count
    }

    // MARK: Laying out

    private mutating func beginActivity() {
        if isInActivity { remarks.add(.nestedActivity, line: line, column: 1) }
        begun += 1
        if root == nil { root = "iati-activity" }
        endRun()
        outerCost += layer.builder.cost
        outer.append(layer)
        layer = Layer()
    }

    private mutating func endActivity(isComplete: Bool) {
        guard let around = outer.popLast() else { return }
        collected.append(
            Collected(
                tape: layer.builder.finish(), version: wrappers.last?.version, isComplete: isComplete))
        layer = around
        outerCost -= layer.builder.cost
    }

    private mutating func wrap(_ tag: StartTag, _ known: Tag?) {
        let name = StartTag.qualified(tag.prefix, tag.name)
        var version = wrappers.last?.version
        if known == .iatiActivities {
            version = value(.version, of: tag) ?? version
            if self.version == nil { self.version = version }
            if generated == nil { generated = value(.generatedDatetime, of: tag) }
        }
        if root == nil { root = name }
        wrappers.append(Wrapper(name: name, version: version))
    }

    private func isUnwanted(_ tag: StartTag, _ known: Tag?) -> Bool {
        if layer.skipped > 0 { return true }
        guard scope == .imported else { return false }
        guard let known else { return tag.prefix != nil }
        return Self.unused[Int(known.rawValue)]
    }

    private static let unused = (0...255).map { Tag(rawValue: $0).map(Scope.unused.contains) ?? false }

    private mutating func lay(_ tag: StartTag, _ known: Tag?) -> Bool {
        endRun()
        let name = known == nil ? StartTag.qualified(tag.prefix, tag.name) : ""
        if name.utf8.count > limits.name { return refused(.longName) }
        layer.builder.open(known, foreign: name, line: tag.line)
        if scope == .everything {
            for position in 0..<tag.namespaceCount {
                guard let (name, address) = tag.namespace(position) else { continue }
                layer.builder.attribute(name == "xmlns" ? .xmlns : nil, foreign: name, address.utf8)
            }
        }
        for position in 0..<tag.attributeCount {
            guard let attribute = tag.attribute(position) else { continue }
            let known = self.known(attribute)
            if known == nil && scope == .imported { continue }
            let name = known == nil ? StartTag.qualified(attribute.prefix, attribute.name) : ""
            if name.utf8.count > limits.name { return refused(.longName) }
            if attribute.hasAmpersand {
                layer.builder.attribute(known, foreign: name, Self.plain(attribute.value))
            } else {
                layer.builder.attribute(known, foreign: name, attribute.value)
            }
        }
        return isWithinLimits
    }

    private mutating func known(_ attribute: StartTag.Attribute) -> Tag? {
        guard let prefix = attribute.prefix else { return tags.tag(attribute.name) }
        // `xml:lang`; no other prefix is three letters of which the first two are these.
        let isXML =
            prefix[0] == UInt8(ascii: "x") && prefix[1] == UInt8(ascii: "m") && prefix[2] == UInt8(ascii: "l")
        guard isXML, prefix[3] == 0, tags.tag(attribute.name) == .lang else { return nil }
        return .lang
    }

    private mutating func value(_ wanted: Tag, of tag: StartTag) -> String? {
        for position in 0..<tag.attributeCount {
            guard let attribute = tag.attribute(position), known(attribute) == wanted else { continue }
            return String(decoding: Self.plain(attribute.value), as: UTF8.self)
        }
        return nil
    }

    /// libxml2 leaves each `&` of a value as `&#38;`.
    private static func plain(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        var position = 0
        while position < value.count {
            plain.append(value[position])
            position += value[position] == UInt8(ascii: "&") ? 5 : 1
        }
        return plain
    }

    private mutating func endRun() {
        guard !run.isEmpty else { return }
        if !isBlank { layer.builder.text(run) }
        run.removeAll(keepingCapacity: true)
        isBlank = true
    }

    private var isWithinLimits: Bool {
        mutating get { layer.builder.cost + outerCost <= limits.activity || refused(.largeActivity) }
    }

    private mutating func refused(_ reason: Refusal) -> Bool {
        refuse(reason)
        return false
    }
}
