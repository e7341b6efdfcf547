import Glibc
import Testing

@testable import Screen

@Suite struct TextWidthTests {
    /// `uselocale` is per thread, so that other tests keep theirs.
    @Test func `every sendable scalar has the width libc gives it`() throws {
        let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil), "the locale C.UTF-8 is missing")
        let former = uselocale(locale)
        defer {
            uselocale(former)
            freelocale(locale)
        }
        // The Glibc module does not export wcwidth.
        typealias Function = @convention(c) (Int32) -> Int32
        let wcwidth = unsafeBitCast(try #require(dlsym(nil, "wcwidth")), to: Function.self)
        var differing: [String] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), let columns = TextWidth.columns(of: scalar) else { continue }
            if Int(wcwidth(Int32(value))) != columns { differing.append(String(value, radix: 16)) }
        }
        #expect(differing.isEmpty)
    }

    @Test func `no control, ignorable or private scalar is sendable`() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), TextWidth.columns(of: scalar) != nil else { continue }
            let properties = scalar.properties
            let isForbidden =
                properties.isDefaultIgnorableCodePoint && !(0x1160...0x11FF).contains(value)
                || properties.isNoncharacterCodePoint
                || [.control, .privateUse, .unassigned].contains(properties.generalCategory)
            if isForbidden { Issue.record("U+\(String(value, radix: 16)) is sendable") }
        }
    }

    @Test func `the table is ascending`() {
        let starts = ScalarClass.runs.map { $0 >> 3 }
        #expect(zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 })
        #expect(starts.first == 0)
    }

    @Test(
        arguments: [
            ("a", 1), ("漢", 2), ("\u{301}", 0), ("\u{1F600}", 2), ("\u{2026}", 1), ("ä", 1), ("\u{1161}", 0),
        ] as [(Unicode.Scalar, Int)])
    func `known widths`(scalar: Unicode.Scalar, columns: Int) {
        #expect(TextWidth.columns(of: scalar) == columns)
    }
}
