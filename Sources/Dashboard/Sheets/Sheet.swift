import Conversations
import Screen

/// Something to read over the whole screen: about a message, the imports. It is closed again with `q`.
package struct Sheet: Equatable, Sendable {
    /// What it is about.
    package enum Subject: Equatable, Sendable {
        case message(Digest)
        case imports
        case history
        /// What others wrote to a conversation and did not send.
        case drafts(Digest)
        /// A page of the manual, by its name.
        case manual(String)
        /// Why a conversation is where it is.
        case explanation(Digest)
        /// The human behind a message.
        case person(Digest)
        /// Figures for a period.
        case report(ReportQuery)
    }

    /// One entry before it is broken into lines. Texts are raw: the pane makes them safe.
    package enum Entry: Equatable, Sendable {
        case heading(Phrase)
        /// A name, and what it is.
        case fact(Phrase, Phrase)
        /// A name, and outside text as it is, hidden characters named.
        case quote(Phrase, String)
        /// Outside text as it is over the whole width.
        case text(String)
        /// What is typed, and what it means.
        case term(String, String)
        case line(Phrase)
        /// One line that can be selected.
        case item(Phrase, isDim: Bool)
        /// A line of a chart that can be selected.
        case bar(ReportBar)
        case figure(ReportFigure)
        /// What follows stands beside what is before where there is room; else below it.
        case columnBreak
        case blank

        /// Whether it can be selected.
        var isSelectable: Bool {
            switch self {
            case .item, .bar: true
            default: false
            }
        }
    }

    package let subject: Subject
    /// What it says; empty until the runtime has brought it.
    package internal(set) var entries: [Entry] = []
    package internal(set) var isLoaded = false
    /// Lines that are scrolled out above.
    package internal(set) var top = 0
    /// The line that a search found last.
    package internal(set) var found: Int?
    /// What was searched for last.
    var searched = ""
    /// The selected item, counted among the items; nil: there is nothing to select.
    package internal(set) var selected: Int?

    package init(_ subject: Subject) {
        self.subject = subject
    }

    mutating func show(_ entries: [Entry]) {
        self.entries = entries
        isLoaded = true
        found = nil
        selected = itemCount == 0 ? nil : min(selected ?? 0, itemCount - 1)
    }

    /// Shows what was loaded anew.
    /// - Parameter index: where what was selected stands now; nil: it is gone.
    mutating func show(_ entries: [Entry], selecting index: Int?, size: Size) {
        show(entries)
        guard let index else { return }
        selected = index
        move(by: 0, size: size)
    }

    private var itemCount: Int {
        entries.count(where: \.isSelectable)
    }

    /// Moves the selection, and where there is none, the lines.
    mutating func move(by count: Int, size: Size) {
        guard let selected else { return scroll(by: count, size: size) }
        let index = min(max(selected + count, 0), itemCount - 1)
        self.selected = index
        let lines = lines(columns: size.columns)
        let line = lines.firstIndex { $0.numbers.contains(index) } ?? 0
        // What stands above the first item and below the last is shown with it, where there is room.
        let first = index == 0 ? 0 : line
        let last = index == itemCount - 1 ? lines.count - 1 : line
        top = min(max(top, last - Self.height(size) + 1), first)
        top = min(max(top, line - Self.height(size) + 1), line)
    }

    private mutating func scroll(by count: Int, size: Size) {
        let last = max(0, lines(columns: size.columns).count - Self.height(size))
        top = min(max(top + count, 0), last)
    }

    /// Lines between the title and the last line of the screen.
    package static func height(_ size: Size) -> Int {
        max(1, size.rows - 2)
    }
}

extension Sheet {
    /// One line on the screen.
    package enum Line: Equatable, Sendable {
        case heading(Phrase)
        case fact(Phrase, Phrase)
        /// `name` stands before the first line of a quotation only.
        case quote(name: Phrase?, SafeText)
        case text(SafeText)
        /// What is typed, where it is too long to stand beside what it means.
        case term(SafeText)
        /// What is typed, and the first line of what it means.
        case termLine(SafeText, SafeText)
        case line(Phrase)
        /// `number` counts the items.
        case item(Phrase, isDim: Bool, number: Int)
        case bar(ReportBar, number: Int)
        case figure(ReportFigure)
        /// Two lines beside each other; nil: nothing there.
        indirect case pair(Line?, Line?)
        case blank
    }

    /// Cells before the value of a fact.
    package static func nameColumns(_ columns: Int) -> Int {
        columns >= 60 ? 18 : 13
    }

    /// All lines at a width.
    package func lines(columns: Int) -> [Line] {
        guard let parting = entries.firstIndex(of: .columnBreak), columns >= Self.pairColumns else {
            return Self.lines(of: entries[...], columns: columns, from: 0)
        }
        let (left, right) = (entries[..<parting], entries[(parting + 1)...])
        return Self.beside(
            Self.lines(of: left, columns: columns / 2 - 2, from: 0),
            Self.lines(of: right, columns: columns - columns / 2, from: left.count(where: \.isSelectable)))
    }

    /// Two columns stand beside each other from this width on.
    package static let pairColumns = 120

    private static func beside(_ left: [Line], _ right: [Line]) -> [Line] {
        (0..<max(left.count, right.count)).map { index in
            .pair(
                left.indices.contains(index) ? left[index] : nil, right.indices.contains(index) ? right[index] : nil)
        }
    }

    /// - Parameter first: the number of the first item.
    private static func lines(of entries: ArraySlice<Entry>, columns: Int, from first: Int) -> [Line] {
        var items = first
        return entries.flatMap { entry -> [Line] in
            defer { items += entry.isSelectable ? 1 : 0 }
            switch entry {
            case .item(let phrase, let isDim): return [.item(phrase, isDim: isDim, number: items)]
            case .bar(let bar): return [.bar(bar, number: items)]
            default: return lines(of: entry, columns: columns)
            }
        }
    }

    private static func lines(of entry: Entry, columns: Int) -> [Line] {
        switch entry {
        case .heading(let phrase): return [.heading(phrase)]
        case .fact(let name, let value): return [.fact(name, value)]
        case .line(let phrase): return [.line(phrase)]
        case .figure(let figure): return [.figure(figure)]
        case .blank, .item, .bar, .columnBreak: return [.blank]
        case .quote(let name, let raw):
            return wrapped(raw, to: columns - nameColumns(columns)).enumerated().map { index, text in
                .quote(name: index == 0 ? name : nil, text)
            }
        case .text(let raw): return wrapped(raw, to: columns - 2).map(Line.text)
        case .term(let term, let meaning): return lines(of: term, meaning, columns: columns)
        }
    }

    private static func lines(of term: String, _ meaning: String, columns: Int) -> [Line] {
        let texts = wrapped(meaning, to: columns - nameColumns(columns))
        let safe = SafeText(term)
        guard safe.columns <= nameColumns(columns) - 2, let first = texts.first else {
            return [.term(safe)] + texts.map { .quote(name: nil, $0) }
        }
        return [.termLine(safe, first)] + texts.dropFirst().map { .quote(name: nil, $0) }
    }

    private static func wrapped(_ raw: String, to columns: Int) -> [SafeText] {
        SafeText.lines(of: raw).flatMap { $0.isEmpty ? [$0] : $0.wrapped(to: max(columns, 8)) }
    }
}
