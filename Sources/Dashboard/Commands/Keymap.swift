import Screen

/// Which keys ask for which command, per context. Built from the table's defaults and a person's own.
package struct Keymap: Equatable, Sendable {
    private var bindings: [KeyContext: [[Key]: Bound]] = [:]

    /// What a key asks for.
    package enum Bound: Equatable, Sendable {
        case command(Command)
        /// A line as `:` takes it: a command with its argument.
        case line(String)
    }

    /// What a sequence of keys means.
    package enum Match: Equatable, Sendable {
        case command(Command)
        case line(String)
        /// The beginning of a chord.
        case pending
        case none
    }

    package static let standard: Keymap = {
        var keymap = Keymap()
        for info in CommandTable.all {
            for (context, names) in info.keys {
                for name in names {
                    if let keys = Keymap.keys(name) { keymap.bind(keys, to: .command(info.command), in: context) }
                }
            }
        }
        return keymap
    }()

    private init() {}

    /// - Parameter bound: nil takes the key away.
    mutating func bind(_ keys: [Key], to bound: Bound?, in context: KeyContext) {
        bindings[context, default: [:]][keys] = bound
    }

    /// All bindings of a context by the names of their keys, sorted by them.
    package func bound(in context: KeyContext) -> [(keys: String, bound: Bound)] {
        bindings[context, default: [:]].map { (Keymap.name($0.key), $0.value) }.sorted { $0.0 < $1.0 }
    }

    /// The sequences of a context.
    func sequences(in context: KeyContext) -> [[Key]] { Array(bindings[context, default: [:]].keys) }

    package func match(_ keys: [Key], in context: KeyContext) -> Match {
        let known = bindings[context, default: [:]]
        switch known[keys] {
        case .command(let command): return .command(command)
        case .line(let line): return .line(line)
        case nil: break
        }
        return known.keys.contains { $0.count > keys.count && $0.starts(with: keys) } ? .pending : .none
    }

    /// What may follow keys that begin a chord: the rest of the chord by name, and what it asks for, sorted by name.
    package func continuations(of keys: [Key], in context: KeyContext) -> [(keys: String, bound: Bound)] {
        bindings[context, default: [:]]
            .filter { $0.key.count > keys.count && $0.key.starts(with: keys) }
            .map { (Keymap.name(Array($0.key.dropFirst(keys.count))), $0.value) }
            .sorted { $0.0 < $1.0 }
    }

    /// The keys of a command in a context, by name, shortest first.
    /// - Parameter withMouse: what the mouse does as well; a line mode has none.
    package func names(of command: Command, in context: KeyContext, withMouse: Bool = true) -> [String] {
        bindings[context, default: [:]].filter { $0.value == .command(command) }.keys
            .filter { withMouse || !$0.contains(where: \.isOfMouse) }
            .sorted {
                ($0.count, Keymap.name($0).count, Keymap.name($0)) < ($1.count, Keymap.name($1).count, Keymap.name($1))
            }
            .map(Keymap.name)
    }

    static func keys(_ name: String) -> [Key]? {
        let parts = name.split(separator: " ").map { Key(named: String($0)) }
        let keys = parts.compactMap { $0 }
        return keys.isEmpty || keys.count != parts.count ? nil : keys
    }

    package static func name(_ keys: [Key]) -> String {
        keys.map(\.name).joined(separator: " ")
    }
}

extension Key {
    fileprivate var isOfMouse: Bool {
        switch self {
        case .click, .doubleClick, .wheelUp, .wheelDown, .mouse: true
        default: false
        }
    }
}
