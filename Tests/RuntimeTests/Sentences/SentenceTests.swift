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
            .windowTooLarge(compression: "zstd", limit: 1 << 27),
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

    @Test(arguments: ["bob'; touch PWNED; echo '", "$(touch PWNED)", "", "-rf", "a b", "\u{1B}[31m", "Zoë"])
    func `a name that a shell could read as a command is never part of one`(_ name: String) {
        let account = Digest.of("account", name)
        let candidate = TeamCandidate(
            account: account, platform: "generic", key: name, name: name, answers: 6, isOwner: false)
        #expect(candidate.command == "lotse team add generic \(account.hex)")
    }

    @Test func `a plain id stands in the command as it is`() {
        let candidate = TeamCandidate(
            account: .of("x"), platform: "wordpress", key: "user:1", name: "Rebekka", answers: 0, isOwner: true)
        #expect(candidate.command == "lotse team add wordpress user:1")
    }
}
