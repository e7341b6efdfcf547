import ArgumentParser
import Foundation
import Runtime
import Terminal

/// The command line. Without a subcommand it opens the dashboard.
struct Lotse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lotse",
        abstract: "Triage public conversations by keyboard, from the exports of your channels.",
        discussion: """
            Without a subcommand, the dashboard opens. Times that are over (`--now`, `--inbox-from`) are written as \
            2026-11-24 or 2026-11-24T18:30Z, times to come (`snooze`, `hold`) also as 3d, 2h or tomorrow 9:30. An id is the first eight or more digits that `lotse list` shows.
            """,
        version: ProgramVersion.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Exports",
                subcommands: [ImportCommand.self, WatchCommand.self, FormatsCommand.self, ExportCommand.self]),
            CommandGroup(
                name: "Conversations",
                subcommands: [
                    ListCommand.self, ShowCommand.self, ExplainCommand.self, ReportCommand.self, ReplyCommand.self,
                    ResolveCommand.self,
                    SnoozeCommand.self,
                    WaitCommand.self, HoldCommand.self, CommunityCommand.self, ReopenCommand.self,
                    CloseCommand.self, AssignCommand.self, LabelCommand.self, PriorityCommand.self,
                    NoteCommand.self, DecideCommand.self, PersonCommand.self, LinkPersonCommand.self, RoleCommand.self,
                    UndoCommand.self, RedoCommand.self, LogCommand.self,
                ]),
            CommandGroup(name: "Replies", subcommands: [OutboxCommand.self]),
            CommandGroup(
                name: "Store and settings",
                subcommands: [
                    InitCommand.self, TeamCommand.self, ConfigCommand.self, BackupCommand.self, DoctorCommand.self,
                    DemoCommand.self, ScreenCommand.self, ThemesCommand.self, KeysCommand.self,
                ]),
            CommandGroup(
                name: "For the makers", subcommands: [DriveCommand.self, CheckCommand.self, ManualCommand.self]),
        ])

    @OptionGroup var common: CommonOptions

    @OptionGroup var lines: LineOptions

    func run() throws {
        let invocation = try common.invocation()
        if lines.linear {
            let signals = Signals()
            let store = try invocation.openStore(creating: true, busyTimeout: DashboardLoop.busyTimeout)
            return try MainActor.assumeIsolated { try openLines(invocation, store: store, signals: signals) }
        }
        guard isatty(0) == 1, isatty(1) == 1 else {
            throw CommandFailure(
                """
                The dashboard needs a terminal. Use `lotse list` and `lotse show ID` instead; `lotse help` lists \
                all commands.
                """)
        }
        let signals = Signals()
        let store = try invocation.openStore(creating: true, busyTimeout: DashboardLoop.busyTimeout)
        try MainActor.assumeIsolated { try openDashboard(invocation, store: store, signals: signals) }
    }
}

/// The version of the program.
enum ProgramVersion {
    static let text = "0.1.0"
}

@main
enum Program {
    static func main() {
        let arguments = RawArguments.ofProcess
        let isDumb = getenv("TERM").map { String(cString: $0) } == "dumb"
        if (RawArguments.opensDashboard(arguments) && !isDumb) || RawArguments.asksTerminal(arguments) {
            CrashGuard.start()
        }
        // A file that may not grow (setrlimit(2), RLIMIT_FSIZE) is an error like a full disk, and not the end.
        signal(SIGXFSZ, SIG_IGN)
        exit(run(arguments))
    }

    /// - Returns: the exit status, as `ExitCodes.md` documents it.
    static func run(_ arguments: [String]) -> Int32 {
        do {
            var command = try Lotse.parseAsRoot(arguments)
            try command.run()
            return ExitStatus.done
        } catch {
            return ErrorReport.report(error)
        }
    }
}

extension RawArguments {
    /// What `--lang` says, before anything is parsed: an error in the arguments is said in it too.
    static func language(_ arguments: [String]) -> String? {
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { return nil }
            if argument.hasPrefix("--lang=") { return String(argument.dropFirst("--lang=".count)) }
            if argument == "--lang", index + 1 < arguments.count { return arguments[index + 1] }
        }
        return nil
    }

    /// Whether these arguments ask the terminal questions, which is done behind a guard too.
    static func asksTerminal(_ arguments: [String]) -> Bool {
        arguments.contains("doctor") && arguments.contains("--terminal") && !arguments.contains("--json")
    }

    /// Whether these arguments, without the program's name, open the dashboard, which then runs behind a guard;
    /// everything else does not.
    static func opensDashboard(_ arguments: [String]) -> Bool {
        // Lines leave the terminal as it is: there is nothing to give back after a crash.
        guard !arguments.contains("--linear") else { return false }
        let valued: Set<String> = ["--store", "--config", "--now", "--color", "--lang"]
        // The flags that leave it open; others (`--help`, `--version`) print and end.
        let flags: Set<String> = ["--raw", "--"]
        var rest = arguments[...]
        while let first = rest.popFirst() {
            if valued.contains(first) {
                rest = rest.dropFirst()
            } else if first.hasPrefix("-") {
                guard first.contains("=") || flags.contains(first) else { return false }
            } else {
                return first == "demo"
            }
        }
        return true
    }
}
