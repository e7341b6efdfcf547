import Screen

extension Keymap {
    /// What is wrong with one binding of a person's own. Facts; the binding is left out.
    package struct Finding: Equatable, Sendable {
        package enum Fact: Equatable, Sendable {
            case unknownContext
            case unknownKey
            /// No terminal sends it.
            case unsendable
            /// It arrives as another key, by this name.
            case arrivesAs(String)
            case unknownCommand(String)
            /// The command takes no argument.
            case noArgument(Command)
            /// Another binding of the same place names the same key; that one is in force.
            case sameKey(as: String)
            /// It could never be typed, since its beginning is bound; by the name of that.
            case hidden(by: String)
            /// A standard chord could never be typed any more, since this is its beginning; by the name of that.
            case hides(String)
        }

        package let context: String
        /// As it was written.
        package let key: String
        package let fact: Fact

        /// A finding of its parts.
        package init(context: String, key: String, fact: Fact) {
            self.context = context
            self.key = key
            self.fact = fact
        }
    }

    /// What takes a standard key away.
    package static let noCommand = "none"

    /// The standard keys with changes (context to key name to command or line), and what is wrong with these.
    package static func judged(_ changes: [String: [String: String]]) -> (keymap: Keymap, findings: [Finding]) {
        var judging = Judging()
        for (name, bindings) in changes.sorted(by: { $0.key < $1.key }) {
            if let context = KeyContext(rawValue: name) {
                judging.judge(bindings, in: context)
            } else {
                judging.findings.append(Finding(context: name, key: "", fact: .unknownContext))
            }
        }
        return (judging.keymap, judging.findings)
    }
}

private struct Judging {
    var keymap = Keymap.standard
    var findings: [Keymap.Finding] = []

    mutating func judge(_ bindings: [String: String], in context: KeyContext) {
        var own: [[Key]: String] = [:]
        for (name, value) in bindings.sorted(by: { $0.key < $1.key }) {
            guard let keys = sound(name, in: context) else { continue }
            guard let bound = Self.bound(value) else {
                note(.unknownCommand(value), name, context)
                continue
            }
            if case .line(let line) = bound, let command = Self.withoutArgument(line) {
                note(.noArgument(command), name, context)
            } else if let other = own.updateValue(name, forKey: keys) {
                note(.sameKey(as: other), name, context)
                own[keys] = other
            } else {
                keymap.bind(keys, to: value == Keymap.noCommand ? nil : bound, in: context)
            }
        }
        refuseHidden(own.filter { bindings[$0.value] != Keymap.noCommand }, in: context)
    }

    /// The keys of a name that a terminal sends as they are called.
    private mutating func sound(_ name: String, in context: KeyContext) -> [Key]? {
        let parts = name.split(separator: " ").map(String.init)
        for part in parts {
            guard let key = Key(named: part) else {
                note(Self.hasModifier(part) ? .unsendable : .unknownKey, name, context)
                return nil
            }
            if Self.isConfused(part) {
                note(.arrivesAs(key.name), name, context)
                return nil
            }
        }
        guard let keys = Keymap.keys(name) else {
            note(.unknownKey, name, context)
            return nil
        }
        return keys
    }

    /// `ctrl-i` and the others that arrive as Tab, Enter, Backspace and Escape.
    private static func isConfused(_ name: String) -> Bool {
        let rest = ["ctrl-", "control-"].first { name.lowercased().hasPrefix($0) }.map { name.dropFirst($0.count) }
        return rest.map { ["i", "m", "h", "["].contains($0.lowercased()) } ?? false
    }

    private static func hasModifier(_ name: String) -> Bool {
        let modifiers = ["ctrl-", "control-", "shift-", "alt-", "meta-", "super-", "cmd-", "win-", "hyper-"]
        return modifiers.contains { name.lowercased().hasPrefix($0) }
    }

    /// A command, or a line that begins with one.
    private static func bound(_ value: String) -> Keymap.Bound? {
        if let command = Command(rawValue: value) { return .command(command) }
        if value == Keymap.noCommand { return .line("") }
        let line = value.hasPrefix(":") ? String(value.dropFirst()) : value
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let name = words.first, let command = Command(rawValue: String(name)) else { return nil }
        return words.count == 1 ? .command(command) : .line(line)
    }

    /// The command of a line whose command takes none; nil: it takes one.
    private static func withoutArgument(_ line: String) -> Command? {
        guard let name = line.split(whereSeparator: \.isWhitespace).first,
            let command = Command(rawValue: String(name)),
            !CommandTable.all.contains(where: { $0.command == command && $0.argument != nil })
        else { return nil }
        return command
    }

    /// One of two such bindings could never be typed: the longer one of a person's own, or a standard chord that a
    /// shorter one of theirs begins.
    private mutating func refuseHidden(_ own: [[Key]: String], in context: KeyContext) {
        for (keys, name) in own.sorted(by: { $0.value < $1.value }) {
            let others = keymap.sequences(in: context).sorted { Keymap.name($0) < Keymap.name($1) }
            if let shorter = others.first(where: { $0.count < keys.count && keys.starts(with: $0) }) {
                note(.hidden(by: Keymap.name(shorter)), name, context)
                keymap.bind(keys, to: nil, in: context)
            } else if let longer = others.first(where: {
                own[$0] == nil && keys.count < $0.count && $0.starts(with: keys)
            }) {
                note(.hides(Keymap.name(longer)), name, context)
                restore(keys, in: context)
            }
        }
    }

    /// What the table says of these keys, or nothing.
    private mutating func restore(_ keys: [Key], in context: KeyContext) {
        if case .command(let command) = Keymap.standard.match(keys, in: context) {
            keymap.bind(keys, to: .command(command), in: context)
        } else {
            keymap.bind(keys, to: nil, in: context)
        }
    }

    private mutating func note(_ fact: Keymap.Finding.Fact, _ name: String, _ context: KeyContext) {
        findings.append(Keymap.Finding(context: context.rawValue, key: name, fact: fact))
    }
}

extension Keymap.Bound {
    /// What it does, as the table of commands says it; of a line the line.
    package var summary: Phrase {
        switch self {
        case .command(let command):
            Phrase(CommandTable.all.first { $0.command == command }?.summary ?? command.rawValue)
        case .line(let line): Phrase("%1", ":" + line)
        }
    }
}
