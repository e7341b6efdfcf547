/// What a message carries besides its own words.
struct DiscordContents {
    private var part = JSONFields<DiscordPartKey>()
    private var embed = JSONFields<DiscordEmbedKey>()
    private var field = JSONFields<DiscordEmbedFieldKey>()

    /// Sum of all reactions; nil: there are none that can be counted.
    mutating func likes(_ reactions: JSONValue?, in record: inout JSONRecord) -> Int? {
        var sum: Int?
        eachElement(of: reactions, in: &record) { contents, record, reaction in
            contents.part.read(reaction, in: &record)
            guard let count = record.integer(contents.part[.count]), count >= 0 else { return }
            let (total, overflow) = (sum ?? 0).addingReportingOverflow(count)
            sum = overflow ? Int.max : total
        }
        return sum
    }

    /// Names of attachments or stickers, never addresses that anything would fetch.
    mutating func names(_ list: JSONValue?, in record: inout JSONRecord) -> [String] {
        var names: [String] = []
        eachElement(of: list, in: &record) { contents, record, element in
            contents.part.read(element, in: &record)
            if let name = record.string(contents.part[.fileName]) ?? record.string(contents.part[.name]) {
                names.append(name)
            } else if let address = record.string(contents.part[.url]) {
                names.append(lastPathComponent(address))
            }
        }
        return names
    }

    /// Bots put all their words into embeds: titles, descriptions and fields, one a line.
    mutating func text(ofEmbeds list: JSONValue?, in record: inout JSONRecord) -> String {
        var lines: [String] = []
        eachElement(of: list, in: &record) { contents, record, element in
            contents.embed.read(element, in: &record)
            let (title, description) = (contents.embed[.title], contents.embed[.description])
            lines += [record.string(title), record.string(description)].compactMap(\.self)
            lines += contents.lines(ofFields: contents.embed[.fields], in: &record)
        }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private mutating func lines(ofFields list: JSONValue?, in record: inout JSONRecord) -> [String] {
        var lines: [String] = []
        eachElement(of: list, in: &record) { contents, record, element in
            contents.field.read(element, in: &record)
            let parts = [record.string(contents.field[.name]), record.string(contents.field[.value])]
            lines.append(parts.compactMap(\.self).joined(separator: ": "))
        }
        return lines
    }

    private mutating func eachElement(
        of list: JSONValue?, in record: inout JSONRecord,
        _ body: (inout DiscordContents, inout JSONRecord, JSONValue) -> Void
    ) {
        guard let list, record.kind(of: list) == .array else { return }
        var next = record.first(in: list)
        while let element = next {
            body(&self, &record, element)
            next = record.next(after: element, in: list)
        }
    }
}

/// What follows the last `/` or, as Windows writes paths, `\`.
func lastPathComponent(_ path: String) -> String {
    String(path.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.last ?? path.utf8[...]) ?? path
}
