import Testing

@testable import Exports

@Suite struct XReaderTests {
    private let pages = "x-pages-includes-edit-long.jsonl"
    private let flattened = "x-flattened-damaged-compliance.jsonl"

    @Test func `all fields of a post are taken over`() throws {
        let reading = try Reading(fixture: pages)
        let message = try #require(reading.messages.first)
        #expect(message.channel == ExportedChannel(platform: "x", key: "x", name: "X"))
        #expect(message.id == "1700000000000000001")
        #expect(message.account == ExportedAccount(id: "901", handle: "idafenn", name: "Ida Fenn"))
        #expect(message.time.milliseconds == 1_694_145_600_000)
        #expect(message.text == "Kommt der Bus & die Bahn?")
        #expect(message.markup == "Kommt der Bus &amp; die Bahn?")
        #expect(message.attachments == ["bus.jpg", "3_12"])
        #expect(message.likes == 5)
        #expect(message.shares == 2)
        #expect(message.language == "de")
        #expect(message.permalink == "https://x.com/i/status/1700000000000000001")
        #expect(message.place.description == "line 1: data[0]")
        #expect(reading.skipped.isEmpty)
        #expect(reading.repaired.isEmpty)
    }

    @Test func `context in a page is no result, and a reply has parent, thread and its long text`() throws {
        let reading = try Reading(fixture: pages)
        #expect(
            reading.messages.map(\.id) == ["1700000000000000001", "1700000000000000005", "1700000000000000009"])
        #expect(reading.messages.map(\.parent) == [nil, "1700000000000000001", nil])
        #expect(reading.messages.map(\.thread?.id) == ["1700000000000000001", "1700000000000000001", nil])
        #expect(reading.messages[1].text == "Ja, um acht, und zwar an jedem Werktag.")
        #expect(reading.messages[1].language == nil)
        #expect(reading.messages[1].editedAt == reading.messages[1].time.milliseconds)
        #expect(reading.messages[2].account == ExportedAccount(id: "904", name: ""))
    }

    @Test func `versions, reposts and what X withholds are noted`() throws {
        let notes = try Reading(fixture: pages).notes
        #expect(notes.count == 4)
        #expect(notes[1].hasPrefix("1 posts were edited"))
        #expect(notes[2].hasPrefix("1 reposts"))
        #expect(notes[3].hasPrefix("X reports 1 posts"))
    }

    @Test func `damaged lines are passed over with their place and neighbours stay`() throws {
        let reading = try Reading(fixture: flattened)
        #expect(reading.messages.map(\.id) == ["1700000000000000011", nil, "1700000000000000014"])
        #expect(
            reading.skipped.map(\.place)
                == ["line 3", "line 4", "line 5: data[0]", "line 5: data[1]", "line 6", "line 8"])
        #expect(reading.skipped[4].reason.contains("'delete' of 1700000000000000013"))
        #expect(reading.messages[0].account?.handle == "tomwald")
        #expect(reading.messages[0].attachments == ["film.jpg"])
        #expect(reading.messages[0].text == "flach \u{FFFD} und \u{2400}")
        #expect(reading.messages[0].time.milliseconds == 1_694_146_559_129)
        #expect(reading.repaired.map(\.place) == ["line 2", "line 5: data[2]"])
        #expect(reading.repaired[1].reason == "time unknown, no usable id")
    }

    @Test func `an indented page is read, and one that is cut short is refused`() throws {
        let page = "{\n \"data\": [\n{\"id\": \"5\", \"text\": \"a\", \"edit_history_tweet_ids\": [\"5\"]}\n]}\n"
        #expect(try ExportFormats.detect(ByteSource(bytes: Array(page.utf8))).format == "x")
        #expect(try Reading(page, XReader.self).messages.map(\.place.description) == ["data[0]"])
        let error = #expect(throws: ExportError.self) { try Reading(String(page.dropLast(3)), XReader.self) }
        guard case .truncated = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a page beyond the record limit is passed over with advice`() throws {
        let page = #"{"data":[{"id":"5","text":""# + String(repeating: "a", count: 5_000_000) + #""}]}"#
        let reading = try Reading(page + "\n" + #"{"id":"6","text":"b"}"#, XReader.self)
        #expect(reading.messages.map(\.id) == ["6"])
        #expect(reading.skipped.map(\.reason) == ["page larger than 4 MiB; use twarc2 flatten"])
    }

    @Test func `an id that is no number becomes no address`() throws {
        let reading = try Reading(#"{"id":"../x","text":"b","conversation_id":"?q"}"#, XReader.self)
        #expect(reading.messages.map(\.permalink) == [nil])
        #expect(reading.messages.map(\.thread?.link) == [""])
    }
}
