import Foundation

/// Appends numbers and bytes, for ``TapeCoding``.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    mutating func bytes(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// A number that is not negative, seven bits a byte, the lowest first.
    mutating func number(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Any number: small ones of either sign are short.
    mutating func signed(_ number: Int) { self.number((number << 1) ^ (number >> 63)) }
}

/// Takes numbers and bytes off, and never more than there are.
struct ByteReader {
    private let buffer: UnsafeRawBufferPointer
    private var next = 0

    /// The reader must not outlive `buffer`.
    init(_ buffer: UnsafeRawBufferPointer) { self.buffer = buffer }

    /// How many bytes are left.
    var rest: Int { buffer.count - next }

    mutating func byte() throws(TapeCoding.Corrupt) -> UInt8 {
        guard next < buffer.count else { throw TapeCoding.Corrupt() }
        defer { next += 1 }
        return buffer[next]
    }

    private mutating func number() throws(TapeCoding.Corrupt) -> UInt64 {
        var (number, shift) = (UInt64(0), UInt64(0))
        while true {
            let byte = try byte()
            guard shift < 63 || byte <= 1 else { throw TapeCoding.Corrupt() }
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }

    /// A number of things, each of which takes up a byte or more of what is left.
    mutating func count() throws(TapeCoding.Corrupt) -> Int { try count(upTo: min(rest, Int(UInt32.max))) }

    mutating func count(upTo limit: Int) throws(TapeCoding.Corrupt) -> Int {
        let number = try number()
        guard number <= UInt64(max(0, limit)) else { throw TapeCoding.Corrupt() }
        return Int(number)
    }

    mutating func signed() throws(TapeCoding.Corrupt) -> Int {
        let number = try number()
        let value = Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
        // Of a line: what is larger is damage.
        guard value.magnitude <= UInt64(UInt32.max) else { throw TapeCoding.Corrupt() }
        return Int(value)
    }

    mutating func bytes(_ count: Int) throws(TapeCoding.Corrupt) -> [UInt8] {
        guard count <= rest else { throw TapeCoding.Corrupt() }
        defer { next += count }
        return Array(buffer[next..<next + count])
    }

    mutating func text(_ count: Int) throws(TapeCoding.Corrupt) -> String {
        String(decoding: try bytes(count), as: UTF8.self)
    }
}
