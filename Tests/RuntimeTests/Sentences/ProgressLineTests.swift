import Foundation
import Screen
import Testing

@testable import Runtime

@Suite struct ProgressLineTests {
    private static let half = ImportProgress(bytes: 21_000_000, size: 42_000_000, messages: 123_456)

    private static func german() throws -> Catalogue {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Screen/Catalogues/de.po")
        return try Catalogue(po: String(contentsOf: file, encoding: .utf8), language: "de")
    }

    private func line(
        _ progress: ImportProgress = half, seconds: Double = 60, columns: Int, name: String = "result.json",
        repertoire: Repertoire = .unicode, catalogue: Catalogue = .english
    ) -> String {
        ProgressLine(name: name, progress: progress, seconds: seconds)
            .text(columns: columns, repertoire: repertoire, catalogue: catalogue).plain
    }

    @Test(
        arguments: [
            (40, "resul…  50 %  123456 messages  1:00 left"),
            (48, "result.json  50 %  123456 messages  1:00 left"),
            (55, "result.json  50 %  123456 messages  2057/s  1:00 left"),
            (70, "result.json  50 %  123456 messages  21 of 42 MB  2057/s  1:00 left"),
            (80, "result.json  ██████░░░░░░  50 %  123456 messages  21 of 42 MB  2057/s  1:00 left"),
        ])
    func `a narrower line leaves out what matters less`(_ columns: Int, _ wanted: String) {
        #expect(line(columns: columns) == wanted)
    }

    @Test func `in German too`() throws {
        let german = try Self.german()
        #expect(
            line(columns: 80, catalogue: german)
                == "result.json  50 %  123456 Nachrichten  21 von 42 MB  2057/s  noch 1:00")
        #expect(line(columns: 40, catalogue: german) == "50 %  123456 Nachrichten  noch 1:00")
    }

    @Test(arguments: [40, 41, 47, 60, 79, 80, 132, 300], ["a", "田中さんの書き出し.zip", "x\u{1B}]0;y\u{202E}.json"])
    func `a line is never wider than it may be, whatever the name`(_ columns: Int, _ name: String) throws {
        for catalogue in [Catalogue.english, try Self.german()] {
            for progress in [
                Self.half, ImportProgress(bytes: .max, size: .max, messages: .max),
                ImportProgress(bytes: 5, size: nil, messages: 1),
                ImportProgress(bytes: 9, size: 9, messages: 1_000_000, isPublishing: true),
            ] {
                let text = ProgressLine(name: name, progress: progress, seconds: 2)
                    .text(columns: columns, repertoire: .unicode, catalogue: catalogue)
                #expect(text.columns <= columns)
                #expect(text.columns > 0)
                #expect(!text.plain.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
            }
        }
    }

    @Test func `without a size it says what is known`() {
        let stream = ImportProgress(bytes: 123_000, size: nil, messages: 900)
        #expect(line(stream, seconds: 3, columns: 80, name: "-") == "-  900 messages  123 kB  300/s")
    }

    @Test func `rate and rest wait for a second`() {
        #expect(line(seconds: 0.9, columns: 50) == "result.json  50 %  123456 messages  21 of 42 MB")
    }

    @Test func `at the end it says that all is being stored`() {
        let end = ImportProgress(bytes: 9, size: 9, messages: 2, isPublishing: true)
        #expect(line(end, columns: 60) == "result.json  storing 2 messages")
    }

    @Test func `a plain locale gets a plain bar`() {
        #expect(line(columns: 80, repertoire: .ascii).contains("#####-----"))
    }

    @Test(arguments: [(0, "0:00"), (6.2, "0:07"), (750, "12:30"), (11_100, "3:05:00"), (.infinity, "99:59:59")])
    func `time is written as on a clock`(_ seconds: Double, _ wanted: String) {
        #expect(ProgressLine.clock(seconds) == wanted)
    }

    @Test func `a line is due ten times a second at most`() {
        var pace = DrawingPace()
        #expect(stride(from: 0, to: 1, by: 1.0 / 64).filter { pace.isDue(at: $0) }.count == 10)
    }
}
