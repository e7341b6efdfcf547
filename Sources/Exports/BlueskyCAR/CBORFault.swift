/// Why a block is not DAG-CBOR that can be read.
enum CBORFault: Error, Equatable {
    case unfinished
    case tooDeep
    /// Indefinite lengths, tags other than 42, keys that are no text: RFC 8949 knows them, DAG-CBOR does not.
    case notDAGCBOR
}

extension CBORFault: CustomStringConvertible {
    var description: String {
        switch self {
        case .unfinished: "cut short"
        case .tooDeep: "nested deeper than \(CBORRecord.maximumDepth)"
        case .notDAGCBOR: "not DAG-CBOR"
        }
    }
}
