import Testing

@testable import Screen

@Suite struct KeyNameTests {
    private static let keys: [Key] =
        [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown, .controlLeft, .controlRight, .alt("\r"), .alt("\u{7F}"), .alt(" "), .alt("x"),
            .alt("X"),
            .alt("-"), .character(" "), .character("-"), .character("G"), .character("ß"), .character("👍🏽"),
            .character("f"),
            .control("@"), .control("\\"), .control("]"), .control("^"), .control("_"),
        ] + "abcdefgjklnopqrstuvwxyz".map { .control($0) } + (1...12).map { .function($0) }

    @Test(arguments: keys)
    func `a key's name leads back to it`(key: Key) {
        #expect(Key(named: key.name) == key)
    }

    @Test(arguments: [
        ("ctrl-a", Key.control("a")), ("Ctrl-A", .control("a")), ("alt-left", .controlLeft), ("enter", .enter),
        ("pgdn", .pageDown), ("PageDown", .pageDown), ("space", .character(" ")), ("j", .character("j")),
        ("G", .character("G")), ("meta-x", .alt("x")), ("f5", .function(5)), ("esc", .escape), ("shift-tab", .backTab),
        ("ctrl-i", .tab), ("ctrl-m", .enter), ("ctrl-h", .backspace), ("ctrl-[", .escape),
        ("ctrl-space", .control("@")),
    ])
    func `people's names for keys are understood`(name: String, key: Key) {
        #expect(Key(named: name) == key)
    }

    @Test(arguments: [
        "", "ctrl-", "ctrl-ab", "alt-", "ctrl-ä", "f0", "f99", "f05", "nokey", "\u{1B}", " ", "paste", "\u{9B}",
        "alt-\u{1B}",
    ])
    func `what names no key is refused`(name: String) {
        #expect(Key(named: name) == nil)
    }
}
