import ArgumentParser
import Exports
import Runtime
import Store

/// What is decided about an import because the export does not say it.
struct ImportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The format, where the content does not show it.", valueName: "format"),
        completion: .list(ExportFormats.facts.map(\.format)))
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

    @Flag(help: "Keep the e-mail addresses, IP addresses and telephone numbers of those who wrote.")
    var keepPersonal = false

    func validate() throws {
        guard map.allSatisfy({ $0.contains("=") }) else {
            throw ValidationError("--map is written as role=column.")
        }
    }

    func choices(_ invocation: Invocation) throws -> ImportChoices {
        var choices = try invocation.importChoices()
        choices.format = format
        choices.salvages = salvage
        choices.options.channel = channel
        choices.options.platform = platform
        choices.options.zone = zone
        choices.options.keepsPersonal = keepPersonal
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
