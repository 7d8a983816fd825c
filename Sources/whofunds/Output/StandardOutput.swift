import Foundation
import Model

/// Where data goes.
enum StandardOutput {
    /// Writes `text` and a line end. When the reader has gone away, ends quietly.
    static func write(_ text: String) { put(text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n") }

    /// Writes a piece of text as it is. When the reader has gone away, ends quietly.
    static func put(_ text: String) {
        switch Stream.write(text, to: STDOUT_FILENO) {
        case 0: return
        case EPIPE: exit(0)
        case let trouble:
            StandardError.write("whofunds: standard output: \(String(cString: strerror(trouble)))")
            exit(2)
        }
    }
}

/// Where everything goes that is not data.
enum StandardError {
    /// Writes a line. Where it cannot be written there is nobody to tell, and the exit status says the rest.
    static func write(_ line: SafeText) {
        _ = Stream.write(line.string + "\n", to: STDERR_FILENO)
    }
}

private enum Stream {
    /// Writes `text`, whole; gives the number of the error that kept it from being written, or 0.
    static func write(_ text: String, to file: Int32) -> Int32 {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR && errno != EAGAIN {
                return errno
            }
        }
        return 0
    }
}
