/// What a person teaches lotse about a layout of their own: which file it is, where its messages stand, and what the
/// columns or keys mean. A value out of a file of settings; reading it is `MappedReader`'s work.
package struct FormatMapping: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case csv, jsonl, json
    }

    /// Word for `--format`: lower-case letters, digits and hyphens, at most 32, beginning with a letter.
    package let name: String
    package let summary: String
    package let platform: String
    package let kind: Kind
    /// For JSON: keys from the outermost object to the list of messages; empty: the document is the list.
    package let list: [String]
    /// Columns, or dotted paths in a record, that must all be there for a file to be known as this format. Empty:
    /// only `--format` chooses it.
    package let marks: [String]
    /// Column, or dotted path in a record, of each role.
    package let roles: [Role: String]
    /// What holds for every message.
    package let fixed: [Role: String]
    /// How times are written, tried in this order; empty: as everywhere (ISO 8601, German dates, numbers since 1970).
    package let times: [TimePattern]
    /// The text is HTML.
    package let isHTML: Bool

    /// Throws `FormatMappingFault` where the parts contradict each other or cannot be used.
    package init(
        name: String, summary: String = "", platform: String, kind: Kind, list: String = "", marks: [String] = [],
        roles: [Role: String], fixed: [Role: String] = [:], times: [TimePattern] = [], isHTML: Bool = false
    ) throws(FormatMappingFault) {
        guard Self.isWord(name) else { throw .badName(key: "name", value: name) }
        guard Self.isWord(platform) else { throw .badName(key: "platform", value: platform) }
        guard kind == .json || list.isEmpty else { throw .notForKind(key: "list", kind: kind) }
        guard roles[.text] != nil else { throw .missing(key: "roles.text") }
        for role in Role.allCases where roles[role] != nil && fixed[role] != nil {
            throw .roleTwice(key: "fixed.\(role.name)")
        }
        guard fixed[.id] == nil else { throw .cannotBeFixed(key: "fixed.id") }
        self.name = name
        self.summary = summary
        self.platform = platform
        self.kind = kind
        self.list = list.isEmpty ? [] : try FieldPath.parts(list, key: "list")
        self.marks = marks
        self.roles = roles
        self.fixed = fixed
        self.times = times
        self.isHTML = isHTML
        for mark in marks { try check(mark, key: "marks") }
        for (role, path) in roles { try check(path, key: "roles.\(role.name)") }
    }

    private func check(_ path: String, key: String) throws(FormatMappingFault) {
        guard kind != .csv else {
            guard !comparableHeader(path).isEmpty else { throw .badPath(key: key, value: path) }
            return
        }
        _ = try FieldPath.parts(path, key: key)
    }

    private static func isWord(_ name: String) -> Bool {
        let bytes = name.utf8
        guard let first = bytes.first, first &- UInt8(ascii: "a") < 26, bytes.count <= 32 else { return false }
        return bytes.allSatisfy {
            $0 &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: "-")
        }
    }
}
