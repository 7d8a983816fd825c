import ArgumentParser
import Dispatch
import Formats
import Foundation
import Model

/// An import in this terminal: its progress on standard error, and Ctrl-C.
struct ImportSession {
    var verbose = false

    /// Runs an import, which is asked to stop by SIGINT, SIGTERM or SIGHUP; then ends with the signal's status.
    func run<Result>(
        _ body: (ImportStop, @escaping @Sendable (ImportProgress) -> Void) throws -> Result
    ) throws -> Result {
        let stop = ImportStop()
        let signals = StopSignals { stop.ask() }
        defer { signals.end() }
        let line = ProgressLine(verbose: verbose)
        do {
            let result = try body(stop) { progress in line.show(progress) }
            line.erase()
            return result
        } catch {
            line.erase()
            guard error is CancellationError, let signal = signals.caught else { throw error }
            StandardError.write("whofunds: stopped; nothing was changed")
            throw ExitCode(128 + signal)
        }
    }
}
