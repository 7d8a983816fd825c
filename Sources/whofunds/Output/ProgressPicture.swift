import Formats
import Foundation
import Model

/// A line of progress as text: what is done, a bar where the end is known, figures, as far as there is room.
struct ProgressPicture {
    let text: String

    init(_ progress: ImportProgress, elapsed: Duration, width: Int, isASCII: Bool) {
        let seconds = max(
            0.001, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18)
        var share: Double?
        var figures: [String] = []
        switch progress.phase {
        case .reading:
            if progress.totalBytes > 0 {
                share = Double(progress.bytes) / Double(progress.totalBytes)
                figures = [
                    "\(Self.megabytes(progress.bytes)) of \(Self.megabytes(progress.totalBytes)) MB",
                    "\(Self.grouped(progress.activities)) activities",
                    "\(Self.grouped(progress.files)) of \(Self.grouped(progress.totalFiles)) files",
                    "\(Self.megabytes(Int(Double(progress.bytes) / seconds))) MB/s",
                ]
            } else {
                figures = [
                    "\(Self.grouped(progress.files)) of \(Self.grouped(progress.totalFiles)) files",
                    "\(Self.grouped(progress.activities)) activities",
                ]
            }
        case .mapping:
            if progress.totalActivities > 0 {
                share = Double(progress.activities) / Double(progress.totalActivities)
            }
            figures = [
                "\(Self.grouped(progress.activities)) of \(Self.grouped(progress.totalActivities)) activities"
            ]
        case .finding, .compiling: break
        }
        var line = progress.phase.words
        if let share {
            let percent = "\(Int(min(1, share) * 100))%"
            let bar = Self.bar(min(1, share), isASCII: isASCII)
            line += "  \(bar)  \(String(repeating: " ", count: max(0, 4 - percent.count)))\(percent)"
        } else {
            line += isASCII ? " ..." : " …"
        }
        for figure in figures where line.count + 2 + figure.count <= width { line += "  \(figure)" }
        text = String(line.prefix(max(0, width)))
    }

    private static func bar(_ share: Double, isASCII: Bool) -> String {
        let full = Int(share * 20)
        let (done, open) = isASCII ? ("#", ".") : ("━", "┄")
        return String(repeating: done, count: full) + String(repeating: open, count: 20 - full)
    }

    private static func grouped(_ number: Int) -> String { Money.grouped(Decimal(number)) }

    private static func megabytes(_ bytes: Int) -> String {
        let tenths = Int((Double(bytes) / 100_000).rounded())
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\((tenths + 5) / 10)"
    }
}
