import Dashboard
import DashboardSupport
import Foundation
import Panes
import Screen
import Testing

@Suite struct GermanCatalogueTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func german() throws -> Catalogue {
        let file = root.appending(path: "Sources/Screen/Catalogues/de.po")
        return try Catalogue(po: String(contentsOf: file, encoding: .utf8), language: "de")
    }

    /// The string literals that are phrases, as `context|key`, of the dashboard and what draws it.
    private static func literals() throws -> Set<String> {
        let maker =
            #/(?:\bPhrase\(|\bone: |\bsay\(|\bfail\(|\bstall\(|\.problem\(|\.remark\(|\.heading\(|\.fact\(|\.line\(|quote\(|\blabel: |case [^"]*: |\? |\?\? )$/#
            .wordBoundaryKind(.simple)
        let literal = #/"((?:[^"\\]|\\.)+)"(?:, context: "([^"]+)")?/#
        var found: Set<String> = []
        for file in try files() {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                for match in line.matches(of: literal) where match.1.contains(where: \.isLetter) {
                    guard line[..<match.range.lowerBound].contains(maker) else { continue }
                    found.insert("\(match.2 ?? "")|\(match.1)")
                }
            }
        }
        return found
    }

    private static func files() throws -> [URL] {
        let names = [
            "Status/RefusalPhrases", "Status/StatePhrases", "Prompts/Prompt", "Prompts/PromptErrors",
            "Prompts/QueryPhrases", "Dashboard+Acts",
            "Dashboard+Completion", "Dashboard+Repeat", "Dashboard+Keys", "Macros/Dashboard+Macros", "Macros/MacroRun",
            "Prompts/Completion", "Dashboard+Answers", "Dashboard+Commands",
            "Dashboard+Composing",
            "Dashboard+Sheets",
            "Help/Dashboard+Help", "Manual/ManualTopic", "Manual/ManualTopic+Commands", "Manual/ManualTopic+Query",
            "Manual/ManualTopic+Themes", "Lines/Dashboard+Lines", "Thread/ThreadLayout", "Sheets/ImportPane",
            "Sheets/MessageSheet", "Sheets/DraftSheet", "Sheets/Sheet", "Sheets/ExplanationSheet", "Links/Copying",
            "Links/Dashboard+Links",
            "Judging/Judged", "Judging/Dashboard+Judging", "Place",
            "Persons/PersonSheet", "Persons/Dashboard+Persons",
            "Report/ReportSheet", "Report/ReportBar", "Report/ReportFigure", "Report/ReportStretch",
            "Report/Dashboard+Report", "Panes/PaneArrangement", "Panes/Dashboard+Panes", "Thread/Dashboard+Thread",
        ]
        let panes = try ["Sources/Panes", "Sources/Panes/Linear"].flatMap { folder in
            try FileManager.default.contentsOfDirectory(
                at: root.appending(path: folder), includingPropertiesForKeys: nil)
        }
        return names.map { root.appending(path: "Sources/Dashboard/\($0).swift") }
            + panes.filter { $0.pathExtension == "swift" }
    }

    /// Literals that stand where phrases do and are none: keys, marks, ages.
    private static var noPhrases: Regex<(Substring, Substring)> { #/^\|(.|[^a-zA-Z]*|[+\\].*| .*)$/# }

    @Test func `every phrase of the screen is said in German`() throws {
        let german = try Self.german()
        let known = Set(german.entries.keys.map { "\($0.context ?? "")|\($0.id)" })
        let wanted = try Self.literals().filter { $0.firstMatch(of: Self.noPhrases) == nil }
        #expect(wanted.count > 100)
        #expect(wanted.subtracting(known).sorted() == [])
    }

    @Test func `every command, group and question is said in German`() throws {
        let german = try Self.german()
        let topics = [ManualTopic.commands(.standard), .query, .themes].map(\.summary.key)
        let keys = CommandTable.all.map(\.summary) + CommandGroup.allCases.map(\.rawValue) + topics
        for key in keys { #expect(german.entries[Catalogue.Entry(id: key)] != nil, "\(key)") }
    }

    @Test func `a translation has the arguments of its English`() throws {
        for (entry, forms) in try Self.german().entries {
            let wanted = Set(entry.id.matches(of: #/%[1-9]/#).map { String($0.0) })
            for form in forms {
                let said = Set(form.matches(of: #/%[1-9]/#).map { String($0.0) })
                #expect(said.isSuperset(of: wanted), "\(entry.id)")
                #expect(said.subtracting(wanted).isSubset(of: ["%1"]), "\(entry.id)")
            }
        }
    }

    @Test(arguments: ScreenStory.sizes)
    func `the German screens look as they did`(size: Size) throws {
        for story in ScreenStory.all
        where ["thread", "decision-prompt", "help", "help-filtered", "manual", "explanation", "report"].contains(
            story.name)
        {
            let (grid, cursor) = try screen(story.story(size, catalogue: Self.german()), catalogue: Self.german())
            try expectScreen(grid, "\(story.name)-\(size.columns)x\(size.rows)-de", cursor: cursor)
        }
    }
}
