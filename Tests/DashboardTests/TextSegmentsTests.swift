import Dashboard
import Screen
import Testing

@Suite struct TextSegmentsTests {
    private static let lines = [
        "", "plain words", "> quoted", ">> deeper, and longer than the others are", "   > after blanks", "    > code",
        "日本語の文です", "\t x",
    ]
    private static let long = [String(repeating: "long words ", count: 400), String(repeating: "é", count: 2100)]

    /// All texts of up to three of these lines, and long lines between others.
    private static let texts: [String] = {
        var texts: [String] = []
        for end in ["\n", "\r\n"] {
            for first in lines {
                texts += [first, first + end]
                for second in lines {
                    let both = first + end + second
                    texts.append(both)
                    for third in lines.prefix(5) { texts.append(both + end + third + end) }
                }
            }
        }
        for line in long { texts += [line, line + "\n", "> a\n> b\n" + line + "\nend", "> " + line + "\r\n> b"] }
        return texts
    }()

    private func forward(_ text: TextSegments) -> [TextSegments.Segment] {
        var segments: [TextSegments.Segment] = []
        var next = text.segment(at: 0)
        while let segment = next {
            segments.append(segment)
            next = text.segment(at: segment.next)
        }
        return segments
    }

    private func backward(_ text: TextSegments) -> [TextSegments.Segment] {
        var segments: [TextSegments.Segment] = []
        var offset = max(text.end, 1)
        while let segment = text.segment(before: offset) {
            segments.append(segment)
            offset = segment.range.lowerBound
        }
        return segments.reversed()
    }

    @Test(arguments: [nil, 10, 1000])
    func `going back comes to the same pieces as going on`(limit: Int?) {
        for text in Self.texts {
            let segments = TextSegments(text, foldsQuotesOver: limit)
            let pieces = forward(segments)
            #expect(pieces == backward(segments), "\(text.prefix(60).debugDescription)")
            for piece in pieces {
                #expect(segments.segment(holding: piece.range.lowerBound) == piece)
                #expect(segments.segment(holding: max(piece.next - 1, 0)) == piece)
            }
        }
    }

    @Test func `the pieces are the lines, and only lines of more than four kilobytes are cut`() {
        for text in Self.texts {
            let segments = TextSegments(text)
            let pieces = forward(segments)
            let whole = SafeText.lines(of: text).map(\.plain)
            if text.split(separator: "\n").allSatisfy({ $0.utf8.count <= 4096 }) {
                #expect(pieces.map { SafeText.lines(of: segments.string($0))[0].plain } == whole)
            }
            #expect(pieces.allSatisfy { $0.range.count <= 4096 })
            // No character is torn: every byte is valid where it is.
            #expect(pieces.map { segments.string($0) }.joined().utf8.count == pieces.reduce(0) { $0 + $1.range.count })
        }
    }

    @Test(arguments: [
        ("> a\n> b", [2]), ("> a", []), ("x\n> a\n> b\ny\n> c\n> d\n> e", [2, 3]), ("> a\n\n> b", []),
        (">a\n >b\n  >c\n   >d\n    >e", [4]), ("> " + String(repeating: "w ", count: 60), [1]), ("a > b\nc > d", []),
        ("> a\r\n> b\r\n", [2]),
    ])
    func `quotes of more than a line, and long ones, are one piece`(text: String, lines: [Int]) {
        #expect(forward(TextSegments(text, foldsQuotesOver: 80)).compactMap(\.quotedLines) == lines)
        #expect(forward(TextSegments(text)).compactMap(\.quotedLines).isEmpty)
    }
}
