import Foundation

/// A file without a name, for what there is no room for in memory; it goes with whoever holds it.
final class ScratchFile: Sendable {
    private let descriptor: Int32

    /// Nil where none can be made.
    init?() {
        let folder = FileManager.default.temporaryDirectory.path
        let name = "\(folder)/whofunds-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        unlink(name)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Writes numbers behind the first `offset`; false when there is no room for all.
    func write(_ numbers: [Int32], at offset: Int) -> Bool {
        numbers.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
                let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset * 4 + written))
                if count > 0 {
                    written += count
                } else if count == 0 || errno != EINTR {
                    return false
                }
            }
            return true
        }
    }

    /// The numbers that were written behind the first `offset`.
    func read(_ range: Range<Int>) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: range.count) { buffer, initialized in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            var done = 0
            while done < bytes.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
                let count = pread(
                    descriptor, rest.baseAddress, rest.count, off_t(range.lowerBound * 4 + done))
                // Of a file that nobody else can name: as little to be expected as memory that forgets.
                precondition(count > 0 || (count < 0 && errno == EINTR), "a temporary file cannot be read")
                done += max(0, count)
            }
            initialized = range.count
        }
    }
}
