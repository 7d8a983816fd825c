import Foundation

/// What the kernel counts of a process, from `/proc`.
struct ProcessFacts {
    private let tasks: [String]

    init(_ processID: pid_t) {
        let folder = "/proc/\(processID)/task"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        tasks = names.map { "\(folder)/\($0)" }
    }

    /// The processes that it started and that still are.
    var children: [pid_t] {
        tasks.flatMap { Self.text("\($0)/children").split { $0.isWhitespace }.compactMap { pid_t($0) } }
    }

    /// How often any of its threads has gone to sleep: each time it had been woken.
    var sleeps: Int {
        tasks.reduce(0) { sum, task in
            let lines = Self.text("\(task)/status").split(separator: "\n")
            let line = lines.first { $0.hasPrefix("voluntary_ctxt_switches:") }
            return sum + (line?.split(separator: "\t").last.flatMap { Int($0) } ?? 0)
        }
    }

    /// Whether all its threads sleep.
    var isSleeping: Bool { tasks.allSatisfy { Self.fields($0).first == "S" } }

    /// Whether it has ended, though nobody may have asked for its status yet.
    var isGone: Bool { tasks.allSatisfy { ["Z", "X"].contains(Self.fields($0).first) } }

    /// The exit status of a process that has ended and whose parent has not asked; 128 and the number where
    /// a signal ended it.
    var unclaimedStatus: Int32? {
        guard let fields = tasks.first.map(Self.fields), fields.first == "Z",
            let status = fields.last.flatMap({ Int32($0) })
        else { return nil }
        return Spawn.exitStatus(status)
    }

    /// Whether it has been stopped, as by Ctrl-Z.
    var isStopped: Bool { tasks.contains { Self.fields($0).first == "T" } }

    /// Processor time that its threads have taken, in hundredths of a second.
    var processorTime: Int {
        tasks.reduce(0) { sum, task in
            let fields = Self.fields(task)
            // proc(5): user and system time, the 14th and 15th of all.
            return fields.count > 12 ? sum + (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : sum
        }
    }

    /// The fields of `stat` after the name, which may hold anything: state first.
    private static func fields(_ task: String) -> [String] {
        let text = text("\(task)/stat")
        guard let end = text.lastIndex(of: ")") else { return [] }
        return text[text.index(after: end)...].split { $0.isWhitespace }.map { String($0) }
    }

    private static func text(_ path: String) -> String {
        (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }
}
