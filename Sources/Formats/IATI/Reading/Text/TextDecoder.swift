/// Makes UTF-8 of a file's bytes as they come. What is no character becomes the byte 0xFF, which is none in UTF-8
/// either, so that it is met where all such bytes are.
struct TextDecoder {
    private static let noCharacter: UInt8 = 0xff

    private let isBigEndian: Bool
    /// For each byte its character in UTF-8, if the encoding has one byte a character.
    private let characters: [[UInt8]]

    /// Nil for UTF-8, which needs none.
    init?(_ encoding: TextEncoding) {
        switch encoding {
        case .utf8: return nil
        case .utf16(let isBigEndian):
            self.isBigEndian = isBigEndian
            characters = []
        case .singleByte(let scalars):
            isBigEndian = false
            characters = scalars.map { $0.map { Array(String($0).utf8) } ?? [Self.noCharacter] }
        }
    }

    /// How many bytes one byte may become.
    static let growth = 3

    /// Answers how many bytes were used and how many written. The rest, never more than three, is to be the beginning
    /// of what is given next.
    func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into target: UnsafeMutableBufferPointer<UInt8>
    ) -> (used: Int, written: Int) {
        characters.isEmpty ? decodeUTF16(bytes, isLast, target) : (bytes.count, decodeBytes(bytes, target))
    }

    private func decodeBytes(
        _ bytes: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var written = 0
        for byte in bytes {
            for unit in characters[Int(byte)] {
                target[written] = unit
                written += 1
            }
        }
        return written
    }

    private func decodeUTF16(
        _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ target: UnsafeMutableBufferPointer<UInt8>
    ) -> (used: Int, written: Int) {
        func unit(_ position: Int) -> UInt32 {
            let (first, second) = (UInt32(bytes[position]), UInt32(bytes[position + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        var used = 0
        var written = 0
        while used + 1 < bytes.count {
            var number = unit(used)
            var length = 2
            if number & 0xfc00 == 0xd800 {
                if used + 3 >= bytes.count {
                    if !isLast { break }
                } else if unit(used + 2) & 0xfc00 == 0xdc00 {
                    number = 0x10000 + (number & 0x3ff) << 10 + unit(used + 2) & 0x3ff
                    length = 4
                }
            }
            if let scalar = Unicode.Scalar(number) {
                for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    target[written] = unit
                    written += 1
                }
            } else {
                target[written] = Self.noCharacter
                written += 1
            }
            used += length
        }
        if isLast, used < bytes.count {
            target[written] = Self.noCharacter
            return (bytes.count, written + 1)
        }
        return (used, written)
    }
}
