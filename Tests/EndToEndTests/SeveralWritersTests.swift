import Foundation
import Pseudoterminals
import TestSupport
import Testing

/// Promises P12 and P13: several processes write to one store at the same time.
@Suite struct SeveralWritersTests {
    private static let writers = 4
    private static let acts = 250

    @Test(arguments: 1...5)
    func `P12: four processes that write 250 acts each at once lose nothing, and none is told of a lock`(round: Int)
        throws
    {
        let home = try EveningTests.Home()
        let folder = home.folder + "/store"
        let processes = try (0..<Self.writers).map { _ in
            try Pseudoterminal(
                BuiltProducts.path("lotse"), ["_drive", folder, "--n", "\(Self.acts)"], environment: home.environment,
                directory: home.folder)
        }
        var acknowledged: [Substring] = []
        for process in processes {
            #expect(try process.waitForExit() == .exited(0))
            let lines = String(decoding: process.output, as: UTF8.self).split(whereSeparator: \.isNewline)
            acknowledged += lines.filter { $0.hasPrefix("ACK ") }.map { $0.dropFirst(4) }
            #expect(!lines.contains { $0.hasPrefix("FAIL") || $0.contains("lock") })
        }
        #expect(Set(acknowledged).count == Self.writers * Self.acts)
        let kept = try home.run("_check", folder).split(whereSeparator: \.isNewline)
        #expect(kept.first == "OK")
        #expect(Set(kept.filter { $0.hasPrefix("HAVE ") }.map { $0.dropFirst(5) }) == Set(acknowledged))
    }

    @Test func `processes that make one store at the same time all open it`() throws {
        let home = try EveningTests.Home()
        for round in 0..<5 {
            let processes = try (0..<Self.writers).map { _ in
                try Pseudoterminal(
                    BuiltProducts.path("lotse"), ["_drive", home.folder + "/store-\(round)", "--n", "1"],
                    environment: home.environment, directory: home.folder)
            }
            for process in processes {
                #expect(try process.waitForExit() == .exited(0))
                let said = String(decoding: process.output, as: UTF8.self)
                #expect(said.hasPrefix("ACK "), "\(said)")
            }
        }
    }

    @Test
    func `P12: one message decided on by two is in the log twice, one decision holds, and who lost is told`()
        throws
    {
        let shop = try Shop()
        let (anna, ben) = (try shop.open(config: "me = \"anna\""), try shop.open(config: "me = \"ben\""))
        for terminal in [anna, ben] { try terminal.send("\r", awaiting: "O open") }
        try anna.send("dp\r\r", awaiting: "decided: kept")
        try ben.wait("Anna's decision") { $0.text.contains("kept anna") }
        try ben.send("dlRegel 1\rGrund\r", awaiting: "decided: labelled")
        try anna.wait(for: "ben acted after you on the decision")
        let log = try shop.home.run("log", "--json").split(whereSeparator: \.isNewline)
        #expect(log.count { $0.contains("\"decision\"") && $0.contains("anna") } == 1)
        #expect(log.count { $0.contains("\"decision\"") && $0.contains("ben") } == 1)
        #expect(try shop.home.run("doctor", "--rebuild").contains("Both agree."))
    }

    @Test func `P13: a lock that somebody else holds freezes no key, is told, and what was done is done when it goes`()
        throws
    {
        let shop = try Shop()
        let terminal = try shop.open()
        let lock = try ForeignLock(shop.home.folder + "/data/lotse/store.db")
        try terminal.send("w", awaiting: "1 act waits for the store")
        try terminal.send("j", awaiting: "the second row") { $0.cursor.row == 2 }
        try terminal.send("?", awaiting: "Moving")
        try terminal.send("q", awaiting: "the list") { $0.text.contains("Kyoto") }
        lock.release()
        try terminal.wait("the act") { $0.text.contains("W:1") && !$0.text.contains("waits for the store") }
        #expect(try terminal.quit() == .exited(0))
    }
}
