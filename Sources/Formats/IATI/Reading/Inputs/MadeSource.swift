/// Bytes that are made as they are asked for.
package final class MadeSource: ByteSource {
    private let next: () -> [UInt8]?
    private var rest: ArraySlice<UInt8> = []
    package private(set) var bytesRead = 0

    /// `next` answers nil at the end.
    package init(_ next: @escaping () -> [UInt8]?) { self.next = next }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while rest.isEmpty {
            guard let more = next() else { return 0 }
            rest = more[...]
        }
        let stretch = rest.prefix(buffer.count)
        buffer.copyBytes(from: stretch)
        rest.removeFirst(stretch.count)
        bytesRead += stretch.count
        return stretch.count
    }
}
