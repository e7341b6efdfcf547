import Dashboard
import Screen

/// The manual page of a topic: the same blocks that `:help` shows.
struct TopicPage {
    let topic: ManualTopic
    /// `lotse-keys`
    let name: String
    let section: Int
    let references: String
    let date: String

    /// The pages that topics become, by the file's name.
    static func all(date: String) -> [String: String] {
        let topics = ManualTopics.all(.standard)
        let pages = numbered.compactMap { name, number, topic -> TopicPage? in
            guard let topic = topics.first(where: { $0.name == topic }) else { return nil }
            let others = numbered.filter { $0.name != name }.map { "`\($0.name)`(\($0.section))" }
            return TopicPage(
                topic: topic, name: name, section: number,
                references: (["`lotse`(1)"] + others).joined(separator: ", "),
                date: date)
        }
        return Dictionary(uniqueKeysWithValues: pages.map { ("\($0.name).\($0.section)", $0.text) })
    }

    /// The name and section of the page of each topic.
    static let numbered: [(name: String, section: Int, topic: String)] = [
        ("lotse-config", 5, "settings"), ("lotse-formats", 7, "formats"), ("lotse-keys", 7, "commands"),
        ("lotse-query", 7, "query"), ("lotse-themes", 7, "themes"),
    ]

    var text: String {
        var page = Roff(name: name, section: section, date: date)
        page.name(name, topic.summary.english)
        if case .paragraph = topic.blocks.first { page.section("Description") }
        for block in topic.blocks { add(block, to: &page) }
        page.section("See also")
        page.paragraph(references)
        return page.text
    }

    private func add(_ block: ManualTopic.Block, to page: inout Roff) {
        switch block {
        case .heading(let phrase): page.section(phrase.english)
        case .paragraph(let phrase): page.paragraph(phrase.english)
        case .entry(let forms, let phrase):
            page.entry(forms.map(Roff.bold).joined(separator: ", "), phrase.english)
        case .verbatim(let lines): page.verbatim(lines)
        }
    }
}
