import Conversations
import Testing

@Suite struct FilePathTests {
    @Test(arguments: [
        ("x", ""), ("", ""), ("/", "/"), ("//", "/"), ("/x", "/"), ("x/", ""), ("x/y", "x"), ("x/y/", "x"),
        ("x//y", "x"),
        ("/x/y.db", "/x"), ("é/y", "é"), ("x/\u{301}y", "x"), ("../s", ".."), ("日本/店/s.db", "日本/店"),
    ])
    func `the folder of a path`(path: String, parent: String) {
        #expect(FilePath.parent(of: path) == parent)
    }
}
