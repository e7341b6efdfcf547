import Foundation
import Testing

@testable import Exports

@Suite struct SlackReaderTests {
    private static let files = [
        (
            "users.json",
            #"""
            [{"id":"U1","name":"mira","profile":{"display_name":"Mira","real_name":"Mira Sand","email":"m@example.org"}},
             {"id":"U2","name":"jonas","real_name":"Jonas Feld","is_admin":true,"profile":{"display_name":""}},
             {"name":"nobody"},
             {"id":"U3","name":"helfer","is_bot":true}]
            """#
        ),
        ("channels.json", #"[{"id":"C1","name":"garten"},{"id":"C2","name":"beete"}]"#),
        ("groups.json", #"[{"id":"G1","name":"vorstand"}]"#),
        ("dms.json", #"[{"id":"D1","members":["U1","U2"]}]"#),
        (
            "garten/2024-05-01.json",
            #"""
            [{"type":"message","user":"U1","text":"Wer gie\u00dft? <@U2> <#C2> <!here> a &lt; b &amp;&amp; c",
              "ts":"1714550400.000100","thread_ts":"1714550400.000100","reply_count":1,
              "reactions":[{"name":"leaf","users":["U2"],"count":3},{"name":"sun","users":["U2"],"count":1}]},
             {"type":"message","subtype":"channel_join","user":"U2","text":"<@U2> has joined","ts":"1714550401.000100"},
             {"type":"message","subtype":"bot_message","bot_id":"B1","username":"Wetter","text":"",
              "attachments":[{"pretext":"Morgen","text":"Regen <https://example.org/w|Karte>"}],
              "ts":"1714550402.000100"},
             {"type":"message","user":"U9","user_profile":{"display_name":"Gast","real_name":"Gast Meier"},"text":null,
              "files":[{"name":"beet.jpg","url_private":"https://files.example.org/beet.jpg?t=xoxe-12"}],
              "ts":"1714550403.000100"}]
            """#
        ),
        (
            "garten/2024-05-02.json",
            #"""
            [{"type":"message","user":"U2","text":"Ich! <https://files.example.org/a?t=xoxe-99-ab&x=1|Plan>",
              "ts":"1714636800.000200","thread_ts":"1714550400.000100",
              "edited":{"user":"U2","ts":"1714636860.000000"}},
             {"type":"message","subtype":"me_message","user":"U1","text":"freut sich","ts":"1714636801.000200"},
             {"type":"message","subtype":"tombstone","user":"USLACKBOT","text":"This message was deleted.",
              "ts":"1714636802.000200"}]
            """#
        ),
        ("vorstand/2024-05-01.json", #"[{"user":"U1","text":"vertraulich","ts":"1714550400.000100"}]"#),
        ("D1/2024-05-01.json", #"[{"user":"U2","text":"hallo","ts":"1714550500.000100"}]"#),
        ("integration_logs.json", "[]"),
    ]

    private let tree = MemoryTree(texts: Self.files)

    @Test func `channels, threads, authors and kinds are taken over`() throws {
        let reading = try Reading(tree, SlackReader.self)
        let messages = reading.messages
        #expect(messages.count == 9)
        #expect(messages.map(\.channel.key) == Array(repeating: "C1", count: 7) + ["G1", "D1"])
        #expect(messages.map(\.kind).prefix(6) == [.message, .system, .message, .message, .message, .action])
        #expect(messages.suffix(3).allSatisfy { $0.kind == .message })
        #expect(messages[0].account == ExportedAccount(id: "U1", handle: "mira", name: "Mira"))
        #expect(messages[0].text == "Wer gießt? @Jonas Feld #beete @here a < b && c")
        #expect(messages[0].markup == "Wer gießt? <@U2> <#C2> <!here> a &lt; b &amp;&amp; c")
        #expect(messages[0].id == "1714550400.000100")
        #expect(messages[0].parent == nil)
        #expect(messages[0].likes == 4)
        #expect(messages[0].time.milliseconds == 1_714_550_400_000)
        #expect(messages[4].parent == messages[0].id)
        #expect(messages[4].thread == messages[0].thread)
        #expect(messages[4].editedAt == 1_714_636_860_000)
        #expect(messages[4].account?.isOwner == true)
        #expect(messages[6].status == .deleted)
        #expect(messages.map(\.isPrivate) == Array(repeating: false, count: 7) + [true, true])
        #expect(messages[8].channel.name == "Mira, Jonas Feld")
        #expect(messages[8].channel.grouping == .byTime)
        #expect(reading.skipped.map(\.place) == ["users.json: users[2]"])
        #expect(reading.repaired.isEmpty)
    }

    @Test func `bots, guests and files without words keep their authors`() throws {
        let messages = try Reading(tree, SlackReader.self).messages
        #expect(messages[2].account == ExportedAccount(id: "B1", name: "Wetter", isBot: true))
        #expect(messages[2].text == "Morgen\nRegen Karte (https://example.org/w)")
        #expect(messages[3].account == ExportedAccount(id: "U9", name: "Gast"))
        #expect(messages[3].attachments == ["beet.jpg"])
        #expect(messages[3].text.isEmpty)
    }

    @Test func `tokens in addresses are kept nowhere`() throws {
        let events = try treeEvents(tree, SlackReader.self)
        #expect(!"\(events)".contains("xoxe"))
        let reading = try Reading(tree, SlackReader.self)
        #expect(reading.messages[4].text == "Ich! Plan (https://files.example.org/a)")
    }

    @Test(
        arguments: [
            ("<@U1|mira>", "@mira"), ("<@U404>", "@U404"), ("<#C9|alt>", "#alt"), ("<!subteam^S1|@team>", "@team"),
            ("<!date^1^{date}|gestern>", "gestern"), ("<mailto:a@example.org|a@example.org>", "a@example.org"),
            ("<https://a.example>", "https://a.example"), ("<https://a.example|a.example>", "https://a.example"),
            ("<http://evil.example|https://bank.example>", "https://bank.example (http://evil.example)"),
            ("1 < 2 <b", "1 < 2 <b"), ("&amp;lt; &nbsp;", "&lt; &nbsp;"), ("<>", ""), ("<|x>", "x ()"), ("<@>", "@"),
        ])
    func `references become words`(_ markup: String, _ plain: String) {
        #expect(SlackText(people: SlackPeople(), channels: SlackChannels()).plain(markup) == plain)
    }

    @Test func `blocks give the words where the text has none`() throws {
        let day = #"""
            [{"user":"U1","ts":"1.0","text":"","blocks":[{"type":"rich_text","elements":[
              {"type":"rich_text_section","elements":[{"type":"text","text":"a<b "},{"type":"user","user_id":"U1"},
                {"type":"emoji","name":"sun"}]},
              {"type":"rich_text_list","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"c"},
                {"type":"link","url":"https://x.example","text":"d"}]}]}]},
              {"type":"section","text":{"type":"mrkdwn","text":"<#C1>"}}]}]
            """#
        let reading = try Reading(changed("garten/2024-05-01.json", day), SlackReader.self)
        #expect(reading.messages.first?.text == "a<b @Mira:sun:\ncd (https://x.example)\n#garten")
    }

    @Test func `a notice of a change gives the message as it is now, a deletion what is gone`() throws {
        let day = #"""
            [{"subtype":"message_changed","ts":"9.0","message":{"user":"U1","text":"neu","ts":"1.0"}},
             {"subtype":"message_deleted","ts":"9.1","deleted_ts":"2.0","previous_message":{"user":"U1","text":"weg"}}]
            """#
        let messages = try Reading(changed("garten/2024-05-01.json", day), SlackReader.self).messages.prefix(2)
        #expect(messages.map(\.id) == ["1.0", "2.0"])
        #expect(messages.map(\.text) == ["neu", "weg"])
        #expect(messages.map(\.status) == [nil, .deleted])
    }

    @Test(arguments: ["NaN", "", "-1.5", "1e400", "99999999999999999999.0"])
    func `a stamp that is none costs the id and not the message`(_ stamp: String) throws {
        let day = #"[{"user":"U1","text":"x","ts":"\#(stamp)"}]"#
        let reading = try Reading(changed("garten/2024-05-01.json", day), SlackReader.self)
        #expect(reading.messages.first?.id == nil)
        #expect(reading.messages.first?.time.milliseconds == nil)
        #expect(reading.messages.first?.text == "x")
        #expect(reading.repaired.map(\.reason) == ["time unknown, no usable id"])
    }

    @Test func `a cut day and a damaged record cost nothing else`() throws {
        let day = #"""
            [{"user":"U1","text":"a","ts":"1.0"},{"user":},{"user":"U1","text":"b","ts":"2.0"},
            {"user":"U1","te
            """#
        let reading = try Reading(changed("garten/2024-05-01.json", day), SlackReader.self)
        #expect(reading.messages.prefix(2).map(\.text) == ["a", "b"])
        #expect(reading.messages.count == 7)
        #expect(
            reading.skipped.map(\.place).dropFirst() == [
                "garten/2024-05-01.json: messages[1]", "garten/2024-05-01.json: messages[3]",
            ])
    }

    @Test func `missing users and undeclared folders are told once`() throws {
        let files = [
            ("channels.json", "[]"), ("x/2024-05-01.json", #"[{"user":"U1","text":"a","ts":"1.0"}]"#),
            ("x/2024-05-02.json", #"[{"user":"U1","text":"b","ts":"2.0"}]"#),
        ]
        let reading = try Reading(MemoryTree(texts: files), SlackReader.self)
        #expect(reading.messages.map { $0.account?.name } == ["U1", "U1"])
        #expect(reading.messages.map(\.channel.key) == ["x", "x"])
        #expect(reading.repaired.count == 2)
    }

    @Test func `a folder around the export changes places and nothing else`() throws {
        let wrapped = try tree.wrapped(in: "Export Mai")
        #expect(SlackReader.detect(wrapped) == .certain)
        let (inner, outer) = (try Reading(tree, SlackReader.self), try Reading(wrapped, SlackReader.self))
        #expect(inner.messages.map(\.text) == outer.messages.map(\.text))
        #expect(inner.messages.map(\.channel) == outer.messages.map(\.channel))
        #expect(outer.messages.first?.place.entry == "Export Mai/garten/2024-05-01.json")
    }

    @Test(
        arguments: [
            ["channels.json"], ["2024-05-01.json", "users.json"], ["x/channels.json", "y/users.json"],
            ["channels.json", "a/b/2024-05-01.json"], ["channels.json", "a/24-05-01.json"], [],
        ])
    func `other folders are not Slack's`(_ names: [String]) {
        #expect(SlackReader.detect(MemoryTree(texts: names.map { ($0, "[]") })) == .no)
    }

    @Test func `hostile bytes end in messages or skipped records`() throws {
        let deep = String(repeating: "[", count: 100_000)
        let odd = #"[{"text":"\u0000\u001b[2J\u202e","ts":"1.0"}]"#
        for day in [deep, "[" + deep, "{", "\0", "[1,null,\"x\",[]]", odd] {
            let reading = try Reading(changed("garten/2024-05-01.json", day), SlackReader.self)
            #expect(reading.messages.count >= 5)
            #expect(reading.messages.count + reading.skipped.count >= 6)
        }
    }

    /// The sample is a zip: LOTSE_SLACK_SAMPLE names the folder that it was unpacked to.
    @Test(.enabled(if: slackSample != nil))
    func `the sample gives the counts of its list`() throws {
        let tree = try #require(slackSample.flatMap { MemoryTree(folder: $0) })
        let reading = try Reading(tree, SlackReader.self)
        #expect(reading.messages.count == 158)
        #expect(reading.messages.count { $0.channel.name == "enrique" } == 102)
        #expect(reading.messages.count { $0.kind == .system } == 11)
        #expect(reading.messages.compactMap(\.time.milliseconds).min() == 1_452_837_318_000)
        #expect(reading.messages.allSatisfy { !$0.text.isEmpty })
        #expect(reading.skipped.isEmpty && reading.repaired.isEmpty)
    }

    private func changed(_ path: String, _ text: String) -> MemoryTree {
        MemoryTree(texts: Self.files.map { ($0.0, $0.0 == path ? text : $0.1) })
    }
}

private let slackSample = ProcessInfo.processInfo.environment["LOTSE_SLACK_SAMPLE"]
