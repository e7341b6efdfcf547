import Glibc
import Pseudoterminals
import TestSupport
import Testing

/// Random bytes, as a cat on the keyboard or a broken line sends them.
@Suite struct RandomKeysTests {
    private static let likely = Array(
        "jjkkoOgGrresswwhclp/f:?qKHIiduN\r\r\t\u{1B}\u{1B}[AB5~;0123456789 \u{4}\u{7}\u{12}\u{13}\u{18}\u{1A}\u{7F}ä日"
            .utf8)

    private func bytes(_ count: Int, _ numbers: inout SplitMix64) -> [UInt8] {
        (0..<count).map { _ in
            numbers.next() % 8 == 0
                ? .random(in: 0...255, using: &numbers) : Self.likely[Int(numbers.next() % UInt64(Self.likely.count))]
        }
    }

    @Test(arguments: [UInt64(792), 568])
    func `10,000 random bytes end no session otherwise than by its own quit`(seed: UInt64) throws {
        let shop = try Shop()
        var numbers = SplitMix64(seed: seed)
        var terminal = try shop.open(environment: ["EDITOR": "true", "VISUAL": ""])
        for _ in 0..<20 {
            terminal.send(bytes: bytes(250, &numbers))
            guard !terminal.isOpen else { continue }
            #expect(try terminal.waitForExit() == .exited(0))
            #expect(terminal.isGivenBack)
            terminal = try shop.open(environment: ["EDITOR": "true", "VISUAL": ""], ready: "store")
        }
        terminal.signal(SIGTERM)
        #expect(try terminal.waitForExit() == .exited(143) || terminal.waitForExit() == .exited(0))
        #expect(try shop.home.run("doctor").isEmpty == false)
    }
}
