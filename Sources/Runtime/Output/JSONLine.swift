/// One JSON object on one line (RFC 8259, jsonlines.org), its members in the order they are added. Everything
/// that acts or hides is escaped, so that the line is safe on a terminal as well.
nonisolated package struct JSONLine: Equatable, Sendable {
    private var members = ""

    package init() {}

    /// The line, without its end.
    package var text: String { "{" + members + "}" }

    package mutating func add(_ name: String, _ value: JSONValueText) {
        if !members.isEmpty { members += "," }
        members += JSONValueText.quoted(name) + ":" + value.text
    }

    /// nil leaves the member out.
    package mutating func add(_ name: String, ifThere value: JSONValueText?) {
        if let value { add(name, value) }
    }
}

/// A value as it stands in a JSON text.
nonisolated package struct JSONValueText: Equatable, Sendable {
    package let text: String

    package static let null = JSONValueText(text: "null")

    package static func string(_ value: String) -> JSONValueText { JSONValueText(text: quoted(value)) }
    package static func string(_ value: String?) -> JSONValueText { value.map(JSONValueText.string) ?? .null }
    package static func number(_ value: some BinaryInteger) -> JSONValueText { JSONValueText(text: String(value)) }
    package static func bool(_ value: Bool) -> JSONValueText { JSONValueText(text: value ? "true" : "false") }
    package static func strings(_ values: [String]) -> JSONValueText { array(values.map(JSONValueText.string)) }
    package static func object(_ value: JSONLine) -> JSONValueText { JSONValueText(text: value.text) }

    package static func array(_ values: [JSONValueText]) -> JSONValueText {
        JSONValueText(text: "[" + values.map(\.text).joined(separator: ",") + "]")
    }

    static func quoted(_ value: String) -> String {
        var text = "\""
        text.reserveCapacity(value.utf8.count + 2)
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where EscapedText.isUnsafe(scalar): text += escape(scalar)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    /// UTF-16 units as `\uXXXX`; two for scalars beyond U+FFFF.
    private static func escape(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
