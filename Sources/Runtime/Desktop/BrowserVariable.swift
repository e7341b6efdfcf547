/// `$BROWSER`: commands with colons between them. `%s` stands for the address, `%%` for a percent sign and `%c` for a
/// colon; without `%s` the address comes last. Blanks part the words, and no shell reads them.
nonisolated struct BrowserVariable {
    private let commands: [[String]]

    init(_ value: String) {
        commands = value.split(separator: ":").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
            .filter { !$0.isEmpty }
    }

    /// The words of each command with an address in its place.
    func commands(for address: String) -> [[String]] {
        commands.map { words in
            let filled = words.map { Self.filled($0, address) }
            return filled.map(\.word) + (filled.contains(where: \.holdsAddress) ? [] : [address])
        }
    }

    private struct Filled {
        var word = ""
        var holdsAddress = false
    }

    private static func filled(_ word: String, _ address: String) -> Filled {
        var result = Filled()
        var isMarked = false
        for character in word {
            guard isMarked else {
                if character == "%" { isMarked = true } else { result.word.append(character) }
                continue
            }
            isMarked = false
            switch character {
            case "s":
                result.word += address
                result.holdsAddress = true
            case "%": result.word += "%"
            case "c": result.word += ":"
            default: result.word += "%\(character)"
            }
        }
        if isMarked { result.word += "%" }
        return result
    }
}
