import Foundation
import Testing

@testable import Exports

@Suite struct GoogleChatReaderTests {
    static let messages = #"""
        {"messages":[
          {"creator":{"name":"Mira","email":"Mira@example.org","user_type":"Human"},"created_date":"Wednesday, May 1, 2024 at 8:00:00\u202fAM UTC",
           "text":"Wer gie\u00dft\u003f","topic_id":"T1","message_id":"AAAA/T1/T1","updated_date":"Wednesday, May 1, 2024 at 8:05:00 AM UTC",
           "reactions":[{"emoji":{"unicode":"x"},"reactor_emails":["a@e.org","b@e.org"]}],"attached_files":[{"original_name":"plan.pdf","export_name":"File-plan.pdf"}]},
          {"creator":{"name":"Wetter","user_type":"Bot"},"created_date":"Mittwoch, 1. Mai 2024 um 12:30:01 UTC","text":"Regen \u0000\u001b[2J","topic_id":"T1","message_id":"AAAA/T1/M2"},
          {"creator":},
          {"created_date":"1 mai 2024 \u00e0 12:00:00","topic_id":"T2","message_id":"AAAA/T2/T2","message_state":"DELETED"},
          {"creator":{"name":"Jonas","email":"j@example.org"},"created_date":"Wednesday, May 1, 2024 at 12:00:00 PM UTC","text":"ich","topic_id":"T3",
           "message_id":"AAAA/T3/T3","quoted_message_metadata":{"message_id":"AAAA/T1/T1"}}
        ]}
        """#

    private let tree = MemoryTree(texts: [
        ("Takeout/Google Chat/Groups/Space AAAA/messages.json", Self.messages),
        ("Takeout/Google Chat/Groups/Space AAAA/group_info.json", #"{"name":"Hof","members":[]}"#),
        (
            "Takeout/Google Chat/Groups/DM BBBB/messages.json",
            #"{"messages":[{"creator":{"name":"Jonas"},"text":"psst","created_date":"","topic_id":"D1","message_id":"BBBB/D1/D1"}]}"#
        ),
        ("Takeout/Google Chat/Groups/DM BBBB/group_info.json", #"{"members":[{"name":"Mira"},{"name":"Jonas"}]}"#),
        ("Takeout/Google Chat/Users/User 1/user_info.json", #"{"user":{"name":"Mira","email":"mira@example.org"}}"#),
    ])

    @Test func `spaces, topics and authors are taken over`() throws {
        let reading = try Reading(tree, GoogleChatTreeReader.self)
        let messages = reading.messages
        #expect(messages.map(\.id) == ["AAAA/T1/T1", "AAAA/T1/M2", "AAAA/T2/T2", "AAAA/T3/T3", "BBBB/D1/D1"])
        #expect(messages.map(\.channel.key) == ["AAAA", "AAAA", "AAAA", "AAAA", "BBBB"])
        #expect(messages[0].channel.name == "Hof")
        #expect(messages[0].text == "Wer gießt?")
        #expect(messages[0].editedAt == 1_714_550_700_000)
        #expect(messages[0].likes == 2)
        #expect(messages[0].attachments == ["plan.pdf"])
        #expect(messages[0].account?.id?.hasPrefix("mail:") == true)
        #expect(messages[1].parent == "AAAA/T1/T1")
        #expect(messages[1].account == ExportedAccount(id: nil, name: "Wetter", isBot: true))
        #expect(messages[1].time.milliseconds == 1_714_566_601_000)
        #expect(messages[2].status == .deleted)
        #expect(messages[2].time.milliseconds == nil)
        #expect(messages[3].parent == "AAAA/T1/T1")
        #expect(messages[4].isPrivate)
        #expect(messages[4].channel.name == "Mira, Jonas")
        #expect(reading.owners.map(\.id) == [messages[0].account?.id, messages[0].account?.id])
        #expect(reading.skipped.map(\.place) == ["Takeout/Google Chat/Groups/Space AAAA/messages.json: messages[2]"])
        #expect(!"\(try treeEvents(tree, GoogleChatTreeReader.self))".contains("@example.org"))
    }

    @Test func `one file alone gives the same ids and channel`() throws {
        let reading = try Reading(Self.messages, GoogleChatReader.self)
        #expect(reading.messages.map(\.channel.key) == ["AAAA", "AAAA", "AAAA", "AAAA"])
        #expect(reading.messages[1].parent == "AAAA/T1/T1")
    }

    @Test func `single bytes give the same, a cut file an error`() throws {
        let bytes = Array(Self.messages.utf8)
        #expect(
            try exportEvents(bytes, GoogleChatReader.self, chunkSize: 1) == exportEvents(bytes, GoogleChatReader.self))
        #expect(throws: ExportError.self) { try exportEvents(Array(bytes.dropLast(4)), GoogleChatReader.self) }
        try expectNoCrash(bytes, GoogleChatReader.self, atMost: 5)
    }

    @Test(
        arguments: [
            ("Monday, February 10, 2025 at 3:45:22\u{202F}PM UTC", 1_739_202_322_000),
            ("Monday, February 10, 2025 at 12:00:00 AM UTC", 1_739_145_600_000),
            ("Monday, February 10, 2025 at 12:00:00 PM UTC", 1_739_188_800_000),
            ("Montag, 10. Februar 2025 um 15:45:22 UTC", 1_739_202_322_000),
            ("Monday, February 30, 2025 at 3:45:22 PM UTC", nil), ("Monday, February 10, 2025 at 3:45:22 PM", nil),
            ("Monday, February 10, 2025 at 13:45:22 PM UTC", nil), ("", nil), ("10:61 UTC 1 May 2024", nil),
            ("lundi 10 février 2025 à 15:45:22 UTC", nil),
        ] as [(String, Int64?)])
    func `times in words are read or unknown`(_ written: String, _ milliseconds: Int64?) {
        #expect(googleChatTime(written)?.milliseconds == milliseconds)
    }

    @Test func `takeouts are known by their folders, files by their keys`() throws {
        #expect(GoogleChatTreeReader.detect(tree) == .certain)
        #expect(GoogleChatTreeReader.detect(try tree.wrapped(in: "x")) == .certain)
        #expect(GoogleChatReader.detect(Array(Self.messages.utf8)[...]) == .certain)
        #expect(
            GoogleChatReader.detect(Array(#"{"messages":[{"text":"\"topic_id\" \"user_type\""}]}"#.utf8)[...]) == .no)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: chatSamples)))
    func `the sample gives the counts of its list`() throws {
        let source = try ByteSource(path: "\(chatSamples)/google_chat_takeout/gmm_dev/messages.json")
        #expect(try ExportFormats.detect(source).format == "googlechat")
        let reading = try Reading(source)
        #expect(reading.messages.map(\.time.milliseconds) == [1_739_202_322_000, 1_739_202_360_000])
        #expect(Set(reading.messages.compactMap(\.account)).count == 2)
        #expect(reading.skipped.isEmpty && reading.repaired.isEmpty)
    }
}
