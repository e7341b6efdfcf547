import ArgumentParser
import Conversations
import Runtime
import Screen
import Store

struct ImportListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what was imported, newest first.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Option(help: ArgumentHelp("How many at most.", valueName: "count"))
    var limit = 50

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is 1 or more.") }
    }

    func run() throws {
        let invocation = try common.invocation()
        for batch in try invocation.openStore().batches(limit: limit) {
            if rows.json {
                var line = JSONLine()
                line.add("batch", .number(Int(batch.number)))
                line.add("path", .string(batch.path))
                line.add("format", .string(batch.format))
                line.add("imported_at", .string(batch.importedAt.iso8601))
                line.add("messages", .number(batch.messages))
                try invocation.out.json(line)
            } else {
                let fields = [
                    String(batch.number), batch.importedAt.minute, batch.format, String(batch.messages), batch.path,
                ]
                try invocation.out.line(fields.joined(separator: "  "))
            }
        }
    }
}

struct ImportUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take back what only one import brought.",
        discussion: """
            Conversations on which anybody acted stay whole, and so do messages that another import saw as well. \
            `lotse import list` shows the numbers.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Argument(help: "The number of the import.")
    var batch: Int64

    func run() throws {
        let invocation = try common.invocation()
        let undone = try invocation.openStore().undoImport(batch, now: invocation.now)
        if rows.json {
            var line = JSONLine()
            line.add("batch", .number(Int(batch)))
            line.add("path", .string(undone.batch.path))
            line.add("removed", .number(undone.removed))
            line.add("kept", .number(undone.kept))
            return try invocation.out.json(line)
        }
        try invocation.say(
            Phrase(
                "Taken back: %1 (%2); %3 gone, %4 kept because somebody acted on their conversations.",
                undone.batch.path, undone.batch.format,
                Phrase(one: "%1 message", other: "%1 messages", count: undone.removed), undone.kept))
    }
}
