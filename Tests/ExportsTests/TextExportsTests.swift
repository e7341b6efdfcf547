import Foundation
import Testing

@testable import Exports

/// What holds for all chats and tables alike that have a reader of their own.
@Suite struct TextExportsTests {
    @Test(arguments: textFixtures)
    func `a fixture is known as its own format and as no other`(_ name: String, _ format: String) throws {
        let source = try ByteSource(bytes: exportFixture(name))
        #expect(try ExportFormats.detect(source).format == format)
        let certain = ExportFormats.all.filter { $0.detect(source.head) == .certain }
        #expect(certain.map { $0.format } == [format])
    }

    @Test(arguments: textFixtures)
    func `reading in single bytes gives equal events`(_ name: String, _ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let bytes = try exportFixture(name)
        let whole = try exportEvents(bytes, reader)
        #expect(!whole.isEmpty)
        // A byte order mark must be in the first chunk.
        let size = bytes[0] >= 0xEF ? 3 : 1
        #expect(try exportEvents(bytes, reader, chunkSize: size) == whole)
        #expect(try exportEvents(bytes, reader, chunkSize: 4096) == whole)
    }

    @Test(arguments: textFixtures)
    func `a fixture that ends anywhere gives an error or fewer messages`(_ name: String, _ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        let bytes = try exportFixture(name)
        let whole = try Reading(bytes: bytes, reader).messages.count
        for end in stride(from: 0, to: bytes.count, by: 7) {
            switch Result(catching: { try Reading(bytes: Array(bytes[..<end]), reader) }) {
            case .success(let reading): #expect(reading.messages.count <= whole)
            case .failure(let error): #expect(error is ExportError)
            }
        }
    }

    @Test(arguments: textFixtures)
    func `bytes that were replaced never end it otherwise`(_ name: String, _ format: String) throws {
        let reader = try #require(ExportFormats.named(format))
        try expectNoCrash(exportFixture(name), reader, atMost: 40)
    }

    @Test func `the fixtures of other formats stay theirs`() throws {
        let own = Set(textFixtures.map(\.0))
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !own.contains(name) {
            let head = try ByteSource(bytes: exportFixture(name)).head
            for format in Set(textFixtures.map(\.1)) {
                let reader = try #require(ExportFormats.named(format))
                #expect(reader.detect(head) == .no, "\(name) as \(format)")
            }
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: textSamples)), arguments: textSampleCounts)
    func `samples give the counts of their list`(_ sample: TextSample) throws {
        let path = "\(textSamples)/\(sample.name)"
        let source = try ByteSource(path: path)
        #expect(try ExportFormats.detect(source).format == sample.format)
        let stem = (sample.name as NSString).lastPathComponent.replacing(/\.[a-z]+$/, with: "")
        let reading = try Reading(source, options: ExportOptions(mapping: sample.mapping, stem: stem))
        let kinds = [ExportedMessage.Kind.message, .action, .system].map { kind in
            reading.messages.count { $0.kind == kind }
        }
        #expect(kinds == sample.kinds)
        #expect(reading.skipped.count == sample.skipped, "\(reading.skipped)")
        let times = reading.messages.compactMap(\.time.milliseconds)
        #expect(times.min() == exportedTime(sample.first, in: nil)?.milliseconds)
        #expect(times.max() == exportedTime(sample.last, in: nil)?.milliseconds)
    }
}

private let textFixtures = [
    ("whatsapp-german-android-system-edited-damaged.txt", "whatsapp"),
    ("whatsapp-iphone-marks-pasted-hostile.txt", "whatsapp"),
    ("irc-irssi-midnight-mixed-charset-hostile.log", "irc"), ("irc-weechat-tabs.log", "irc"),
    ("discord-csv-us-dates-damaged-hostile.csv", "discord-csv"), ("discord-csv-month-names-iso.csv", "discord-csv"),
    ("youtube-takeout-runs-parents-damaged.csv", "youtube-takeout"),
    ("youtube-takeout-bare-quotes.csv", "youtube-takeout"), ("youtube-takeout-live-chats.csv", "youtube-takeout"),
    ("reddit-gdpr-comments-damaged.csv", "reddit-gdpr"), ("reddit-gdpr-posts.csv", "reddit-gdpr"),
    ("linkedin-comments-backslash-damaged.csv", "linkedin"), ("linkedin-shares-wrapped-lines.csv", "linkedin"),
    ("googleplay-utf16-edited-replied.csv", "googleplay"), ("googleplay-utf8-without-device.csv", "googleplay"),
    ("trustpilot-company-responses.csv", "trustpilot"), ("trustpilot-without-words.csv", "trustpilot"),
]

