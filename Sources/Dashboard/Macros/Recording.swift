import Screen

/// Keys that are being recorded into a register.
package struct Recording: Equatable, Sendable {
    /// The register.
    package let name: String
    private(set) var keys: [Key] = []
    /// How many of them belong to whole commands: what comes after is the command that ends the recording.
    private var whole = 0

    init(name: String) {
        self.name = name
    }

    /// - Parameters:
    ///   - isAtRest: no prompt, chord or count is under way before this key.
    ///   - inLine: text is typed into one line, in which a pasted line break is a blank.
    mutating func note(_ key: Key, isAtRest: Bool, inLine: Bool) {
        if isAtRest { whole = keys.count }
        if case .character(let character) = key, !KeyScript.standsAlone(character) {
            join(character)
            return
        }
        guard case .paste(let text) = key else {
            keys.append(key)
            return
        }
        keys += text.map { $0.isNewline ? (inLine ? .character(" ") : .enter) : .character($0) }
    }

    /// A lone accent becomes part of the character that was typed before it.
    private mutating func join(_ accent: Character) {
        guard case .character(let before)? = keys.last else { return }
        let joined = String(before) + String(accent)
        if joined.count == 1, let whole = joined.first { keys[keys.count - 1] = .character(whole) }
    }

    /// What was recorded, without the command that ended it.
    var macro: Macro { Macro(name: name, keys: Array(keys.prefix(whole))) }

    var isFull: Bool { keys.count > Macro.stepLimit }
}
