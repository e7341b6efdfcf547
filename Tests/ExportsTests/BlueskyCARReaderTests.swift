import Foundation
import Testing

@testable import Exports

/// A repository of an invented account: two posts and a deleted one, a follow, a profile.
private struct Repository {
    static let did = "did:plc:ida"
    var root = DAGCBOR.null
    var blocks: [DAGCBOR] = []

    static func post(_ text: String, _ more: [(String, DAGCBOR)] = [], at time: String = "2024-06-01T08:00:00.000Z")
        -> DAGCBOR
    {
        .map([("text", .text(text)), ("$type", .text("app.bsky.feed.post")), ("createdAt", .text(time))] + more)
    }

    static func entry(_ shared: Int, _ key: String, _ value: DAGCBOR, right: DAGCBOR? = nil) -> DAGCBOR {
        .map([
            ("k", .data(Array(key.utf8))), ("p", .number(UInt64(shared))),
            ("t", right.map { .link($0.id) } ?? .null), ("v", .link(value.id)),
        ])
    }

    static func node(_ entries: [DAGCBOR], left: DAGCBOR? = nil) -> DAGCBOR {
        .map([("e", .list(entries)), ("l", left.map { .link($0.id) } ?? .null)])
    }

    static func commit(_ data: DAGCBOR) -> DAGCBOR {
        .map([
            ("did", .text(did)), ("rev", .text("3k")), ("sig", .data([1])), ("data", .link(data.id)), ("prev", .null),
            ("version", .number(3)),
        ])
    }

    static let reply = DAGCBOR.map([
        ("root", .map([("cid", .text("x")), ("uri", .text("at://did:plc:kai/app.bsky.feed.post/3ka"))])),
        ("parent", .map([("cid", .text("x")), ("uri", .text("at://did:plc:kai/app.bsky.feed.post/3ka"))])),
    ])

    init() {
        let image = DAGCBOR.map([("ref", .link(DAGCBOR.text("bild").id)), ("$type", .text("blob"))])
        let first = Self.post(
            "Grüße",
            [
                ("langs", .list([.text("de")])), ("reply", Self.reply),
                ("embed", .map([("images", .list([.map([("alt", .text("")), ("image", image)])]))])),
            ])
        let second = Self.post("\u{1B}]0;x\u{07}\u{202E}\0", at: "bald")
        let dead = Self.post("gelöscht")
        let follow = DAGCBOR.map([("$type", .text("app.bsky.graph.follow")), ("subject", .text("did:plc:kai"))])
        let profile = DAGCBOR.map([("$type", .text("app.bsky.actor.profile")), ("displayName", .text("Ida Fenn"))])
        let right = Self.node([Self.entry(0, "app.bsky.graph.follow/3kf", follow)])
        let left = Self.node([Self.entry(0, "app.bsky.actor.profile/self", profile)])
        let tree = Self.node(
            [Self.entry(0, "app.bsky.feed.post/3kb", first), Self.entry(21, "c", second, right: right)], left: left)
        root = Self.commit(tree)
        blocks = [second, dead, right, first, tree, follow, left, profile, root]
    }

    var writer: CARWriter {
        var writer = CARWriter(roots: [root.id])
        for block in blocks { writer.add(block) }
        return writer
    }
}

@Suite struct BlueskyCARReaderTests {
    private func read(_ writer: CARWriter) throws -> Reading { try Reading(bytes: writer.bytes, BlueskyCARReader.self) }

