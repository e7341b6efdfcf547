import Testing

@testable import Exports

@Suite struct GooglePlayReaderTests {
    @Test func `a review and its answer are two messages`() throws {
        let reading = try Reading(fixture: "googleplay-utf16-edited-replied.csv")
        let (review, reply) = (reading.messages[0], reading.messages[1])
        #expect(
            review.channel
                == ExportedChannel(
                    platform: "googleplay", key: "com.example.rad", name: "com.example.rad"))
        #expect(review.id == "aaaa-1")
        #expect(review.account == nil)
        #expect(review.text == "Naja\n\nStürzt ab,\noft")
        #expect(review.rating == 2)
        #expect(review.language == "de")
        #expect(review.time.milliseconds == 1_772_359_200_123)
        #expect(review.editedAt == 1_772_445_600_000)
        #expect(
            review.permalink
                == "https://play.google.com/console/developers/1/app/2/user-feedback/review-details?reviewId=aaaa-1")
        #expect(reply.id == "aaaa-1/reply")
        #expect(reply.parent == "aaaa-1")
        #expect(reply.account?.isOwner == true)
        #expect(reply.text == "Danke!")
        #expect(reply.time.milliseconds == 1_772_532_000_000)
        #expect(reading.owners == [GooglePlayRow.developer])
        #expect(reading.messages[2].id == nil && reading.messages[2].rating == 5 && reading.messages[2].text.isEmpty)
        #expect(reading.messages[3].permalink == nil)
        #expect(reading.messages[3].text == "\u{1B}[31m\u{202E}rot")
        #expect(reading.skipped.map(\.place) == ["line 5"])
        #expect(reading.repaired.map(\.place) == ["line 6"])
    }

    @Test func `an edited review keeps its id in a later month`() throws {
        let review = try #require(try Reading(fixture: "googleplay-utf8-without-device.csv").messages.first)
        #expect(review.id == "aaaa-1")
        #expect(review.time.milliseconds == 1_772_359_200_123)
        #expect(review.editedAt == 1_775_124_000_000)
        #expect(review.text == "Jetzt gut")
    }

    @Test(
        arguments: [
            ("http://x/?reviewId=a&b=c", "a"), ("http://x/?b=c&reviewId=a%20", "a%20"), ("http://x/reviewId=a", nil),
            ("http://x/?reviewId=", nil), ("http://x/?reviewId=\u{1B}", nil), ("", nil),
        ] as [(String, String?)])
    func `the id is in the address`(_ link: String, _ id: String?) {
        #expect(GooglePlayRow.reviewID(inLink: link) == id)
    }
}

@Suite struct TrustpilotReaderTests {
    @Test func `a review and the company's answer are two messages`() throws {
        let reading = try Reading(fixture: "trustpilot-company-responses.csv")
        let (review, reply) = (reading.messages[0], reading.messages[1])
        #expect(review.channel == ExportedChannel(platform: "trustpilot", key: "rad.example", name: "rad.example"))
        #expect(review.account == ExportedAccount(id: nil, name: "Jule B."))
        #expect(review.text == "Gut\n\nSchnell, freundlich")
        #expect(review.rating == 5)
        #expect(review.time.milliseconds == exportedTime("2026-01-02T10:00:00Z", in: nil)?.milliseconds)
        #expect(review.permalink == "https://www.trustpilot.com/reviews/0123456789abcdef01234567")
        #expect(reply.parent == "0123456789abcdef01234567")
        #expect(reply.id == "0123456789abcdef01234567/reply")
        #expect(reply.text == "Danke,\nJule")
        #expect(reading.owners.map(\.name) == ["rad.example"])
        #expect(reading.messages[2].permalink == nil)
        #expect(reading.skipped.map(\.place) == ["line 4", "line 6"])
    }

    @Test func `neither mail addresses nor orders are taken over`() throws {
        let events = try exportEvents(exportFixture("trustpilot-company-responses.csv"), TrustpilotReader.self)
        #expect(!events.contains { "\($0)".contains("jule@") || "\($0)".contains("4711") })
    }

    @Test func `a date of an answer without its words is no message`() throws {
        let reading = try Reading(fixture: "trustpilot-without-words.csv")
        #expect(reading.messages.map(\.rating) == [4])
        #expect(reading.messages.map(\.text) == [""])
    }
}

@Suite struct MetricsTableTests {
    @Test(
        arguments: [
            "Date,Impressions,Likes\n2024-01-01,100,5\n", "Datum;Impressionen;Reichweite\n01.01.2024;1.000;5\n",
            "Date,Update,Service,Impressions,Reach,Likes\nx,y,z,1,2,3\n", "Date\tPost\tReach\tClicks\nx\ty\t1\t2\n",
            "Post performance,,\n\"Mar 1, 2024 - Mar 31, 2024\",,\nDate,Post Message,Impressions,Reach\nx,y,1,2\n",
            "date,likes,comments\nx,1,2\n",
        ])
    func `a table of figures is refused with a hint`(_ table: String) throws {
        #expect(throws: ExportError.unknownFormat(hint: "a table of metrics, not of messages")) {
            try Reading(ByteSource(bytes: Array(table.utf8)))
        }
    }

    @Test func `whoever names the column of the words has it imported`() throws {
        let table = "Date,Update,Impressions,Reach\n2024-01-01,Moin,1,2\n"
        let reading = try Reading(table, CommaSeparatedReader.self, options: ExportOptions(mapping: ["text": "Update"]))
        #expect(reading.messages.map(\.text) == ["Moin"])
    }

    @Test(
        arguments: [
            ("id\tauthor\ttext\n1\tJule\tMoin, moin; alle\n", "Moin, moin; alle"), ("id;text\n1;a,b\n", "a,b"),
            ("date,text,likes,comments\n2024-01-01,Hello,3,1\n", "Hello"), ("id|text\n1|x\n", "x"),
            ("Kommentare des Monats,,\n,,\nid,author,text\n1,Jule,Hallo\n", "Hallo"),
            ("title,text,views\na,b,3\n", "b"),
        ])
    func `tables of messages are imported, with any delimiter and titles before the header`(
        _ table: String, _ text: String
    ) throws {
        let reading = try Reading(ByteSource(bytes: Array(table.utf8)))
        #expect(reading.messages.map(\.text) == [text])
        #expect(reading.skipped.isEmpty)
    }
}
