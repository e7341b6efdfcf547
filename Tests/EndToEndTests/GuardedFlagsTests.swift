import Pseudoterminals
import Testing

/// The guard that gives the terminal back stands behind every dashboard, whichever flags open it.
@Suite struct GuardedFlagsTests {
    @Test(arguments: [
        [], ["--raw"], ["--raw", "--lang", "en"], ["--lang=en", "--raw"], ["--color", "never", "--raw"],
    ])
    func `a dashboard that is killed gives the terminal back`(flags: [String]) throws {
        let terminal = try Shop().open(flags)
        terminal.killChild()
        #expect(try terminal.waitForExit() == .exited(137))
        #expect(terminal.isGivenBack)
    }
}
