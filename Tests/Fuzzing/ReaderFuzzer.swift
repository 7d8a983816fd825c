import Formats
import Foundation

/// Lets libFuzzer make up files until its arguments say that it is enough.
@main
enum ReaderFuzzer {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        exit(runDriver(&count, &arguments, readBytes))
    }
}

/// libFuzzer as a library: it changes the arguments that it takes, and gives the state to exit with.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Bytes that libFuzzer made up are read as a file, at once and in small stretches. Both must come to the same, and
/// neither may crash, hang or reach beyond its memory, which the sanitizer sees.
private func readBytes(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: bytes, count: count))
    let input = Input.bytes(bytes, name: "fuzzed.xml")
    let whole = Reading(input, .everything)
    var limits = Limits()
    limits.chunk = 8 + count % 61
    precondition(Reading(input, .everything, limits) == whole, "in stretches of \(limits.chunk)")
    let imported = Reading(input, .imported)
    // What is not wanted may not be too long either.
    precondition(whole.isRefused || imported.activities == whole.activities)
    return 0
}

private struct Reading: Equatable {
    var activities = 0
    var isRefused = false
    /// Of everything in the file.
    var elements = 0
    var letters = 0

    init(_ input: Input, _ scope: Scope, _ limits: Limits = .standard) {
        let outcome = try? ActivityReader(limits: limits, scope: scope).read(input, file: "fuzzed.xml") {
            look($0.element)
        }
        isRefused = outcome?.isRefused ?? false
        if isRefused {
            // What was handed out before does not count, and how much that was is chance.
            (elements, letters) = (0, 0)
            return
        }
        activities = outcome?.activities ?? 0
        if let frame = outcome?.frame { look(frame) }
    }

    private mutating func look(_ element: Element) {
        elements += 1
        letters += element.name.utf8.count + element.text.utf8.count
        for (name, value) in element.attributes { letters += name.utf8.count + value.utf8.count }
        for child in element.children { look(child) }
    }
}
