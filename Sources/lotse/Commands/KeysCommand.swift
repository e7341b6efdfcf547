import ArgumentParser
import Dashboard
import Runtime
import Screen

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "List the keys of the dashboard that are in force.",
        discussion: """
            Places are inbox, thread, composer, prompt, help and sheet. --check lists what is wrong with the bindings \
            and macros of the settings file, with file and line; the exit status is 1 if something is.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Flag(help: "Check the bindings and macros of the settings file.")
    var check = false

    @Argument(help: "A place; without it: all.")
    var context: String?

    func run() throws {
        let invocation = try common.invocation()
        let contexts = try wanted()
        if check { return try report(invocation) }
        let keymap = Keymap.judged(invocation.configuration.keys).keymap
        for context in contexts {
            for (keys, bound) in keymap.bound(in: context) { try print(context, keys, bound, invocation) }
        }
    }

    private func wanted() throws -> [KeyContext] {
        guard let context else { return KeyContext.allCases }
        guard let known = KeyContext(rawValue: context) else {
            let all = KeyContext.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(Phrase("There is no place %1; there is %2.", context, all))
        }
        return [known]
    }

    private func report(_ invocation: Invocation) throws {
        let findings = invocation.configuration.keySentences
        for sentence in findings { try invocation.say(sentence) }
        guard findings.isEmpty else { throw CommandFailure(nil) }
        try invocation.say("The keys are sound.")
    }

    private func print(_ context: KeyContext, _ keys: String, _ bound: Keymap.Bound, _ invocation: Invocation) throws {
        let summary = invocation.catalogue.say(bound.summary)
        if rows.json {
            var line = JSONLine()
            line.add("context", .string(context.rawValue))
            line.add("keys", .string(keys))
            line.add("command", .string(bound.line))
            line.add("summary", .string(summary))
            return try invocation.out.json(line)
        }
        let columns = [(context.rawValue, 9), (keys, 14), (bound.line, 20)].map { text, width in
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        try invocation.out.line((columns + [summary]).joined(separator: " "))
    }
}

extension Keymap.Bound {
    /// As the settings file has it.
    fileprivate var line: String {
        switch self {
        case .command(let command): command.rawValue
        case .line(let line): line
        }
    }
}
