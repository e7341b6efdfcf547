/// A record of an array: decoded, or why not.
enum JSONRecordOutcome: Equatable {
    case decoded
    case refused(reason: String)
}

extension JSONWalker {
    /// Cuts the next value and decodes it into `record`.
    mutating func decode(into record: inout JSONRecord) throws(ExportError) -> JSONRecordOutcome {
        switch try cut() {
        case .oversized: return .refused(reason: "record larger than 4 MiB")
        case .tooDeep: return .refused(reason: JSONFault.tooDeep.description)
        case .value(let range):
            guard let fault = record.fault(parsing: bytes(range)) else { return .decoded }
            return .refused(reason: fault.description)
        }
    }

    /// Decodes a small value of the container, such as the guild; what cannot be decoded refuses the document.
    mutating func detail(into record: inout JSONRecord) throws(ExportError) -> JSONValue {
        let place = window.offset
        guard case .refused(let reason) = try decode(into: &record) else { return record.root }
        throw .malformed(place: "byte \(place)", reason: reason)
    }
}

extension JSONRecord {
    /// nil: `text` was decoded.
    mutating func fault(parsing text: ArraySlice<UInt8>) -> JSONFault? {
        do throws(JSONFault) {
            try parse(text)
            return nil
        } catch {
            return error
        }
    }
}
