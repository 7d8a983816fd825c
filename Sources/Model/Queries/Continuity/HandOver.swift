/// Who implemented the one and who implements the next. An organisation and a part of it are taken as the same,
/// and a part whose whole is listed is not listed beside it.
package struct HandOver: Hashable, Sendable {
    /// Implementers of the first project that have no counterpart in the second.
    package let left: [RecordName]
    /// Implementers of the second that have none in the first.
    package let joined: [RecordName]
    /// Implementers of the second that the first had too, or had a part or the whole of.
    package let stayed: [RecordName]

    /// Whether the implementers differ.
    package var isChange: Bool { !left.isEmpty || !joined.isEmpty }

    /// Nil when the sources do not say who implements on one of the sides.
    ///
    /// - Parameter isPart: whether the first organisation stands inside the second, at any depth.
    init?(from first: [RecordName], to second: [RecordName], isPart: (String, String) -> Bool) {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        func isSame(_ one: RecordName, _ other: RecordName) -> Bool {
            one.id == other.id || isPart(one.id, other.id) || isPart(other.id, one.id)
        }
        /// Without those that stand inside another of the list.
        func whole(_ list: [RecordName]) -> [RecordName] {
            list.outermost { isPart($0.id, $1.id) }
        }
        left = whole(first.filter { one in !second.contains { isSame(one, $0) } })
        joined = whole(second.filter { one in !first.contains { isSame(one, $0) } })
        stayed = whole(second.filter { one in first.contains { isSame(one, $0) } })
    }

    /// `ILO → IOM`, `IOM stays, UNDP joins`, `IOM stays`.
    package var words: SafeText {
        func names(_ names: [RecordName]) -> SafeText { names.map(\.short).joined(separator: ", ") }
        func verb(_ list: [RecordName], _ word: String) -> SafeText {
            names(list) + SafeText(list.count == 1 ? " \(word)s" : " \(word)")
        }
        if stayed.isEmpty { return names(left) + " → " + names(joined) }
        var parts = [verb(stayed, "stay")]
        if !left.isEmpty { parts.append(verb(left, "leave")) }
        if !joined.isEmpty { parts.append(verb(joined, "join")) }
        return parts.joined(separator: ", ")
    }
}
