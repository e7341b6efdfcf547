import Foundation
import Pseudoterminals
import Testing

/// Complaint 3, slow with large stores: how much is read and drawn does not grow with what there is.
@Suite struct LargeStoreTests {
    private func posts(_ count: Int) -> [String] {
        (0..<count).map { number in
            let time = "2026-10-\(10 + number % 20)T\(10 + number % 10):\(10 + number % 50):00Z"
            return
                #"{"id":"g\#(number)","author":"Gast \#(number % 90)","created_at":"\#(time)","text":"Nr \#(number)?"}"#
        }
    }

    /// Bytes read by the session's processes so far (`rchar` of proc(5)).
    private func bytesRead(_ shop: Shop) -> Int {
        shop.processes().reduce(0) { sum, process in
            let text = (try? String(contentsOfFile: "/proc/\(process)/io", encoding: .utf8)) ?? ""
            let line = text.split(separator: "\n").first { $0.hasPrefix("rchar: ") }
            return sum + (line.flatMap { Int($0.dropFirst(7)) } ?? 0)
        }
    }

    /// What the start and fifty rows of the list read.
    private func cost(_ count: Int) throws -> Int {
        let shop = try Shop(posts: posts(count))
        let terminal = try shop.open(ready: "to answer")
        for row in 1...15 { try terminal.send("j", awaiting: "row \(row)") { $0.cursor.row > 1 } }
        try terminal.send("G", awaiting: "the oldest") {
            $0.text.contains("Wo bleibt mein Rad") || $0.text.contains("Nr ")
        }
        let read = bytesRead(shop)
        #expect(try terminal.quit() == .exited(0))
        return read
    }

    @Test
    func `newsboat#2254, newsboat#2350, alot#281, alot#1647: ten times the messages are not five times the reading`()
        throws
    {
        let (small, large) = (try cost(500), try cost(5000))
        #expect(large < small * 5, "\(small) bytes with 500 messages, \(large) with 5,000")
    }

    @Test func `alot#1518, neomutt#2399, mu#163: keys are answered while an import runs`() throws {
        let shop = try Shop()
        try posts(6000).joined(separator: "\n").write(
            toFile: shop.home.folder + "/big.jsonl", atomically: true, encoding: .utf8)
        let terminal = try shop.open()
        try terminal.send(":import big.jsonl\r", awaiting: "importing") { $0.text.lowercased().contains("import") }
        try terminal.send("j", awaiting: "the second row") { $0.cursor.row == 2 }
        try terminal.send("?", awaiting: "Moving")
        #expect(!terminal.screen.text.contains("big.jsonl (jsonl): 6000"))
        try terminal.send("q", awaiting: "the list") { !$0.text.contains("Moving") }
        try terminal.send("I", awaiting: "big.jsonl")
        try terminal.wait("the end of the import", timeout: 60) {
            $0.text.contains("6,000") || $0.text.contains("6000")
        }
    }
}
