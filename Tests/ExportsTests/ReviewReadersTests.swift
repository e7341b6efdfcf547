import Testing

@testable import Exports

@Suite struct GooglePlayAPIReaderTests {
    @Test func `a review has its title before its text, and the reply has the review as parent`() throws {
        let reading = try Reading(
            fixture: "googleplay-api-title-tab-reply.json", options: ExportOptions(channel: "org.example.uhr"))
        let channel = ExportedChannel(platform: "googleplay", key: "org.example.uhr", name: "org.example.uhr")
        #expect(reading.messages.allSatisfy { $0.channel == channel })
        #expect(reading.messages.map(\.id) == ["rv-1", "rv-1/reply", "rv-2"])
        #expect(reading.messages.map(\.parent) == [nil, "rv-1", nil])
        #expect(reading.messages.map(\.text) == ["Spinne\n\nMag ich sehr", "Danke!", "gut"])
        #expect(reading.messages.map(\.rating) == [4, nil, 5])
        #expect(reading.messages[0].time.milliseconds == 1_763_100_000_250)
        #expect(reading.messages[0].likes == 2)
        #expect(reading.messages[0].language == "de")
        #expect(reading.messages[0].account == ExportedAccount(id: nil, name: "Jule"))
        #expect(reading.messages[2].account == nil)
        #expect(reading.owners == [ExportedAccount(id: "developer", name: "Developer", isOwner: true)])
        #expect(reading.skipped.isEmpty)
        #expect(reading.repaired.isEmpty)
    }

    @Test func `damaged reviews are passed over and all pages are read`() throws {
        let reading = try Reading(fixture: "googleplay-api-pages-damaged.json")
        #expect(reading.messages.map(\.id) == ["rv-3", nil, "rv-6"])
        #expect(reading.messages[0].text == "a\u{2400}b")
        #expect(reading.messages[1].parent == nil)
        #expect(reading.messages[2].text == "\u{1B}[2J\u{202E}txt")
        #expect(reading.skipped.map(\.place) == ["reviews[1]", "reviews[2]", "reviews[3]", "reviews[4]"])
        #expect(
            reading.skipped.map(\.reason) == ["not JSON", "a number", "no comment", "a comment of unknown kind"])
        #expect(
            reading.repaired.map(\.reason) == ["U+0000 became U+2400, time unknown", "no usable id"])
        #expect(reading.messages[2].place.description == "pages[1].reviews[0]")
    }

    @Test func `single reviews one a line are read`() throws {
        let line = #"{"reviewId":"a","comments":[{"userComment":{"text":"x","lastModified":{"seconds":"1"}}}]}"# + "\n"
        #expect(try ExportFormats.detect(ByteSource(bytes: Array(line.utf8))).format == "googleplay-api")
        #expect(try Reading(line + line, GooglePlayAPIReader.self).messages.map(\.id) == ["a", "a"])
    }
}

