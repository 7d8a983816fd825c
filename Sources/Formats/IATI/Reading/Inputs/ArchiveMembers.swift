import Synchronization

/// The members of a zip. Those that are opened in their order are inflated once: an archive that was left where a
/// member ends is gone on with from there.
final class ArchiveMembers: Sendable {
    struct Member: Sendable {
        /// From 0, among all members.
        let number: Int
        let name: String
        let size: Int
        let isEncrypted: Bool
    }

    let path: String
    /// The files, not the folders.
    let files: [Member]
    private let state = Mutex(State())

    private struct State {
        var left: [OpenArchive] = []
        var damages = 0
    }

    /// Two ways through the archive may take turns: one that hashes, one that reads.
    private static let mostLeft = 2
    /// After each damage the archive is gone through anew.
    private static let mostDamages = 100

    /// Throws ``InputFault``.
    init(path: String, size: Int, limits: Limits) throws {
        self.path = path
        let archive = try OpenArchive(path, .zip)
        var files: [Member] = []
        var inflated = 0
        while let entry = try archive.next() {
            if archive.position > limits.members { throw InputFault.tooManyMembers }
            guard entry.isFile, !entry.name.hasSuffix("/") else { continue }
            files.append(
                Member(
                    number: archive.position - 1, name: entry.name, size: entry.size ?? 0,
                    isEncrypted: entry.isEncrypted))
            inflated = inflated.addingReportingOverflow(max(entry.size ?? 0, 0)).partialValue
            // Members may lie over one another: it is the sum that tells a bomb.
            if inflated < 0 || (inflated > limits.unquestioned && inflated / limits.ratio > size) {
                throw InputFault.inflatesTooFar
            }
        }
        self.files = files
    }

    /// The bytes of a member.
    func open(_ number: Int, limits: Limits) throws -> any ByteSource {
        let archive = try take(before: number) ?? OpenArchive(path, .zip)
        while archive.position < number {
            guard try archive.next() != nil else { throw InputFault.damaged("a member is gone") }
        }
        guard let entry = try archive.next() else { throw InputFault.damaged("a member is gone") }
        if entry.isEncrypted { throw InputFault.encrypted }
        return InflatingSource(archive, expected: entry.size, limits: limits) { [self] in leave($0) }
    }

    /// Of the archives that are left, the one that is nearest before a member.
    private func take(before number: Int) throws -> OpenArchive? {
        try state.withLock { state in
            if state.damages > Self.mostDamages {
                throw InputFault.damaged("more than \(Self.mostDamages) of its members are damaged")
            }
            let fitting = state.left.indices.filter { state.left[$0].position <= number }
            return fitting.max { state.left[$0].position < state.left[$1].position }
                .map { state.left.remove(at: $0) }
        }
    }

    private func leave(_ archive: OpenArchive) {
        state.withLock { state in
            if archive.isDamaged {
                state.damages += 1
            } else {
                state.left.append(archive)
                if state.left.count > Self.mostLeft { state.left.removeFirst() }
            }
        }
    }
}
