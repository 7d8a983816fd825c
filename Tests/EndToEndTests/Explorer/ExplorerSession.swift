import Foundation

/// A home of its own for one run of whofunds: cache and notes lie in a temporary folder.
final class TemporaryHome: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "whofunds-home-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var environment: [String: String] {
        ["HOME": path, "XDG_CACHE_HOME": path + "/cache", "XDG_DATA_HOME": path + "/data"]
    }
}

extension TmuxSession {
    /// The explorer on the bundled dossier, its overview drawn.
    static func explorer(
        _ home: TemporaryHome, _ arguments: [String] = [], width: Int = 80, height: Int = 24,
        environment: [String: String?] = [:]
    ) async throws -> TmuxSession {
        let environment = environment.merging(home.environment.mapValues(Optional.some)) { $1 }
        let session = try TmuxSession(
            .whofunds, arguments, width: width, height: height, environment: environment)
        try await session.waitFor("whofunds", seconds: 60)
        return session
    }
}