@Suite struct AppStoreReaderTests {
    @Test func `responses find their review by either side, and the app is named behind them`() throws {
        let reading = try Reading(fixture: "appstore-responses-links.json", options: ExportOptions(channel: "Uhr"))
        #expect(
            reading.messages.allSatisfy {
                $0.channel == ExportedChannel(platform: "appstore", key: "4711", name: "Uhr")
            })
        #expect(reading.messages.map(\.id) == ["r-1", "r-2", "a-1", "a-2"])
        #expect(reading.messages.map(\.parent) == [nil, nil, "r-1", "r-2"])
        #expect(reading.messages.map(\.text) == ["Prima\n\nLäuft.", "Nein", "Danke", "Warum?"])
        #expect(reading.messages.map(\.status) == [.published, .published, .published, .pending])
        #expect(reading.messages.map(\.rating) == [5, 1, nil, nil])
        #expect(reading.messages.map { $0.account?.name } == ["oskar7", nil, "Developer", "Developer"])
        #expect(reading.messages[0].time.milliseconds == 1_773_001_328_000)
        #expect(reading.owners.count == 1)
        #expect(reading.repaired.isEmpty)
    }

    @Test func `what is included may come first, and damaged reviews cost themselves only`() throws {
        let reading = try Reading(
            fixture: "appstore-included-first-damaged.json", options: ExportOptions(stem: "uhr"))
        #expect(reading.messages.map(\.id) == ["a-3", "r-3", nil])
        #expect(reading.messages.map(\.parent) == ["r-3", nil, nil])
        #expect(reading.messages.map(\.text) == ["Hm", "\u{1B}]0;x\u{7}da", "nur Titel"])
        #expect(reading.messages[1].time.zoneIsKnown == false)
        #expect(reading.messages.allSatisfy { $0.channel.key == "uhr" })
        #expect(reading.skipped.map(\.place) == ["data[1]", "data[2]"])
        #expect(reading.repaired.map(\.reason) == ["time unknown", "no usable id"])
    }

    @Test func `a single review is read`() throws {
        let json = #"{"data":{"type":"customerReviews","id":"1","attributes":{"body":"x","createdDate":"2026-01-01"}}}"#
        #expect(try ExportFormats.detect(ByteSource(bytes: Array(json.utf8))).format == "appstore")
        #expect(try Reading(json, AppStoreReader.self).messages.map(\.text) == ["x"])
    }

    @Test func `a page larger than the limit is handed over in parts`() throws {
        let items = (0..<5000).map { #"{"type":"customerReviews","id":"\#($0)","attributes":{"body":"x"}}"# }
        let json = #"{"data":["# + items.joined(separator: ",") + "]}"
        #expect(try Reading(json, AppStoreReader.self).messages.count == 5000)
    }
}

@Suite struct AppStoreRSSReaderTests {
    @Test func `the app's own entry is no review but names the channel`() throws {
        let reading = try Reading(fixture: "appstore-rss-app-entry-first.json")
        #expect(reading.messages.map(\.id) == ["10901", "10902"])
        #expect(
            reading.messages.allSatisfy {
                $0.channel == ExportedChannel(platform: "appstore", key: "4711", name: "Blumenuhr")
            })
        #expect(reading.messages[0].text == "Geht so\n\nStürzt ab")
        #expect(reading.messages[0].account == ExportedAccount(id: "88", name: "Mara"))
        #expect(reading.messages.map(\.rating) == [2, 5])
        #expect(reading.messages[0].likes == 3)
        #expect(reading.messages[0].time.milliseconds == 1_709_312_400_000)
        #expect(reading.notes.last == "1 entries are the app itself, not reviews.")
        #expect(reading.repaired.map(\.place) == ["feed.entry[2]"])
        #expect(reading.skipped.isEmpty)
    }

    @Test func `an object in the place of the list is the only review`() throws {
        let reading = try Reading(
            fixture: "appstore-rss-single-entry-damaged.json", options: ExportOptions(stem: "uhr"))
        #expect(reading.messages.map(\.id) == ["10903", "10904", nil])
        #expect(reading.messages[0].text == "Ein\u{2400}e\n\nnur diese")
        #expect(reading.messages[0].account == nil)
        #expect(
            reading.skipped.map(\.place) == [
                "pages[1].feed.entry[1]", "pages[1].feed.entry[2]", "pages[1].feed.entry[3]",
            ])
        #expect(reading.skipped.map(\.reason) == ["not JSON", "no rating", "null"])
    }
}

