import Testing

@testable import Runtime

@Suite struct KeyLinesTests {
    private let text = """
        a = 1
        # b = 2
        b = \"\"\"
        c = 3
        quote \\\"\"\" \"\"\"
        'd.e' = [ # [
          "]",
          2,
        ]
        f . "g h".i = { j = 1 }\r
        [x."y.z"]
        k = '''
        [no]
        '''
        "l\\\\m" = 1
        [[list]]
        n = ""
        [[ list ]]
        n = 2
        """

    @Test(
        arguments: [
            (["a"], 1), (["b"], 3), (["d.e"], 6), (["f", "g h", "i"], 10), (["f", "g h", "i", "j"], 10),
            (["x", "y.z"], 11), (["x", "y.z", "k"], 12), (["x", "y.z", "l\\m"], 15), (["list"], 16),
            (["list", "n"], 17),
            (["x", "y.z", "missing"], 11), (["c"], 1), (["no"], 1), ([], 1),
        ] as [([String], Int)])
    func `a key is found in its line`(path: [String], line: Int) {
        #expect(KeyLines(of: text).line(of: path) == line)
    }

    @Test(arguments: ["", "\"", "'''", "[", "a", "a = [", "\\", "\"\\", "\r\r", "a.b.", ".", "=\n=\n", "\u{FEFF}a = 1"])
    func `what is no TOML ends too`(text: String) {
        #expect(KeyLines(of: text).line(of: ["b"]) == 1)
    }
}
