import ArgumentParser
import Foundation
import Model

/// Makes a dataset of any size to measure with: `swift run -c release corpus --projects 100000 --into FILE`, or with
/// `--iati` a folder of IATI files.
@main
struct CorpusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus", abstract: "Make up a dataset of any size to measure with.")

    @Option(help: "How many projects.") var projects: Int = 1000
    @Option(help: "Another number gives another corpus; the same gives the same.") var seed: UInt64 = 1
    @Option(help: "The index to write; with --iati, the folder.") var into: String
    @Flag(help: "Write IATI files, as their publishers would.") var iati = false

    func validate() throws {
        guard projects > 0 else { throw ValidationError("--projects takes a number from 1.") }
    }

    func run() throws {
        if iati {
            let folder = URL(fileURLWithPath: into)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return try ActivityCorpus(projects: projects, seed: seed).write(into: folder)
        }
        let corpus = Corpus(projects: projects, seed: seed)
        try IndexCompiler.compile(to: into, meta: corpus.meta) { writer in
            try corpus.records { try writer.add($0) }
        }
    }
}
