import Conversations
import Screen

/// One line of a chart that can be selected: what it is, how many, and a bar as long as that.
package struct ReportBar: Equatable, Sendable {
    /// May be outside text.
    package var label: Phrase
    package var value: Int
    /// What fills the whole bar.
    package var largest: Int
    /// What else there is to say; nil: nothing.
    package var note: Phrase?
    /// Whether some bar of its chart has a note, for which all leave room: they have one scale.
    package var leavesRoom = false
    /// Finds the conversations that it counts, or those of the messages.
    package var query: QueryNode

    /// In words: what a screen reader says.
    package var words: Phrase {
        note.map { Phrase("%1: %2, %3", label, value, $0) } ?? Phrase("%1: %2", label, value)
    }

    /// Its parts in order; together at most `columns` wide.
    /// - Parameter words: what label and note may hold, where that is more than what the bar may.
    package func pieces(
        columns: Int, repertoire: Repertoire, words: Repertoire? = nil, catalogue: Catalogue
    ) -> (label: SafeText, value: SafeText, bar: SafeText, note: SafeText) {
        let name = min(max(columns * 2 / 5, 10), 28)
        let count = SafeText(String(value))
        let label = SafeText(catalogue.say(label), repertoire: words ?? repertoire)
        let note =
            note.map { SafeText(" ") + SafeText(catalogue.say($0), repertoire: words ?? repertoire) } ?? SafeText()
        let room = max(0, columns - name - 8)
        let shown = note.columns <= room - room / 2 ? note : SafeText()
        let length = leavesRoom ? room / 2 : room
        let bar = ChartBar.text(value, of: largest, columns: length, repertoire: repertoire)
        let mark = Glyphs.of(repertoire).ellipsis
        return (
            label.truncated(to: name - 1, mark: mark).padded(to: name),
            SafeText.blanks(max(0, 6 - count.columns)) + count + SafeText(" "), bar, shown
        )
    }
}
