import Conversations
import Screen

extension Sheet {
    /// How a search in a sheet came out.
    enum SearchEnd: Equatable {
        case found
        /// It went on from the other end.
        case wrapped
        case nothing
    }

    /// Goes to the next line that holds all words; of a sheet with items, to the next item.
    mutating func search(_ words: String, _ direction: PageDirection, size: Size, catalogue: Catalogue) -> SearchEnd {
        searched = words
        let lines = lines(columns: size.columns)
        let wanted = FoldedWords(words)
        let hits = lines.indices.filter {
            wanted.match(lines[$0].text(catalogue)) && (selected == nil || lines[$0].number != nil)
        }
        let from = selected.flatMap { number in lines.firstIndex { $0.number == number } } ?? found
        let ahead =
            direction == .older
            ? hits.first { $0 > from ?? -1 } : hits.last { $0 < from ?? lines.count }
        guard let hit = ahead ?? (direction == .older ? hits.first : hits.last) else { return .nothing }
        show(line: hit, of: lines, size: size)
        return ahead == nil ? .wrapped : .found
    }

    private mutating func show(line: Int, of lines: [Line], size: Size) {
        found = line
        if let number = lines[line].number { selected = number }
        let height = Self.height(size)
        guard line < top || line >= top + height else { return }
        // A third of the screen above says where one is.
        top = min(max(0, line - height / 3), max(0, lines.count - height))
    }
}

extension Sheet.Line {
    /// The item's number; nil: it is none.
    var number: Int? { if case .item(_, _, let number) = self { number } else { nil } }

    /// Its words as they are shown.
    fileprivate func text(_ catalogue: Catalogue) -> String {
        switch self {
        case .heading(let phrase), .line(let phrase), .item(let phrase, _, _): catalogue.say(phrase)
        case .fact(let name, let value): catalogue.say(name) + " " + catalogue.say(value)
        case .quote(let name, let text): (name.map(catalogue.say) ?? "") + " " + text.plain
        case .text(let text), .term(let text): text.plain
        case .termLine(let term, let text): term.plain + " " + text.plain
        case .blank: ""
        }
    }
}
