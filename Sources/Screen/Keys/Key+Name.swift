extension Key {
    /// The key a person means by `ctrl-a`, `alt-x`, `enter`, `pgdn`, `space`, `f5`, `j`, `G`; nil: no such key.
    ///
    /// `meta-` is `alt-`, `shift-tab` is the back tab, and keys no terminal can tell apart are the ones that
    /// arrive: `ctrl-i` is Tab, `ctrl-m` Enter, `ctrl-h` Backspace, `ctrl-[` Escape.
    package init?(named name: String) {
        if let key = Self.named(name.lowercased()) ?? Self.character(name) {
            self = key
        } else if let rest = name.droppingPrefix("ctrl-") ?? name.droppingPrefix("control-") {
            guard let key = Self.control(named: rest) else { return nil }
            self = key
        } else if let rest = name.droppingPrefix("alt-") ?? name.droppingPrefix("meta-") {
            guard let key = Self.alt(named: rest) else { return nil }
            self = key
        } else if let digits = name.droppingPrefix("f"), let number = Int(digits), (1...63).contains(number),
            digits == String(number)
        {
            self = .function(number)
        } else {
            return nil
        }
    }

    /// The name `init(named:)` understands; a paste has none and gives "paste", the mouse over a cell "mouse".
    package var name: String {
        switch self {
        case .character(" "): "space"
        case .character(let character): String(character)
        case .control(let character): "ctrl-\(character)"
        case .alt("\r"): "alt-enter"
        case .alt("\u{7F}"): "alt-backspace"
        case .alt(" "): "alt-space"
        case .alt(let character): "alt-\(character)"
        case .function(let number): "f\(number)"
        case .paste: "paste"
        case .mouse: "mouse"
        default: Self.names[self] ?? ""
        }
    }

    private static let names: [Key: String] = [
        .enter: "enter", .escape: "esc", .tab: "tab", .backTab: "shift-tab", .backspace: "backspace",
        .delete: "del", .insert: "ins", .up: "up", .down: "down", .left: "left", .right: "right",
        .home: "home", .end: "end", .pageUp: "pgup", .pageDown: "pgdn",
        .controlLeft: "ctrl-left", .controlRight: "ctrl-right",
        .click: "click", .doubleClick: "double-click", .wheelUp: "wheel-up", .wheelDown: "wheel-down",
    ]

    /// Other words for the same keys. Terminals send Alt with an arrow where others send Control.
    private static let aliases: [String: Key] = [
        "return": .enter, "escape": .escape, "backtab": .backTab, "delete": .delete, "insert": .insert,
        "pageup": .pageUp, "pagedown": .pageDown, "space": .character(" "), "ctrl-space": .control("@"),
        "alt-left": .controlLeft, "alt-right": .controlRight,
        "meta-left": .controlLeft, "meta-right": .controlRight,
    ]

    private static let byName = names.reduce(into: aliases) { $0[$1.value] = $1.key }

    private static func named(_ name: String) -> Key? { byName[name] }

    private static func character(_ name: String) -> Key? {
        guard name.count == 1, let character = name.first, !isControl(character), character != " " else { return nil }
        return .character(character)
    }

    private static func control(named rest: String) -> Key? {
        guard rest.count == 1, let character = rest.lowercased().first else { return nil }
        switch character {
        case "h": return .backspace
        case "i": return .tab
        case "m": return .enter
        case "[": return .escape
        case "a"..."z" where character.isASCII, "@", "\\", "]", "^", "_": return .control(character)
        default: return nil
        }
    }

    private static func alt(named rest: String) -> Key? {
        switch rest.lowercased() {
        case "enter", "return": return .alt("\r")
        case "backspace": return .alt("\u{7F}")
        case "space": return .alt(" ")
        default:
            guard rest.count == 1, let character = rest.first, !isControl(character), character != " " else {
                return nil
            }
            return .alt(character)
        }
    }

    private static func isControl(_ character: Character) -> Bool {
        character.unicodeScalars.contains { ScalarClass($0) == .control }
    }
}

extension String {
    /// The rest after a prefix in any case; nil if there is no such prefix or nothing after it.
    fileprivate func droppingPrefix(_ prefix: String) -> String? {
        guard count > prefix.count, self.prefix(prefix.count).lowercased() == prefix else { return nil }
        return String(dropFirst(prefix.count))
    }
}
