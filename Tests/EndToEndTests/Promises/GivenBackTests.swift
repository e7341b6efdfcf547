import Glibc
import Pseudoterminals
import Testing

/// Promise P18: however lotse ends, the terminal is as it was. Each ending ten times.
@Suite struct GivenBackTests {
    enum Ending: CaseIterable, Sendable {
        case quit, terminated, interrupted, hungUp, aborted, trapped, killed, editorCrashed

        /// What it sends to the program behind the guard, if anything.
        var signal: Int32? {
            switch self {
            case .quit, .editorCrashed: nil
            case .terminated: SIGTERM
            case .interrupted: SIGINT
            case .hungUp: SIGHUP
            case .aborted: SIGABRT
            case .trapped: SIGILL
            case .killed: SIGKILL
            }
        }
    }

    /// The program itself: the guard's child.
    private func program(of shop: Shop, _ terminal: Pseudoterminal) throws -> Int32 {
        try #require(shop.processes().first { $0 != terminal.processIdentifier })
    }

    private func end(_ terminal: Pseudoterminal, by ending: Ending, _ shop: Shop) throws {
        if let signal = ending.signal {
            kill(try program(of: shop, terminal), signal)
        } else if ending == .editorCrashed {
            try terminal.send("rx\u{18}\u{05}", awaiting: "the text stays as it was")
            try terminal.leaveComposer()
            terminal.send("qq")
        } else {
            terminal.send("q")
        }
        _ = try terminal.waitForExit()
    }

    @Test(arguments: Ending.allCases) func `P18: ten of ten times the terminal is given back`(ending: Ending) throws {
        let shop = try Shop()
        let editor = try shop.editor("kill -9 $$\n")
        for round in 1...10 {
            let terminal = try shop.open(environment: editor)
            #expect(terminal.screen.isAlternate && !terminal.isGivenBack)
            try end(terminal, by: ending, shop)
            #expect(terminal.isGivenBack && !terminal.screen.isAlternate, "\(ending) \(round)")
            #expect(terminal.screen.isCursorVisible, "\(ending) \(round)")
            #expect(shop.processCount() == 0)
        }
    }
}
