import Screen

/// Keys in words, for macros and `lotse screen --keys`: names separated by blanks, texts to type in quotation marks:
/// `j r "Danke!" ctrl-x ctrl-s`. A quotation mark itself is the key `quote`.
package struct KeyScript: Equatable, Sendable {
    /// The keys in their order.
    package let keys: [Key]

    /// Why a script says no keys. Facts.
    package enum Problem: Error, Equatable, Sendable {
        case unknownKey(String)
        /// A quotation mark that is never closed.
        case unclosedText(String)
    }

    /// Reads a script.
    package init(_ script: String) throws(Problem) {
        var keys: [Key] = []
        var rest = Substring(script)
        while let first = rest.first {
            if first.isWhitespace {
                rest = rest.dropFirst()
            } else if first == "\"" {
                let body = rest.dropFirst()
                guard let end = body.firstIndex(of: "\"") else { throw .unclosedText(String(rest)) }
                keys += body[..<end].map { $0.isNewline ? .enter : .character($0) }
                rest = body[body.index(after: end)...]
            } else {
                let name = rest.prefix { !$0.isWhitespace }
                let named = name == Self.quote ? .character("\"") : Key(named: String(name))
                guard let key = named, Self.isWritable(key) else {
                    throw .unknownKey(String(name))
                }
                keys.append(key)
                rest = rest[name.endIndex...]
            }
        }
        self.keys = keys
    }

    /// Keys as a script that `init` reads back; runs of characters stand in quotation marks.
    package static func text(_ keys: [Key]) -> String {
        var words: [String] = []
        var typed = ""
        for key in keys {
            if case .character(let character) = key, character != "\"" {
                // Two that would become one character stand in two texts.
                if (typed + String(character)).count == typed.count { words += word(&typed) }
                typed.append(character)
                continue
            }
            words += word(&typed) + [key == .character("\"") ? quote : key.name]
        }
        return (words + word(&typed)).joined(separator: " ")
    }

    /// The name of a quotation mark, which begins a text otherwise.
    private static let quote = "quote"

    /// Whether a character stays one between quotation marks: a lone accent joins what stands before it.
    static func standsAlone(_ character: Character) -> Bool { "\"\(character)\"".count == 3 }

    private static func isWritable(_ key: Key) -> Bool {
        if case .character(let character) = key { standsAlone(character) } else { true }
    }

    private static func word(_ typed: inout String) -> [String] {
        defer { typed = "" }
        guard let only = typed.first else { return [] }
        let name = Key.character(only).name
        return [typed.count == 1 && Key(named: name) == .character(only) ? name : "\"\(typed)\""]
    }
}
