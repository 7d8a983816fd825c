/// Bytes that come one stretch after the other. It belongs to one thread at a time.
package protocol ByteSource: AnyObject {
    /// Writes to the beginning of `buffer` and answers how many bytes; 0 at the end. Throws ``InputFault``.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int

    /// How many bytes of the file on the disk were read for it.
    var bytesRead: Int { get }
}
