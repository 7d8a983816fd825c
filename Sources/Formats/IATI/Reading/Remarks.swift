/// What is wrong with a file that is read all the same: each kind once, with its first place and how often.
struct Remarks {
    enum Kind: Hashable {
        /// Bytes that are no text in the file's encoding.
        case badBytes
        /// A control character, or a reference to one.
        case controlCharacter
        case strayAmpersand
        /// `&nbsp;`: HTML's, not XML's.
        case htmlEntity
        case strayLessThan
        /// The encoding that the file declares is none that is known.
        case unknownEncoding
        /// The file declares an encoding that it cannot have.
        case falseEncoding
        case nestedActivity
        /// By libxml2's number of the mistake.
        case notWellFormed(Int)
        /// Not fatal: a prefix without a namespace.
        case namespace
        case truncated
        case tooBroken
    }

    struct Remark {
        let kind: Kind
        let line: Int
        let column: Int
        /// What was found there.
        let detail: String
        var count = 1
    }

    private(set) var list: [Remark] = []
    private var positions: [Kind: Int] = [:]

    mutating func add(
        _ kind: Kind, line: Int, column: Int, detail: @autoclosure () -> String = ""
    ) {
        if let position = positions[kind] {
            list[position].count += 1
        } else {
            positions[kind] = list.count
            list.append(Remark(kind: kind, line: line, column: column, detail: detail()))
        }
    }

    mutating func add(_ others: Remarks) {
        for other in others.list {
            if let position = positions[other.kind] {
                list[position].count += other.count
            } else {
                positions[other.kind] = list.count
                list.append(other)
            }
        }
    }
}
