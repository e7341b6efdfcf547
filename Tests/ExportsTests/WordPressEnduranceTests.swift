import Foundation
import Testing

@testable import Exports

/// A document of any length that never lies in memory as a whole.
struct EndlessPostSupply: XMLByteSupply {
    private var pending: [[UInt8]]
    private var repeats: Int
    private let filler: [UInt8]

    /// `filler` stands in the post's content, `repeats` times, before one comment.
    init(opening: String, filler: String, closing: String, repeats: Int) {
        let document = String(decoding: WordPressFixtures.export(WordPressFixtures.comment("1")), as: UTF8.self)
        let parts = document.components(separatedBy: "<wp:post_id>")
        pending = [Array((closing + "<wp:post_id>" + parts[1]).utf8), Array((parts[0] + opening).utf8)]
        self.filler = Array(filler.utf8)
        self.repeats = repeats
    }

    mutating func nextChunk() throws(ExportError) -> ArraySlice<UInt8>? {
        if pending.count == 1, repeats > 0 {
            repeats -= 1
            return filler[...]
        }
        return pending.popLast()?[...]
    }
}

struct WordPressEnduranceTests {
    @Test(arguments: [
        ("<content>", "</content>"), ("<content><![CDATA[", "]]></content>"), ("<!--", "-->"), ("<?p ", "?>"),
    ])
    func `what nobody reads costs no memory`(opening: String, closing: String) throws {
        let filler = String(repeating: "Deich und Meer\n", count: 4096)
        var supply = EndlessPostSupply(opening: opening, filler: filler, closing: closing, repeats: 200)
        var document = WordPressDocument(options: ExportOptions())
        var places: [Int] = []
        try document.read(&supply) { event in
            if case .message(let message) = event { places.append(message.place.number) }
        }
        #expect(places == [4 + 200 * 4096])
        var again = EndlessPostSupply(opening: opening, filler: filler, closing: closing, repeats: 50)
        #expect(try largestBuffer(&again) <= 4096)
    }

    /// Bytes that a scanner holds at most while it passes a document.
    private func largestBuffer(_ supply: inout EndlessPostSupply) throws -> Int {
        var scanner = XMLScanner()
        var largest = 0
        while try scanner.next(&supply) != .endOfDocument {
            largest = max(largest, scanner.text.bytes.capacity, scanner.value.bytes.capacity, scanner.name.capacity)
        }
        return largest
    }

    @Test func `no single wrong byte does worse than an error`() throws {
        let bytes = try WordPressFixtures.bytes("wxr-hafenblog")
        var refused = 0
        for (step, index) in stride(from: 0, to: bytes.count, by: 3).enumerated() {
            var broken = bytes
            broken[index] = [0x00, 0x3C, 0x26, 0xFF, 0x5D, 0x3E, 0x22, 0x2F][step % 8]
            do {
                #expect(try WordPressOutcome(broken).messages.count <= 4)
            } catch {
                #expect(error is ExportError)
                refused += 1
            }
        }
        #expect(refused > 0)
    }
}
