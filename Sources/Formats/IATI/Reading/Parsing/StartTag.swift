import CLibXML2
import Glibc

/// A start tag in libxml2's memory; gone when the callback returns.
struct StartTag {
    let name: xml_bytes
    /// Of a foreign namespace; nil for what may be IATI's.
    let prefix: xml_bytes?
    let line: Int
    let namespaceCount: Int
    let namespaces: UnsafePointer<xml_bytes?>?
    let attributeCount: Int
    let attributes: UnsafePointer<xml_bytes?>?

    struct Attribute {
        let name: xml_bytes
        let prefix: xml_bytes?
        let value: UnsafeBufferPointer<UInt8>

        var hasAmpersand: Bool {
            value.baseAddress.map { memchr($0, 0x26, value.count) != nil } ?? false
        }
    }

    func attribute(_ position: Int) -> Attribute? {
        guard let attributes, let name = attributes[5 * position], let start = attributes[5 * position + 3],
            let end = attributes[5 * position + 4]
        else { return nil }
        return Attribute(
            name: name, prefix: attributes[5 * position + 1],
            value: UnsafeBufferPointer(start: start, count: end - start))
    }

    /// `xmlns` or `xmlns:prefix`, and the address.
    func namespace(_ position: Int) -> (name: String, address: String)? {
        guard let namespaces else { return nil }
        let prefix = namespaces[2 * position].map { "xmlns:" + String(cString: $0) }
        return (prefix ?? "xmlns", namespaces[2 * position + 1].map { String(cString: $0) } ?? "")
    }

    /// With its prefix, if it has one.
    static func qualified(_ prefix: xml_bytes?, _ name: xml_bytes) -> String {
        guard let prefix else { return String(cString: name) }
        return String(cString: prefix) + ":" + String(cString: name)
    }
}
