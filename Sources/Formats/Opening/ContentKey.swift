/// A key for content: equal content has equal keys. FNV-1a, 64 bits: it finds changes, it guards no secrets.
struct ContentKey {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    mutating func add(_ text: String) {
        add(text.utf8)
        add([0])
    }

    var text: String { String(hash, radix: 16) }
}
