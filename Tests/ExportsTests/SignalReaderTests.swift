import Testing

@testable import Exports

@Suite struct SignalReaderTests {
    @Test func `chats and people have ids that other exports share, and no keys or numbers`() throws {
        let reading = try Reading(fixture: "signal-quote-group-revisions.jsonl")
        let messages = reading.messages
        #expect(
            messages[0].channel
                == ExportedChannel(platform: "signal", key: "Qm9BY2k=", name: "Bosun", grouping: .byTime))
        #expect(messages[2].channel.name == "Regatta")
        #expect(messages[2].channel.key == SignalDigest.id("group", "TUFTVEVS"))
        #expect(messages[2].channel.grouping == .byReply)
        #expect(messages[0].account == ExportedAccount(id: "Qm9BY2k=", name: "Bosun"))
        #expect(messages[2].account?.id == SignalDigest.id("phone", "4915100000002"))
        let all = "\(reading)"
        for secret in ["R0VIRUlN", "UFJPRklM", "TUFTVEVS", "TE9DQUw", "UEFDSw", "49151"] {
            #expect(!all.contains(secret), "\(secret)")
        }
        #expect(reading.skipped.isEmpty)
        #expect(reading.exportedAt == 1_717_250_000_000)
    }

    @Test func `a quotation is a reply, reactions are likes, a repeated record counts once`() throws {
        let reading = try Reading(fixture: "signal-quote-group-revisions.jsonl")
        let (first, second) = (reading.messages[0], reading.messages[1])
        #expect(first.id == "1717243200000 Qm9BY2k=")
        #expect(second.parent == first.id)
        #expect(second.likes == 2)
        #expect(second.account == ExportedAccount(id: "self", name: "Ada Lotsin", isOwner: true))
        #expect(reading.messages.count == 9)
        #expect(reading.notes.last == "1 records repeat the one before them.")
        #expect(reading.owners.map(\.id) == ["self", "self"])
        #expect(reading.messages.allSatisfy { $0.isPrivate })
    }

    @Test func `kinds of records`() throws {
        let messages = try Reading(fixture: "signal-quote-group-revisions.jsonl").messages
        #expect(messages[2].attachments == ["image/jpeg", "plan.pdf"])
        #expect(messages[3].status == .deleted)
        #expect(messages[4].kind == .system)
        #expect(messages[4].text == "group change")
        #expect(messages[6].text == "🚤")
        #expect(messages[7].channel.name == "Note to Self")
        #expect(messages[8].channel.key == "chat 99")
        #expect(messages[8].account == ExportedAccount(id: "recipient 77", name: ""))
    }

    @Test func `an edited message is known by its first sending`() throws {
        let messages = try Reading(fixture: "signal-quote-group-revisions.jsonl").messages
        let edited = try #require(messages.first { $0.text == "verbessert" })
        #expect(edited.id == "1717243204000 Qm9BY2k=")
        #expect(edited.time.milliseconds == 1_717_243_204_000)
        #expect(edited.editedAt == 1_717_243_209_000)
    }

    @Test func `raw line ends are joined, and damage costs its record only`() throws {
        let reading = try Reading(fixture: "signal-raw-line-ends-damaged.jsonl")
        #expect(
            reading.messages.map(\.text) == [
                "gut", "eins\n\n{zwei}\n{\"chatItem\":1}", "danach \u{1B}[31m \u{202E} \u{2400}", "ohne Autor",
            ])
        #expect(reading.skipped.map(\.place) == ["line 7", "line 8", "line 10", "line 11", "line 12"])
        #expect(reading.messages[1].place.description == "line 3")
        #expect(reading.repaired.first?.reason == "raw control bytes in a string")
        #expect(reading.messages[3].id == nil)
    }

    @Test func `a file that ends inside a record is cut`() throws {
        #expect(throws: ExportError.truncated(place: "line 2")) {
            try Reading("{\"version\":1,\"backupTimeMs\":\"1\"}\n{\"chatItem\":{\"chatId\":\"1", SignalReader.self)
        }
    }

    @Test func `an open string does not hold more than its limit`() throws {
        let lines = String(repeating: "x\n", count: 3000)
        let text = "{\"chatItem\":{\"a\":\"" + lines + #"{"chatItem":{"dateSent":"1","updateMessage":{}}}"#
        let reading = try Reading(text, SignalReader.self)
        #expect(reading.messages.count == 1)
        #expect(reading.messages.first?.text == "chat update")
        #expect(reading.skipped.first?.place == "line 1")
    }

    @Test(
        arguments: [
            (#""giftBadge":{"state":"OPENED"}"#, "[gift badge]"), (#""viewOnceMessage":{}"#, "[view once]"),
            (#""contactMessage":{"contact":{}}"#, "[contact]"), (#""updateMessage":{}"#, "chat update"),
            (#""directStoryReplyMessage":{"textReply":{"text":{"body":"schön"}}}"#, "schön"),
        ])
    func `other kinds of content`(_ content: String, _ text: String) throws {
        let record = #"{"chatItem":{"authorId":"1","dateSent":"1717243200000","outgoing":{},\#(content)}}"#
        #expect(try Reading(record, SignalReader.self).messages.map(\.text) == [text])
    }

    @Test(arguments: [("groupChange", "group change"), ("MembersAdded", "members added"), ("", ""), ("x", "x")])
    func `names become words`(_ name: String, _ words: String) { #expect(wordsOfCamelCase(name) == words) }

    @Test(arguments: [#"{"chatItem":"x"}"#, #"{"recipient":1}"#, #"{"version":1}"#, #"{"chat":{"text":"chatItem"}}"#])
    func `lines that only look alike stay generic`(_ line: String) throws {
        #expect(SignalReader.detect(Array(line.utf8)[...]) == .no)
    }
}
