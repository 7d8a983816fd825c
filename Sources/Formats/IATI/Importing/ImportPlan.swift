import Foundation
import Model

/// Which files are read, and which are taken over from the index that is there.
struct ImportPlan {
    enum Step {
        /// The file's content is that of a file of the index: its key there.
        case copy(Int64, ExtractFile)
        case read(Input, ExtractFile.Stamp)
    }

    /// One file: no two have one name.
    struct Item {
        let name: String
        let step: Step
    }

    let items: [Item]
    /// Files of the index that is there and that are not among the inputs.
    let removed: Int
    /// Whether the index holds the same files, in the same order, under the same names.
    let isSame: Bool

    /// A file of the same name and stamp is taken to be the same; else its content decides, by its hash, also
    /// under another name.
    init(_ inputs: [Input], kept: KeptExtracts?, watch: IndexWatch) throws {
        let files = kept?.files ?? []
        let byName = Dictionary(files.map { ($0.file.name, $0) }) { first, _ in first }
        let byHash = Dictionary(files.filter { !$0.file.hash.isEmpty }.map { ($0.file.hash, $0) }) {
            first, _ in first
        }
        var taken = Set<String>()
        var stamps: [String: ExtractFile.Stamp] = [:]
        items = try inputs.map { input in
            try watch.check()
            let name = Self.unique(input.name, &taken)
            let path = input.path ?? ""
            // The members of an archive share its stamp.
            let stamp = stamps[path] ?? ExtractFile.Stamp(path: path)
            stamps[path] = stamp
            var found = byName[name].flatMap { $0.file.stamp == stamp ? $0 : nil }
            if found == nil, !files.isEmpty, let hash = try? input.contentHash() { found = byHash[hash] }
            let step = found.map { Step.copy($0.key, $0.file.renamed(name, stamp)) } ?? .read(input, stamp)
            return Item(name: name, step: step)
        }
        removed = files.count { !taken.contains($0.file.name) }
        isSame =
            files.count == items.count
            && zip(files, items).allSatisfy { old, item in
                if case .copy(let key, _) = item.step {
                    key == old.key && item.name == old.file.name
                } else {
                    false
                }
            }
    }

    /// An archive may have several members of one name.
    private static func unique(_ name: String, _ taken: inout Set<String>) -> String {
        var (unique, number) = (name, 1)
        while !taken.insert(unique).inserted {
            number += 1
            unique = "\(name) (\(number))"
        }
        return unique
    }

    /// The files whose content is as it was and of which the file system says something else, by key.
    func moved(since kept: KeptExtracts) -> [(key: Int64, stamp: ExtractFile.Stamp)] {
        zip(kept.files, items).compactMap { old, item in
            guard case .copy(let key, let file) = item.step, file.stamp != old.file.stamp else { return nil }
            return (key, file.stamp)
        }
    }

    /// Takes over all that an index keeps, without looking for its files.
    init(_ kept: KeptExtracts) {
        items = kept.files.map { Item(name: $0.file.name, step: .copy($0.key, $0.file)) }
        removed = 0
        isSame = false
    }

    /// The files to be read, in their order.
    var toRead: [(name: String, input: Input)] {
        items.compactMap { if case .read(let input, _) = $0.step { ($0.name, input) } else { nil } }
    }
}

extension ExtractFile.Stamp {
    /// What the file system says of a file; nothing that stays the same when it says nothing.
    init(path: String) {
        var facts = stat()
        guard stat(path, &facts) == 0 else {
            self.init(device: -1, inode: -1, modified: .random(in: .min...0), size: -1)
            return
        }
        let seconds = Int64(facts.st_mtim.tv_sec)
        self.init(
            device: Int64(truncatingIfNeeded: facts.st_dev), inode: Int64(truncatingIfNeeded: facts.st_ino),
            modified: seconds &* 1_000_000_000 &+ Int64(facts.st_mtim.tv_nsec), size: Int64(facts.st_size))
    }
}

extension ExtractFile {
    /// The same content in another place.
    fileprivate func renamed(_ name: String, _ stamp: Stamp) -> ExtractFile {
        var file = self
        file.name = name
        file.stamp = stamp
        for index in file.problems.indices { file.problems[index].first.file = name }
        return file
    }
}
