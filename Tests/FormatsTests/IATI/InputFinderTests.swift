import Foundation
import Testing

@testable import Formats

@Suite("Finding inputs") struct InputFinderTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func activity(_ identifier: String) -> String {
        "<iati-activity><iati-identifier>\(identifier)</iati-identifier></iati-activity>"
    }

    private func names(_ found: InputFinder.Found) -> [String] {
        found.inputs.map { String($0.name.dropFirst(folder.path.count + 1)) }
    }

    private func problems(_ found: InputFinder.Found) -> [String] {
        found.problems.map { "\($0.file.dropFirst(folder.path.count + 1)) \($0.code)" }
    }

    @Test("a folder gives what is in it, sorted, without hidden files and what is called otherwise")
    func folders() throws {
        for name in [
            "b.xml", "a.XML", "sub/c.xml", "sub/deeper/d.xml", ".hidden.xml", ".git/e.xml", "read.me",
        ] {
            try folder.write(name, activity(name))
        }
        let found = InputFinder.find([folder.path])
        #expect(names(found) == ["a.XML", "b.xml", "sub/c.xml", "sub/deeper/d.xml"])
        #expect(found.passedOver == 1)
        #expect(found.problems.isEmpty)
        #expect(
            found.inputs.map(\.size)
                == found.inputs.map { try? Data(contentsOf: URL(fileURLWithPath: $0.name)).count })
        #expect(try ReadingSample(found.inputs[2]).identifiers == ["sub/c.xml"])
    }

    @Test("a file that is named is taken whatever it is called") func named() throws {
        let plain = try folder.write("data", activity("A"))
        try ArchiveSample.gzip([Array(activity("B").utf8)], at: folder.at("packed.xml"))
        try ArchiveSample.zip([("c.xml", Array(activity("C").utf8))], at: folder.at("archive.bin"))
        let found = InputFinder.find([plain, folder.at("packed.xml"), folder.at("archive.bin")])
        #expect(names(found) == ["data", "packed.xml", "archive.bin/c.xml"])
        #expect(try found.inputs.flatMap { try ReadingSample($0).identifiers } == ["A", "B", "C"])
    }

    @Test("what is not there, no file, or without data is told") func nothing() throws {
        try folder.write("empty/read.me", "")
        mkfifo(folder.at("pipe.xml"), 0o600)
        symlink("/dev/zero", folder.at("zero.xml"))
        symlink(folder.at("nowhere"), folder.at("dangling.xml"))
        let found = InputFinder.find([folder.at("missing"), folder.at("empty"), folder.path])
        #expect(
            problems(found) == [
                "missing missing-file", "empty nothing-to-read", "dangling.xml missing-file",
                "empty same-file",
                "pipe.xml no-file", "zero.xml no-file",
            ])
        #expect(found.inputs.isEmpty)
    }

    @Test("folders in a circle and files by two names are read once") func circles() throws {
        let first = try folder.write("a/one.xml", activity("A"))
        symlink(folder.path, folder.at("a/circle"))
        symlink(first, folder.at("b.xml"))
        link(first, folder.at("c.xml"))
        let found = InputFinder.find([folder.path])
        #expect(names(found) == ["a/one.xml"])
        #expect(problems(found) == ["a/circle same-file", "b.xml same-file", "c.xml same-file"])
    }

    @Test("a zip gives its XML, sorted, and tells what it does not give") func zip() throws {
        let path = folder.at("z.zip")
        try ArchiveSample.zip(
            [
                ("two.xml", Array(activity("2").utf8)), ("in/one.xml", Array(activity("1").utf8)),
                ("../out.xml", []), ("/root.xml", []), ("a/../../b.xml", []), ("inner.zip", []),
                ("more.xml.gz", []), ("read.me", []), ("__MACOSX/two.xml", []), (".x.xml", []),
            ], at: path)
        let found = InputFinder.find([path])
        #expect(names(found) == ["z.zip/in/one.xml", "z.zip/two.xml"])
        #expect(found.passedOver == 1)
        #expect(
            found.problems.map(\.code).sorted()
                == Array(repeating: "member-path", count: 3) + ["nested-archive", "nested-archive"])
        #expect(try found.inputs.flatMap { try ReadingSample($0).identifiers } == ["1", "2"])
    }

    @Test("members may be read in any order, while others are hashed") func order() throws {
        let path = folder.at("z.zip")
        try ArchiveSample.zip((0..<20).map { ("\($0).xml", Array(activity("\($0)").utf8)) }, at: path)
        let inputs = InputFinder.find([path]).inputs
        #expect(inputs.count == 20)
        let forward = try inputs.map { try $0.contentHash() + " " + ReadingSample($0).identifiers.joined() }
        let backward = try inputs.reversed().map {
            let identifiers = try ReadingSample($0).identifiers.joined()
            return try $0.contentHash() + " " + identifiers
        }
        #expect(forward == backward.reversed())
        #expect(Set(forward).count == 20)
        // Two at once.
        let (one, other) = (try inputs[3].open(), try inputs[4].open())
        withExtendedLifetime((one, other)) {}
        #expect(try ReadingSample(inputs[5]).activities.count == 1)
    }

    @Test("a locked member is told") func locked() throws {
        try ArchiveSample.zip([("a.xml", Array(activity("A").utf8))], at: folder.at("z.zip"), password: "x")
        #expect(problems(InputFinder.find([folder.at("z.zip")])) == ["z.zip/a.xml encrypted"])
    }

    @Test("archives that are cut off are refused") func cutOff() throws {
        let noise = (0..<4000).map { "<a b='\($0 &* 2_654_435_761 % 1_000_003)'/>" }.joined()
        let xml = Array("<iati-activities>\(activity("A"))\(noise)</iati-activities>".utf8)
        try ArchiveSample.gzip([xml], at: folder.at("a.gz"))
        try ArchiveSample.zip([("a.xml", xml)], at: folder.at("a.zip"))
        for name in ["a.gz", "a.zip"] {
            let whole = try Data(contentsOf: URL(fileURLWithPath: folder.at(name)))
            try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: folder.at(name)))
        }
        #expect(problems(InputFinder.find([folder.at("a.zip")])) == ["a.zip damaged-archive"])
        let sample = try ReadingSample(try #require(InputFinder.find([folder.at("a.gz")]).inputs.first))
        #expect(sample.codes == ["damaged-archive"])
        #expect(sample.outcome.isRefused)
    }

    @Test("one damaged member does not cost the others") func damaged() throws {
        let path = folder.at("z.zip")
        let long = "<iati-activities>\(String(repeating: activity("A"), count: 50))</iati-activities>"
        try ArchiveSample.zip(
            [
                ("1.xml", Array(activity("1").utf8)), ("2.xml", Array(long.utf8)),
                ("3.xml", Array(activity("3").utf8)),
            ],
            at: path)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let start = try #require(bytes.range(of: Data("2.xml".utf8)))
        for position in 0..<24 { bytes[start.upperBound + 40 + position] ^= 0x5a }
        try bytes.write(to: URL(fileURLWithPath: path))
        let samples = try InputFinder.find([path]).inputs.map { try ReadingSample($0) }
        #expect(samples.map(\.outcome.isRefused) == [false, true, false])
        #expect(samples.map { $0.codes } == [[], ["damaged-archive"], []])
    }

    @Test("bombs are refused") func bombs() throws {
        var limits = Limits()
        limits.unquestioned = 1 << 20
        let filling = Array(String(repeating: "<a></a>\n", count: 1 << 15).utf8)
        let start = Array("<iati-activities>".utf8)
        try ArchiveSample.gzip([start] + Array(repeating: filling, count: 16), at: folder.at("a.gz"))
        let gzip = try #require(InputFinder.find([folder.at("a.gz")], limits: limits).inputs.first)
        let sample = try ReadingSample(gzip)
        #expect(sample.codes == ["inflates-too-far"])
        #expect(sample.outcome.isRefused)
        let members = (0..<3).map { ("\($0).xml", Array(repeating: filling, count: 4).flatMap { $0 }) }
        try ArchiveSample.zip(members, at: folder.at("a.zip"))
        #expect(
            problems(InputFinder.find([folder.at("a.zip")], limits: limits)) == ["a.zip inflates-too-far"])
        limits = Limits()
        limits.members = 2
        #expect(
            problems(InputFinder.find([folder.at("a.zip")], limits: limits)) == ["a.zip too-many-members"])
        limits.inflated = 1 << 19
        let plain = try #require(InputFinder.find([folder.at("a.gz")], limits: limits).inputs.first)
        #expect(try ReadingSample(plain).codes == ["inflates-too-far"])
    }

    @Test("a file that went away in between is told") func gone() throws {
        let path = try folder.write("a.xml", activity("A"))
        let input = try #require(InputFinder.find([path]).inputs.first)
        try FileManager.default.removeItem(atPath: path)
        #expect(try ReadingSample(input).codes == ["missing-file"])
        #expect(throws: InputFault.missing) { try input.contentHash() }
    }

    @Test("gzip twice over is inflated twice") func twice() throws {
        try ArchiveSample.gzip([Array(activity("A").utf8)], at: folder.at("a.gz"))
        let once = try Data(contentsOf: URL(fileURLWithPath: folder.at("a.gz")))
        try ArchiveSample.gzip([Array(once)], at: folder.at("b.gz"))
        let input = try #require(InputFinder.find([folder.at("b.gz")]).inputs.first)
        #expect(try ReadingSample(input).identifiers == ["A"])
    }

    @Test(
        "the hash is XXH64",
        arguments: [
            ("", "ef46db3751d8e999"), ("a", "d24ec4f1a98c6e5b"), ("abc", "44bc2cf5ad770999"),
            ("Nobody inspects the spammish repetition", "fbcea83c8a378bf1"),
        ])
    func hash(text: String, value: String) throws {
        #expect(try Input.bytes(Array(text.utf8), name: "a").contentHash() == value)
    }

    @Test("the hash does not depend on how the bytes come") func hashInPieces() throws {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let whole = try Input.bytes(bytes, name: "a").contentHash()
        for step in [1, 7, 31, 32, 33, 64] {
            let input = Input.made("a") {
                var position = 0
                return MadeSource {
                    guard position < bytes.count else { return nil }
                    defer { position += step }
                    return Array(bytes[position..<min(position + step, bytes.count)])
                }
            }
            #expect(try input.contentHash() == whole)
        }
    }
}
