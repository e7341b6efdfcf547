import Testing

@testable import Exports

@Suite struct MappingMemoryTests {
    @Test func `a header is known again whatever its order and case, but not in another format`() {
        var memory = MappingMemory()
        memory.remember(["text": "Note"], for: ["Id", "Note"], format: "csv")
        #expect(memory.mapping(for: ["note", "ID"], format: "csv") == ["text": "Note"])
        #expect(memory.mapping(for: ["note", "ID"], format: "jsonl") == nil)
        #expect(memory.mapping(for: ["note", "ID", "x"], format: "csv") == nil)
        memory.remember([:], for: ["Id", "Note"], format: "csv")
        #expect(memory.isEmpty)
    }

    @Test func `the text form gives back what was remembered`() {
        var memory = MappingMemory()
        memory.remember(
            ["text": "a\tb\n=%\u{1B}ü\u{2028}", "author": ""], for: ["a\tb\n=%\u{1B}ü\u{2028}"], format: "csv")
        memory.remember(["id": "Nr.", "dates": "dmy"], for: ["Nr.", "Text"], format: "json")
        let text = memory.encoded()
        #expect(text.split(separator: "\n").count == 3)
        #expect(MappingMemory(decoding: text) == memory)
        #expect(text.hasPrefix("# lotse mappings 1\n"))
    }

    @Test func `the text form is stable`() {
        var memory = MappingMemory()
        memory.remember(["text": "b", "id": "a"], for: ["a", "b"], format: "csv")
        let mark = headerMark(["b", "a"], format: "csv")
        #expect(memory.encoded() == "# lotse mappings 1\n\(mark)\tid=a\ttext=b\n")
        #expect(mark.count == 32)
    }

    @Test func `damaged lines are counted and cost themselves only`() {
        var memory = MappingMemory()
        memory.remember(["text": "b"], for: ["a"], format: "csv")
        let line = memory.encoded().split(separator: "\n")[1]
        let text = "x\n\(line)\n\(line)z%2\n\(line.prefix(32))\n\(line.prefix(32))\tfarbe=x\n\r\n"
        let read = MappingMemory(decoding: text)
        #expect(read.damagedLines == [1, 3, 4, 5, 6])
        #expect(read.mapping(for: ["a"], format: "csv") == ["text": "b"])
    }

    @Test func `the oldest is forgotten`() {
        var memory = MappingMemory()
        for number in 0...MappingMemory.limit { memory.remember(["text": "t"], for: ["c\(number)"], format: "csv") }
        #expect(memory.mapping(for: ["c0"], format: "csv") == nil)
        #expect(memory.mapping(for: ["c1"], format: "csv") != nil)
        #expect(MappingMemory(decoding: memory.encoded()) == memory)
    }
}
