import Foundation
import Testing

@testable import Exports

@Suite struct MattermostReaderTests {
    static let lines = #"""
        {"type":"version","version":1}
        {"type":"team","team":{"name":"hof","display_name":"Hof","type":"O"}}
        {"type":"channel","channel":{"team":"hof","name":"beete","display_name":"Die Beete","type":"O"}}
        {"type":"channel","channel":{"team":"hof","name":"kasse","display_name":"Kasse","type":"P"}}
        {"type":"user","user":{"username":"mira","email":"m@example.org","nickname":"","first_name":"Mira","last_name":"Sand","roles":"system_admin system_user","teams":null}}
        {"type":"bot","bot":{"username":"wetter","display_name":"Wetter"}}
        {"type":"post","post":{"team":"hof","channel":"beete","user":"mira","message":"Wer gießt?","create_at":1714550400123,"edit_at":1714550500000,"reactions":[{"user":"jonas","emoji_name":"sun","create_at":1}],"replies":[{"user":"jonas","message":"ich","create_at":1714550300000,"reactions":null,"attachments":[{"path":"a/b/plan.pdf"}]},{"user":"wetter","message":"Regen","create_at":1714550600000}]}}
        {"type":"post","post":{"team":"hof","channel":"beete"
        {"type":"post","post":{"team":"hof","channel":"beete","user":"jonas","message":"jonas joined the channel.","type":"system_join_channel","create_at":1714550700000,"replies":null}}
        {"type":"post","post":{"team":"hof","channel":"anderswo","user":"jonas","message":"winkt","type":"me","create_at":1714550800000}}
        {"type":"post","post":{"team":"hof","channel":"kasse","user":"mira","message":"intern","create_at":"?","props":{"from_webhook":"true","override_username":"Kassenwart"}}}
        {"type":"direct_channel","direct_channel":{"members":["mira","jonas"]}}
        {"type":"direct_post","direct_post":{"channel_members":["mira","jonas"],"user":"mira","message":"psst \u0000\u001b[2J","create_at":1714550900000}}
        {"type":"direct_post","direct_post":{"channel_members":["jonas","mira"],"user":"jonas","message":"ja","create_at":1714550900001}}
        {"type":"emoji","emoji":{"name":"beet","image":"x.png"}}

        """#

    @Test func `posts, replies, direct posts and their kinds are taken over`() throws {
        let reading = try Reading(Self.lines, MattermostReader.self)
        let messages = reading.messages
        #expect(messages.count == 8)
        #expect(
            messages.map(\.channel.key).prefix(6) == [
                "hof/beete", "hof/beete", "hof/beete", "hof/beete", "hof/anderswo", "hof/kasse",
            ])
        #expect(messages[0].channel.name == "hof / Die Beete")
        #expect(messages[0].account == ExportedAccount(id: "mira", handle: "mira", name: "Mira Sand", isOwner: true))
        #expect(messages[0].time.milliseconds == 1_714_550_400_123)
        #expect(messages[0].editedAt == 1_714_550_500_000)
        #expect(messages[0].likes == 1)
        #expect(messages[1].parent == messages[0].id)
        #expect(messages[1].attachments == ["plan.pdf"])
        #expect(messages[2].account?.isBot == true)
        #expect(messages[2].thread == messages[0].thread)
        #expect(messages[3].kind == .system)
        #expect(messages[4].kind == .action)
        #expect(messages[5].account?.name == "Kassenwart")
        #expect(messages.map(\.isPrivate) == Array(repeating: false, count: 5) + [true, true, true])
        #expect(messages[6].channel == messages[7].channel)
        #expect(messages[6].channel.name == "jonas, Mira Sand")
        #expect(messages[6].text == "psst \u{2400}\u{1B}[2J")
        #expect(reading.skipped.map(\.place) == ["line 8"])
        #expect(reading.repaired.count == 2)
    }

    @Test func `ids are the same in every export and differ within one`() throws {
        let ids = try Reading(Self.lines, MattermostReader.self).messages.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(try Reading(Self.lines, MattermostReader.self).messages.map(\.id) == ids)
        let later = Self.lines.split(separator: "\n").filter { !$0.contains(#""bot""#) }.joined(separator: "\n")
        #expect(try Reading(later, MattermostReader.self).messages.map(\.id) == ids)
        #expect(ContentDigest.id(of: ["ab", "c"]) != ContentDigest.id(of: ["a", "bc"]))
    }

    @Test func `single bytes and a cut end give the same messages up to there`() throws {
        let bytes = Array(Self.lines.utf8)
        #expect(
            try exportEvents(bytes, MattermostReader.self, chunkSize: 1) == exportEvents(bytes, MattermostReader.self))
        let cut = try Reading(bytes: Array(bytes.dropLast(140)), MattermostReader.self)
        #expect(cut.messages.count == 7)
        #expect(cut.skipped.count == 2)
        try expectNoCrash(bytes, MattermostReader.self, atMost: 8)
    }

    @Test func `the lines with their files are read from a folder`() throws {
        let tree = MemoryTree(texts: [("export/import.jsonl", Self.lines), ("export/data/a/b/plan.pdf", "%PDF")])
        #expect(MattermostTreeReader.detect(tree) == .certain)
        let reading = try Reading(tree, MattermostTreeReader.self)
        #expect(reading.messages.map(\.text) == (try Reading(Self.lines, MattermostReader.self).messages.map(\.text)))
        #expect(reading.skipped.map(\.place) == ["export/import.jsonl: line 8"])
        #expect(MattermostTreeReader.detect(MemoryTree(texts: [("import.jsonl", "{\"id\":1}")])) == .no)
    }

    @Test(
        arguments: [
            (#"{"type":"version","version":1}"#, DetectionConfidence.certain),
            (#"{"type":"direct_post","direct_post":{"user":"x"}}"#, .certain),
            (#"{"type":"post","post":{"team":"a","create_at":1}}"#, .certain),
            (#"{"type":"post","post":{"text":"\"create_at\" \"team\""}}"#, .no), (#"{"type":"version"}"#, .no),
            (#"{"version":1,"users":[],"posts":[]}"#, .no),
        ])
    func `exports are known by their lines`(_ line: String, _ confidence: DetectionConfidence) {
        #expect(MattermostReader.detect(Array(line.utf8)[...]) == confidence)
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: chatSamples)),
        arguments: [("zulip_export.json", 21, 4), ("zulip_direct_channel_export.json", 11, 4)])
    func `samples give the counts of their list`(_ name: String, _ count: Int, _ authors: Int) throws {
        let source = try ByteSource(path: "\(chatSamples)/mattermost_bulk/\(name)")
        #expect(try ExportFormats.detect(source).format == "mattermost")
        let reading = try Reading(source)
        #expect(reading.messages.count == count)
        #expect(Set(reading.messages.compactMap { $0.account?.id }).count == authors)
        #expect(reading.skipped.isEmpty && reading.repaired.isEmpty)
    }
}
