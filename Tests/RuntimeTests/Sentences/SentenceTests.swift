import Conversations
import Exports
import Store
import Testing

@testable import Runtime

@Suite struct SentenceTests {
    @Test(
        arguments: [
            .notAFile(reason: "a pipe"), .cannotRead(errno: 5), .empty, .unknownFormat(hint: "a ZIP archive"),
            .ambiguous(candidates: ["csv", "jsonl"]), .tooLarge(what: "the depth", limit: 64),
            .truncated(place: "byte 9"),
            .malformed(place: "line 2", reason: "no end"), .changedWhileReading, .unsupportedEncoding("UTF-32"),
            .cancelled,
        ] as [ExportError])
    func `an error of an export names the file and fills all places`(_ error: ExportError) {
        let sentence = error.sentence(file: "laden.json").english
        #expect(sentence.hasPrefix("laden.json: "))
        #expect(!sentence.contains("%"))
        #expect(sentence.hasSuffix("."))
    }

    @Test(
        arguments: [
            .newerStore(path: "s", store: 2, program: 1), .notAStore(path: "s"), .cannotCreate(path: "s", errno: 13),
            .sqlite(code: 11, message: "malformed"), .busy, .diskFull,
            .settingRefused(name: "a", wanted: "b", got: "c"), .importRunning, .noSuchID("12345678"),
            .ambiguousID("12345678", count: 2), .fileExists(path: "s"), .networkFileSystem(path: "s"),
        ] as [StoreError])
    func `an error of the store is one sentence`(_ error: StoreError) {
        let sentence = error.sentence.english
        #expect(!sentence.contains("%"))
        #expect(sentence.hasSuffix("."))
    }

    @Test func `a percent in a file's name stays as it is`() {
        #expect(ExportError.empty.sentence(file: "%1%s.csv").english.hasPrefix("%1%s.csv: the file is empty"))
    }

    @Test func `progress says a percentage where the size is known`() {
        #expect(ImportProgress(bytes: 50, size: 200, messages: 7).sentence.english == "25 %, 7 messages")
        #expect(ImportProgress(bytes: 50, size: nil, messages: 7).sentence.english == "7 messages")
    }

    @Test(arguments: [("abc", "abc"), ("it's", "'it'\\''s'"), ("", "''"), ("$(x)", "'$(x)'"), ("-x", "-- '-x'")])
    func `a word in a shown command is safe for a shell`(_ word: String, _ quoted: String) {
        #expect(ShellWord.quoted(word) == quoted)
    }
}
