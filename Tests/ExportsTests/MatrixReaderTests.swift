import Testing

@testable import Exports

@Suite struct MatrixReaderTests {
    private let room = ExportedChannel(platform: "matrix", key: "!hafen:werft.example", name: "Hafenwerft")

    private func messages() throws -> [String: ExportedMessage] {
        let reading = try Reading(fixture: "matrix-edits-threads-redactions.json")
        #expect(reading.skipped.isEmpty)
        #expect(reading.repaired.isEmpty)
        return Dictionary(uniqueKeysWithValues: reading.messages.map { ($0.id ?? "", $0) })
    }

    @Test func `a message has its room, sender, time, words and link`() throws {
        let message = try #require(try messages()["$m1"])
        #expect(message.channel == room)
        let ada = "@ada:werft.example"
        #expect(message.account == ExportedAccount(id: ada, handle: ada, name: "Ada Lotsin"))
        #expect(message.time.milliseconds == 1_717_243_202_000)
        #expect(message.time.zoneIsKnown)
        #expect(message.text == "Wer hat **Lack**?")
        #expect(message.markup == "Wer hat <b>Lack</b>?")
        #expect(message.permalink == "https://matrix.to/#/!hafen:werft.example/$m1")
        #expect(message.editedAt == nil)
        #expect(message.thread == nil)
    }

    @Test func `an edit by the same sender gives the new words, one by another sender nothing`() throws {
        let messages = try messages()
        let edited = try #require(messages["$m2"])
        #expect(edited.text == "Ich habe roten")
        #expect(edited.markup == nil)
        #expect(edited.editedAt == 1_717_243_204_000)
        #expect(edited.parent == "$m1")
        #expect(messages["$m1"]?.text == "Wer hat **Lack**?")
        #expect(messages["$e1"] == nil && messages["$e2"] == nil)
    }

    @Test func `reactions are counted and those that were taken back are not`() throws {
        #expect(try messages()["$m2"]?.likes == 1)
        #expect(try messages()["$r1"] == nil)
    }

    @Test func `a thread is its root, and the fallback for old clients is no answer`() throws {
        let messages = try messages()
        #expect(messages["$t1"]?.thread == ExportedThread(id: "$m1"))
        #expect(messages["$t1"]?.parent == "$m1")
        #expect(messages["$t2"]?.parent == "$t1")
    }

    @Test func `redactions delete`() throws {
        let messages = try messages()
        #expect(messages["$del"]?.status == .deleted)
        #expect(messages["$del2"]?.status == .deleted)
        #expect(messages["$m1"]?.status == nil)
    }

    @Test func `files are names, and a caption is the text`() throws {
        let messages = try messages()
        #expect(messages["$img"]?.attachments == ["boot.jpg"])
        #expect(messages["$img"]?.text == "Das Boot")
        #expect(messages["$file"]?.attachments == ["plan.pdf"])
        #expect(messages["$file"]?.text == "")
    }

    @Test(
        arguments: [
            ("$create", "room create", ExportedMessage.Kind.system), ("$name", "room name: Hafenwerft", .system),
            ("$join1", "Ada Lotsin: join", .system), ("$ren", "Bo is now Bo Segler", .system),
            ("$em", "streicht", .action), ("$enc", "[not decrypted]", .message),
        ])
    func `events have kinds`(_ id: String, _ text: String, _ kind: ExportedMessage.Kind) throws {
        let message = try #require(try messages()[id])
        #expect(message.text == text)
        #expect(message.kind == kind)
    }

    @Test(
        arguments: [
            ("> <@a:b> x\n> y\n\nneu", "neu"), ("> * <@a:b> x\n\nneu", "neu"), ("> <@a:b> nur", ""),
            ("> eigenes Zitat\n\nx", "> eigenes Zitat\n\nx"), ("x", "x"), ("", ""),
        ])
    func `the quotation before an answer goes`(_ body: String, _ text: String) {
        #expect(MatrixText.withoutFallback(body) == text)
    }

    @Test func `damage costs its record only, and changes may come before what they change`() throws {
        let reading = try Reading(fixture: "matrix-damaged-hostile-unordered.json")
        #expect(reading.skipped.map(\.place) == ["messages[1]", "messages[2]", "messages[3]"])
        #expect(reading.messages.map(\.id) == ["$g1", "$g2", nil, "$orig", "$poll"])
        #expect(reading.messages[0].text == "besser \u{1B}[31m \u{202E} x \u{2400}")
        #expect(reading.messages[0].likes == 3)
        #expect(reading.messages[0].editedAt == 1_717_243_200_050)
        #expect(reading.messages[0].thread == ExportedThread(id: "$g1"))
        #expect(reading.messages[1].time == ExportedTime(milliseconds: nil, written: "bald", zoneIsKnown: false))
        #expect(reading.messages[3].text == "spät neu")
        #expect(reading.messages[4].text == "[org.matrix.msc3381.poll.start]")
        #expect(reading.notes.contains { $0.hasPrefix("1 edits, reactions or redactions") })
    }

    @Test func `a change to a message that is too far away is counted`() throws {
        var events = (0..<6000).map {
            #"{"type":"m.room.message","event_id":"$\#($0)","sender":"@a:b","origin_server_ts":1717243200000,"#
                + #""content":{"msgtype":"m.text","body":"x"}}"#
        }
        events += ["0", "5999"].map {
            #"{"type":"m.reaction","sender":"@a:b","content":{"m.relates_to":{"event_id":"$\#($0)"}}}"#
        }
        let text = #"{"room_name":"r","room_creator":"c","exported_by":"x","messages":["#
        let reading = try Reading(text + events.joined(separator: ",") + "]}", MatrixReader.self)
        #expect(reading.messages.count == 6000)
        #expect(reading.messages.map(\.id) == (0..<6000).map { "$\($0)" })
        #expect(reading.messages[5999].likes == 1)
        #expect(reading.messages[0].likes == nil)
        #expect(reading.notes.count == 2)
    }

    @Test func `texts beyond what may be held go early, in order`() throws {
        let long = String(repeating: "x", count: 1 << 20)
        let events = (0..<40).map {
            #"{"type":"m.room.message","event_id":"$\#($0)","sender":"@a:b","origin_server_ts":1717243200000,"#
                + #""content":{"msgtype":"m.text","body":"\#(long)"}}"#
        }
        let reaction = #"{"type":"m.reaction","sender":"@a:b","content":{"m.relates_to":{"event_id":"$0"}}}"#
        let text = #"{"room_name":"r","room_creator":"c","exported_by":"x","messages":["#
        let reading = try Reading(text + (events + [reaction]).joined(separator: ",") + "]}", MatrixReader.self)
        #expect(reading.messages.map(\.id) == (0..<40).map { "$\($0)" })
        #expect(reading.messages[0].likes == nil)
        #expect(reading.notes.count == 2)
    }

    @Test func `a file without messages is malformed`() {
        #expect(throws: ExportError.malformed(place: "the end", reason: "there is no 'messages'")) {
            try Reading(#"{"room_name":"x","room_creator":"y","exported_by":"z"}"#, MatrixReader.self)
        }
    }
}
