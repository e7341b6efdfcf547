import Conversations
import Dashboard
import Exports
import Foundation
import Runtime
import Screen
import Store
import Testing

/// What the command line says is said in German too. (The dashboard's phrases are PanesTests' matter.)
@Suite struct GermanSentencesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func german() throws -> Catalogue {
        let file = root.appending(path: "Sources/Screen/Catalogues/de.po")
        return try Catalogue(po: String(contentsOf: file, encoding: .utf8), language: "de")
    }

    private static let storeErrors: [StoreError] = [
        .newerStore(path: "s", store: 2, program: 1), .notAStore(path: "s"), .cannotCreate(path: "s", errno: 13),
        .sqlite(code: 1, message: "m"), .busy, .diskFull, .settingRefused(name: "n", wanted: "w", got: "g"),
        .importRunning, .noSuchID("12345678"), .ambiguousID("12345678", count: 2), .fileExists(path: "s"),
        .networkFileSystem(path: "s"),
    ]

    private static let exportErrors: [ExportError] = [
        .notAFile(reason: "r"), .cannotRead(errno: 5), .empty, .ambiguous(candidates: ["csv"]),
        .unknownFormat(hint: "h"), .tooLarge(what: "w", limit: 1), .windowTooLarge(compression: "xz", limit: 1),
        .truncated(place: "p"),
        .malformed(place: "p", reason: "r"), .mapping(reason: "r", columns: ["c"]), .changedWhileReading,
        .unsupportedEncoding("UTF-32"), .cancelled,
    ]

    private static let refusals: [Refusal] = [
        .nothingToUndo, .nothingToRedo, .actedLater(actor: "a"), .alreadyExported, .replyFailed,
        .needsGuidelineAndReason,
        .emptyText, .unknownConversation, .unknownMessage,
    ]

    private static let queryFacts: [QueryError.Fact] = [
        .unknownPrefix("x", suggestions: []), .unknownValue(.state, "x", suggestions: []),
        .missingValue(.state, suggestions: ["new"]), .missingValue(.channel, suggestions: []), .unclosedQuote,
        .unclosedRegex, .unclosedParenthesis, .strayParenthesis, .missingOperand(of: "or"), .nothingToFind("!"),
        .badDate("x"), .badRange("x"), .badDuration("x"), .badNumber("x"), .badRegex(reason: "r"), .tooLong(limit: 1),
        .tooManyTerms(limit: 1), .tooDeep(limit: 1),
    ]

    @Test(arguments: queryFacts) func `what is wrong with a query is said in German`(fact: QueryError.Fact) throws {
        let phrase = QueryError(fact, column: 7).phrase
        let german = try Self.german().say(phrase)
        #expect(german.hasPrefix("Spalte 7: "))
        #expect(german.dropFirst(10) != phrase.english.dropFirst(10))
        #expect(!phrase.english.contains("%"))
    }

    private static var sentences: [Phrase] {
        storeErrors.map(\.sentence) + exportErrors.map { $0.sentence(file: "f") } + refusals.map(\.sentence)
            + [TimeArgumentError.unreadable("x"), .noSuchTime("x"), .withoutOffset("x")].map(\.sentence)
            + [TimePhraseError.unknown("x"), .noSuchDate("x"), .noSuchTime("x"), .missingTime("x"), .past("x")]
            .map(\.sentence)
    }

    @Test func `every error is said in German`() throws {
        let german = try Self.german()
        for sentence in Self.sentences {
            #expect(
                german.entries[Catalogue.Entry(context: sentence.context, id: sentence.key)] != nil, "\(sentence.key)")
        }
    }

    /// String literals that are phrases, in the sources of one target.
    private static func literals(_ target: String) throws -> Set<String> {
        let phrase = #/(?:\bPhrase\(|\bone:|\.say\(|\.warn\(|\bCommandFailure\(|\.failed\()\s*"((?:[^"\\\n]|\\.)+)"/#
        let folder = root.appending(path: "Sources/\(target)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var found: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            for match in try String(contentsOf: file, encoding: .utf8).matches(of: phrase)
            where !match.1.contains("\\(") {
                found.insert(String(match.1).replacing("\\\"", with: "\""))
            }
        }
        return found
    }

    @Test(arguments: ["Runtime", "lotse"])
    func `every phrase in the sources of the command line is said in German`(target: String) throws {
        let known = Set(try Self.german().entries.keys.map(\.id))
        let wanted = try Self.literals(target)
        #expect(wanted.count > 20)
        #expect(wanted.subtracting(known).sorted() == [])
    }

    @Test func `a count chooses the German form, and a percent sign stays one`() throws {
        let german = try Self.german()
        #expect(
            german.say(Phrase(one: "%1 reply written.", other: "%1 replies written.", count: 1))
                == "1 Antwort geschrieben.")
        #expect(
            german.say(Phrase(one: "%1 reply written.", other: "%1 replies written.", count: 2))
                == "2 Antworten geschrieben.")
        #expect(german.say(Phrase("%1 %%", 40)) == "40 %")
    }
}
