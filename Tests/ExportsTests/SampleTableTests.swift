import Foundation
import Testing

@testable import Exports

/// The dev samples beside the repository, against the tables that say what a correct import gives.
@Suite(.enabled(if: !SampleRow.all.isEmpty))
struct SampleTableTests {
    @Test(arguments: SampleRow.all)
    func `a sample gives the messages, authors, threads and times of its table`(_ row: SampleRow) throws {
        var options = ExportOptions(stem: ExportStem.of(String(row.file.split(separator: "/").last ?? "")))
        if datesToBeTold.contains(row.file) { options.mapping["dates"] = "mdy" }
        let outcome = Result {
            try InputReading(ExportInput.open(pathBytes: Array(row.path.utf8)), options: options).reading
        }
        if refused.contains(row.file) {
            guard case .failure(is ExportError) = outcome else { return #expect(Bool(false), "imported") }
            return
        }
        let reading = try outcome.get()
        let counted =
            row.file.hasPrefix("irc_log/") ? reading.messages.filter { $0.kind == .message } : reading.messages
        if let messages = row.messages { #expect(counted.count == messages + (more[row.file] ?? 0)) }
        let other = others[row.file]
        if let authors = other?.authors ?? row.authors { #expect(authorCount(reading) == authors) }
        if let threads = other?.threads ?? row.threads { #expect(threadCount(reading) == threads) }
        guard more[row.file] == nil else { return }
        let times = reading.messages.compactMap(\.time.milliseconds)
        if let first = row.first { #expect(times.min().map(shown) == first) }
        if let last = row.last { #expect(times.max().map(shown) == last) }
    }
}

/// The order of day and month cannot be told; lotse asks instead of guessing.
private let datesToBeTold: Set = ["whatsapp_txt/chatanalytics_4A_11M.txt", "whatsapp_txt/chatanalytics_4A_11M.zip"]
/// Tables of metrics are no messages, and broken XML is an error with its place.
private let refused: Set = [
    "generic/prism-bad-rows-total.csv", "social_suites/buffer-posts.csv", "social_suites/hootsuite-posts.csv",
    "social_suites/sprout-posts.csv", "wxr/wpimporter-crazy-cdata.xml", "wxr/wpimporter-malformed.xml",
]
/// The tables count reviews only, and answers to them are messages too; they leave out IRC's notices.
private let more = [
    "appstore/asc-customerReviews.json": 1, "google_business/gogcli-reviews.json": 1,
    "google_play/play-developer-api-reviews.json": 1, "steam/appreviews-2138140.json": 1,
    "google_play/reviews_com.biblegamesproject.didacticjesusgame_202511.csv": 1,
    "irc_log/perceval_supybot_2012_10_17.log": 1, "irc_log/perceval_supybot_valid.log": 2,
]

/// What a reading gives instead of the table's numbers, and why.
private struct OtherCounts {
    var authors: Int?
    var threads: Int?
    var reason: String
}

private let ownerIsUnknown = "the author is the account's owner, whom the file does not name"
private let standsAlone = "the format has no container; the table counts each message that answers nothing"
private let videoIsChannel = "the video is the channel; the table counts it, or each comment on it, as a thread"
private let answersCount = "who answers a review is an author too; " + standsAlone
private let others: [String: OtherCounts] = [
    "appstore/asc-customerReviews.json": OtherCounts(authors: 3, threads: 0, reason: answersCount),
    "google_business/gogcli-reviews.json": OtherCounts(authors: 2, threads: 0, reason: answersCount),
    "google_play/play-developer-api-reviews.json": OtherCounts(authors: 2, threads: 0, reason: answersCount),
    "google_play/reviews_com.biblegamesproject.didacticjesusgame_202511.csv": OtherCounts(
        authors: 1, threads: 0, reason: answersCount),
    "steam/appreviews-2138140.json": OtherCounts(authors: 3, threads: 0, reason: answersCount),
    "bluesky_car/indigo-paul_staging.repo.car": OtherCounts(
        threads: 87, reason: "the table counts five threads twice: by their first post and by answers to it"),
    "commento/remark42-migrator-commento.json": OtherCounts(
        authors: 2, reason: "the table counts 'anonymous', which is every guest, as an author"),
    "disqus/isso-disqus.xml": OtherCounts(
        authors: 3, reason: "a guest may type a user's address: the user of that name is another account"),
    "facebook_graph/pyfb-feed_fields_p1.json": OtherCounts(
        threads: 0, reason: "the fields that tell a post from a comment were not asked for"),
    "facebook_graph/pyfb-messages_info.json": OtherCounts(
        threads: 0, reason: "messages name no conversation; the table counts the file as one"),
    "hackernews/official-readme-items.json": OtherCounts(
        threads: 3, reason: "the stories of a comment and of a poll's option are not in the file"),
    "hackernews/official-readme-items.ndjson": OtherCounts(
        threads: 3, reason: "the stories of a comment and of a poll's option are not in the file"),
    "instagram_dyi/readme-example-post_comments_1.json": OtherCounts(authors: 0, reason: ownerIsUnknown),
    "instagram_graph/pyfb-ig-comments_fields.json": OtherCounts(
        threads: 0, reason: "comments name no media; the table counts the file as one"),
    "instagram_graph/pyfb-ig-comments_p1.json": OtherCounts(
        threads: 0, reason: "comments name no media; the table counts the file as one"),
    "mastodon_api/mastodonkit-Context.json": OtherCounts(threads: 0, reason: standsAlone),
    "stackexchange/hetero-Comments.xml": OtherCounts(
        threads: 0, reason: "a comment names a post, which may be an answer in another post's thread"),
    "tiktok/eyra-user_data.json": OtherCounts(authors: 0, reason: ownerIsUnknown),
    "trustpilot/pytest-a.csv": OtherCounts(threads: 0, reason: standsAlone),
    "twitter_archive/julowe-mock_tweets.js": OtherCounts(
        authors: 0, threads: 0, reason: ownerIsUnknown + "; " + standsAlone),
    "twitter_v1/corebird-TD1-retweet.json": OtherCounts(threads: 0, reason: standsAlone),
    "wxr/wpimporter-theme-unit-test-data.xml": OtherCounts(
        authors: 13, reason: "who wrote logged in is the user of that number, whatever the address"),
    "youtube_api/pyyt-comment_threads_by_video_id.json": OtherCounts(threads: 0, reason: videoIsChannel),
    "youtube_takeout/ddp-comments-6col-lowercase.csv": OtherCounts(threads: 0, reason: videoIsChannel),
    "youtube_takeout/ytm-comments-9col.csv": OtherCounts(threads: 0, reason: videoIsChannel),
    "ytdlp/korni [SgmJZ8AgGog].info.json": OtherCounts(threads: 0, reason: videoIsChannel),
]

/// Distinct accounts; by name where the format has no ids.
private func authorCount(_ reading: Reading) -> Int {
    Set(reading.messages.compactMap(\.account).map { $0.id ?? ($0.handle.isEmpty ? $0.name : $0.handle) }).count
}

/// Distinct containers of the platform.
private func threadCount(_ reading: Reading) -> Int {
    Set(reading.messages.compactMap { message in message.thread.map { [message.channel.key, $0.id] } }).count
}

private func shown(_ milliseconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(milliseconds / 1000)).formatted(.iso8601)
}

struct SampleRow: CustomTestStringConvertible, Sendable {
    var file: String
    var path: String
    /// nil: the table gives no number.
    var messages: Int?
    /// Distinct accounts; nil: the table gives no number.
    var authors: Int?
    /// Distinct containers of the platform; nil: the table gives no number.
    var threads: Int?
    var first: String?
    var last: String?

    var testDescription: String { file }

    static let all: [SampleRow] = ["social", "chat"].flatMap { folder -> [SampleRow] in
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/samples/\(folder)")
        guard let table = try? String(contentsOf: root.appending(path: "SOURCES.tsv"), encoding: .utf8) else {
            return []
        }
        let lines = table.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        guard let head = lines.first else { return [] }
        func column(_ names: String...) -> Int? { head.firstIndex { names.contains(String($0)) } }
        let (count, first, last) = (column("messages", "messages_counted"), column("first"), column("last"))
        let (authors, threads) = (column("authors"), column("threads"))
        return lines.dropFirst().compactMap { line in
            let file = String(line[0])
            let path = root.appending(path: file).path
            guard FileManager.default.fileExists(atPath: path) else {
                return nil
            }
            func cell(_ index: Int?) -> String? {
                index.flatMap { line.indices.contains($0) && !line[$0].isEmpty ? String(line[$0]) : nil }
            }
            return SampleRow(
                file: file, path: path, messages: cell(count).flatMap { Int($0) },
                authors: cell(authors).flatMap { Int($0) }, threads: cell(threads).flatMap { Int($0) },
                first: cell(first), last: cell(last))
        }
    }
}
