import Foundation
import Testing

@testable import Exports

/// What holds for all formats of stores and help desks alike.
@Suite struct ReviewAndDeskExportsTests {
    @Test(arguments: fixtures)
    func `a fixture is known as its own format and as no other`(_ name: String, _ format: String) throws {
        let source = try ByteSource(bytes: exportFixture(name))
        #expect(try ExportFormats.detect(source).format == format)
        #expect(ExportFormats.all.filter { $0.detect(source.head) == .certain }.map { $0.format } == [format])
    }

    @Test(arguments: formats)
    func `a reader takes no fixture of another format`(_ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        let own = Set(fixtures.filter { $0.1 == format }.map(\.0))
        #expect(own.count >= 2)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !own.contains(name) {
            #expect(try reader.detect(exportFixture(name)[...]) == .no, "\(name)")
        }
    }

    @Test(arguments: fixtures)
    func `reading in single bytes gives equal events`(_ name: String, _ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let bytes = try exportFixture(name)
        let whole = try exportEvents(bytes, reader)
        #expect(try exportEvents(bytes, reader, chunkSize: 1) == whole)
        #expect(whole.count > 1)
    }

    @Test(arguments: fixtures)
    func `a fixture that ends anywhere gives an error or fewer messages`(_ name: String, _ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let bytes = try exportFixture(name)
        let whole = try Reading(bytes: bytes, reader).messages.count
        for end in stride(from: 0, to: bytes.count - 2, by: 5) {
            switch Result(catching: { try Reading(bytes: Array(bytes[..<end]), reader) }) {
            case .success(let reading): #expect(reading.messages.count <= whole)
            case .failure(let error): #expect(error is ExportError)
            }
        }
    }

    @Test(arguments: fixtures)
    func `replaced bytes give an error or messages, never a crash`(_ name: String, _ format: String) throws {
        try expectNoCrash(exportFixture(name), try #require(ExportFormats.named(format)), atMost: 12)
    }

    @Test(arguments: [
        "googleplay-api-title-tab-reply.json", "appstore-responses-links.json", "steam-response-markup.json",
        "appstore-rss-app-entry-first.json", "googlebusiness-anonymous-translated-null.json",
        "zendesk-comments-users-notes.json", "intercom-notes-assignment.json",
    ])
    func `a file that was cut is called truncated`(_ name: String) throws {
        let bytes = try exportFixture(name)
        let reader = try ExportFormats.detect(ByteSource(bytes: bytes))
        let error = #expect(throws: ExportError.self) { try Reading(bytes: Array(bytes.dropLast(40)), reader) }
        guard case .truncated = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: formats)
    func `hostile nesting gives an error or nothing, never a crash`(_ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        for key in ["reviews", "data", "feed", "comments", "conversations", "links", "users"] {
            switch Result(catching: { try Reading("{\"\(key)\":\(deep)}", reader) }) {
            case .success(let reading): #expect(reading.messages.isEmpty)
            case .failure(let error): #expect(error is ExportError)
            }
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: samples)), arguments: counts)
    func `samples give the counts of their list`(_ sample: SampleCount) throws {
        let source = try ByteSource(path: "\(samples)/\(sample.name)")
        let stem = String(sample.name.split(separator: "/")[1].prefix { $0 != "." })
        #expect(try ExportFormats.detect(source).format == sample.format)
        let reading = try Reading(source, options: ExportOptions(stem: stem))
        let replies = ["zendesk", "intercom"].contains(sample.format) ? 0 : reading.messages.count { $0.parent != nil }
        let messages = reading.messages.filter { replies == 0 || $0.parent == nil }
        #expect(messages.count == sample.messages)
        #expect(Set(messages.compactMap(\.account)).count == sample.authors)
        let times = messages.compactMap(\.time.milliseconds)
        #expect(times.min() == exportedTime(sample.first, in: nil)?.milliseconds)
        #expect(times.max() == exportedTime(sample.last, in: nil)?.milliseconds)
        #expect(reading.skipped.allSatisfy { $0.reason == "null" })
        #expect(reading.repaired.isEmpty)
    }
}

private let fixtures = [
    ("googleplay-api-title-tab-reply.json", "googleplay-api"), ("googleplay-api-pages-damaged.json", "googleplay-api"),
    ("appstore-responses-links.json", "appstore"), ("appstore-included-first-damaged.json", "appstore"),
    ("appstore-rss-app-entry-first.json", "appstore-rss"), ("appstore-rss-single-entry-damaged.json", "appstore-rss"),
    ("googlebusiness-anonymous-translated-null.json", "googlebusiness"),
    ("googlebusiness-batch-damaged.json", "googlebusiness"),
    ("steam-response-markup.json", "steam"), ("steam-pages-damaged.json", "steam"),
    ("zendesk-comments-users-notes.json", "zendesk"), ("zendesk-tickets-lines.ndjson", "zendesk"),
    ("intercom-notes-assignment.json", "intercom"), ("intercom-list-without-ids.json", "intercom"),
]

private let formats = Set(fixtures.map(\.1)).sorted()

private let samples = "/work/shared/samples/social"
private let counts = [
    SampleCount(
        "google_play/play-developer-api-reviews.json", "googleplay-api", 1, 1, "2025-11-14T06:00:00Z",
        "2025-11-14T06:00:00Z"),
    SampleCount(
        "appstore/asc-customerReviews.json", "appstore", 2, 2, "2025-08-17T13:46:10Z", "2026-03-08T20:22:08Z"),
    SampleCount(
        "google_business/gogcli-reviews.json", "googlebusiness", 2, 1, "2026-10-01T00:00:00Z", "2026-10-09T12:44:32Z"),
    SampleCount("steam/appreviews-2138140.json", "steam", 2, 2, "2025-04-11T09:17:48Z", "2025-10-12T01:22:45Z"),
    SampleCount("zendesk/ticket-123-comments.json", "zendesk", 2, 2, "2019-01-13T20:25:33Z", "2019-01-13T20:30:41Z"),
    SampleCount("zendesk/ticket-123.json", "zendesk", 1, 1, "2019-01-13T20:25:33Z", "2019-01-13T20:25:33Z"),
    SampleCount(
        "intercom/normalise-raw-conversation-42.json", "intercom", 2, 2, "2023-11-14T22:13:20Z",
        "2023-11-14T22:15:00Z"),
]
