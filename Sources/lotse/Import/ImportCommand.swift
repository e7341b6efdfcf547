import ArgumentParser
import Conversations
import Exports
import Foundation
import Runtime
import Screen
import Store

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take over exports of your channels, list what was, take it back.",
        discussion: """
            `lotse import FILE...` takes over files; `lotse help import files` lists its options.
            """,
        subcommands: [ImportFilesCommand.self, ImportListCommand.self, ImportUndoCommand.self],
        defaultSubcommand: ImportFilesCommand.self)
}

struct ImportFilesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files", abstract: "Take over exports of your channels.",
        discussion: """
            Each file is taken over whole or not at all; importing it again adds nothing. A folder stands for the \
            files in it and in its subfolders, - for standard input; an archive is one import, and so is a folder that \
            an export is made of. Exit status 1 when a file was refused.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Argument(help: "Files, folders, or - for standard input.", completion: .file())
    var paths: [String]

    @OptionGroup var options: ImportOptions

    @Flag(help: "Say what the files are, from their beginning; nothing is imported.")
    var detect = false

    @Flag(help: "Say what an import would do; the store stays as it is.")
    var dryRun = false

    func run() throws {
        let invocation = try common.invocation()
        if detect { return try detectAll(invocation) }
        let store = try invocation.openStore(creating: true)
        let cancellation = Cancellation()
        let watch = InterruptWatch(cancellation)
        defer { withExtendedLifetime(watch) {} }
        var run = ImportRun(
            invocation: invocation, store: store, choices: try self.choices(invocation), isJSON: rows.json,
            remembered: RememberedMappings(stateFolder: invocation.paths.stateFolder), cancellation: cancellation,
            mayAsk: true)
        for path in ImportPath.expand(paths) {
            try run.take(path)
        }
        if !dryRun { try run.askForTeam() }
        if run.failed { throw CommandFailure(nil, status: run.status) }
    }

    private func detectAll(_ invocation: Invocation) throws {
        let choices = try self.choices(invocation)
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
        var choices = try options.choices(invocation)
        choices.isRehearsal = dryRun
        return choices
    }
}
