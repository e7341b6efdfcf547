import Screen

/// Macros that play, each called by the one before it. They go on step by step, as soon as what the last step asked
/// for is answered.
package struct MacroRun: Equatable, Sendable {
    private struct Frame: Equatable {
        let macro: Macro
        /// How many times it is still to be played after this one.
        var rounds: Int
        /// The step that comes next.
        var next = 0
    }

    private var frames: [Frame] = []
    private var steps = 0
    /// Why the step that was done last stops everything, besides what the status line says.
    var trouble: Phrase?
    /// Keys that somebody typed meanwhile.
    var held: [Key] = []

    /// Macros that may play in each other.
    static let depthLimit = 8
    /// Steps that one run may have, all macros in it counted.
    static let stepLimit = 10_000

    /// - Returns: what forbids it; nil: it plays next.
    mutating func call(_ macro: Macro, times: Int) -> Phrase? {
        guard frames.count < Self.depthLimit else {
            return Phrase("more than %1 macros play in each other", Self.depthLimit)
        }
        frames.append(Frame(macro: macro, rounds: max(1, times) - 1))
        return nil
    }

    /// The next step; nil: all is done.
    mutating func next() -> Macro.Step? {
        while let frame = frames.last {
            if frame.next < frame.macro.steps.count {
                steps += 1
                frames[frames.count - 1].next += 1
                return frame.macro.steps[frame.next]
            }
            guard frame.rounds > 0 else {
                frames.removeLast()
                continue
            }
            frames[frames.count - 1].rounds -= 1
            frames[frames.count - 1].next = 0
        }
        return nil
    }

    var isTooLong: Bool { steps >= Self.stepLimit }

    /// The macros that play, the outermost first.
    package var name: String { frames.map(\.macro.name).joined(separator: " > ") }

    /// Where the last step stands: the macro, the step's number and what it is.
    var place: Phrase {
        guard let frame = frames.last, frame.next > 0 else { return Phrase("%1", name) }
        let step = frame.macro.steps[frame.next - 1]
        return Phrase("%1, step %2 of %3 (%4)", name, frame.next, frame.macro.steps.count, step.name)
    }
}
