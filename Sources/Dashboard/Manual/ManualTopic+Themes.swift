import Screen

extension ManualTopic {
    /// How themes are chosen and what they can colour, out of the table of roles.
    package static let themes = ManualTopic(
        name: "themes", summary: Phrase("themes: colours, and what they can colour"), isEnglishOnly: true,
        blocks: [
            .paragraph(
                Phrase(
                    "%1",
                    "`:theme` chooses a theme and shows it at once; `theme` in the settings fixes it. Files in `themes` beside the settings are themes of your own; `lotse themes` lists all, `lotse themes lint` checks whether they can be read."
                )), .heading(Phrase("%1", "Roles")),
        ]
            + Role.allCases.map { role in
                .entry([role.rawValue], Phrase("%1", role.summary))
            })
}
