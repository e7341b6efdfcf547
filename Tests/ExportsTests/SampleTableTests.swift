import Foundation
import Testing

@testable import Exports

/// The dev samples beside the repository, against the tables that say what a correct import gives.
@Suite(.enabled(if: !SampleRow.all.isEmpty))
struct SampleTableTests {
    @Test(arguments: SampleRow.all)
    func `a sample gives the messages and times of its table`(_ row: SampleRow) throws {
        var options = ExportOptions()
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

private func shown(_ milliseconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(milliseconds / 1000)).formatted(.iso8601)
}

struct SampleRow: CustomTestStringConvertible, Sendable {
    var file: String
    var path: String
    /// nil: the table gives no number.
    var messages: Int?
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
                file: file, path: path, messages: cell(count).flatMap { Int($0) }, first: cell(first), last: cell(last))
        }
    }
}
