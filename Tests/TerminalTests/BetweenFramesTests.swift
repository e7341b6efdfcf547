import Glibc
import Screen
import Testing

@testable import Terminal

/// What draws nothing is sent between two frames, never inside of one.
@Suite struct BetweenFramesTests {
    /// What a writer sent, into a file in place of a terminal.
    private func sent(hasModes: Bool = true, _ body: (inout FrameWriter) -> Void) throws -> String {
        let file = try #require(tmpfile())
        defer { fclose(file) }
        var writer = FrameWriter(descriptor: fileno(file), hasModes: hasModes)
        body(&writer)
        lseek(fileno(file), 0, SEEK_SET)
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = read(fileno(file), &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    private func frame(_ text: String, _ writer: inout FrameWriter) {
        Array(text.utf8).withUnsafeBytes { writer.send($0) }
    }

    @Test(arguments: [3, 2000])
    func `a frame, a sequence, a frame: each is whole`(length: Int) throws {
        let (first, second) = (String(repeating: "a", count: length), String(repeating: "b", count: length))
        let text = try sent { writer in
            frame(first, &writer)
            let isSent = writer.sendBetweenFrames(ClipboardSequence.bytes(of: "x") ?? [])
            #expect(isSent)
            frame(second, &writer)
        }
        let osc = "\u{1B}]52;c;eA==\u{7}"
        let parts = text.components(separatedBy: osc)
        #expect(parts.count == 2)
        #expect(parts.first?.contains(first) == true)
        #expect(parts.last?.contains(second) == true)
        for part in parts {
            #expect(
                part.components(separatedBy: "\u{1B}[?2026h").count
                    == part.components(separatedBy: "\u{1B}[?2026l").count)
        }
    }

    @Test func `a terminal that is not known to take such sequences is sent none`() throws {
        let text = try sent(hasModes: false) { writer in
            let isSent = writer.sendBetweenFrames(ClipboardSequence.bytes(of: "x") ?? [])
            #expect(!isSent)
            frame("a", &writer)
        }
        #expect(text == "a")
    }

    @Test func `a terminal that is gone is sent none`() throws {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        var writer = FrameWriter(descriptor: ends[1], hasModes: true)
        let sent = (first: writer.sendBetweenFrames([7]), second: writer.sendBetweenFrames([7]))
        #expect(sent == (false, false))
    }
}
