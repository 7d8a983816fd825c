import Foundation
import Testing

@testable import Formats

/// Files as publishers issued them, which stand beside the project where it is developed and belong to others.
enum FilesBeside {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../../shared/iati/real").standardizedFileURL

    static let areThere = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent("truth.json").path)

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".xml") }.sorted()

    static func truth(_ name: String) throws -> Truth {
        struct All: Decodable { let files: [String: Truth] }
        let data = try Data(contentsOf: folder.appending(path: "truth.json"))
        return try #require(try JSONDecoder().decode(All.self, from: data).files[name])
    }

    static func activities(_ name: String) throws -> [Element] {
        let found = InputFinder.find([folder.appending(path: name).path])
        return try ReadingSample(try #require(found.inputs.first), scope: .imported).activities.map(\.element)
    }

    /// What another program counted in a file; the names are those of its JSON.
    struct Truth: Decodable {
        struct Identifiers: Decodable {
            let distinct: Int
            let missing: Int
            let extra_copies: Int
        }
        struct Transactions: Decodable {
            let total: Int
            let per_type: [String: Int]
            let totals: [String: [String: String]]

            var sums: [String: Decimal] {
                var sums: [String: Decimal] = [:]
                for (type, currencies) in totals {
                    for (currency, sum) in currencies { sums["\(type) \(currency)"] = Decimal(string: sum) }
                }
                return sums
            }
        }
        struct Budgets: Decodable { let count: Int }
        struct Links: Decodable { let distinct: Int }
        struct Participating: Decodable { let distinct_per_role_norm: [String: Int] }

        let root: String
        let root_version: String?
        let wellformed: Bool
        let activities: Int
        let identifiers: Identifiers
        let transactions: Transactions
        let budgets: Budgets
        let recipient_countries: [String: Int]
        let tx_recipient_countries: [String: Int]
        let status: [String: Int]
        let links: [String: Links]
        let participating_orgs: Participating

        /// By code; what has none counts as one.
        var statuses: [String: Int] {
            status.reduce(into: [:]) { $0[$1.key.hasPrefix("(") ? "" : $1.key, default: 0] += $1.value }
        }
    }
}
