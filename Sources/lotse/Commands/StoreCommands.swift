import ArgumentParser
import Conversations
import Exports
import Runtime
import Screen
import Store

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a complete copy of the store to a new file.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "A file that is not there yet.", completion: .file())
    var file: String

    func run() throws {
        let invocation = try common.invocation()
        try invocation.openStore().backup(to: file)
        try invocation.say(Phrase("The store was copied to %1. Open it with --store.", file))
    }
}

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write out what the store holds.",
        subcommands: [ExportMessagesCommand.self])
}

struct ExportMessagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "messages", abstract: "All messages with their current texts, one JSON object a line.",
        discussion: "`lotse import` reads it again without loss.")

    @OptionGroup var common: CommonOptions

    @Flag(help: "JSON Lines, the only form there is.")
    var jsonl = false

    func run() throws {
        let invocation = try common.invocation()
        let store = try invocation.openStore()
        var last: Int64 = 0
        while true {
            let page = try store.messages(after: last, limit: 500)
            guard let end = page.last else { return }
            try invocation.out.write(page.map { MessageLine.line($0.message).text + "\n" }.joined())
            last = end.row
        }
    }
}
