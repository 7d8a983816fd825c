import CLibXML2

/// libxml2, fed with pieces of one document; what it finds goes to a collector. Nothing else comes after the first
/// place at which the document is not well-formed.
struct PushParser: ~Copyable {
    typealias Collector = UnsafeMutablePointer<ActivityCollector>

    private let parser: OpaquePointer

    /// Nil without memory. The collector must outlive the parser.
    init?(_ collector: Collector) {
        var events = xml_events()
        events.context = UnsafeMutableRawPointer(collector)
        events.start = {
            context, name, prefix, line, namespaceCount, namespaces, attributeCount, attributes in
            guard let collector = Self.collector(context), let name else { return 0 }
            let tag = StartTag(
                name: name, prefix: prefix, line: Int(line), namespaceCount: Int(namespaceCount),
                namespaces: namespaces, attributeCount: Int(attributeCount), attributes: attributes)
            return collector.pointee.start(tag) ? 1 : 0
        }
        events.end = { context in
            guard let collector = Self.collector(context) else { return 0 }
            return collector.pointee.end() ? 1 : 0
        }
        events.text = { context, bytes, count in
            guard let collector = Self.collector(context) else { return 0 }
            return collector.pointee.text(UnsafeBufferPointer(start: bytes, count: Int(count))) ? 1 : 0
        }
        events.failed = { context, isFatal, code, line, column, message in
            Self.collector(context)?.pointee.failed(
                XMLFault(
                    isFatal: isFatal != 0, code: Int(code), line: Int(line), column: Int(column),
                    message: message.map { String(cString: $0) } ?? ""))
        }
        events.declared_type = { context in Self.collector(context)?.pointee.refuse(.documentType) }
        guard let parser = xml_parser_open(&events) else { return nil }
        self.parser = parser
    }

    deinit { xml_parser_close(parser) }

    /// Says at which line what is fed next stands.
    func setLine(_ line: Int) { xml_parser_set_line(parser, Int32(clamping: line)) }

    /// False when the document is not well-formed so far, or the collector wants no more.
    func feed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        xml_parser_feed(parser, bytes.baseAddress, Int32(clamping: bytes.count)) != 0
    }

    /// The document has ended.
    func finish() -> Bool { xml_parser_finish(parser) != 0 }

    private static func collector(_ context: UnsafeMutableRawPointer?) -> Collector? {
        context?.assumingMemoryBound(to: ActivityCollector.self)
    }
}

/// What libxml2 says is wrong.
struct XMLFault {
    var isFatal: Bool
    var code: Int
    var line: Int
    var column: Int
    var message: String
}
