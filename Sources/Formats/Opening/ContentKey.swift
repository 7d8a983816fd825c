import Foundation

/// A key for content: equal content has equal keys. It finds changes and guards no secrets.
struct ContentKey {
    private var hash = XXHash64()

    mutating func add(_ bytes: some ContiguousBytes) {
        bytes.withUnsafeBytes { hash.add($0) }
    }

    /// Where one text ends and the next begins makes a difference.
    mutating func add(_ text: String) {
        add(Array(text.utf8) + [0])
    }

    var text: String { hash.text }
}
