import ArgumentParser
import Conversations
import Runtime
import Screen
import Store

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Who did what and when, newest first.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    @Option(name: [.customShort("n"), .long], help: "How many at most; 0: all.")
    var count = 50

    @Argument(help: "Only this conversation.")
    var id: String?

    func run() throws {
        let invocation = try common.invocation()
        let store = try invocation.openStore()
        let key = try id.map(store.find)
        var left = count > 0 ? count : .max
        var clock = Int64.max
        while left > 0 {
            let page = try store.log(of: key, before: clock, limit: min(200, left))
            for event in page {
                if rows.json {
                    try invocation.out.json(RowLine.event(event))
                } else {
                    try invocation.out.line(event.logLine)
                }
            }
            guard let last = page.last else { return }
            left -= page.count
            clock = last.clock
        }
    }
}
