import Foundation
import Testing

/// Only what brings something into a store makes one.
@Suite struct StorePathTests {
    @Test(arguments: [
        ["list"], ["show", "0123abcd"], ["doctor"], ["log"], ["outbox", "list"], ["undo"], ["team", "list"],
    ])
    func `a command that reads makes no store out of a mistyped path`(command: [String]) throws {
        let lotse = try LotseProgram()
        let path = lotse.folder + "/mistyped/store.db"
        let result = try lotse.run(bytes: (command + ["--store", path]).map { Array($0.utf8) }, withStore: false)
        #expect(result.status == 1)
        #expect(result.err.contains("There is no store at"))
        #expect(!FileManager.default.fileExists(atPath: lotse.folder + "/mistyped"))
    }
}
