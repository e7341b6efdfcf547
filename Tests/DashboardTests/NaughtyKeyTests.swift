import Screen
import TestSupport
import Testing

@testable import Dashboard

/// Naughty strings in the settings of keys: wherever one stands, a keymap comes out, and it has a way out.
@Suite struct NaughtyKeyTests {
    @Test func `a naughty string is no binding that hides another`() {
        for string in NaughtyStrings.all {
            for changes in [
                ["inbox": [string: "resolve"]], ["inbox": ["x": string]], [string: ["x": "resolve"]],
                ["inbox": ["ctrl-\(string)": ":\(string)"]],
            ] {
                let (keymap, findings) = Keymap.judged(changes)
                #expect(findings.count <= 2, "\(changes)")
                let all = Set(keymap.sequences(in: .inbox))
                for keys in all {
                    #expect(
                        !keys.indices.dropFirst().contains { all.contains(Array(keys[..<$0])) }, "\(changes) \(keys)")
                }
            }
        }
    }

    @Test func `a naughty string is a key that its own name means again, or none`() {
        for string in NaughtyStrings.all {
            for name in [string, "ctrl-" + string, "alt-" + string] {
                guard let key = Key(named: name) else { continue }
                #expect(Key(named: key.name) == key, "\(name.debugDescription)")
            }
        }
    }
}
