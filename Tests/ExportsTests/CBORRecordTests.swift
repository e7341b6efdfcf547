import Testing

@testable import Exports

@Suite struct CBORRecordTests {
    @Test func `values are found by their keys`() throws {
        var record = CBORRecord()
        let value = DAGCBOR.map([
            ("a", .list([])), ("b", .map([("c", .number(70_000)), ("d", .null)])), ("e", .text("ü\0")),
            ("f", .list([.number(1), .list([.text("x")]), .text("y")])), ("g", .data([1, 2])),
        ])
        try record.parse(value.bytes[...])
        let inner = record.value("b", of: record.root)
        #expect(record.integer(record.value("c", of: inner)) == 70_000)
        #expect(record.isNull(record.value("d", of: inner)))
        #expect(record.text(record.value("e", of: record.root)) == "ü\u{2400}")
        #expect(record.repairs == .nul)
        let items = record.elements(of: record.value("f", of: record.root))
        #expect(items.count == 3 && record.text(items[2]) == "y")
        #expect(record.elements(of: record.value("a", of: record.root)).isEmpty)
        #expect(record.data(record.value("g", of: record.root)).map(Array.init) == [1, 2])
        #expect(record.value("z", of: record.root) == nil && record.value("a", of: items[0]) == nil)
    }

    @Test(
        arguments: [
            ([], .unfinished), ([0x9F, 0xFF], .notDAGCBOR), ([0x62, 0x41], .unfinished),
            ([0xA1, 0x01, 0x01], .notDAGCBOR),
            ([0x01, 0x01], .notDAGCBOR), ([0xC1, 0x01], .notDAGCBOR), ([0xD8, 0x2A, 0x41, 0x01], .notDAGCBOR),
            ([0xF7], .notDAGCBOR), ([0x5B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .unfinished),
            ([0xBB, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .unfinished), ([0xA1, 0x61, 0x61], .unfinished),
            ([0x1B, 0x00], .unfinished), ([0xFB, 0x00], .unfinished), ([0xFF], .notDAGCBOR),
        ] as [([UInt8], CBORFault)])
    func `what is no value is refused`(_ bytes: [UInt8], _ fault: CBORFault) {
        var record = CBORRecord()
        #expect(record.fault(parsing: bytes[...]) == fault)
    }

    @Test func `depth has a limit and no recursion`() {
        var record = CBORRecord()
        let deep = [UInt8](repeating: 0x81, count: 100_000) + [0x01]
        #expect(record.fault(parsing: deep[...]) == .tooDeep)
        let allowed = [UInt8](repeating: 0x81, count: CBORRecord.maximumDepth) + [0x01]
        #expect(record.fault(parsing: allowed[...]) == nil)
    }

    @Test func `numbers beyond Int are none`() {
        var record = CBORRecord()
        #expect(record.fault(parsing: [0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]) == nil)
        #expect(record.integer(record.root) == nil)
    }

    @Test func `an identifier is written as in JSON`() {
        // The root of indigo's test data and of every CID tool: SHA-256 of an empty map.
        #expect(DAGCBOR.map([]).id.text == "bafyreigbtj4x7ip5legnfznufuopl4sg4knzc2cof6duas4b3q2fy6swua")
        #expect(ContentID.prefix(of: [0x01, 0x71, 0x12]) == nil)
        #expect(ContentID.prefix(of: [0x01, 0x71, 0x12, 0x20, 0x00]) == nil)
        #expect(ContentID.prefix(of: []) == nil)
        #expect(ContentID.prefix(of: [UInt8](repeating: 0xFF, count: 64)[...]) == nil)
    }
}
