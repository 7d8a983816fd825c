import Formats
import Foundation
import Testing

@testable import whofunds

@Suite("The line of progress")
struct ProgressPictureTests {
    private static var reading: ImportProgress {
        var progress = ImportProgress(phase: .reading)
        (progress.bytes, progress.totalBytes) = (45_000_000, 60_000_000)
        (progress.files, progress.totalFiles) = (12, 20)
        progress.activities = 12_345
        return progress
    }

    private static func text(_ progress: ImportProgress, width: Int = 120, isASCII: Bool = false) -> String {
        ProgressPicture(progress, elapsed: .seconds(9), width: width, isASCII: isASCII).text
    }

    @Test("It says how far it is, in a bar and in figures, and how fast")
    func whole() {
        let bar = String(repeating: "━", count: 15) + String(repeating: "┄", count: 5)
        #expect(
            Self.text(Self.reading)
                == "reading  \(bar)   75%  45 of 60 MB  12,345 activities  12 of 20 files  5.0 MB/s")
    }

    @Test("It never is wider than the terminal, and in ASCII where that is asked", arguments: 0...100)
    func narrow(width: Int) {
        let text = Self.text(Self.reading, width: width, isASCII: true)
        #expect(text.count <= width && text.allSatisfy(\.isASCII))
    }

    @Test("A phase whose end is not known has no bar")
    func phase() {
        #expect(Self.text(ImportProgress(phase: .compiling(.lists))) == "preparing lists …")
        #expect(Self.text(ImportProgress(phase: .reading), isASCII: true).hasPrefix("reading ..."))
    }
}
