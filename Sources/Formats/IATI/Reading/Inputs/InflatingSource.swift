import CArchive
import Glibc

/// The bytes that gzip or a member of a zip inflates to, within limits.
final class InflatingSource: ByteSource {
    private let archive: OpenArchive
    private let limits: Limits
    /// How much it is to be, if the archive says so.
    private let expected: Int?
    private let before: Int
    private var inflated = 0
    /// What is to be done with the archive when nobody reads here any more.
    private let done: (OpenArchive) -> Void

    init(
        _ archive: OpenArchive, expected: Int?, limits: Limits,
        done: @escaping (OpenArchive) -> Void = { _ in }
    ) {
        self.archive = archive
        self.limits = limits
        self.expected = expected
        self.done = done
        before = archive.bytesRead
    }

    deinit { done(archive) }

    static func gzip(_ path: String, limits: Limits) throws -> InflatingSource {
        let archive = try OpenArchive(path, .gzip)
        _ = try archive.next()
        return InflatingSource(archive, expected: nil, limits: limits)
    }

    var bytesRead: Int { archive.bytesRead - before }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try archive.read(into: buffer)
        inflated += count
        if let expected, inflated > expected { throw InputFault.damaged("a member is larger than it says") }
        if inflated > limits.inflated { throw InputFault.inflatesTooFar }
        // Stored, it would be as much: then the archive bears the blame that is due to a file.
        if inflated > limits.unquestioned, inflated / limits.ratio > max(bytesRead, 1) {
            throw InputFault.inflatesTooFar
        }
        return count
    }
}
