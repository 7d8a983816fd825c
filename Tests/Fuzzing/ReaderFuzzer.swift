import Formats

/// What libFuzzer calls with bytes that it made up: they are read as a file, at once and in small stretches. Both
/// must come to the same, and neither may crash, hang or reach beyond its memory, which the sanitizer sees.
@_cdecl("LLVMFuzzerTestOneInput")
public func readBytes(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: bytes, count: count))
    let whole = Reading(.bytes(bytes, name: "whole"), .everything)
    let step = 1 + count % 61
    let pieces = Reading(
        .made("pieces") {
            var position = 0
            return MadeSource {
                guard position < bytes.count else { return nil }
                defer { position += step }
                return Array(bytes[position..<min(position + step, bytes.count)])
            }
        }, .everything)
    precondition(whole == pieces, "read otherwise in stretches of \(step)")
    precondition(Reading(.bytes(bytes, name: "imported"), .imported).activities == whole.activities)
    return 0
}

private struct Reading: Equatable {
    var activities = 0
    var isRefused = false
    /// Of everything in the file.
    var elements = 0
    var letters = 0

    init(_ input: Input, _ scope: Scope) {
        let outcome = try? ActivityReader(scope: scope).read(input, file: "fuzzed.xml") { look($0.element) }
        activities = outcome?.activities ?? 0
        isRefused = outcome?.isRefused ?? false
        if let frame = outcome?.frame { look(frame) }
    }

    private mutating func look(_ element: Element) {
        elements += 1
        letters += element.name.utf8.count + element.text.utf8.count
        for (name, value) in element.attributes { letters += name.utf8.count + value.utf8.count }
        for child in element.children { look(child) }
    }
}
