import Foundation
import Testing

@testable import Exports

@Suite struct ZulipReaderTests {
    private static let files = [
        (
            "realm.json",
            #"""
            {"zerver_realm":[{"id":1,"string_id":"hof","name":"Hof"}],
             "zerver_userprofile":[{"id":11,"full_name":"Mira","delivery_email":"m@e.org","is_bot":false,"role":200},
               {"id":12,"full_name":"Jonas","is_bot":false,"role":400},{"full_name":"ohne"}],
             "zerver_userprofile_crossrealm":[{"id":3,"full_name":"Notification Bot","is_bot":true}],
             "zerver_stream":[{"id":21,"name":"garten","invite_only":false},{"id":22,"name":"kasse","invite_only":true}],
             "zerver_recipient":[{"id":31,"type":2,"type_id":21},{"id":32,"type":2,"type_id":22},
               {"id":33,"type":1,"type_id":11},{"id":34,"type":1,"type_id":12},{"id":35,"type":3,"type_id":7}],
             "zerver_subscription":[{"id":1,"user_profile":12,"recipient":35},{"id":2,"user_profile":11,"recipient":35}],
             "zerver_attachment":[{"id":1,"path_id":"x"}]}
            """#
        ),
        (
            "messages-000001.json",
            #"""
            {"zerver_message":[
              {"id":103,"sender":12,"recipient":31,"subject":"\u2714 Beete","content":"fertig @_**Mira|11** #**garten>Beete**",
               "date_sent":1714550500.25,"edit_history":"[{\"prev_content\":\"fast\",\"timestamp\":1714550600},{\"prev_topic\":\"x\",\"timestamp\":1714550700}]"},
              {"id":104,"sender":12,"recipient":33,"subject":"","content":"an dich","date_sent":1714550501},
              {"id":105,"sender":11,"recipient":34,"subject":"","content":"und zur\u00fcck","date_sent":1714550502},
              {"id":},
              {"id":106,"sender":12,"recipient":35,"subject":"","content":"zu zweit","date_sent":1714550503}],
             "zerver_usermessage":[],"zerver_reaction":[{"id":1,"message":101,"emoji_name":"sun"}]}
            """#
        ),
        (
            "messages-000002.json",
            #"""
            {"zerver_reaction":[{"id":2,"message":101,"emoji_name":"leaf"}],"zerver_message":[
              {"id":101,"sender":11,"recipient":31,"subject":"beete","content":"/me gie\u00dft [Plan](/user_uploads/2/ab/plan.pdf)",
               "date_sent":1714550400},
              {"id":107,"sender":3,"recipient":32,"subject":"neu","content":"\u0000\u001b[2J","date_sent":"nie"},
              {"id":108,"sender":99,"recipient":98,"subject":"","content":"wohin?","date_sent":1714550504}]}
            """#
        ),
    ]

    private let tree = MemoryTree(texts: Self.files)

    @Test func `messages of all chunks find their channels, topics and authors`() throws {
        let reading = try Reading(tree, ZulipReader.self)
        let messages = reading.messages
        #expect(messages.map(\.id) == ["103", "104", "105", "106", "101", "107", "108"])
        #expect(
            messages.map(\.channel.key) == [
                "hof/21", "hof/dm-11,12", "hof/dm-11,12", "hof/dm-11,12", "hof/21", "hof/22", "hof/recipient-98",
            ])
        #expect(messages.map(\.isPrivate) == [false, true, true, true, false, true, true])
        #expect(messages[0].thread?.id == messages[4].thread?.id)
        #expect(messages[0].thread?.title == "\u{2714} Beete")
        #expect(messages[0].text == "fertig @Mira #garten>Beete")
        #expect(messages[0].markup?.contains("@_**Mira|11**") == true)
        #expect(messages[0].editedAt == 1_714_550_600_000)
        #expect(messages[0].time.milliseconds == 1_714_550_500_250)
        #expect(messages[1].channel.name == "Mira, Jonas")
        #expect(messages[4].likes == 2)
        #expect(messages[4].kind == .action)
        #expect(messages[4].attachments == ["plan.pdf"])
        #expect(messages[4].account == ExportedAccount(id: "11", name: "Mira", isOwner: true))
        #expect(messages[5].account?.isBot == true)
        #expect(messages[5].text == "\u{2400}\u{1B}[2J")
        #expect(
            reading.skipped.map(\.place) == [
                "realm.json: zerver_userprofile[2]", "messages-000001.json: zerver_message[3]",
            ])
        #expect(reading.repaired.count == 1)
    }

    @Test(
        arguments: [
            ("@**Mira**", "@Mira"), ("@**Mira", "@**Mira"), ("a@b **c**", "a@b **c**"), ("@****", "@****"),
            ("#**a** und @**b**!", "#a und @b!"), ("**@**", "**@**"), ("@**a\nb**", "@**a\nb**"),
        ])
    func `mentions become words`(_ source: String, _ plain: String) {
        #expect(ZulipText.plain(source) == plain)
    }

    @Test func `a cut chunk costs no other chunk`() throws {
        let cut = try tree.replacing("messages-000001.json") { Array($0.prefix(400)) }
        let reading = try Reading(cut, ZulipReader.self)
        #expect(reading.messages.map(\.id).suffix(3) == ["101", "107", "108"])
        #expect(reading.messages.count < 7)
        #expect(reading.skipped.count { $0.reason.hasPrefix("cut short") } == 1)
    }

    @Test func `a folder around the export changes nothing but places`() throws {
        let wrapped = try tree.wrapped(in: "zulip-export-abc")
        #expect(ZulipReader.detect(wrapped) == .certain)
        #expect(
            try Reading(wrapped, ZulipReader.self).messages.map(\.text)
                == Reading(tree, ZulipReader.self).messages.map(\.text))
        #expect(ZulipReader.detect(MemoryTree(texts: [("realm.json", "{}"), ("messages-1.json", "{}")])) == .no)
    }

    @Test func `hostile bytes end in messages or skipped records`() throws {
        let deep = String(repeating: "{\"a\":", count: 50_000)
        for text in [deep, "[", "{\"zerver_message\":" + deep, "{\"zerver_message\":{}}", "\0"] {
            for file in ["realm.json", "messages-000001.json"] {
                let broken = try tree.replacing(file) { _ in Array(text.utf8) }
                #expect(try Reading(broken, ZulipReader.self).messages.count >= 3)
            }
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: chatSamples)))
    func `the sample gives the counts of its list`() throws {
        let tree = try #require(MemoryTree(folder: "\(chatSamples)/zulip_export/weft"))
        let reading = try Reading(tree, ZulipReader.self)
        #expect(reading.messages.count == 8)
        #expect(reading.messages.count { $0.isPrivate } == 5)
        #expect(Set(reading.messages.compactMap(\.thread)).count == 3)
        #expect(reading.messages.compactMap(\.likes).reduce(0, +) == 2)
        #expect(reading.messages.count { $0.editedAt != nil } == 1)
        #expect(
            reading.messages.compactMap(\.time.milliseconds).min()
                == exportedTime("2019-04-01T06:26:40Z", in: nil)?.milliseconds)
        #expect(
            reading.messages.compactMap(\.time.milliseconds).max()
                == exportedTime("2019-04-08T05:06:40Z", in: nil)?.milliseconds)
        #expect(reading.skipped.isEmpty && reading.repaired.isEmpty)
    }
}
