import Conversations
import Screen

/// The lines of one row, laid out as far as they are asked for: a message of any length costs what is shown of it.
package struct RowLines {
    package struct Placed {
        package var place: LinePlace
        package var content: ThreadLayout.Line
    }

    private let head: [ThreadLayout.Line]
    private let text: TextSegments?
    private let width: Int
    /// Worked out only where the end of the row is shown: links are looked for in all of a text.
    private let remarks: () -> [ThreadLayout.Line]

    /// - Parameters:
    ///   - inside: what is folded away below the row; nil: it is not folded.
    ///   - showsQuotes: whether quotes are shown in full.
    ///   - listsLinks: whether links stand numbered below.
    init(_ row: ThreadRow, layout: ThreadLayout, inside: FoldedInside?, showsQuotes: Bool, listsLinks: Bool = false) {
        width = layout.textWidth(of: row)
        let words = layout.text(of: row)
        if let inside {
            head = [.head] + layout.folded(words ?? "", inside: inside, width: width)
            text = nil
            remarks = { layout.warnings(of: row) }
        } else {
            head = [.head]
            text = words.map { TextSegments($0, foldsQuotesOver: showsQuotes ? nil : layout.columns) }
            remarks = { layout.remarks(of: row, listsLinks: listsLinks) }
        }
    }

    /// The lines from a place on, at most so many.
    package func lines(from place: LinePlace, limit: Int) -> [Placed] {
        var lines: [Placed] = []
        if place.part == .head { lines += placed(head, .head, from: place.offset) }
        if place.part <= .text, lines.count < limit { appendText(to: &lines, from: place, limit: limit) }
        if place.part <= .remarks, lines.count < limit {
            lines += placed(remarks(), .remarks, from: place.part == .remarks ? place.offset : 0)
        }
        return Array(lines.prefix(limit))
    }

    private func appendText(to lines: inout [Placed], from place: LinePlace, limit: Int) {
        guard let text else { return }
        var next: TextSegments.Segment? =
            place.part == .text ? text.segment(holding: place.offset) : text.segment(at: 0)
        var first = place.part == .text && next?.range.lowerBound == place.offset ? place.line : 0
        while let segment = next, lines.count < limit {
            lines += layOut(segment, of: text).dropFirst(first)
            first = 0
            next = text.segment(at: segment.next)
        }
    }

    /// The last lines before a place, at most so many, in order.
    package func lines(before place: LinePlace, limit: Int) -> [Placed] {
        var lines: [Placed] = []
        if place.part >= .remarks {
            lines = placed(remarks(), .remarks, from: 0).filter { $0.place < place }
        }
        if place.part >= .text, lines.count < limit { prependText(to: &lines, before: place, limit: limit) }
        if lines.count < limit { lines = placed(head, .head, from: 0).filter { $0.place < place } + lines }
        return Array(lines.suffix(limit))
    }

    private func prependText(to lines: inout [Placed], before place: LinePlace, limit: Int) {
        guard let text else { return }
        var offset = max(text.end, 1)
        if place.part == .text {
            offset = place.offset
            if place.line > 0, let segment = text.segment(holding: place.offset) {
                lines = layOut(segment, of: text).filter { $0.place < place } + lines
                offset = segment.range.lowerBound
            }
        }
        while lines.count < limit, let segment = text.segment(before: offset) {
            lines = layOut(segment, of: text) + lines
            offset = segment.range.lowerBound
        }
    }

    private func placed(_ lines: [ThreadLayout.Line], _ part: LinePlace.Part, from first: Int) -> [Placed] {
        lines.enumerated().dropFirst(first).map { Placed(place: LinePlace(part: part, offset: $0), content: $1) }
    }

    private func layOut(_ segment: TextSegments.Segment, of text: TextSegments) -> [Placed] {
        let lines: [ThreadLayout.Line] =
            segment.quotedLines.map { [.quote(lines: $0)] } ?? ThreadLayout.wrapped(text.string(segment), width)
        return lines.enumerated().map { index, line in
            Placed(place: LinePlace(part: .text, offset: segment.range.lowerBound, line: index), content: line)
        }
    }
}

extension RowLines {
    /// The place from which the last lines fill a pane.
    package func lastTop(height: Int) -> LinePlace {
        lines(before: .end, limit: height).first?.place ?? .top
    }

    /// The place from which a pane that began at another one shows what is so many lines further on; the pane
    /// stays full. Negative: back.
    package func top(_ count: Int, from place: LinePlace, height: Int) -> LinePlace {
        guard count > 0 else {
            return count == 0 ? place : lines(before: place, limit: -count).first?.place ?? .top
        }
        let further = lines(from: place, limit: count + height)
        return further.count < count + height ? lastTop(height: height) : further[count].place
    }

    /// What a pane shows that begins at a place. Where the text has become shorter it is the end of it.
    package func shown(from place: LinePlace, height: Int) -> [Placed] {
        let lines = lines(from: place, limit: height)
        return lines.count < height ? self.lines(before: .end, limit: height) : lines
    }

    /// Whether a quote of it is shown as one line. Looks through all of the text, and lays nothing out.
    var hasFoldedQuote: Bool {
        guard let text, text.foldsQuotesOver != nil, text.text.utf8.contains(UInt8(ascii: ">")) else { return false }
        var next = text.segment(at: 0)
        while let segment = next {
            if segment.quotedLines != nil { return true }
            next = text.segment(at: segment.next)
        }
        return false
    }

    /// Whether there is something below what a pane shows.
    package func goesOn(below place: LinePlace, height: Int) -> Bool {
        lines(from: place, limit: height + 1).count > height
    }
}
