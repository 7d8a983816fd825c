/// Why a file is refused as a whole.
enum Refusal: Error, Equatable {
    case documentType
    case tooDeep
    case tooManyAttributes
    case tooManyNamespaces
    case longName
    case longTag
    case longText
    case longRemark
    case largeActivity
    case nul
    case utf32
    case noMemory
    /// The bytes themselves could not be had, or not all.
    case input(InputFault)
}
