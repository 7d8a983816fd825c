import Foundation
import Model

/// Which files are read, and which are taken over from the index that is there.
struct ImportPlan {
    enum Step {
        /// The file's content is that of a file of the index: its key there.
        case copy(Int64, ExtractFile)
        case read(ExtractFile.Stamp)
    }

    let inputs: [Input]
    let steps: [Step]
    /// Files of the index that is there and whose names are not among the inputs.
    let removed: Int
    /// Whether the index holds the same files, in the same order, under the same names.
    let isSame: Bool

    /// A file of the same name and stamp is taken to be the same; else its content decides, by its hash, also
    /// under another name.
    init(_ inputs: [Input], kept: KeptExtracts?, watch: IndexWatch) throws {
        self.inputs = inputs
        let files = kept?.files ?? []
        let byName = Dictionary(files.map { ($0.file.name, $0) }) { first, _ in first }
        let byHash = Dictionary(files.map { ($0.file.hash, $0) }) { first, _ in first }
        var steps: [Step] = []
        for input in inputs {
            try watch.check()
            let stamp = input.stamp
            var found = byName[input.name].flatMap { $0.file.stamp == stamp ? $0 : nil }
            if found == nil, !files.isEmpty, let hash = try? input.contentHash() { found = byHash[hash] }
            guard let (key, old) = found else {
                steps.append(.read(stamp))
                continue
            }
            var file = old
            file.name = input.name
            file.stamp = stamp
            if file.name != old.name {
                for index in file.problems.indices { file.problems[index].first.file = file.name }
            }
            steps.append(.copy(key, file))
        }
        self.steps = steps
        let names = Set(inputs.map(\.name))
        removed = files.count { !names.contains($0.file.name) }
        isSame =
            files.count == steps.count
            && zip(files, steps).allSatisfy { old, step in
                if case .copy(let key, let file) = step {
                    key == old.key && file.name == old.file.name
                } else {
                    false
                }
            }
    }

    var readInputs: [Input] {
        zip(inputs, steps).compactMap { input, step in if case .read = step { input } else { nil } }
    }
}
