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
        let from = selected.flatMap { number in lines.firstIndex { $0.numbers.contains(number) } } ?? found
        let ahead =
            direction == .older
            ? hits.first { $0 > from ?? -1 } : hits.last { $0 < from ?? lines.count }
        guard let hit = ahead ?? (direction == .older ? hits.first : hits.last) else { return .nothing }
        show(line: hit, number: lines[hit].number(in: catalogue, where: wanted.match), of: lines, size: size)
        return ahead == nil ? .wrapped : .found
    }

    private mutating func show(line: Int, number: Int?, of lines: [Line], size: Size) {
        found = line
        if let number { selected = number }
        let height = Self.height(size)
        guard line < top || line >= top + height else { return }
        // A third of the screen above says where one is.
        top = min(max(0, line - height / 3), max(0, lines.count - height))
    }
}

extension Sheet {
    /// The line of a chart that is selected.
    var selectedBar: ReportBar? {
        guard let selected else { return nil }
        let items = entries.filter(\.isSelectable)
        guard items.indices.contains(selected), case .bar(let bar) = items[selected] else { return nil }
        return bar
    }
}

extension Sheet.Line {
    /// The item's number; nil: it is none.
    var number: Int? { numbers.first }

    /// Of all items that stand in it.
    package var numbers: [Int] {
        switch self {
        case .item(_, _, let number), .bar(_, let number): [number]
        case .pair(let left, let right): (left?.numbers ?? []) + (right?.numbers ?? [])
        default: []
        }
    }

    /// The number of its item, of two beside each other the one whose words are meant.
    fileprivate func number(in catalogue: Catalogue, where isMeant: (String) -> Bool) -> Int? {
        guard case .pair(let left, let right) = self else { return number }
        let halves = [left, right].compactMap(\.self).filter { !$0.numbers.isEmpty }
        return (halves.first { isMeant($0.text(catalogue)) } ?? halves.first)?.number
    }

    /// Its words as they are shown.
    fileprivate func text(_ catalogue: Catalogue) -> String {
        switch self {
        case .heading(let phrase), .line(let phrase), .item(let phrase, _, _): catalogue.say(phrase)
        case .fact(let name, let value): catalogue.say(name) + " " + catalogue.say(value)
        case .quote(let name, let text): (name.map(catalogue.say) ?? "") + " " + text.plain
        case .text(let text), .term(let text): text.plain
        case .termLine(let term, let text): term.plain + " " + text.plain
        case .bar(let bar, _): catalogue.say(bar.words)
        case .figure(let figure): figure.words.map(catalogue.say) ?? ""
        case .pair(let left, let right): [left, right].compactMap { $0?.text(catalogue) }.joined(separator: " ")
        case .blank: ""
        }
    }
}
