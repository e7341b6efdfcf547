import Screen

/// Which keys ask for which command, per context. Built from the table's defaults and a person's own.
package struct Keymap: Equatable, Sendable {
    private var bindings: [KeyContext: [[Key]: Command]] = [:]

    /// What is wrong with a person's bindings. Facts.
    package enum Problem: Error, Equatable, Sendable {
        case unknownContext(String)
        case unknownKey(String, context: String)
        case unknownCommand(String, context: String)
        /// One binding is the beginning of another, so that the longer one could never be typed.
        case hidden(String, by: String, context: String)
    }

    /// What a sequence of keys means.
    package enum Match: Equatable, Sendable {
        case command(Command)
        /// The beginning of a chord.
        case pending
        case none
    }

    package static let standard: Keymap = {
        var keymap = Keymap()
        for info in CommandTable.all {
            for (context, names) in info.keys {
                for name in names {
                    if let keys = Keymap.keys(name) {
                        keymap.bindings[context, default: [:]][keys] = info.command
                    }
                }
            }
        }
        return keymap
    }()

    /// The standard keys with changes: context to key name to command name.
    package init(overrides: [String: [String: String]]) throws(Problem) {
        self = .standard
        for (contextName, changes) in overrides.sorted(by: { $0.key < $1.key }) {
            guard let context = KeyContext(rawValue: contextName) else { throw .unknownContext(contextName) }
            for (keyName, commandName) in changes.sorted(by: { $0.key < $1.key }) {
                guard let keys = Keymap.keys(keyName) else { throw .unknownKey(keyName, context: contextName) }
                guard let command = Command(rawValue: commandName) else {
                    throw .unknownCommand(commandName, context: contextName)
                }
                bindings[context, default: [:]][keys] = command
            }
            try refuseHidden(context)
        }
    }

    private init() {}

    private func refuseHidden(_ context: KeyContext) throws(Problem) {
        let all = bindings[context, default: [:]].keys
        for longer in all {
            for shorter in all where shorter.count < longer.count && longer.starts(with: shorter) {
                throw .hidden(Keymap.name(longer), by: Keymap.name(shorter), context: context.rawValue)
            }
        }
    }

    package func match(_ keys: [Key], in context: KeyContext) -> Match {
        let known = bindings[context, default: [:]]
        if let command = known[keys] { return .command(command) }
        return known.keys.contains { $0.count > keys.count && $0.starts(with: keys) } ? .pending : .none
    }

    /// What may follow keys that begin a chord: the rest of the chord by name, and the command, sorted by name.
    package func continuations(of keys: [Key], in context: KeyContext) -> [(keys: String, command: Command)] {
        bindings[context, default: [:]]
            .filter { $0.key.count > keys.count && $0.key.starts(with: keys) }
            .map { (Keymap.name(Array($0.key.dropFirst(keys.count))), $0.value) }
            .sorted { $0.0 < $1.0 }
    }

    /// The keys of a command in a context, by name, shortest first.
    package func names(of command: Command, in context: KeyContext) -> [String] {
        bindings[context, default: [:]].filter { $0.value == command }.keys
            .sorted {
                ($0.count, Keymap.name($0).count, Keymap.name($0)) < ($1.count, Keymap.name($1).count, Keymap.name($1))
            }
            .map(Keymap.name)
    }

    private static func keys(_ name: String) -> [Key]? {
        let parts = name.split(separator: " ").map { Key(named: String($0)) }
        let keys = parts.compactMap { $0 }
        return keys.isEmpty || keys.count != parts.count ? nil : keys
    }

    package static func name(_ keys: [Key]) -> String {
        keys.map(\.name).joined(separator: " ")
    }
}
