import Foundation
import Model
import Synchronization
import TUI
import Terminal

/// Shows what the terminal told it, and does by single keys what the tests want to see.
struct Probe: Interactive {
    /// What all copies of the probe share.
    private final class Shared: Sendable {
        let frames = Atomic(0)
        let isStopped = Atomic(false)
    }

    private let shared = Shared()
    private var waiting = ""
    private var last = "none"
    private var seen = ""
    private var report = ""
    private var size: Size?
    private(set) var throwsAtEnd = false

    mutating func update(_ event: Event) -> [Effect] {
        // The first word of any terminal is its size: nothing has happened yet.
        if case .resized(let size) = event, self.size == nil {
            self.size = size
            return []
        }
        last = "\(event)"
        switch event {
        case .key(.character("q")): return [.quit]
        case .key(.character("z")): return [.suspend]
        case .key(.character("l")): return [.redraw]
        case .key(.character("y")): return [.copy("text of the view")]
        case .key(.character("Y")): return [.copy(String(repeating: "x", count: 60_000))]
        case .key(.character("c")): raise(SIGSEGV)
        case .key(.character("C")): overflow(0)
        case .key(.character("x")):
            let none: [Int] = []
            last = "\(none[seen.count])"
        case .key(.character("s")): workUntilStopped()
        case .key(.character("n")):
            Thread.sleep(forTimeInterval: 1)
            report = "rested"
        case .key(.character("w")): Thread.sleep(forTimeInterval: 3600)
        case .key(.character("t")):
            throwsAtEnd = true
            return [.quit]
        case .key(.character(let character)): seen.append(character)
        case .resized(let size): self.size = size
        case .pasted(let text): seen += text
        default: break
        }
        return []
    }

    /// Works until it is told to stop: a test on a busy machine may look only after minutes.
    private func workUntilStopped() {
        while !shared.isStopped.load(ordering: .acquiring) { Thread.sleep(forTimeInterval: 0.01) }
    }

    func isTyping(_ event: Event) -> Bool { event == .key(.character("s")) }

    mutating func update(typed events: [Event]) -> [Effect] {
        seen += String(repeating: "s", count: events.count - 1)
        return update(.key(.character("s")))
    }

    func stops(_ event: Event) -> Bool { event == .key(.escape) }

    func stop() { shared.isStopped.store(true, ordering: .releasing) }

    func resume() { shared.isStopped.store(false, ordering: .releasing) }

    mutating func wait(for events: [Event]) { waiting = "working on \(events.count)" }

    mutating func stopped() { report = "stopped" }

    private func overflow(_ depth: Int) {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { bytes in
            bytes[depth % bytes.count] = 1
            overflow(depth + 1)
            bytes[depth % bytes.count] = 0
        }
    }

    mutating func copied(_ report: String) { self.report = report }

    func render(_ size: Size) -> Canvas {
        let frames = shared.frames.add(1, ordering: .relaxed).newValue
        var canvas = Canvas(size)
        let lines: [(String, Style)] = [
            (
                "size \(size.width)x\(size.height) told \(self.size.map { "\($0.width)x\($0.height)" } ?? "-")",
                .bold
            ),
            ("last \(last)", .plain), ("frame \(frames)", .dim), ("seen [\(seen)]", .accent),
            ("said \(report)", .conflict), ("busy [\(waiting)]", .plain),
            ("drawn ├──▓┄? ◆ Бишкек 日本 é", .plain),
        ]
        for (y, line) in lines.enumerated() { canvas.write(SafeText(line.0), 0, y, line.1) }
        canvas.put("┘", size.width - 1, size.height - 1)
        canvas.cursor = size.height > 3 ? Point(6 + SafeText(seen).columns, 3) : nil
        return canvas
    }
}

struct AsWished: Error {}

@main
enum TerminalProbe {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.contains("--crash") {
            Terminal.catchCrashes()
            print(arguments[arguments.count + 1])
        }
        let options = Terminal.Options(
            color: arguments.contains("--plain") ? .never : .auto,
            ascii: arguments.contains("--ascii"), mouse: arguments.contains("--mouse"))
        do {
            var probe = Probe()
            let ending = try run(&probe, options)
            print("ended: \(ending)")
            exit(ending.exitStatus)
        } catch let error as TerminalError {
            FileHandle.standardError.write(Data("whofunds: \(error)\n".utf8))
            exit(2)
        } catch {
            print("thrown: \(error)")
            exit(3)
        }
    }

    /// Throws while the terminal is still the program's, to see that leaving the scope gives it back.
    private static func run(_ probe: inout Probe, _ options: Terminal.Options) throws -> Terminal.Ending {
        var terminal = try Terminal(options: options)
        let ending = terminal.run(&probe)
        if probe.throwsAtEnd { throw AsWished() }
        return ending
    }
}
