import Pseudoterminals
import Testing

@Suite struct UnknownTermTests {
    @Test func `a TERM that this machine does not know is told, with what is taken instead`() throws {
        let terminal = try Shop().open(term: "xterm-of-tomorrow", ready: "to answer")
        try terminal.wait(for: "TERM xterm-of-tomorrow is unknown here; drawn as for ")
        #expect(try terminal.quit() == .exited(0))
    }
}
