import Conversations
import Exports
import Foundation
import Store
import Synchronization
import TestSupport
import Testing

@testable import Runtime

@Suite struct ImportJobTests {
    private func source(_ count: Int, tail: String = "") throws -> ByteSource {
        let lines = (0..<count).map {
            "{\"id\":\"\($0)\",\"author\":\"Mia\",\"author_id\":\"m\",\"time\":\"2026-10-31T10:00:00Z\",\"text\":\"Nachricht \($0)\"}"
        }
        return try ByteSource(bytes: Array((lines.joined(separator: "\n") + tail).utf8), chunkSize: 4096)
    }

    private func job(_ store: Store, _ cancellation: Cancellation = Cancellation()) -> ImportJob {
        ImportJob(store: store, choices: ImportChoices(), now: .noon, cancellation: cancellation)
    }

    @Test func `many chunks arrive whole and in order`() throws {
        let temporary = try TemporaryStore()
        let summary = try job(temporary.store).run(source(5000), name: PathBytes("forum.jsonl"))
        #expect(summary.imported == 5000)
        #expect(summary.channels == ["forum"])
        let stored = try temporary.store.messages(limit: 6000).map(\.message.id)
        #expect(stored == (0..<5000).map(String.init))
    }

    @Test func `progress comes from the reading side`() throws {
        let temporary = try TemporaryStore()
        var job = job(temporary.store)
        var reports: [ImportProgress] = []
        job.onProgress = { reports.append($0) }
        _ = try job.run(source(5000), name: PathBytes("a.jsonl"))
        #expect(reports.map(\.messages) == (1...10).map { $0 * 500 } + [5000])
        #expect(reports.map(\.isPublishing) == Array(repeating: false, count: 10) + [true])
        #expect(reports.last?.bytes == reports.last?.size)
    }

    @Test func `an export whose every record is skipped is refused`() throws {
        let temporary = try TemporaryStore()
        let line = "{\"id\":\"1\",\"author\":\"Mia\",\"time\":\"2026-10-31T10:00:00Z\",\"text\":[]}\n"
        let bytes = Array(String(repeating: line, count: 3).utf8)
        let error = ExportError.nothingUsable(skipped: 3, place: "line 1", reason: "text is an array")
        #expect(throws: ImportFailure.export(error)) {
            try job(temporary.store).run(ByteSource(bytes: bytes, chunkSize: 64), name: PathBytes("a.jsonl"))
        }
    }

    @Test func `a stopped import publishes nothing`() throws {
        let temporary = try TemporaryStore()
        let cancellation = Cancellation()
        var job = job(temporary.store, cancellation)
        job.onProgress = { _ in cancellation.cancel() }
        let before = try temporary.store.contentDigest()
        #expect(throws: ImportFailure.export(.cancelled)) {
            try job.run(source(5000), name: PathBytes("a.jsonl"))
        }
        #expect(try temporary.store.contentDigest() == before)
        #expect(try self.job(temporary.store).run(source(10), name: PathBytes("a.jsonl")).imported == 10)
    }

    @Test func `an import that is being put in place can be stopped as well`() throws {
        let temporary = try TemporaryStore()
        let before = try temporary.store.contentDigest()
        let questions = Mutex(0)
        let request = ImportRequest(path: "x", size: 0, observedAt: .noon, now: .noon)
        do {
            let session = try ImportSession(temporary.store, request)
            try session.stage((0..<3000).map { .message(post("\($0)", minute: Int64($0))) })
            #expect(throws: StoreError.stopped) {
                try session.publish(sha256: [], format: "test") {
                    questions.withLock {
                        $0 += 1
                        return $0 > 3
                    }
                }
            }
        }
        #expect(questions.withLock { $0 } == 4)
        #expect(try temporary.store.contentDigest() == before)
        #expect(try temporary.importing([post("1")]).imported == 1)
    }

    @Test func `a second import at the same time is told to wait`() throws {
        let temporary = try TemporaryStore()
        let request = ImportRequest(path: "x", size: 0, observedAt: .noon, now: .noon)
        let running = try ImportSession(temporary.store, request)
        defer { withExtendedLifetime(running) {} }
        #expect(throws: ImportFailure.store(.importRunning)) {
            try job(temporary.store).run(source(5000), name: PathBytes("a.jsonl"))
        }
    }

    @Test func `a format or a zone that is none is refused before anything is read`() throws {
        let temporary = try TemporaryStore()
        var choices = ImportChoices()
        choices.format = "frob"
        let wrong = ImportJob(store: temporary.store, choices: choices, now: .noon, cancellation: Cancellation())
        #expect(throws: ImportFailure.unknownFormat("frob")) { try wrong.run(source(1), name: PathBytes("a")) }
        choices.format = "slack"
        let folder = ImportJob(store: temporary.store, choices: choices, now: .noon, cancellation: Cancellation())
        #expect(throws: ImportFailure.formatOfFolders("slack")) { try folder.run(source(1), name: PathBytes("a")) }
        choices.format = nil
        choices.options.zone = "Mars/Olympus"
        let lost = ImportJob(store: temporary.store, choices: choices, now: .noon, cancellation: Cancellation())
        #expect(throws: ImportFailure.unknownZone("Mars/Olympus")) { try lost.run(source(1), name: PathBytes("a")) }
    }

    @Test func `the digest of the raw bytes is SHA-256`() {
        let digest = RawDigest()
        for part in ["a", "b", "c"] { Array(part.utf8).withUnsafeBytes(digest.add) }
        let hex = digest.finish().map { String($0, radix: 16) }.prefix(4)
        // FIPS 180-4, the example "abc": ba7816bf…
        #expect(Array(hex) == ["ba", "78", "16", "bf"])
    }
}

@Suite struct PathBytesTests {
    @Test(arguments: [[0x61], [0xFF, 0x61, 0x80], [0xC3, 0xBC], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], []])
    func `arguments survive whatever their bytes`(_ bytes: [UInt8]) {
        #expect(RawArguments.bytes(of: RawArguments.decode(bytes)) == bytes)
    }

    @Test(
        arguments: [
            ("/a/b/Laden.json", "Laden"), (".hidden", ".hidden"), ("x\u{1B}]0;\u{202E}y.csv", "x]0;y"), ("/", "export"),
        ])
    func `the stem names a channel`(_ path: String, _ stem: String) {
        #expect(PathBytes(path).stem == stem)
    }

    @Test func `standard input and what is not there stay as they are`() {
        #expect(ImportPath.expand(["-", "/nowhere/none"]) == [.standardInput, .file(PathBytes("/nowhere/none"))])
    }
}
