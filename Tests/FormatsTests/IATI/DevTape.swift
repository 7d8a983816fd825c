import Foundation
import FoundationXML

@testable import Formats

final class DevTape: NSObject, XMLParserDelegate {
    var builder = TapeBuilder()
    static func tape(_ data: Data) -> ElementTape {
        let parser = XMLParser(data: data)
        let me = DevTape()
        parser.delegate = me
        _ = parser.parse()
        return me.builder.finish()
    }
    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        builder.open(Tag(name: name), foreign: name, line: parser.lineNumber)
        for (key, value) in attributes where !key.hasPrefix("xmlns") {
            builder.attribute(key == "xml:lang" ? .lang : Tag(name: key), foreign: key, Array(value.utf8))
        }
    }
    func parser(_ parser: XMLParser, foundCharacters string: String) { builder.text(Array(string.utf8)) }
    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        builder.close()
    }
}