struct TextSample: CustomTestStringConvertible, Sendable {
    var name: String
    var format: String
    /// Messages, actions, notices of the system.
    var kinds: [Int]
    var skipped = 0
    var first: String
    var last: String
    var mapping: [String: String] = [:]

    var testDescription: String { name }
}

private let textSamples = "/work/shared/samples"
private let textSampleCounts = [
    TextSample(
        name: "chat/whatsapp_txt/chatanalytics_1A_3M.txt", format: "whatsapp", kinds: [3, 0, 0],
        first: "2021-01-01T12:00:00Z", last: "2021-01-01T12:02:00Z"),
    TextSample(
        name: "chat/whatsapp_txt/chatanalytics_2A_5M.txt", format: "whatsapp", kinds: [5, 0, 0],
        first: "2021-01-01T12:00:00Z", last: "2021-01-01T12:03:00Z"),
    TextSample(
        name: "chat/whatsapp_txt/chatanalytics_4A_11M.txt", format: "whatsapp", kinds: [11, 0, 3],
        first: "2020-12-09T23:16:00Z", last: "2020-12-09T23:56:00Z", mapping: ["dates": "mdy"]),
    TextSample(
        name: "chat/whatsapp_txt/mtln_ambiguous_then_month_first_dev.txt", format: "whatsapp", kinds: [2, 0, 0],
        first: "2024-03-04T10:15:00Z", last: "2024-04-25T10:16:00Z"),
    TextSample(
        name: "chat/whatsapp_txt/mtln_android_dev.txt", format: "whatsapp", kinds: [10, 0, 1],
        first: "2024-02-05T09:00:00Z", last: "2024-02-08T12:01:00Z"),
    TextSample(
        name: "chat/whatsapp_txt/mtln_ios_chat_dev.txt", format: "whatsapp", kinds: [5, 0, 1],
        first: "2024-02-05T09:00:00Z", last: "2024-02-06T20:16:00Z"),
    TextSample(
        name: "chat/whatsapp_txt/mtln_ios_lrm_de_dev.txt", format: "whatsapp", kinds: [2, 0, 0],
        first: "2024-03-13T10:15:01Z", last: "2024-03-13T10:16:02Z"),
    TextSample(
        name: "chat/whatsapp_txt/mtln_us_ampm_dev.txt", format: "whatsapp", kinds: [2, 0, 0],
        first: "2024-03-13T22:15:00Z", last: "2024-03-14T08:05:00Z"),
    TextSample(
        name: "chat/irc_log/irclog2html_2005-01-08-test1.log", format: "irc", kinds: [6, 0, 2], skipped: 0,
        first: "2005-01-08T23:33:54Z", last: "2005-01-08T23:47:54Z"),
    TextSample(
        name: "chat/irc_log/irclog2html_2005-01-09-test2.log", format: "irc", kinds: [48, 2, 7], skipped: 0,
        first: "2005-01-09T02:05:04Z", last: "2005-01-09T09:17:35Z"),
    TextSample(
        name: "chat/irc_log/irclog2html_2009-01-14-dircproxy.log", format: "irc", kinds: [9, 0, 16], skipped: 0,
        first: "2009-01-14T10:36:00Z", last: "2009-01-14T23:35:00Z"),
    TextSample(
        name: "chat/irc_log/irclog2html_2011-01-16-hybrid-charset.log", format: "irc", kinds: [1, 1, 0], skipped: 0,
        first: "2011-01-15T20:32:39Z", last: "2011-01-15T20:38:43Z"),
    TextSample(
        name: "chat/irc_log/irclog2html_sample.log", format: "irc", kinds: [7, 0, 3], skipped: 0,
        first: "2005-01-08T23:33:54Z", last: "2005-01-08T23:49:00Z"),
    TextSample(
        name: "chat/irc_log/perceval_supybot_2012_10_17.log", format: "irc", kinds: [6, 4, 2], skipped: 0,
        first: "2012-10-17T09:16:21Z", last: "2012-10-17T09:18:50Z"),
    TextSample(
        name: "chat/irc_log/perceval_supybot_2012_10_18.log", format: "irc", kinds: [4, 0, 4], skipped: 0,
        first: "2012-10-18T09:30:30Z", last: "2012-10-18T19:35:30Z"),
    TextSample(
        name: "chat/irc_log/perceval_supybot_date_without_tz.log", format: "irc", kinds: [2, 0, 1], skipped: 0,
        first: "2021-01-12T11:28:19Z", last: "2021-01-12T11:29:41Z"),
    TextSample(
        name: "chat/irc_log/perceval_supybot_invalid_date.log", format: "irc", kinds: [5, 0, 3], skipped: 1,
        first: "2012-10-17T09:16:21Z", last: "2012-10-17T09:19:43Z"),
    TextSample(
        name: "chat/irc_log/perceval_supybot_invalid_msg.log", format: "irc", kinds: [4, 0, 4], skipped: 1,
        first: "2012-10-17T09:16:21Z", last: "2012-10-17T09:19:38Z"),
    TextSample(
        name: "chat/irc_log/perceval_supybot_valid.log", format: "irc", kinds: [51, 1, 46], skipped: 0,
        first: "2012-10-17T09:16:21Z", last: "2012-10-17T23:42:26Z"),
    TextSample(
        name: "chat/discord_dce_csv/chatstats_readme_dev.csv", format: "discord-csv",
        kinds: [1, 0, 0], skipped: 0, first: "2020-01-01T01:33:00Z", last: "2020-01-01T01:33:00Z"),
    TextSample(
        name: "social/youtube_takeout/ddp-comments-6col-lowercase.csv", format: "youtube-takeout",
        kinds: [1, 0, 0], skipped: 0, first: "2026-06-15T20:30:41Z", last: "2026-06-15T20:30:41Z"),
    TextSample(
        name: "social/youtube_takeout/ytm-comments-9col.csv", format: "youtube-takeout",
        kinds: [2, 0, 0], skipped: 0, first: "2026-01-01T00:00:00Z", last: "2026-01-02T00:00:00Z"),
    TextSample(
        name: "social/reddit_gdpr/af-comments.csv", format: "reddit-gdpr",
        kinds: [2, 0, 0], skipped: 1, first: "2022-05-01T08:00:00Z", last: "2023-01-15T12:34:56Z"),
    TextSample(
        name: "social/reddit_gdpr/syn-comments.csv", format: "reddit-gdpr",
        kinds: [2, 0, 0], skipped: 0, first: "2026-01-01T10:00:00Z", last: "2026-01-02T10:00:00Z"),
    TextSample(
        name: "social/linkedin/datalib-Comments_17529409.csv", format: "linkedin",
        kinds: [5, 0, 0], skipped: 0, first: "2026-04-30T15:32:07Z", last: "2026-06-10T18:53:49Z"),
    TextSample(
        name: "social/linkedin/datalib-Shares_17529409.csv", format: "linkedin",
        kinds: [2, 0, 0], skipped: 0, first: "2026-04-01T12:00:00Z", last: "2026-05-07T16:41:18Z"),
    TextSample(
        name: "social/google_play/reviews_com.biblegames.eden_202609.csv", format: "googleplay",
        kinds: [1, 0, 0], skipped: 0, first: "2026-09-07T19:43:18.078Z", last: "2026-09-07T19:43:18.078Z"),
    TextSample(
        name: "social/google_play/reviews_com.biblegamesproject.didacticjesusgame_202511.csv", format: "googleplay",
        kinds: [3, 0, 0], skipped: 0, first: "2025-08-12T13:44:12.725Z", last: "2025-11-13T13:02:47.867Z"),
    TextSample(
        name: "social/trustpilot/pytest-a.csv", format: "trustpilot",
        kinds: [3, 0, 0], skipped: 0, first: "2026-01-02T10:00:00Z", last: "2026-01-02T12:00:00Z"),
]
