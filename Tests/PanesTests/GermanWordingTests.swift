import Conversations
import Dashboard
import DashboardSupport
import Foundation
import Panes
import Screen
import Testing

/// German where one English word has two meanings, where numbers count, and what nothing says any more.
@Suite struct GermanWordingTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")

    /// All sources as one text, strings of several lines joined.
    private static func code() throws -> String {
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        var code = ""
        for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
            code += try String(contentsOf: file, encoding: .utf8) + "\n"
        }
        return code.replacing(#/\\\n\s*/#, with: "")
    }

    @Test func `every phrase of the catalogue is one that the sources say`() throws {
        let code = try Self.code()
        let roles = Set(PersonRole.allCases.map(\.rawValue))
        let unsaid = try GermanCatalogueTests.german().entries.keys.filter { entry in
            let id = entry.id.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return !code.contains("\"\(id)\"") && !code.contains("\(id)\n")
                && !(entry.context == "role" && roles.contains(entry.id))
        }
        #expect(unsaid.map(\.id).sorted() == [])
    }

    @Test func `one word is said for one thing`() throws {
        let spoken = try GermanCatalogueTests.german().entries.values.flatMap(\.self)
        let others =
            #/Unterhaltung|Vertagt|Gehalten|Gemeinschaft|Bestand|Faden|\bId\b|Mensch|übergangen|gescheitert|auspack|\bfalten|verborgene Zeichen|\bSie sind|Konto des Teams/#
        for text in spoken { #expect(!text.contains(others), "\(text)") }
    }

    @Test func `limiting the list is no decision`() throws {
        let german = try GermanCatalogueTests.german()
        #expect(german.say(Phrase("limit", context: "key")) == "eingrenzen")
        #expect(german.say("limit") == "begrenzen")
        let grid = screen(Story(Samples.rows(4)), catalogue: german).grid
        #expect(grid.text.last?.contains("f eingrenzen") == true)
    }

    @Test func `what a report counts is one or several`() throws {
        let german = try GermanCatalogueTests.german()
        let began = { (count: Int) in
            Phrase(
                one: "First answers: 1 conversation began", other: "First answers: %1 conversations began",
                count: count)
        }
        #expect(german.say(began(1)) == "Erste Antworten: 1 Gespräch begann")
        #expect(began(1).english == "First answers: 1 conversation began")
        #expect(german.say(began(3)) == "Erste Antworten: 3 Gespräche begannen")
    }

    @Test func `acts are told in German to the last word`() throws {
        let german = try GermanCatalogueTests.german()
        #expect(german.say(Act.prioritize(.high).donePhrase) == "Priorität hoch")
        #expect(german.say(Phrase("decision %1", ModerationDecision.hidden.phrase)) == "Entscheidung: verborgen")
        let now = Moment(milliseconds: 1_000_000)
        #expect(german.say(agePhrase(since: now, now: now)) == "eben")
        #expect(agePhrase(since: now, now: now.advanced(seconds: 120)).english == "2m")
    }

    @Test func `yes is j as well as y`() throws {
        let german = try GermanCatalogueTests.german()
        var story = Story(Samples.rows(4))
        story.press("enter d r")
        story.type("3\nspam\n")
        let done = try #require(story.acts.last?.donePhrase)
        #expect(german.say(done) == "entschieden: entfernt" && done.english == "decided: removed")
        story.press("j enter .")
        #expect(screen(story).grid.text.contains { $0.contains("y yes") })
        #expect(screen(story, catalogue: german).grid.text.contains { $0.contains("j ja") })
        let before = story.acts.count
        story.press("j")
        #expect(story.acts.count == before + 1)
    }
}
