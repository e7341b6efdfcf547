import Foundation
import Screen
import TestSupport
import Testing

@testable import Runtime

/// Whatever a theme file holds, it is a theme or an error. Seeds are fixed: a failure comes again.
@Suite struct ThemeFuzzTests {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    private static func shipped() throws -> [String] {
        let folder = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "themes")
        return try ThemeFileTests.shippedNames.map {
            try String(contentsOf: folder.appending(path: $0 + ".toml"), encoding: .utf8)
        }
    }

    /// - Returns: whether it is a theme.
    @discardableResult private func read(_ text: String) -> Bool {
        do {
            let theme = try ThemeFile.theme(named: "t") { $0 == "t" ? SettingsText(text, file: "t.toml") : nil }
            for colors in ThemeLint.depths { _ = theme.reduced(to: colors) }
            return true
        } catch {
            #expect(!Catalogue.english.say(error.sentence).isEmpty)
            return false
        }
    }

    @Test(arguments: UInt64(1)...40)
    func `random bytes are a theme or an error`(seed: UInt64) {
        var randomness = SplitMix64(seed: seed)
        let signs = Array("[]{}=\"'#.,:\\\n \t-+0123456789abcdefxinftrueTZ_".utf8)
        for round in 0..<50 {
            let count = Int.random(in: 0..<400, using: &randomness)
            let bytes = (0..<count).map { _ in
                round.isMultiple(of: 2)
                    ? signs.randomElement(using: &randomness) ?? 0 : UInt8.random(in: 0...255, using: &randomness)
            }
            read(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test(arguments: UInt64(1)...40)
    func `a damaged theme is a theme or an error`(seed: UInt64) throws {
        var randomness = SplitMix64(seed: seed)
        let themes = try Self.shipped()
        for _ in 0..<25 {
            var bytes = Array(try #require(themes.randomElement(using: &randomness)).utf8)
            for _ in 0..<Int.random(in: 1...8, using: &randomness) { mutate(&bytes, &randomness) }
            read(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ randomness: inout SplitMix64) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &randomness)
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &randomness))
        switch Int.random(in: 0..<5, using: &randomness) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &randomness)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &randomness))
        case 3: bytes.removeSubrange(place...)
        default: bytes.insert(contentsOf: Array("\"'[{=.\n".utf8).shuffled(using: &randomness).prefix(2), at: place)
        }
    }

    /// A few that parsers stumble over, and the whole Big List of Naughty Strings where it lies beside the repository.
    private static func naughtyStrings() throws -> [String] {
        let file = tests.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "shared/hostile/blns.json")
        let few = [
            "", "\"", "'''", "\"\"\"", "\\", "]", "[[", "= =", "\u{0}", "\u{1B}[31m", "\u{202E}txt", "NaN", "inf", "-0",
            "1e999", "0x", "null", "true", "../../etc/passwd", "$(touch /tmp/x)", "a.b.c", "é", "👩‍👩‍👧", "#", "\r\n",
        ]
        guard let data = try? Data(contentsOf: file) else { return few }
        return few + (try JSONDecoder().decode([String].self, from: data))
    }

    @Test func `naughty strings stand wherever a word can`() throws {
        for string in try Self.naughtyStrings() {
            let quoted = "\"" + string.unicodeScalars.map(Self.escaped).joined() + "\""
            read(string)
            read("[roles]\n\(string) = { fg = 1 }")
            #expect(!read("name = \(quoted)\nroles.title = { fg = \(quoted) }"))
            read("background = \(quoted)")
            read("inherits = \(quoted)")
            read("[palette]\n\(quoted) = 1\n[roles]\ntitle = { fg = \(quoted) }")
            read("depth.\(quoted).roles.title = { bold = true }")
            read("[depth.16]\ninherits = '''\(string)'''")
        }
    }

    /// As TOML's basic strings write it.
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"", "\\": "\\" + String(scalar)
        case _ where scalar.value < 0x20 || scalar.value == 0x7F:
            "\\u" + String(0x10000 + scalar.value, radix: 16).dropFirst()
        default: String(scalar)
        }
    }
}
