/// Why the bytes of an input cannot be had, or not all of them.
package enum InputFault: Error, Hashable, Sendable {
    case missing
    case unreadable
    /// A device, a named pipe, a socket.
    case notAFile
    /// An archive that is cut off or changed, in libarchive's words.
    case damaged(String)
    case encrypted
    /// It would be inflated to more than is bearable.
    case inflatesTooFar
    case tooManyMembers
}
