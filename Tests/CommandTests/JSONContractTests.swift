import Foundation
import Testing

@Suite("JSON and CSV for scripts")
struct JSONContractTests {
    /// The keys that scripts may rely on, in objects along a path of keys; more may come, none may go.
    struct Contract: CustomTestStringConvertible, Sendable {
        let line: String
        let paths: [String: String]

        init(_ line: String, _ keys: String, _ inner: [String: String] = [:]) {
            self.line = line
            paths = inner.merging(["": keys]) { $1 }
        }

        var testDescription: String { line }
    }

    static let citation = "source locator basis"
    static let contracts = [
        Contract(
            "projects",
            "id title acronym kind status start end countries themes format participants amounts citations",
            [
                "participants": "organisation name role", "amounts": "value currency qualifier citations",
                "amounts.citations": citation, "citations": citation,
            ]),
        Contract(
            "organisations",
            "id name acronym aliases type partOf country roles projects citations", ["citations": citation]),
        Contract(
            "relations",
            "id kind level nature parties projects themes places consequence saidBy citations",
            ["citations": citation]),
        Contract("events", "id date title organisations projects citations", ["citations": citation]),
        Contract("findings", "id text kind basis citations", ["citations": citation]),
        Contract(
            "discrepancies", "id about attribute values note",
            ["values": "value citations", "values.citations": citation]),
        Contract("sources", "id type authors title year date place speaker footnotes"),
        Contract("flows", "id kind from to through amounts citations"),
        Contract("themes", "id name"),
        Contract("places", "id name kind iso"),
        Contract(
            "timeline", "from to rows events",
            [
                "rows": "id title lane start end certainty overlaps",
                "rows.overlaps": "with from to certainty", "events": "id date title",
            ]),
        Contract(
            "chain ilo --rate USD:EUR=0.76@2010-06-30",
            "subject nodes flows cycles rule totals leftOut rates",
            [
                "nodes": "id kind name tier account",
                "nodes.account": "kind currency in on kept unexplained place unknown converted",
                "flows":
                    "from to role project value currency qualifier known citations kind reportedBy share carried",
                "flows.share": "ofGiver ofReceiver currency converted",
                "totals": "rule currency kind value standing converted counted leftOut",
                "totals.counted": "flow record value", "totals.leftOut": "flow record reason value currency",
                "leftOut": "flow record reason value currency",
                "rates": "from to rate date",
                "flows.citations": citation,
            ]),
        Contract(
            "conflicts",
            "id basis kind level nature parties projects countries themes window score components consequence citations",
            [
                "window": "from to certainty", "components": "months place theme ties",
                "citations": citation,
            ]),
        Contract(
            "continuity", "id from to kind text gap handOver saidBy absent disputed citations",
            ["citations": citation]),
        Contract(
            "continuity iom",
            "id from to kind text gap handOver saidBy absent disputed citations",
            [
                "gap": "certain possible overlapCertain overlapPossible least greatest reversed words",
                "handOver": "from to stayed",
            ]),
        Contract("timeline --lanes succession", "rows steps", ["steps": "id from to gap"]),
        Contract(
            "coverage", "rows columns cells axes unplaced projects",
            [
                "cells": "row column projects implementers donors ids certain level overlap",
                "rows": "id name projects", "columns": "id name projects from to", "axes": "rows columns",
                "unplaced": "projects withoutRow withoutColumn ids",
            ]),
        Contract("coverage --rows theme --columns country", "rows columns cells axes unplaced"),
        Contract(
            "measures",
            "measure formula level year rule value source of items unknown reading ingredients years",
            ["ingredients": "heading items more", "years": "year certain possible"]),
        Contract("measures ilo iom", "measure formula level year rule value source"),
        Contract("measures --matrix", "organisation name measure formula values"),
        Contract("find migration", "kind id name snippet"),
        Contract("check", "errors warnings counts"),
        Contract("overview", "title counts years donors implementers conflicts discrepancies"),
        Contract(
            "show bomca", "id title acronym kind participants amounts citations attributes referredToBy"),
    ]

