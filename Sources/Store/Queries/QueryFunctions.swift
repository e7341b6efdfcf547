import Conversations
import Foundation
import GRDB
import Synchronization

/// What queries need in SQL and SQLite has not.
enum QueryFunctions {
    /// Letters without their case, in any language and either composition.
    static func folded(_ text: String) -> String {
        text.lowercased().precomposedStringWithCanonicalMapping
    }

    /// `lotse_folded(text)`
    static let folding = DatabaseFunction("lotse_folded", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(folded)
    }
}

/// The regular expressions of one query while it runs, as the SQL function `lotse_matches(number, text)`.
final class PatternRun: Sendable {
    private struct State {
        var patterns: [TextPattern] = []
        var limitHits = 0
    }

    private let state = Mutex(State())

    /// Texts on which a pattern took too many steps; one that was looked at twice counts twice.
    var limitHits: Int { state.withLock { $0.limitHits } }

    /// The number of a pattern in SQL; nil: PCRE2 does not understand it.
    func add(_ pattern: String) -> Int? {
        guard let pattern = try? TextPattern(pattern) else { return nil }
        return state.withLock { state in
            state.patterns.append(pattern)
            return state.patterns.count - 1
        }
    }

    /// Runs `body` with the function in place.
    func with<Value>(_ database: Database, _ body: () throws -> Value) throws -> Value {
        let function = DatabaseFunction("lotse_matches", argumentCount: 2, pure: true) { [self] values in
            guard let number = Int.fromDatabaseValue(values[0]), let text = String.fromDatabaseValue(values[1]) else {
                return false
            }
            return isFound(number, in: text)
        }
        database.add(function: function)
        defer { database.remove(function: function) }
        return try body()
    }

    private func isFound(_ number: Int, in text: String) -> Bool {
        guard let pattern = state.withLock({ $0.patterns.indices.contains(number) ? $0.patterns[number] : nil }) else {
            return false
        }
        let verdict = pattern.verdict(on: text)
        if verdict == .undecided { state.withLock { $0.limitHits += 1 } }
        return verdict == .found
    }
}
