import ArgumentParser
import Exports
import Runtime
import Screen

struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats", abstract: "List the formats that can be imported, and what each lacks.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var rows: RowOptions

    func run() throws {
        let invocation = try common.invocation()
        let facts = ExportFormats.facts
        let width = facts.map(\.format.count).max() ?? 0
        for fact in facts {
            if rows.json {
                var line = JSONLine()
                line.add("format", .string(fact.format))
                line.add("summary", .string(fact.summary))
                line.add("lacks", .string(fact.lacks))
                try invocation.out.json(line)
            } else {
                let gap = String(repeating: " ", count: width + 2 - fact.format.count)
                try invocation.out.line(fact.format + gap + fact.summary)
                guard !fact.lacks.isEmpty else { continue }
                let lacks = invocation.catalogue.say(Phrase("lacks: %1", fact.lacks))
                try invocation.out.line(String(repeating: " ", count: width + 2) + lacks)
            }
        }
    }
}
