import Foundation
import Model

/// Times what a user asks of an index: once with nothing of the file in memory, then again and again.
final class Stopwatch {
    private let path: String
    private let wanted: String?
    private let runsCold: Bool
    private(set) var dataset: Dataset

    init(path: String, wanted: String?, runsCold: Bool) throws {
        self.path = path
        self.wanted = wanted
        self.runsCold = runsCold
        dataset = try Dataset(path: path)
    }

    /// Prints a row: name, cold, warm (the least of three), in milliseconds. What takes long is not asked again.
    func time(_ name: String, _ ask: (Dataset) throws -> Void) throws {
        if let wanted, !name.contains(wanted) { return }
        var cold: Duration?
        if runsCold {
            forget()
            dataset = try Dataset(path: path)
            cold = try once(ask)
        }
        var warm = try fresh(ask)
        for _ in 0..<2 where warm < .seconds(2) { warm = min(warm, try fresh(ask)) }
        print("| \(name) | \(cold.map(Self.text) ?? "–") | \(Self.text(warm)) |")
        fflush(nil)
    }

    /// What an opened dataset remembers must not answer.
    private func fresh(_ ask: (Dataset) throws -> Void) throws -> Duration {
        dataset = try Dataset(path: path)
        _ = try dataset.list(.project).rows(0, 1)
        return try once(ask)
    }

    private func once(_ ask: (Dataset) throws -> Void) throws -> Duration {
        let clock = ContinuousClock()
        return try clock.measure { try ask(dataset) }
    }

    /// Has the kernel let go of the file's pages.
    private func forget() {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return }
        posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
        close(file)
    }

    private static func text(_ duration: Duration) -> String {
        let milliseconds =
            Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
        return milliseconds < 10
            ? String(format: "%.1f", milliseconds) : String(format: "%.0f", milliseconds)
    }

    /// What the process holds of the machine's memory, in megabytes: shared pages by their share.
    static var proportionalSetSize: Double? {
        guard let text = try? String(contentsOfFile: "/proc/self/smaps_rollup", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Pss:") }),
            let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
        else { return nil }
        return kilobytes / 1024
    }
}
