import Conversations
import Dashboard
import Screen

/// Says things in lines, for people who hear or feel the screen: words instead of marks, no column, no colour.
package struct Voice: Sendable {
    package var catalogue: Catalogue
    package var now: Moment
    /// Seconds east of UTC.
    package var zoneOffset: Int

    package init(catalogue: Catalogue, now: Moment, zoneOffset: Int) {
        self.catalogue = catalogue
        self.now = now
        self.zoneOffset = zoneOffset
    }

    func say(_ phrase: Phrase) -> SafeText {
        SafeText(catalogue.say(phrase))
    }

    /// Parts with commas between them, each raw.
    func list(_ parts: [Phrase]) -> String {
        parts.map(catalogue.say).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func name(_ raw: String) -> Phrase {
        Phrase("%1", SafeText.name(raw).plain)
    }

    func time(_ moment: Moment) -> Phrase {
        Phrase("%1 (%2)", LocalTime(moment, zoneOffset: zoneOffset).text, agePhrase(since: moment, now: now))
    }

    /// Outside text of some lines as one, in quotation marks.
    func quoted(_ raw: String) -> Phrase {
        Phrase("%1", "\"" + raw.split(whereSeparator: \.isNewline).joined(separator: " ") + "\"")
    }
}
