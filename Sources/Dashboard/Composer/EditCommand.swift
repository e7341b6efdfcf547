import Screen

/// What a key does to a text, whether it has one line or many.
enum EditCommand: Equatable, Sendable {
    case type(Character)
    case paste(String)
    case move(Motion)
    /// Deletes without keeping.
    case erase(Motion)
    /// Deletes into the kill buffer.
    case kill(Motion)
    case yank, transpose, undo, redo

    /// The readline binding (readline(3), "Emacs Standard bindings"); nil: not a key of the editor.
    init?(_ key: Key) {
        switch key {
        case .character(let character): self = .type(character)
        case .paste(let text): self = .paste(text)
        case .control(let letter):
            guard let command = Self.controls[letter] else { return nil }
            self = command
        case .alt(let letter):
            guard let command = Self.alts[letter] else { return nil }
            self = command
        default:
            guard let command = Self.named[key] else { return nil }
            self = command
        }
    }

    private static let controls: [Character: EditCommand] = [
        "a": .move(.lineStart), "e": .move(.lineEnd), "b": .move(.characterLeft), "f": .move(.characterRight),
        "d": .erase(.characterRight), "h": .erase(.characterLeft),
        "k": .kill(.lineEndOrBreak), "u": .kill(.lineStartOrBreak), "w": .kill(.blankWordLeft),
        "y": .yank, "t": .transpose, "_": .undo,
    ]

    private static let alts: [Character: EditCommand] = [
        "b": .move(.wordLeft), "f": .move(.wordRight), "d": .kill(.wordRight), "\u{7F}": .kill(.wordLeft),
        "_": .redo,
    ]

    private static let named: [Key: EditCommand] = [
        .left: .move(.characterLeft), .right: .move(.characterRight),
        .controlLeft: .move(.wordLeft), .controlRight: .move(.wordRight),
        .home: .move(.lineStart), .end: .move(.lineEnd),
        .backspace: .erase(.characterLeft), .delete: .erase(.characterRight),
    ]
}
