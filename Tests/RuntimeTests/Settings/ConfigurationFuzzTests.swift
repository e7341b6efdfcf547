import Foundation
import Screen
import TestSupport
import Testing

@testable import Runtime

/// Whatever a settings file holds, it is settings or an error with words. Seeds are fixed: a failure comes again.
@Suite struct ConfigurationFuzzTests {
    private static let signs = Array("[]{}=\"'#.,:\\\n \t-+0123456789abcdefxinftrueTZ_keysmacros".utf8)

    /// - Returns: whether it is settings.
    @discardableResult private func read(_ text: String) -> Bool {
        do {
            let configuration = try Configuration(toml: text, file: "config.toml")
            for finding in configuration.keyFindings { check(finding.sentence, finding.place, text) }
            for finding in configuration.macroFindings { check(finding.sentence, finding.place, text) }
            return true
        } catch {
            #expect(!error.sentence.english.isEmpty)
            return false
        }
    }

    private func check(_ sentence: Phrase, _ place: ConfigurationError.Place, _ text: String) {
        #expect(sentence.english.hasPrefix("config.toml:\(place.line): "))
        #expect((1...(text.utf8.count { $0 == 10 } + 1)).contains(place.line), "\(text.debugDescription)")
    }

    @Test(arguments: UInt64(1)...40)
    func `random bytes are settings or an error`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for round in 0..<50 {
            let count = Int.random(in: 0..<400, using: &random)
            let bytes = (0..<count).map { _ in
                round.isMultiple(of: 2)
                    ? Self.signs.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
            }
            read(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// The file that `lotse config --init` writes, with everything in force.
    private static let whole = Configuration.commentedDefault.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("#") && !$0.hasPrefix("# ") ? $0.dropFirst() : $0 }.joined(separator: "\n")

    @Test func `the commented settings are sound with everything in force`() throws {
        let configuration = try Configuration(toml: Self.whole, file: "config.toml")
        #expect(configuration.keyFindings == [] && configuration.macroFindings == [])
        #expect(!configuration.keys.isEmpty && configuration.macros.count == 2)
    }

    @Test(arguments: UInt64(1)...60)
    func `damaged settings are settings or an error`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            var bytes = Array(Self.whole.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(Self.signs.randomElement(using: &random) ?? 0, at: place)
                }
            }
            read(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static let naughty = [
        "", " ", "\u{0}", "\u{1B}]0;x\u{07}", "\u{202E}", "\u{FEFF}", "none", "null", "NaN", "inf", "true", "-1",
        "1e309", "0x10",
        "../../etc/passwd", "/dev/zero", "~", "$HOME", "%s%n%1", "\u{1F468}\u{200D}\u{1F469}", "Ａ", "İ", "ſ",
        "e\u{301}", "\r", "\t",
        "]", "\"\"\"", "'''", "#", "=", "[[keys]]", String(repeating: "a", count: 70_000),
    ]

    @Test(arguments: naughty)
    func `a naughty string is no setting that stops the program`(text: String) {
        let quoted = text.unicodeScalars.map { scalar -> String in
            scalar == "\"" || scalar == "\\"
                ? "\\" + String(scalar)
                : scalar.value < 0x20 || scalar.value == 0x7F
                    ? "\\u" + String(format: "%04X", scalar.value) : String(scalar)
        }.joined()
        for key in ["me", "editor", "theme", "language", "keys.inbox.x", "macros.m", "views.V.query", "views.V.sort"] {
            read("\(key) = \"\(quoted)\"\n")
        }
        read("[keys.inbox]\n\"\(quoted)\" = \"redo\"\n")
        read("[keys.\"\(quoted)\"]\nx = \"redo\"\n")
        read("[macros]\n\"\(quoted)\" = \"j\"\n")
        read(text)
    }
}
