import Testing

@testable import Exports

@Suite struct ZendeskReaderTests {
    @Test func `internal notes are private, agents are ours, and the ticket is one conversation`() throws {
        let reading = try Reading(fixture: "zendesk-comments-users-notes.json")
        #expect(reading.messages.map(\.id) == ["1", "2", "3"])
        #expect(reading.messages.map(\.isPrivate) == [false, true, false])
        #expect(reading.messages.map(\.parent) == [nil, "1", "1"])
        #expect(reading.messages.map(\.thread?.id) == ["123", "123", "123"])
        #expect(reading.messages.allSatisfy { $0.channel.key == "garten.zendesk.com" })
        #expect(reading.messages[0].account == ExportedAccount(id: "11", name: "Mara H."))
        #expect(reading.messages[0].markup == "<p>Hilfe, bitte!</p>")
        #expect(reading.messages[0].attachments == ["bild.png"])
        #expect(reading.owners == [ExportedAccount(id: "12", name: "Ada", isOwner: true)])
        #expect(reading.notes.contains("1 internal notes are marked private: no customer has seen them."))
        #expect(!reading.messages.contains { "\($0)".contains("geheim") || "\($0)".contains("127.0.0.1") })
        #expect(!reading.messages.contains { "\($0)".contains("@example.com") })
    }

    @Test func `a description is there only where there are no comments`() throws {
        let reading = try Reading(fixture: "zendesk-tickets-lines.ndjson")
        #expect(reading.messages.map(\.id) == ["71", "72", "ticket/9"])
        #expect(reading.messages.map(\.parent) == [nil, "71", nil])
        #expect(reading.messages[1].text == "Gießen")
        #expect(reading.messages[1].account == ExportedAccount(id: "22", name: "Ada", isOwner: true))
        #expect(reading.messages[2].account == ExportedAccount(id: "23", name: "Ilse"))
        #expect(reading.messages[2].text == "Sie \u{1B}[7mwächst\u{2400}")
        #expect(
            reading.messages[0].thread
                == ExportedThread(id: "7", title: "Rasen", link: "https://garten.zendesk.com/agent/tickets/7"))
        #expect(reading.skipped.map(\.place) == ["tickets[1]"])
        #expect(reading.repaired.map(\.reason) == ["U+0000 became U+2400, time unknown"])
        #expect(reading.notes.last?.hasPrefix("1 tickets have their description only") == true)
    }

    @Test(arguments: [true, false])
    func `a ticket and its comments in one answer do not double the description`(_ ticketFirst: Bool) throws {
        let ticket =
            #""ticket":{"id":5,"subject":"S","description":"eins","requester_id":1,"created_at":"2024-01-01T00:00:00Z"}"#
        let comments =
            #""comments":[{"id":9,"author_id":1,"audit_id":2,"body":"eins","public":true,"created_at":"2024-01-01T00:00:00Z"}]"#
        let json = "{" + (ticketFirst ? [ticket, comments] : [comments, ticket]).joined(separator: ",") + "}"
        let reading = try Reading(json, ZendeskReader.self)
        #expect(reading.messages.map(\.id) == ["9"])
        #expect(reading.messages[0].thread == ExportedThread(id: "5", title: "S"))
    }

    @Test(arguments: [("ticket-123-comments", "123"), ("Ticket #9", "9"), ("tickets", nil), ("x", nil)])
    func `the file's name tells the ticket`(_ stem: String, _ ticket: String?) {
        #expect(zendeskTicket(inName: stem) == ticket)
    }
}

@Suite struct IntercomReaderTests {
    @Test func `notes are private, events are system messages, and all answer the first`() throws {
        let reading = try Reading(fixture: "intercom-notes-assignment.json")
        let messages = reading.messages
        #expect(messages.map(\.id) == ["conversation/42", "1", "2", "3", "4"])
        #expect(messages.map(\.kind) == [.message, .system, .message, .message, .system])
        #expect(messages.map(\.isPrivate) == [false, false, true, false, false])
        #expect(
            messages.map(\.text)
                == ["Ich komme nicht rein", "assignment to Ada", "Stammkundin", "Neues Passwort?", "close"])
        #expect(messages.map(\.parent) == [nil] + Array(repeating: "conversation/42", count: 4))
        #expect(messages.allSatisfy { $0.thread == ExportedThread(id: "42", title: "Anmeldung") })
        #expect(messages[0].account == ExportedAccount(id: "c1", name: "Cara"))
        #expect(messages[1].account?.isBot == true)
        #expect(messages[0].rating == 5)
        #expect(messages[3].editedAt == 1_700_000_200_000)
        #expect(messages[3].attachments == ["hilfe.pdf"])
        #expect(reading.owners.map(\.id) == ["a1"])
        #expect(
            reading.notes.suffix(2) == [
                "1 internal notes are marked private: no customer has seen them.",
                "2 parts are counted and not in the file.",
            ])
        #expect(!messages.contains { "\($0)".contains("geheim") || "\($0)".contains("@example.com") })
    }

    @Test func `lists are read, ids may be missing, and addresses are not kept`() throws {
        let reading = try Reading(fixture: "intercom-list-without-ids.json")
        #expect(reading.messages.map(\.id) == ["conversation/50", nil, "5"])
        #expect(reading.messages[0].account?.id?.hasPrefix("mail:") == true)
        #expect(reading.messages[0].account?.name == "")
        #expect(reading.messages[0].thread?.title == "Frage")
        #expect(reading.messages[2].parent == nil)
        #expect(reading.messages[2].text == "\u{1B}[1mfett\u{2400}")
        #expect(
            reading.skipped.map(\.place) == [
                "conversations[0].conversation_parts[1]", "conversations[1]", "conversations[2]",
            ])
        #expect(reading.repaired.map(\.reason) == ["time unknown", "U+0000 became U+2400"])
    }

    @Test(arguments: ["[", ""])
    func `arrays and lines are read`(_ opening: String) throws {
        let one =
            #"{"id":"1","created_at":1,"source":{"body":"a","author":{"id":"c"}},"conversation_parts":{"conversation_parts":[]}}"#
        let json = opening.isEmpty ? one + "\n" + one : "[\(one),\(one)]"
        #expect(try ExportFormats.detect(ByteSource(bytes: Array(json.utf8))).format == "intercom")
        #expect(try Reading(json, IntercomReader.self).messages.count == 2)
    }
}
