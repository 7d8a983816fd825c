import Foundation
import FoundationXML

@testable import Formats

/// The activities of a file, read with Foundation's parser: the mapping's tests need no other part of the import.
final class XMLTapes: NSObject, XMLParserDelegate {
    private var builder = TapeBuilder()
    private var text: [String] = []
    private(set) var activities: [Element] = []

    static func read(_ data: Data) -> [Element] {
        let tapes = XMLTapes()
        let parser = XMLParser(data: data)
        parser.delegate = tapes
        _ = parser.parse()
        return tapes.activities
    }

    /// Activities in an `iati-activities` of their own.
    static func read(_ activities: String) -> [Element] {
        read(Data("<iati-activities>\n\(activities)\n</iati-activities>".utf8))
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        flush()
        guard builder.depth > 0 || name == "iati-activity" else { return }
        builder.open(Tag(name: name), foreign: name, line: parser.lineNumber)
        for (key, value) in attributes.sorted(by: { $0.key < $1.key }) {
            let local = key == "xml:lang" ? "lang" : key
            builder.attribute(Tag(name: local), foreign: key, value.utf8)
        }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text.append(characters) }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        flush()
        guard builder.depth > 0 else { return }
        builder.close()
        if builder.depth == 0 { activities.append(builder.finish().root) }
    }

    private func flush() {
        if builder.depth > 0 { builder.text(text.joined().utf8) }
        text = []
    }
}