    @Test func `posts are those that the commit leads to, in the order of their keys`() throws {
        let writer = Repository().writer
        #expect(try ExportFormats.detect(ByteSource(bytes: writer.bytes)).format == "bluesky-car")
        let reading = try read(writer)
        #expect(
            reading.messages.map(\.id) == [
                "at://did:plc:ida/app.bsky.feed.post/3kb", "at://did:plc:ida/app.bsky.feed.post/3kc",
            ])
        let message = reading.messages[0]
        #expect(message.text == "Grüße" && message.language == "de")
        #expect(message.parent == "at://did:plc:kai/app.bsky.feed.post/3ka" && message.thread?.id == message.parent)
        #expect(message.account == ExportedAccount(id: "did:plc:ida", name: "Ida Fenn"))
        #expect(message.time.milliseconds == 1_717_228_800_000)
        #expect(message.attachments == [DAGCBOR.text("bild").id.text])
        #expect(message.place.description == "blocks[3]")
        #expect(reading.owners == [ExportedAccount(id: "did:plc:ida", name: "Ida Fenn")])
        #expect(reading.repaired.map(\.reason) == ["U+0000 became U+2400, time unknown"])
        #expect(reading.notes.dropFirst().map { $0.prefix(9) } == ["1 posts w", "1 records"])
        #expect(reading.skipped.isEmpty)
    }

    @Test func `the same post has the same id, author and parent as in the API`() throws {
        let json = try Reading(fixture: "bluesky-thread-placeholders-facets.json").messages[0]
        let own = try read(Repository().writer).messages[0]
        #expect(own.id == json.id && own.parent == json.parent && own.thread == json.thread)
        #expect(own.account?.id == json.account?.id && own.account?.name == json.account?.name)
        #expect(own.channel == json.channel && own.permalink == json.permalink && own.time == json.time)
    }

    @Test func `the order of blocks and the size of pieces do not matter`() throws {
        var repository = Repository()
        let whole = try read(repository.writer).messages
        repository.blocks.reverse()
        #expect(try read(repository.writer).messages.map(\.id) == whole.map(\.id))
        let bytes = Repository().writer.bytes
        #expect(
            try exportEvents(bytes, BlueskyCARReader.self, chunkSize: 1) == exportEvents(bytes, BlueskyCARReader.self))
    }

    @Test(arguments: [(3, "1 posts are not in the file (3kb)"), (6, "1 parts of its tree"), (2, "1 parts of its tree")])
    func `what is missing in a part of a repository is reported`(_ block: Int, _ note: String) throws {
        var repository = Repository()
        repository.blocks.remove(at: block)
        let reading = try read(repository.writer)
        #expect(reading.notes.contains { $0.contains(note) })
        #expect(reading.messages.count == (block == 3 ? 1 : 2))
    }

    @Test func `a damaged block is passed over with its place and costs no other`() throws {
        var writer = Repository().writer
        let index = try #require(writer.sections[3].indices.last)
        writer.sections[3][index] ^= 1
        writer.sections.insert([7, 7], at: 0)
        writer.sections.append([UInt8](repeating: 1, count: CARBlocks.blockLimit + 1))
        let broken = DAGCBOR.raw([0x9F])
        writer.add(broken)
        let reading = try read(writer)
        #expect(reading.messages.map { $0.id?.suffix(3) } == ["3kc"])
        #expect(reading.skipped.map(\.place) == ["blocks[0]", "blocks[4]", "blocks[10]", "blocks[11]"])
    }

    @Test func `a commit that is missing or none is refused`() throws {
        var repository = Repository()
        repository.blocks.removeLast()
        #expect(throws: ExportError.self) { try read(repository.writer) }
        var writer = Repository().writer
        writer.roots = []
        #expect(throws: ExportError.self) { try read(writer) }
        writer.roots = [Repository().blocks[0].id]
        #expect(throws: ExportError.self) { try read(writer) }
    }

    @Test func `a file that is cut is refused with its place`() throws {
        let bytes = Repository().writer.bytes
        for end in stride(from: 0, to: bytes.count, by: 5) {
            let error = #expect(throws: ExportError.self) {
                try Reading(bytes: Array(bytes[..<end]), BlueskyCARReader.self)
            }
            if end == bytes.count - 1 {
                guard case .truncated = error else { Issue.record("\(String(describing: error))"); return }
            }
        }
        try expectNoCrash(bytes, BlueskyCARReader.self, atMost: 2)
    }

    @Test func `a tree whose parts are named again and again costs no more than its bytes`() throws {
        let post = Repository.post("x")
        var tree = Repository.node([Repository.entry(0, "app.bsky.feed.post/1", post)])
        var blocks = [post, tree]
        for _ in 0..<60 {
            tree = Repository.node([Repository.entry(0, "app.bsky.feed.post/1", post, right: tree)], left: tree)
            blocks.append(tree)
        }
        var writer = CARWriter(roots: [Repository.commit(tree).id])
        for block in blocks + [Repository.commit(tree)] { writer.add(block) }
        #expect(try read(writer).messages.count == 61)
    }

    @Test func `keys that do not fit are a missing part`() throws {
        let post = Repository.post("x")
        for node in [
            Repository.node([Repository.entry(5, "a", post)]),
            Repository.node([Repository.entry(0, String(repeating: "a", count: 2000), post)]),
            DAGCBOR.map([("e", .list([.number(1)])), ("l", .null)]),
        ] {
            var writer = CARWriter(roots: [Repository.commit(node).id])
            for block in [post, node, Repository.commit(node)] { writer.add(block) }
            let reading = try read(writer)
            #expect(reading.messages.isEmpty && reading.notes.contains { $0.contains("1 parts of its tree") })
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: samples)))
    func `the sample gives the counts of its list`() throws {
        let reading = try Reading(ByteSource(path: "\(samples)/bluesky_car/indigo-paul_staging.repo.car"))
        #expect(reading.messages.count == 101)
        #expect(Set(reading.messages.map(\.account)).count == 1)
        // The list says 92: it counts a post and the answers to it as two, one without and one with the account.
        #expect(Set(reading.messages.map(\.thread)).count == 87)
        let seconds = reading.messages.compactMap(\.time.milliseconds).map { $0 / 1000 }
        #expect(seconds.min() == 1_668_200_224 && seconds.max() == 1_680_289_289)
        #expect(reading.skipped.isEmpty && reading.repaired.isEmpty)
        let few = try Reading(ByteSource(path: "\(samples)/bluesky_car/indigo-greenground.repo.car"))
        #expect(few.messages.isEmpty && few.skipped.isEmpty)
    }
}

private let samples = "/work/shared/samples/social"
