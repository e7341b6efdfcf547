import Dashboard
import Testing

@Suite struct ComposerLineTests {
    @Test(arguments: [
        (".", ComposerLine.send), (".draft", .draft), (".edit", .edit), (".show", .show), (".undo", .undo),
        ("..", .text(".")), ("..draft", .text(".draft")), ("...", .text("...")), ("...also", .text("...also")),
        ("", .text("")), (" .", .text(" .")), (". ", .text(". ")), (".Draft", .text(".Draft")),
    ])
    func `only whole words after a dot are no text, and a second dot makes them text`(
        line: String, meaning: ComposerLine
    ) {
        #expect(ComposerLine(line) == meaning)
    }
}
