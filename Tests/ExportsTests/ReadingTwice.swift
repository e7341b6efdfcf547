import Foundation
import Testing

@testable import Exports

/// The bytes of a fixture.
func exportFixture(_ name: String) throws -> [UInt8] {
    let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    return Array(try Data(contentsOf: folder.appending(path: name)))
}

/// All events of a reading, in order.
func exportEvents(
    _ bytes: [UInt8], _ reader: any ExportReader.Type, chunkSize: Int = ByteSource.defaultChunkSize
) throws -> [ExportEvent] {
    var source = try ByteSource(bytes: bytes, chunkSize: chunkSize)
    var events: [ExportEvent] = []
    try reader.read(&source, options: ExportOptions()) { events.append($0) }
    return events
}

/// Every third byte is replaced in turn: no reading may end otherwise than with its messages or with an `ExportError`.
func expectNoCrash(_ bytes: [UInt8], _ reader: any ExportReader.Type, atMost limit: Int) throws {
    for (step, index) in stride(from: 0, to: bytes.count, by: 3).enumerated() {
        var broken = bytes
        broken[index] = [0x00, 0x3C, 0x26, 0xFF, 0x5D, 0x7B, 0x22, 0x0A][step % 8]
        let outcome = Result { try exportEvents(broken, reader) }
        switch outcome {
        case .success(let events):
            let messages = events.count { if case .message = $0 { true } else { false } }
            #expect(messages <= limit, "byte \(index)")
        case .failure(let error): #expect(error is ExportError, "byte \(index): \(error)")
        }
    }
}
