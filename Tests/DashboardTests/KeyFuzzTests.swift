import Conversations
import Screen
import TestSupport
import Testing

@testable import Dashboard

/// Whatever the settings say of keys and macros, there is a keymap and findings. Seeds are fixed: a failure comes again.
@Suite struct KeyFuzzTests {
    private static let names = [
        "g", "g g", "G", "ctrl-", "ctrl-i", "control-I", "alt-", "meta-x", "shift-tab", "f5", "f0",
        "f99999999999999999999",
        "space", " ", "", "  ", "g  g", "none", "ctrl-ctrl-x", "\u{0}", "\u{1B}[A", "ä", "e\u{301}", "👩‍👩‍👧", "\u{202E}x",
        "İ", "ß",
        "ctrl-ß", "CTRL-X CTRL-S", "enter", "return", "Enter enter enter", String(repeating: "x ", count: 500),
    ]
    private static let values = [
        "resolve", "redo", "none", "", ":", ": ", ":resolve", "play x", "label a b", "redo now", "\u{0}", "résolve",
        "🙂", "command-line", "\n", "play", String(repeating: "label ", count: 2000),
    ]

    private func pick(_ list: [String], _ random: inout SplitMix64) -> String {
        guard Int.random(in: 0..<4, using: &random) == 0 else { return list.randomElement(using: &random) ?? "" }
        let count = Int.random(in: 0..<12, using: &random)
        return String(decoding: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
    }

    @Test(arguments: UInt64(1)...120)
    func `bindings of any names and values give a keymap in which nothing hides another`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<5 {
            var changes: [String: [String: String]] = [:]
            for _ in 0..<Int.random(in: 0..<12, using: &random) {
                let context = pick(KeyContext.allCases.map(\.rawValue), &random)
                changes[context, default: [:]][pick(Self.names, &random)] = pick(Self.values, &random)
            }
            check(changes)
        }
    }

    private func check(_ changes: [String: [String: String]]) {
        let (keymap, findings) = Keymap.judged(changes)
        #expect(findings.count <= changes.values.reduce(changes.count) { $0 + $1.count })
        #expect(Keymap.judged(changes).findings == findings)
        for context in KeyContext.allCases {
            let all = keymap.sequences(in: context)
            for keys in all {
                #expect(!all.contains { $0.count > keys.count && $0.starts(with: keys) }, "\(changes) \(keys)")
                #expect(!keymap.bound(in: context).contains { $0.bound == .line("") })
            }
        }
    }

    @Test(arguments: UInt64(1)...200)
    func `a name is a key whose own name means it again, or none`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let name = pick(Self.names, &random) + pick(Self.names, &random)
            guard let key = Key(named: name) else { continue }
            #expect(Key(named: key.name) == key, "\(name.debugDescription)")
        }
    }

    private static let pieces = [
        "j", " ", "\"", "enter", "quote", "ctrl-x", ":", ":label x", "\n", "\r\n", "ä", "\u{301}", "\\", "\u{0}",
        "spaec",
        "\u{2028}", "👩‍👩‍👧", "@", "a",
    ]

    @Test(arguments: UInt64(1)...300)
    func `a text is a macro that can be written and read again, or a problem`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for round in 0..<20 {
            let count = Int.random(in: 0..<14, using: &random)
            let text =
                round.isMultiple(of: 4)
                ? String(decoding: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
                : (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            guard let macro = try? Macro(name: "a", text: text) else { continue }
            #expect(macro.steps.count <= Macro.stepLimit && !macro.steps.isEmpty)
            let again = try Macro(name: "a", text: macro.text)
            #expect(again.steps == macro.steps, "\(text.debugDescription) \(macro.text.debugDescription)")
        }
    }
}
