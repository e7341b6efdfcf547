import Pseudoterminals
import Testing

/// Promise P20: a file that may not grow (`ulimit -f`) is like a full disk. With a full disk itself: `make promises`.
@Suite struct FileLimitTests {
    @Test(arguments: ["list", "import posts.jsonl"])
    func `P20: where files may not grow a command ends with a sentence, not by a signal`(command: String) throws {
        let shop = try Shop()
        let terminal = try Pseudoterminal(
            "/bin/sh", ["-c", "ulimit -f 8; exec \"$0\" \(command)", BuiltProducts.path("lotse")], columns: 200,
            environment: shop.home.environment, directory: shop.home.folder)
        let ending = try terminal.waitForExit()
        #expect(ending == .exited(1), "\(ending)")
        #expect(terminal.screen.text.contains("lotse: The store failed") || terminal.screen.text.contains("disk"))
        #expect(try shop.home.run("list", "--json").components(separatedBy: "\"id\":").count == 4)
    }
}
