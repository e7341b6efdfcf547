import CDigest

/// What `--map` said of each header, so that the next export with the same columns needs no `--map`. A value; where
/// its text form is kept is decided elsewhere.
package struct MappingMemory: Equatable, Sendable {
    /// More are forgotten, the one that was not used for longest first.
    package static let limit = 256
    private static let head = "# lotse mappings 1"

    private var entries: [Entry] = []
    /// Lines that could not be read; they are gone once the memory is written again.
    package private(set) var damagedLines: [Int] = []

    private struct Entry: Equatable, Sendable {
        var mark: String
        var mapping: [String: String]
    }

    package init() {}

    package var isEmpty: Bool { entries.isEmpty }

    /// The corrections for exports with these columns, for `ExportOptions.mapping`; nil: none are known.
    package func mapping(for columns: [String], format: String) -> [String: String]? {
        let mark = headerMark(columns, format: format)
        return entries.last { $0.mark == mark }?.mapping
    }

    /// Keeps the corrections for these columns; none: forgets those that are there.
    package mutating func remember(_ mapping: [String: String], for columns: [String], format: String) {
        let mark = headerMark(columns, format: format)
        entries.removeAll { $0.mark == mark }
        guard !mapping.isEmpty else { return }
        entries.append(Entry(mark: mark, mapping: mapping))
        if entries.count > Self.limit { entries.removeFirst(entries.count - Self.limit) }
    }

    /// The text form: a line a header, its mark and `role=column` with tabs between them, the latest last. Control
    /// characters and `%` are percent-encoded (RFC 3986, 2.1), so that no column's name can end a line.
    package func encoded() -> String {
        let lines = entries.map { entry in
            let pairs = entry.mapping.sorted { $0.key < $1.key }.map { "\(escaped($0.key))=\(escaped($0.value))" }
            return ([entry.mark] + pairs).joined(separator: "\t")
        }
        return ([Self.head] + lines).map { $0 + "\n" }.joined()
    }

    /// Reads the text form. Lines that are damaged are passed over and counted, from 1: what was remembered is a
    /// convenience, and a file that was edited badly must not stop an import.
    package init(decoding text: String) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            guard let entry = Self.entry(line) else {
                damagedLines.append(index + 1)
                continue
            }
            entries.removeAll { $0.mark == entry.mark }
            entries.append(entry)
        }
        if entries.count > Self.limit { entries.removeFirst(entries.count - Self.limit) }
    }

    private static func entry(_ line: Substring) -> Entry? {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard let mark = parts.first, mark.utf8.count == 32, mark.allSatisfy(\.isHexDigit), parts.count > 1 else {
            return nil
        }
        var mapping: [String: String] = [:]
        for pair in parts.dropFirst() {
            guard let equals = pair.firstIndex(of: "="), let name = unescaped(pair[..<equals]),
                let column = unescaped(pair[pair.index(after: equals)...]), isCorrection(name)
            else { return nil }
            mapping[name] = column
        }
        return Entry(mark: String(mark), mapping: mapping)
    }
}

extension MappingMemory {
    /// What was said before of an export with the same columns; nothing where its format has none.
    package func corrections(for source: ByteSource, _ format: ExportFormat, options: ExportOptions) -> [String: String]
    {
        guard !isEmpty, case .builtIn(let reader) = format else { return [:] }
        let columns: [String]
        do throws(ExportError) {
            columns = try ExportFormats.mapping(of: source, format: reader, options: options)?.columns ?? []
        } catch {
            guard case .mapping(_, let found) = error else { return [:] }
            columns = found
        }
        return mapping(for: columns, format: reader.format) ?? [:]
    }
}

/// A role, or `dates`, the order of day and month.
private func isCorrection(_ name: String) -> Bool { name == "dates" || Role(name: name) != nil }

/// What tells one header from another: the first 16 bytes of the SHA-256 (FIPS 180-4) of format and columns, in
/// hexadecimal. Order, case and marks between words do not count, as they do not for the roles.
func headerMark(_ columns: [String], format: String) -> String {
    let names = [format] + Set(columns.map(comparableHeader)).sorted()
    let bytes = Array(names.joined(separator: "\u{0}").utf8)
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256(bytes, bytes.count, &digest)
    return digest.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

private func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        guard isControl || "%=\u{2028}\u{2029}".unicodeScalars.contains(scalar) else {
            out.unicodeScalars.append(scalar)
            continue
        }
        for byte in String(scalar).utf8 { out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }
    }
    return out
}

private func unescaped(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.popFirst() {
        guard first == UInt8(ascii: "%") else {
            bytes.append(first)
            continue
        }
        guard let high = rest.popFirst().flatMap(hexadecimalDigit), let low = rest.popFirst().flatMap(hexadecimalDigit)
        else { return nil }
        bytes.append(UInt8(high << 4 | low))
    }
    return String(validating: bytes, as: UTF8.self)
}
