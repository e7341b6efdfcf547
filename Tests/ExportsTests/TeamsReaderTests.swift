import Foundation
import Testing

@testable import Exports

@Suite struct TeamsReaderTests {
    static let messages = #"""
        [{"Id":"1714550400000","Body":{"ContentType":"html","Content":"<p>Hallo <at id=\"0\">Jonas&nbsp;Feld</at> <emoji id=\"s\" alt=\"🙂\"></emoji><attachment id=\"a\"></attachment></p>"},
          "Subject":"Beete","CreatedDateTime":"2024-05-01T08:00:00.5+00:00","LastEditedDateTime":"2024-05-01T08:01:00+00:00","DeletedDateTime":null,
          "ReplyToId":null,"WebUrl":"https://teams.microsoft.com/l/message/1?groupId=5&token=geheim","From":{"Application":null,"Device":null,"User":{"Id":"u1","DisplayName":"Mira Sand"}},
          "Attachments":[{"Id":"a","Name":"plan.pdf"}],"Reactions":[{"ReactionType":"like"},{"ReactionType":"heart"}],"MessageType":"message",
          "ChannelIdentity":{"ChannelId":"19:beete@thread.tacv2","TeamId":"t1"},"ChatId":null,"EventDetail":null},
         {"Id":"1714550500000","Body":{"ContentType":"text","Content":"a < b \u0000\u001b[2J"},"CreatedDateTime":"?","ReplyToId":"1714550400000",
          "From":{"Application":{"Id":"b1","DisplayName":"Wetter"},"Device":null,"User":null},"MessageType":"message","ChannelIdentity":{"ChannelId":"19:beete@thread.tacv2","TeamId":"t1"}},
         {"Id":},
         {"Id":"1714550600000","Body":{"ContentType":"html","Content":"<systemEventMessage/>"},"CreatedDateTime":"2024-05-01T08:10:00Z","DeletedDateTime":null,"From":null,
          "MessageType":"systemEventMessage","ChannelIdentity":{"ChannelId":"19:beete@thread.tacv2","TeamId":"t1"},"EventDetail":{"EventType":null,"Initiator":{},"CallEnded":null,"MembersAdded":{"x":1}}},
         {"Id":"1714550700000","Body":{"ContentType":"html","Content":""},"CreatedDateTime":"2024-05-01T08:11:00Z","DeletedDateTime":"2024-05-01T08:12:00Z","From":{"User":{"Id":"u1","DisplayName":"Mira Sand"}},
          "MessageType":"message","ChannelIdentity":null,"ChatId":"19:chat"}]
        """#

    private let tree = MemoryTree(texts: [
        ("teams/teamsList.json", #"[{"Id":"t1","DisplayName":"Hof"}]"#),
        ("teams/t1/channels_t1.json", #"[{"Id":"19:beete@thread.tacv2","DisplayName":"Die Beete"}]"#),
        ("teams/t1/messages_t1.json", Self.messages), ("users/u1/messages_u1.json", Self.messages),
        ("users/usersList.json", "[]"),
    ])

    @Test func `messages of a folder find their channels, threads and authors`() throws {
        let reading = try Reading(tree, TeamsTreeReader.self)
        let messages = reading.messages
        #expect(messages.count == 8)
        #expect(
            messages[0].channel
                == ExportedChannel(platform: "teams", key: "19:beete@thread.tacv2", name: "Hof / Die Beete"))
        #expect(messages[0].text == "Beete\n\nHallo @Jonas Feld 🙂")
        #expect(messages[0].markup?.contains("<at id") == true)
        #expect(messages[0].editedAt == 1_714_550_460_000)
        #expect(messages[0].time.milliseconds == 1_714_550_400_500)
        #expect(messages[0].likes == 2)
        #expect(messages[0].attachments == ["plan.pdf"])
        #expect(messages[0].account == ExportedAccount(id: "u1", name: "Mira Sand"))
        #expect(messages[0].permalink == "https://teams.microsoft.com/l/message/1")
        #expect(messages[1].parent == "1714550400000")
        #expect(messages[1].thread?.id == "1714550400000")
        #expect(messages[1].account?.isBot == true)
        #expect(messages[1].text == "a < b \u{2400}\u{1B}[2J")
        #expect(messages[2].kind == .system)
        #expect(messages[2].text == "MembersAdded")
        #expect(messages[3].status == .deleted)
        #expect(messages[3].isPrivate)
        #expect(
            reading.skipped.map(\.place) == [
                "teams/t1/messages_t1.json: messages[2]", "users/u1/messages_u1.json: messages[2]",
            ])
        #expect(reading.repaired.count == 2)
    }

    @Test func `one file alone gives the same messages without names of channels`() throws {
        let reading = try Reading(Self.messages, TeamsReader.self)
        let inTree = try Reading(tree, TeamsTreeReader.self).messages.prefix(4)
        #expect(reading.messages.map(\.id) == inTree.map(\.id))
        #expect(reading.messages.map(\.channel.key) == inTree.map(\.channel.key))
        #expect(reading.skipped.map(\.place) == ["messages[2]"])
    }

    @Test func `single bytes give the same, a cut file an error`() throws {
        let bytes = Array(Self.messages.utf8)
        #expect(try exportEvents(bytes, TeamsReader.self, chunkSize: 1) == exportEvents(bytes, TeamsReader.self))
        let error = #expect(throws: ExportError.self) { try exportEvents(Array(bytes.dropLast(30)), TeamsReader.self) }
        guard case .truncated = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        try expectNoCrash(bytes, TeamsReader.self, atMost: 5)
    }

    @Test func `the folder is known by its layout, the file by its keys`() throws {
        #expect(TeamsTreeReader.detect(tree) == .certain)
        #expect(TeamsTreeReader.detect(try tree.wrapped(in: "TeamsDataExport")) == .certain)
        #expect(TeamsTreeReader.detect(MemoryTree(texts: [("a/messages_a.json", Self.messages)])) == .no)
        #expect(TeamsReader.detect(Array(Self.messages.utf8)[...]) == .certain)
        #expect(TeamsReader.detect(Array(#"[{"Id":"1","Text":"\"MessageType\""}]"#.utf8)[...]) == .no)
    }

    @Test(
        arguments: [
            ("<at id=\"1\">a</at>", "@a"), ("<at", "<at"), ("<attic>", "<attic>"), ("<emoji alt=\"a>b\">x", "a>bx"),
            ("<EMOJI id=\"1\" alt=\"y\"/>", "y"), ("<at <b>", "<at <b>"), ("<emoji>", ""), ("</attachment>", ""),
        ])
    func `own elements become words`(_ html: String, _ words: String) {
        #expect(TeamsText.withoutOwnElements(html) == words)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: chatSamples)))
    func `the sample gives the counts of its list`() throws {
        let tree = try #require(MemoryTree(folder: "\(chatSamples)/teams_export"))
        #expect(TeamsTreeReader.detect(tree) == .certain)
        let reading = try Reading(tree, TeamsTreeReader.self)
        #expect(reading.messages.map(\.kind) == [.message, .message, .system, .system, .system])
        #expect(Set(reading.messages.compactMap(\.account)).count == 1)
        #expect(reading.messages.count { $0.parent != nil } == 1)
        #expect(reading.messages[0].time.milliseconds == exportedTime("2025-08-05T13:24:27.88Z", in: nil)?.milliseconds)
        #expect(reading.messages[0].text.contains("write_multiple_items(file,"))
        #expect(reading.skipped.isEmpty && reading.repaired.isEmpty)
    }
}
