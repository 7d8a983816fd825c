import Foundation

/// Where data goes.
enum StandardOutput {
    /// Writes `text` and a line end. When the reader has gone away, ends quietly.
    static func write(_ text: String) {
        var bytes = Array(text.utf8)
        if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                exit(0)
            } else if errno != EINTR && errno != EAGAIN {
                StandardError.write("whofunds: standard output: \(String(cString: strerror(errno)))")
                exit(2)
            }
        }
    }
}
