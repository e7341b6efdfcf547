import ArgumentParser
import Conversations
import Runtime
import Screen
import Store

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Look whether the store is sound, or with --terminal the terminal.",
        discussion: """
            Exit status 1 when it is not. --terminal tells what is right and wrong with the terminal and which line \
            mends it. On a terminal it asks the terminal, and you for a key and a paste; with --json or in a pipe it \
            tells what shows without asking.
            """)

    @OptionGroup var common: CommonOptions

    @Flag(help: "Replay the log over the messages and compare with what is shown.")
    var rebuild = false

    @Flag(help: "With --rebuild: keep what was made anew.")
    var keep = false

    @Flag(help: "Print one hash of all messages and what was done with them.")
    var digest = false

    @Flag(help: "Look at the terminal instead of the store.")
    var terminal = false

    @Flag(help: "With --terminal: send a text to the clipboard, to see whether a paste brings it.")
    var clipboard = false

    @Flag(help: "With --terminal: print one JSON object a line, and ask nothing.")
    var json = false

    func validate() throws {
        guard !keep || rebuild else { throw ValidationError("--keep needs --rebuild.") }
        guard terminal || !clipboard else { throw ValidationError("--clipboard needs --terminal.") }
        guard terminal || !json else { throw ValidationError("--json needs --terminal.") }
        guard !terminal || !(rebuild || digest) else {
            throw ValidationError("--terminal looks at the terminal alone.")
        }
    }

    func run() throws {
        if terminal { return try examineTerminal() }
        let invocation = try common.invocation()
        let store = try invocation.openStore()
        if digest { try invocation.out.line(try store.contentDigest().hex) }
        if rebuild { try rebuild(store, invocation) }
        if !digest, !rebuild { try examine(store, invocation) }
    }

    private func examineTerminal() throws {
        let signals = json ? nil : Signals()
        let invocation = try common.invocation()
        try MainActor.assumeIsolated {
            try TerminalExamination(invocation: invocation, isJSON: json, copies: clipboard).run(signals: signals)
        }
    }

    private func rebuild(_ store: Store, _ invocation: Invocation) throws {
        let digests = try store.rebuild(keep: keep)
        try invocation.out.line("before \(digests.before.hex)")
        try invocation.out.line("after  \(digests.after.hex)")
        guard digests.before != digests.after else { return try invocation.say("Both agree.") }
        throw CommandFailure(
            keep
                ? "They differed; what was made anew is kept."
                : "They differ: what is shown is not what the log says. `lotse doctor --rebuild --keep` repairs it.")
    }

    private func examine(_ store: Store, _ invocation: Invocation) throws {
        let facts = try store.facts()
        try invocation.out.line("store       \(store.path)")
        try invocation.out.line("schema      \(facts.schemaVersion)")
        try invocation.out.line("messages    \(facts.messages)")
        try invocation.out.line("conversations \(facts.conversations)")
        try invocation.out.line("events      \(facts.events)")
        try invocation.out.line("sqlite      \(facts.sqliteVersion)")
        try invocation.out.line("settings    " + facts.settings.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
        try invocation.out.line("access      \(access(store.access))")
        try invocation.say(
            facts.hasWALResetBug
                ? "This SQLite has the WAL-reset bug; lotse checkpoints only while nobody can write."
                : "This SQLite does not have the WAL-reset bug.")
        let problems = try store.integrityProblems()
        for problem in problems { try invocation.out.line(problem) }
        guard problems.isEmpty else {
            throw CommandFailure("The store is damaged. Take the last backup, and keep this file.")
        }
        try judgeAccess(store, invocation)
        try invocation.say("The store is sound.")
    }

    private func access(_ access: StoreAccess) -> String {
        if case .group(let group) = access { "group \(group.name)" } else { "owner" }
    }

    private func judgeAccess(_ store: Store, _ invocation: Invocation) throws {
        let problems = try store.accessProblems()
        guard !problems.isEmpty else { return }
        for problem in problems { try invocation.say(problem.sentence) }
        guard problems.contains(where: \.isMendedByInit) else {
            throw CommandFailure("The store is sound, but not all who share it can reach it.")
        }
        guard case .group(let group) = store.access else {
            throw CommandFailure("The store is sound, but others can get at its files. `lotse init` sets them right.")
        }
        throw CommandFailure(
            Phrase(
                "The store is sound, but not all who share it can use it. `lotse init --group %1` sets it right.",
                group.name))
    }
}
