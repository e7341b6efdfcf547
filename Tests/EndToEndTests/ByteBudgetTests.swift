import Foundation
import Pseudoterminals
import Testing

/// Complaint 11, flicker: what a key, the first screen and rest may cost on the wire, at 80x24.
@Suite struct ByteBudgetTests {
    private func demo(_ environment: [String: String] = [:], term: String = "xterm-256color") throws -> Pseudoterminal {
        let home = try EveningTests.Home()
        let terminal = try Pseudoterminal(
            BuiltProducts.path("lotse"), ["demo"], term: term,
            environment: home.environment.merging(environment) { $1 })
        terminal.owner = home
        try terminal.wait(for: "to answer")
        return terminal
    }

    /// Bytes of each of some steps down the list, which stands below the views.
    private func steps(_ terminal: Pseudoterminal, count: Int) throws -> [Int] {
        // The first screen may still be on its way, and the counts of the views come after it; then a step there and back.
        try terminal.wait("the counts of the views") { $0.rows[0].contains(#/Needs answer \d/#) }
        try terminal.send("j", awaiting: "row 1") { $0.cursor == (0, 2) }
        try terminal.send("k", awaiting: "row 0") { $0.cursor == (0, 1) }
        return try (1...count).map { row in
            let start = terminal.output.count
            try terminal.send("j", awaiting: "row \(row)") { $0.cursor == (0, row + 1) }
            return terminal.output.count - start
        }
    }

    @Test(arguments: ["xterm-256color", "screen", "linux", "vt100"])
    func `a step in the list costs at most 200 bytes`(term: String) throws {
        let costs = try steps(try demo(term: term), count: 15)
        #expect(costs.allSatisfy { $0 <= 200 }, "\(costs)")
    }

    @Test func `with a theme that has no bar a step costs at most 40 bytes`() throws {
        let shop = try Shop()
        let config = shop.home.folder + "/config/lotse"
        try FileManager.default.createDirectory(atPath: config + "/themes", withIntermediateDirectories: true)
        try "name = \"marker\"\ninherits = \"dark\"\n[roles]\n\"list.cursor\" = { reverse = false }\n".write(
            toFile: config + "/themes/marker.toml", atomically: true, encoding: .utf8)
        try "theme = \"marker\"\n".write(toFile: config + "/config.toml", atomically: true, encoding: .utf8)
        let terminal = try shop.open()
        let costs = try steps(terminal, count: 2)
        #expect(costs.allSatisfy { $0 <= 40 }, "\(costs)")
    }

    @Test
    func
        `lazygit#3434, letta-code#301, lumail#59, suplemon#17: the first screen is at most 3 kB, and rest costs nothing`()
        throws
    {
        let terminal = try demo(["NO_COLOR": "1"])
        // After a step there and back the first screen has come whole; a second one tells what the first one cost.
        func thereAndBack() throws -> Int {
            try terminal.send("j", awaiting: "row 1") { $0.cursor == (0, 2) }
            try terminal.send("k", awaiting: "row 0") { $0.cursor == (0, 1) }
            return terminal.output.count
        }
        let first = try thereAndBack()
        let second = try thereAndBack()
        let start = terminal.output.count
        #expect(throws: PseudoterminalError.self) {
            try terminal.wait("anything", timeout: 3) { _ in terminal.output.count > start }
        }
        #expect(terminal.output.count == start)
        #expect(first - (second - first) <= 3000, "\(first), \(second)")
    }
}
