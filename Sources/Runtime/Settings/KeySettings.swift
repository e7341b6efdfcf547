import Dashboard
import Screen

/// The `[keys]` of a settings file, judged by the keymap they change.
nonisolated struct KeySettings {
    private let keys: [String: [String: String]]
    private let table: SettingsTable

    init(_ keys: [String: [String: String]], in table: SettingsTable) {
        self.keys = keys
        self.table = table
    }

    func check() throws(ConfigurationError) {
        do {
            _ = try Keymap(overrides: keys)
        } catch {
            throw try judged(error)
        }
    }

    private func judged(_ problem: Keymap.Problem) throws(ConfigurationError) -> ConfigurationError {
        switch problem {
        case .unknownContext(let context):
            return table.unknownKey(context, known: KeyContext.allCases.map(\.rawValue))
        case .unknownKey(let key, let context):
            return try table.section(context)?.unknownKey(key, known: []) ?? table.unknownKey(context, known: [])
        case .unknownCommand(let command, let context):
            let key = binding(in: context) { $0.value == command }
            return try table.section(context)?
                .unknownValue(command, of: key ?? "", known: Command.allCases.map(\.rawValue))
                ?? table.unknownKey(context, known: [])
        case .hidden(let keys, let shorter, let context):
            // One of the two is the file's; the other may be a standard one.
            let key = binding(in: context) { [keys, shorter].contains(Self.canonical($0.key)) }
            let place = try table.section(context)?.place(of: key ?? "") ?? table.place(of: context)
            return .hiddenKeys(place, keys: keys, by: shorter)
        }
    }

    private func binding(in context: String, where isMeant: ((key: String, value: String)) -> Bool) -> String? {
        keys[context, default: [:]].sorted { $0.key < $1.key }.first { isMeant($0) }?.key
    }

    /// The name as the keymap spells it: `control-r` is `ctrl-r`.
    private static func canonical(_ name: String) -> String {
        Keymap.name(name.split(separator: " ").compactMap { Key(named: String($0)) })
    }
}