    @Test("JSON parses and has at least the promised keys", arguments: contracts)
    func keys(contract: Contract) throws {
        let outcome = try Program.run(ViewLines.words(contract.line) + ["--format", "json"])
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty && !outcome.bytes.contains(0x1B))
        let json = try JSONSerialization.jsonObject(with: outcome.bytes)
        for (path, keys) in contract.paths {
            let objects = Self.objects(in: json, along: path.split(separator: ".").map(String.init))
            #expect(!objects.isEmpty, "\(path)")
            for object in objects {
                let missing = Set(keys.split(separator: " ").map(String.init)).subtracting(object.keys)
                #expect(missing.isEmpty, "\(path): \(missing) in \(object["id"] ?? "")")
            }
        }
    }

    private static func objects(in json: Any, along path: [String]) -> [[String: Any]] {
        if let array = json as? [Any] { return array.flatMap { objects(in: $0, along: path) } }
        guard let object = json as? [String: Any] else { return [] }
        guard let first = path.first else { return [object] }
        return object[first].map { objects(in: $0, along: Array(path.dropFirst())) } ?? []
    }

    @Test("What the sources are silent about is null, and never left out or an empty string")
    func silence() throws {
        let words = ["projects", "--format", "json", "--dataset", Program.basin.path]
        let json = try JSONSerialization.jsonObject(with: try Program.run(words).bytes)
        let gauges = Self.objects(in: json, along: []).first { $0["id"] as? String == "river-gauges" }
        #expect(gauges?["start"] is NSNull && gauges?["status"] is NSNull && gauges?["acronym"] is NSNull)
        #expect((gauges?["amounts"] as? [Any])?.isEmpty == true)
    }

    @Test("Notes are JSON with --export")
    func notes() throws {
        let outcome = try Program.run(["notes", "--export"])
        #expect(try JSONSerialization.jsonObject(with: outcome.bytes) is [Any])
    }

    @Test(
        "CSV is read by a strict reader, every row as long as the first",
        arguments: ViewLines.tables + ["timeline"])
    func csv(line: String) throws {
        let outcome = try Program.run(ViewLines.words(line) + ["--format", "csv"])
        #expect(outcome.status == 0 && !outcome.bytes.contains(0x1B))
        let rows = try #require(StrictCSV.rows(outcome.output))
        #expect(rows.count > 1)
        #expect(rows[0][0] == "id")
        #expect(Set(rows[0]).count == rows[0].count)
        for row in rows { #expect(row.count == rows[0].count, "\(row)") }
    }

    @Test("CSV has the rows that JSON has", arguments: ["projects", "find migration"])
    func sameRows(line: String) throws {
        let csv = try Program.run(ViewLines.words(line) + ["--format", "csv"])
        let json = try Program.run(ViewLines.words(line) + ["--format", "json"])
        let objects = Self.objects(in: try JSONSerialization.jsonObject(with: json.bytes), along: [])
        let rows = try #require(StrictCSV.rows(csv.output))
        #expect(rows.dropFirst().map { $0[0] } == objects.compactMap { $0["id"] as? String })
    }

    @Test("An organisation has as many projects in the list as in JSON, those of its parts included")
    func organisationsProjects() throws {
        let csv = try Program.run(["organisations", "--format", "csv"])
        let rows = try #require(StrictCSV.rows(csv.output))
        let column = try #require(rows[0].firstIndex(of: "projects"))
        let counted = Dictionary(uniqueKeysWithValues: rows.dropFirst().map { ($0[0], Int($0[column])) })
        let json = try Program.run(["organisations", "--format", "json"])
        let objects = Self.objects(in: try JSONSerialization.jsonObject(with: json.bytes), along: [])
        #expect(objects.count == counted.count)
        for object in objects {
            let id = try #require(object["id"] as? String)
            #expect(counted[id] == (object["projects"] as? [Any])?.count, "\(id)")
        }
    }

    @Test("A table in Markdown has as many columns in each row", arguments: ViewLines.tables)
    func markdown(line: String) throws {
        let outcome = try Program.run(ViewLines.words(line) + ["--format", "markdown"])
        let bars = outcome.lines.filter { $0.hasPrefix("|") }.map { row in
            row.replacing("\\|", with: "").count { $0 == "|" }
        }
        #expect(bars.count > 2)
        #expect(Set(bars).count == 1)
    }

    @Test("--limit holds in every format", arguments: ["text", "json", "csv", "markdown"])
    func limit(format: String) throws {
        let outcome = try Program.run(["projects", "--limit", "2", "--format", format])
        switch format {
        case "json": #expect((try JSONSerialization.jsonObject(with: outcome.bytes) as? [Any])?.count == 2)
        case "markdown": #expect(outcome.lines.count == 4)
        default: #expect(outcome.lines.count == 3)
        }
    }
}
