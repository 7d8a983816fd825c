/// A file's text in UTF-8, a stretch at a time.
struct TextSource: ~Copyable {
    private let source: any ByteSource
    private let decoder: TextDecoder?
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private var count = 0
    /// Bytes that are not decoded yet.
    private let raw: UnsafeMutableBufferPointer<UInt8>
    private var rawCount = 0

    let finding: TextEncoding.Finding
    /// Whether nothing follows on what ``text`` holds.
    private(set) var isLast = false
    /// Bytes of XML that were taken from the source.
    private(set) var taken = 0

    private let chunk: Int

    /// What a file says of its encoding stands within so many bytes.
    private static let head = 1024

    /// Takes `chunk` bytes in at once.
    init(_ source: any ByteSource, chunk: Int) throws {
        self.source = source
        // The decoder may leave three bytes.
        self.chunk = max(chunk, 8)
        let capacity = max(self.chunk, Self.head)
        let raw = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(
            capacity: capacity * TextDecoder.growth + 64)
        self.raw = raw
        self.buffer = buffer
        do {
            rawCount = try Self.fill(raw, from: 0, source)
            taken = rawCount
            finding = try TextEncoding.find(UnsafeBufferPointer(rebasing: raw[..<rawCount]))
            decoder = TextDecoder(finding.encoding)
        } catch {
            raw.deallocate()
            buffer.deallocate()
            throw error
        }
        let isLast = rawCount < capacity
        moveRaw(from: finding.mark)
        take(isLast: isLast)
    }

    deinit {
        raw.deallocate()
        buffer.deallocate()
    }

    /// What is there now.
    var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[..<count]) }

    /// Leaves the first bytes behind and takes more in.
    mutating func advance(by used: Int) throws {
        let rest = count - used
        if used > 0, rest > 0, let base = buffer.baseAddress {
            base.update(from: base + used, count: rest)
        }
        count = rest
        guard !isLast else { return }
        let before = rawCount
        rawCount = try Self.fill(UnsafeMutableBufferPointer(rebasing: raw[..<chunk]), from: rawCount, source)
        taken += rawCount - before
        take(isLast: rawCount < chunk)
    }

    /// Brings what is in `raw` into `buffer`.
    private mutating func take(isLast: Bool) {
        let bytes = UnsafeBufferPointer(rebasing: raw[..<rawCount])
        let room = UnsafeMutableBufferPointer(rebasing: buffer[count...])
        let (used, written) =
            decoder?.decode(bytes, isLast: isLast, into: room)
            ?? (rawCount, room.update(fromContentsOf: bytes))
        count += written
        moveRaw(from: used)
        self.isLast = isLast
    }

    private mutating func moveRaw(from used: Int) {
        let rest = rawCount - used
        if used > 0, rest > 0, let base = raw.baseAddress { base.update(from: base + used, count: rest) }
        rawCount = rest
    }

    private static func fill(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, from start: Int, _ source: any ByteSource
    ) throws -> Int {
        var count = start
        while count < buffer.count {
            let read = try source.read(
                into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
            )
            if read == 0 { break }
            count += read
        }
        return count
    }
}
