import ArgumentParser
import Conversations
import Exports
import Foundation
import Runtime
import Screen
import Store

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take over exports of your channels.",
        discussion: """
            Each file is taken over whole or not at all; importing it again adds nothing. A folder stands for the \
            files in it, - for standard input; an archive is one import. Exit status 1 when a file was refused.
            """,
        subcommands: [ImportListCommand.self, ImportUndoCommand.self])

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Argument(help: "Files, folders, or - for standard input.", completion: .file())
    var paths: [String] = []

    @Option(help: ArgumentHelp("The format, where the content does not show it.", valueName: "format"))
    var format: String?

    @Option(help: ArgumentHelp("The channel's name, where the export has none.", valueName: "name"))
    var channel: String?

    @Option(help: ArgumentHelp("The platform, for CSV and JSONL.", valueName: "name"))
    var platform: String?

    @Option(help: ArgumentHelp("Time zone of times without one, such as Europe/Berlin.", valueName: "zone"))
    var zone: String?

    @Option(help: ArgumentHelp("What a column means, for CSV and JSONL; repeatable.", valueName: "role=column"))
    var map: [String] = []

    @Option(
        help: ArgumentHelp(
            "Conversations without a message since then start as resolved; or all. Default: 30 days before the newest.",
            valueName: "date|all"))
    var inboxFrom: String?

    @Flag(help: "Take what stands before the place where an export was cut short.")
    var salvage = false

    @Flag(help: "Say what the files are, from their beginning; nothing is imported.")
    var detect = false

    @Flag(help: "Say what an import would do; the store stays as it is.")
    var dryRun = false

    func validate() throws {
        guard map.allSatisfy({ $0.contains("=") }) else {
            throw ValidationError("--map is written as role=column.")
        }
    }

    func run() throws {
        let invocation = try common.invocation()
        guard !paths.isEmpty else { throw ValidationError("Name a file or folder to import, or - for standard input.") }
        if detect { return try detectAll(invocation) }
        let store = try invocation.openStore(creating: true)
        let cancellation = Cancellation()
        let watch = InterruptWatch(cancellation)
        defer { withExtendedLifetime(watch) {} }
        var run = ImportRun(
            invocation: invocation, store: store, choices: try choices(invocation), isJSON: rows.json,
            remembered: RememberedMappings(stateFolder: invocation.paths.stateFolder), cancellation: cancellation)
        for path in ImportPath.expand(paths) {
            try run.take(path)
        }
        if !dryRun { try run.askForTeam() }
        if run.failed { throw CommandFailure(nil, status: run.status) }
    }

    private func detectAll(_ invocation: Invocation) throws {
        let choices = try choices(invocation)
        var failed = false
        for path in ImportPath.expand(paths) {
            let result = Result { () throws(ImportFailure) in try Detection.look(at: path, choices: choices) }
            switch result {
            case .success(let found): try report(found, path, invocation)
            case .failure(let failure):
                failed = true
                let sentence = failure.sentence(file: path.shown)
                if rows.json {
                    try invocation.out.json(
                        BatchLine.failure(path: path.shown, sentence: invocation.catalogue.say(sentence)))
                }
                invocation.warn(Phrase("lotse: %1", sentence))
            }
        }
        if failed { throw CommandFailure(nil, status: ExitStatus.failed) }
    }

    private func report(_ found: DetectedExport, _ path: ImportPath, _ invocation: Invocation) throws {
        guard rows.json else { return try invocation.say(found.sentence(file: path.shown)) }
        var line = JSONLine()
        line.add("path", .string(path.shown))
        line.add("format", .string(found.format))
        line.add("confidence", .string(found.confidence.map { "\($0)" }))
        line.add("channels", .strings(found.channels))
        line.add("messages", .number(found.messages))
        line.add("skipped", .number(found.skipped))
        line.add("whole", .bool(found.isWhole))
        try invocation.out.json(line)
    }

    private func choices(_ invocation: Invocation) throws -> ImportChoices {
        var choices = ImportChoices()
        choices.format = format
        choices.salvages = salvage
        choices.mappings = try FormatMappings.load(invocation.paths.configFolder + "/formats")
        choices.remembered = RememberedMappings(stateFolder: invocation.paths.stateFolder).memory
        choices.isRehearsal = dryRun
        choices.options.channel = channel
        choices.options.platform = platform
        choices.options.zone = zone
        for pair in map {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            choices.options.mapping[String(parts[0])] = String(parts[1])
        }
        if let inboxFrom {
            let offset = Surroundings.zoneOffset(at: invocation.now)
            choices.inboxFrom =
                try TimeArgument.inboxFrom(inboxFrom, now: invocation.now, zoneOffset: offset)
                .map(ImportRequest.InboxFrom.date) ?? .all
        }
        return choices
    }
}
