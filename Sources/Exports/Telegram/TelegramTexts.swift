/// Texts in Telegram's shapes: a string, or an array of strings and marked parts.
struct TelegramTexts {
    private var part = JSONFields<TelegramPartKey>()

    /// Plain text. The address of a link is added where the text shows another one, so that nobody is deceived.
    mutating func flattened(_ value: JSONValue?, in record: inout JSONRecord) -> String {
        guard let value else { return "" }
        switch record.kind(of: value) {
        case .string: return record.string(value) ?? ""
        case .array: return joined(value, in: &record)
        case .null: return ""
        default:
            record.repairs.insert(.oddText)
            return element(value, in: &record)
        }
    }

    private mutating func joined(_ list: JSONValue, in record: inout JSONRecord) -> String {
        var text = ""
        var next = record.first(in: list)
        while let value = next {
            text += element(value, in: &record)
            next = record.next(after: value, in: list)
        }
        return text
    }

    /// Arrays inside arrays are odd but readable; their depth is limited by the record's.
    private mutating func element(_ value: JSONValue, in record: inout JSONRecord) -> String {
        switch record.kind(of: value) {
        case .string: return record.string(value) ?? ""
        case .object: return marked(value, in: &record)
        case .array:
            record.repairs.insert(.oddText)
            return joined(value, in: &record)
        case .number, .true, .false, .null:
            record.repairs.insert(.oddText)
            return record.scalar(value) ?? ""
        }
    }

    private mutating func marked(_ value: JSONValue, in record: inout JSONRecord) -> String {
        part.read(value, in: &record)
        let href = record.string(part[.href]) ?? ""
        guard let inner = part[.text], record.kind(of: inner) == .string else {
            record.repairs.insert(.oddText)
            return href
        }
        let text = record.string(inner) ?? ""
        return href.isEmpty || href == text ? text : "\(text) (\(href))"
    }

    /// The question and the answers, one a line.
    mutating func poll(_ value: JSONValue, in record: inout JSONRecord) -> String {
        part.read(value, in: &record)
        let question = record.string(part[.question]) ?? ""
        guard let answers = part[.answers], record.kind(of: answers) == .array else { return question }
        var lines = [question]
        var next = record.first(in: answers)
        while let answer = next {
            lines.append("- " + flattened(answer: answer, in: &record))
            next = record.next(after: answer, in: answers)
        }
        return lines.joined(separator: "\n")
    }

    private mutating func flattened(answer: JSONValue, in record: inout JSONRecord) -> String {
        part.read(answer, in: &record)
        return record.string(part[.text]) ?? ""
    }

    /// The strings of a list, such as the members that were invited.
    func names(_ list: JSONValue?, in record: inout JSONRecord) -> [String] {
        guard let list, record.kind(of: list) == .array else { return [] }
        var names: [String] = []
        var next = record.first(in: list)
        while let value = next {
            if let name = record.string(value) { names.append(name) }
            next = record.next(after: value, in: list)
        }
        return names
    }

    /// Sum of all reactions; nil: there are none that can be counted.
    mutating func likes(_ reactions: JSONValue?, in record: inout JSONRecord) -> Int? {
        guard let reactions, record.kind(of: reactions) == .array else { return nil }
        var sum: Int?
        var next = record.first(in: reactions)
        while let reaction = next {
            part.read(reaction, in: &record)
            if let count = record.integer(part[.count]), count >= 0 {
                let (total, overflow) = (sum ?? 0).addingReportingOverflow(count)
                sum = overflow ? Int.max : total
            }
            next = record.next(after: reaction, in: reactions)
        }
        return sum
    }
}
