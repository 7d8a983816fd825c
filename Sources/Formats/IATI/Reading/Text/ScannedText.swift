/// A stretch of text that a ``MarkupScanner`` goes over.
struct ScannedText {
    let bytes: UnsafeBufferPointer<UInt8>
    let isLast: Bool
    var position = 0
    /// What lies before it is in the piece, or was handed on.
    var kept = 0

    var left: Int { bytes.count - position }

    func begins(with text: StaticString, at start: Int) -> Bool {
        start + text.utf8CodeUnitCount <= bytes.count
            && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
    }
}
