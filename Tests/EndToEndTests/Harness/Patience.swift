import Foundation

/// Waiting for what a loaded machine does late.
enum Patience {
    struct Exhausted: Error, CustomStringConvertible {
        let description: String
    }

    /// Asks `answer` again and again until it gives one. `otherwise` describes what there was instead.
    static func wait<Answer>(
        _ seconds: Double = 30, for wanted: String,
        otherwise: () throws -> String = { "nothing" },
        _ answer: () throws -> Answer?
    ) async throws -> Answer {
        let end = Date(timeIntervalSinceNow: seconds)
        while true {
            if let found = try answer() { return found }
            if Date() > end {
                throw Exhausted(
                    description: "waited \(Int(seconds)) s for \(wanted); there was:\n\(try otherwise())")
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