@Suite struct GoogleBusinessReaderTests {
    @Test func `words become ratings, anonymous stay nameless, and the original is the text`() throws {
        let reading = try Reading(fixture: "googlebusiness-anonymous-translated-null.json")
        #expect(reading.messages.map(\.id) == ["r1", "r1/reply", "r2"])
        #expect(reading.messages.map(\.rating) == [5, nil, 3])
        #expect(reading.messages.map(\.text) == ["Toller Kuchen", "Danke, Paul", ""])
        #expect(reading.messages[0].markup?.hasPrefix("(Translated by Google)") == true)
        #expect(reading.messages.map { $0.account?.name } == ["Paul", "Owner", nil])
        #expect(reading.messages[1].parent == "r1")
        #expect(reading.messages[0].time.milliseconds == 1_791_549_872_123)
        #expect(reading.messages.map { $0.editedAt != nil } == [false, false, true])
        #expect(reading.messages.allSatisfy { $0.channel.key == "55" })
        #expect(reading.skipped.map(\.reason) == ["null"])
        #expect(reading.repaired.isEmpty)
    }

    @Test func `reviews of several places are theirs, and damaged ones are passed over`() throws {
        let reading = try Reading(fixture: "googlebusiness-batch-damaged.json")
        #expect(reading.messages.map(\.id) == ["r3", nil])
        #expect(reading.messages.map(\.channel.key) == ["56", "57"])
        #expect(reading.messages[0].text == "Zu \u{202E}laut")
        #expect(reading.skipped.map(\.place) == ["locationReviews[1]", "locationReviews[3]"])
        #expect(reading.repaired.map(\.reason) == ["time unknown", "no usable id"])
    }

    @Test(
        arguments: [
            ("Gut", "Gut"), ("Gut\n\n(Translated by Google)\nGood", "Gut"),
            ("(Translated by Google) Good\n\n(Original)\nGut", "Gut"),
            ("(Translated by Google) Good", "(Translated by Google) Good"),
            ("Er schrieb (Translated by Google)", "Er schrieb (Translated by Google)"),
        ])
    func `a translation is told from what was written`(_ comment: String, _ text: String) {
        #expect(originalReview(comment) == text)
    }
}

@Suite struct SteamReaderTests {
    @Test func `thumbs, markup and the developer's response are taken over`() throws {
        let reading = try Reading(fixture: "steam-response-markup.json", options: ExportOptions(channel: "Kater"))
        #expect(reading.messages.map(\.id) == ["206", "192", "192/reply"])
        #expect(reading.messages.map(\.rating) == [5, 1, nil])
        #expect(reading.messages[0].text == "Gut\n\n- schnell [sic]\n- hier (https://a.example/)")
        #expect(reading.messages[0].markup?.hasPrefix("[h1]") == true)
        #expect(reading.messages.map(\.likes) == [7, nil, nil])
        #expect(reading.messages[0].account == ExportedAccount(id: "76561190000000001", name: "Kater"))
        #expect(reading.messages[1].text == "Too short. ")
        #expect(reading.messages.map(\.editedAt) == [nil, 1_744_400_000_000, nil])
        #expect(reading.messages[2].parent == "192")
        #expect(reading.messages[2].time.milliseconds == 1_744_500_000_000)
        #expect(reading.notes.last == "Steam counts 23 reviews, 2 are in the file.")
        #expect(reading.owners.count == 1)
    }

    @Test func `damaged reviews are passed over with their place`() throws {
        let reading = try Reading(fixture: "steam-pages-damaged.json")
        #expect(reading.messages.map(\.id) == ["207", nil])
        #expect(reading.messages.map(\.text) == ["\u{1B}[31mrot", "[b][/b]"])
        #expect(reading.messages.map(\.rating) == [5, nil])
        #expect(reading.skipped.map(\.place) == ["reviews[1]", "reviews[2]", "reviews[3]"])
        #expect(reading.repaired.map(\.reason) == ["time unknown", "no usable id"])
    }

    @Test(
        arguments: [
            ("[b]a[/b]", "a"), ("a [b", "a [b"), ("[[b]x[/b]]", "[x]"), ("[URL=x]y[/URL]", "y (x)"), ("[1]", "[1]"),
            ("[url]y[/url]", "y"), ("[ b]", "[ b]"), ("[=]", "[=]"),
        ])
    func `only Steam's own tags are taken away`(_ markup: String, _ text: String) {
        #expect(SteamMarkup.plain(markup) == text)
    }
}
