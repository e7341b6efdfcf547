import Testing

@testable import Runtime

@Suite struct NearestWordTests {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "ab", 2), ("theme", "theme", 0), ("them", "theme", 1), ("lenght", "length", 1),
        ("kitten", "sitting", 3), ("über", "uber", 1),
    ])
    func `the distance counts edits`(left: String, right: String, distance: Int) {
        #expect(left.editDistance(to: right) == distance)
        #expect(right.editDistance(to: left) == distance)
    }

    @Test(
        arguments: [
            ("edtior", "editor"), ("j", nil), ("xy", nil), ("platfrm", "platforms"), ("elsewhere", nil), ("", nil),
            (String(repeating: "theme", count: 100_000), nil),
        ] as [(String, String?)])
    func `only what is near is suggested`(word: String, nearest: String?) {
        #expect(["me", "editor", "theme", "platforms"].nearest(to: word) == nearest)
    }
}
