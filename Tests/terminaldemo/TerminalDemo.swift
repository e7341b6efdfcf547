import Foundation
import Screen
import Terminal

/// A program for the tests of `Terminal`: it paints a grid and shows the keys it gets.
///
///     terminaldemo [--guard] [--marker]
///
/// `q` quits, `^Z` stops, `!` traps, `s` suspends, prints a line and resumes, `j` and `k` move a cursor.
@main
struct TerminalDemo {
    static func main() {
        let isGuarded = CommandLine.arguments.contains("--guard") && CrashGuard.start()
        do {
            try DemoLoop(terminal: Terminal(), isGuarded: isGuarded).run()
        } catch {
            print("no terminal: \(error)")
            exit(3)
        }
    }
}
