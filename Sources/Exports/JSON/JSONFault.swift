/// Why a record is not JSON that can be taken over.
enum JSONFault: Error, Equatable {
    case notJSON
    case unterminatedString
    case unfinished
    case tooDeep
}

extension JSONFault: CustomStringConvertible {
    var description: String {
        switch self {
        case .notJSON: "not JSON"
        case .unterminatedString: "unterminated string"
        case .unfinished: "cut short"
        case .tooDeep: "nested deeper than \(JSONRecord.maximumDepth)"
        }
    }
}
