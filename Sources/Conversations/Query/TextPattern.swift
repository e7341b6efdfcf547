import CPCRE2
import Synchronization

/// Why PCRE2 does not understand a regular expression.
package struct TextPatternError: Error, Equatable, Sendable {
    /// In Unicode scalars from the pattern's beginning.
    package var offset: Int
    /// PCRE2's own words, in English.
    package var reason: String
}

/// A regular expression that is looked for in texts, in any case, by PCRE2 (pcre.org, pcre2api(3)). It takes a limited
/// number of steps per text, so that no pattern and no text makes it hang (P30 in reliability.md).
package final class TextPattern: Sendable {
    package enum Verdict: Equatable, Sendable {
        case found, notFound
        /// It took too many steps; nobody knows.
        case undecided
    }

    /// Steps that a text of so many bytes may take: looking at each place costs a few, and some are free.
    static func stepLimit(bytes: Int) -> Int { 50_000 + 4 * bytes }

    /// PCRE2's memory for a match serves one match at a time.
    private let program: Mutex<PatternProgram>

    /// - Throws: what is wrong with the pattern, and where.
    package init(_ pattern: String) throws(TextPatternError) {
        program = Mutex(try PatternProgram(pattern))
    }

    /// Whether it is anywhere in the text.
    package func verdict(on text: String) -> Verdict {
        program.withLock { $0.verdict(on: text) }
    }
}

/// What a match may still cost. PCRE2's own limits begin anew at each place where a match could start, which lets a
/// simple pattern take the square of a text's length; this one is for the whole text.
private struct StepBudget {
    var left: Int
    var position = 0

    /// Characters that a repetition runs over cost less than its tries.
    private static let runPerStep = 32

    /// - Returns: whether there is anything left.
    mutating func spend(movingTo next: Int) -> Bool {
        left -= 1 + abs(next - position) / Self.runPerStep
        position = next
        return left > 0
    }
}

/// A compiled pattern with what a match needs, freed with it.
private struct PatternProgram: ~Copyable {
    private let code: OpaquePointer
    private let data: OpaquePointer
    private let context: OpaquePointer
    private let budget: UnsafeMutablePointer<StepBudget>

    /// For what a match remembers while it runs, in KiB.
    private static let heapLimit: UInt32 = 2048
    /// Steps from one place of a text, a second guard.
    private static let stepsFromOnePlace: UInt32 = 100_000

    init(_ pattern: String) throws(TextPatternError) {
        let code = try Self.compile(pattern)
        guard let data = pcre2_match_data_create_8(1, nil) else {
            pcre2_code_free_8(code)
            throw TextPatternError(offset: 0, reason: "no memory")
        }
        guard let context = pcre2_match_context_create_8(nil) else {
            pcre2_match_data_free_8(data)
            pcre2_code_free_8(code)
            throw TextPatternError(offset: 0, reason: "no memory")
        }
        budget = .allocate(capacity: 1)
        budget.initialize(to: StepBudget(left: 0))
        pcre2_set_match_limit_8(context, Self.stepsFromOnePlace)
        pcre2_set_heap_limit_8(context, Self.heapLimit)
        pcre2_set_callout_8(
            context,
            { block, budget in
                guard let block, let budget = budget?.assumingMemoryBound(to: StepBudget.self) else { return 0 }
                return budget.pointee.spend(movingTo: block.pointee.current_position) ? 0 : PCRE2_ERROR_CALLOUT
            }, budget)
        self.code = code
        self.data = data
        self.context = context
    }

    deinit {
        pcre2_match_context_free_8(context)
        pcre2_match_data_free_8(data)
        pcre2_code_free_8(code)
        budget.deinitialize(count: 1)
        budget.deallocate()
    }

    private static func compile(_ pattern: String) throws(TextPatternError) -> OpaquePointer {
        let bytes = Array(pattern.utf8)
        var error: Int32 = 0
        var offset = 0
        let options =
            PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C
            | PCRE2_AUTO_CALLOUT
        if let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, nil) { return code }
        let scalars = String(decoding: bytes.prefix(offset), as: UTF8.self).unicodeScalars.count
        throw TextPatternError(offset: scalars, reason: words(of: error))
    }

    private static func words(of error: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = pcre2_get_error_message_8(error, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer.prefix(Int(count)), as: UTF8.self) : "error \(error)"
    }

    borrowing func verdict(on text: String) -> TextPattern.Verdict {
        var text = text
        let result = text.withUTF8 { bytes in
            budget.pointee = StepBudget(left: TextPattern.stepLimit(bytes: bytes.count))
            return pcre2_match_8(code, bytes.baseAddress, bytes.count, 0, 0, data, context)
        }
        switch result {
        case 0...: return .found
        case PCRE2_ERROR_NOMATCH: return .notFound
        default: return .undecided
        }
    }
}
