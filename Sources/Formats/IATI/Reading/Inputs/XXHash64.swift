/// XXH64 with seed 0, as `xxhsum -H1` prints it: many times as fast as a hash of single bytes, and anybody can
/// check it. It finds changes and guards no secrets.
///
/// Source: Y. Collet, xxHash fast digest algorithm, specification 0.1.1,
/// https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
struct XXHash64 {
    private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
        0x9e37_79b1_85eb_ca87, 0xc2b2_ae3d_27d4_eb4f, 0x1656_67b1_9e37_79f9, 0x85eb_ca77_c2b2_ae63,
        0x27d4_eb2f_1656_67c5
    )

    private var lanes: SIMD4<UInt64> = SIMD4(
        primes.0 &+ primes.1, primes.1, 0, 0 &- primes.0)
    private var length = 0
    /// Fewer than 32 bytes that wait for more.
    private var rest: [UInt8] = []

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        length += bytes.count
        var start = 0
        if !rest.isEmpty {
            start = min(32 - rest.count, bytes.count)
            rest.append(contentsOf: bytes[..<start])
            guard rest.count == 32 else { return }
            lanes = rest.withUnsafeBytes { [lanes] in Self.mixed(lanes, $0, 0) }
            rest.removeAll(keepingCapacity: true)
        }
        var mixed = lanes
        while start + 32 <= bytes.count {
            mixed = Self.mixed(mixed, bytes, start)
            start += 32
        }
        lanes = mixed
        rest.append(contentsOf: bytes[start...])
    }

    /// Of all that was added.
    var value: UInt64 {
        let (prime1, prime2, prime3, prime4, prime5) = Self.primes
        var hash = prime5
        if length >= 32 {
            hash =
                Self.rotated(lanes[0], 1) &+ Self.rotated(lanes[1], 7) &+ Self.rotated(lanes[2], 12)
                &+ Self.rotated(lanes[3], 18)
            for lane in 0..<4 {
                hash = (hash ^ Self.round(0, lanes[lane])) &* prime1 &+ prime4
            }
        }
        hash &+= UInt64(length)
        rest.withUnsafeBytes { rest in
            var start = 0
            while start + 8 <= rest.count {
                hash = Self.rotated(hash ^ Self.round(0, Self.word(rest, start)), 27) &* prime1 &+ prime4
                start += 8
            }
            if start + 4 <= rest.count {
                let half = UInt32(littleEndian: rest.loadUnaligned(fromByteOffset: start, as: UInt32.self))
                hash = Self.rotated(hash ^ (UInt64(half) &* prime1), 23) &* prime2 &+ prime3
                start += 4
            }
            for byte in rest[start...] {
                hash = Self.rotated(hash ^ (UInt64(byte) &* prime5), 11) &* prime1
            }
        }
        hash = (hash ^ (hash >> 33)) &* prime2
        hash = (hash ^ (hash >> 29)) &* prime3
        return hash ^ (hash >> 32)
    }

    /// ``value`` as sixteen digits.
    var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func mixed(
        _ lanes: SIMD4<UInt64>, _ bytes: UnsafeRawBufferPointer, _ start: Int
    ) -> SIMD4<UInt64> {
        SIMD4(
            round(lanes[0], word(bytes, start)), round(lanes[1], word(bytes, start + 8)),
            round(lanes[2], word(bytes, start + 16)), round(lanes[3], word(bytes, start + 24)))
    }

    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        rotated(lane &+ word &* primes.1, 31) &* primes.0
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }

    private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
        word << count | word >> (64 - count)
    }
}
