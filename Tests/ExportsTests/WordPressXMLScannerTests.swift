import Testing

@testable import Exports

struct WordPressXMLScannerTests {
    /// Texts of all elements `<t>`, in order.
    private func texts(_ bytes: [UInt8], size: Int = .max, limit: Int = 1000) throws -> [XMLText] {
        var supply = PiecewiseSupply(bytes, size: size)
        var scanner = XMLScanner()
        var texts: [XMLText] = []
        var depths: [Int] = []
        while true {
            switch try scanner.next(&supply) {
            case .start(let element) where element.local == "t":
                depths.append(element.depth)
                scanner.keepText(limit: limit)
            case .end(let depth) where depths.last == depth:
                depths.removeLast()
                texts.append(scanner.takeText())
            case .start, .end: break
            case .endOfDocument: return texts
            }
        }
    }

    private func error(_ text: String) -> ExportError? {
        do {
            _ = try texts(Array(text.utf8))
            return nil
        } catch {
            return error as? ExportError
        }
    }

    @Test(arguments: [
        ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'", 0), ("&#65;&#x42;&#x1F600;", "AB😀", 0),
        ("&#0;&#27;&#xD800;&#x110000;&#99999999999;&#xFFFF;", "␀␛\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 6),
        ("&nbsp; & &lol9; a&b", "&nbsp; & &lol9; a&b", 4), ("a\r\nb\rc\n", "a\nb\nc\n", 0),
        ("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b", 0), ("<![CDATA[]]]>", "]", 0),
        ("<![CDATA[<b>&amp;]]>", "<b>&amp;", 0),
        ("a<!-- x -- > y -->b<?p ?? >?>c", "abc", 0), ("a<i>b</i>c", "abc", 0),
        ("&#x9b;&#x85;&#x202e;", "\u{9B}\u{85}\u{202E}", 0),
        ("&#+5;&#x;&#;&;", "&#+5;&#x;&#;&;", 4), ("a]] >]>", "a]] >]>", 0),
    ])
    func `text is what XML says it is, wherever it is cut`(written: String, text: String, repairs: Int) throws {
        for size in [1, 2, 5, .max] {
            let found = try texts(Array("<t>\(written)</t>".utf8), size: size)
            #expect(found == [XMLText(text, repairs: repairs)])
        }
    }

    @Test func `bytes that are no UTF-8 become U+FFFD and are counted`() throws {
        let found = try texts(Array("<t>a".utf8) + [0xFF, 0xC0, 0x9B] + Array("b</t>".utf8))
        #expect(found.map(\.repairs) == [1])
        #expect(found.map(\.string) == ["a\u{FFFD}\u{FFFD}\u{FFFD}b"])
    }

    @Test(arguments: ["ISO-8859-1", "iso-8859-1", "windows-1252"])
    func `a declared Latin encoding is read`(encoding: String) throws {
        let head = Array("\n\n<?xml version='1.0' encoding = '\(encoding)'?><t>Gr".utf8)
        let found = try texts(head + [0xFC, 0xDF, 0x80] + Array("e</t>".utf8), size: 3)
        #expect(found == [XMLText("Grüß€e")])
    }

    @Test(arguments: ["UTF-16", "UTF-7", "EBCDIC-CP-US", "x"])
    func `any other encoding is refused`(encoding: String) {
        let found = error("<?xml version=\"1.0\" encoding=\"\(encoding)\"?><t/>")
        #expect(found == .unsupportedEncoding(encoding))
    }

    @Test(arguments: [
        ("<t>\n<a></b></t>", "line 2, column 5"), ("<t></t>\nx", "line 2, column 1"),
        ("<t></t><t/>", "line 1, column 9"),
        ("<t>\n\n]]></t>", "line 3, column 3"), ("<t>a < b</t>", "line 1, column 7"),
        ("<t a='<'/>", "line 1, column 7"),
        ("<t a='1' a='2'/>", "line 1, column 15"), ("<t a=1/>", "line 1, column 6"), ("<t a/>", "line 1, column 5"),
        ("</t>", "line 1, column 2"), ("<![CDATA[x]]>", "line 1, column 3"),
        ("<t/><?xml version='1.0'?>", "line 1, column 10"),
        ("<!-- x --><?xml version='1.0'?><t/>", "line 1, column 16"), ("<t><![IGNORE[", "line 1, column 7"),
        ("<t a='1'b='2'/>", "line 1, column 9"), ("xx<t/>", "line 1, column 2"),
    ])
    func `broken structure is an error with its place`(text: String, place: String) {
        guard case .malformed(let found, _) = error(text) else {
            Issue.record("\(text): \(String(describing: error(text)))")
            return
        }
        #expect(found == place)
    }

    @Test(arguments: ["<!DOCTYPE rss>", "<!doctype rss [<!ENTITY a 'b'>]>", "<t><!DOCTYPE x></t>"])
    func `a document type is refused at its first letter`(text: String) {
        guard case .malformed(_, let reason) = error(text + "<t/>") else {
            Issue.record("accepted")
            return
        }
        #expect(reason.contains("DOCTYPE"))
    }

    @Test(arguments: [
        "", "  \n", "<", "<t", "<t a", "<t a='", "<t>", "<t>a", "<t>&am", "<t><![CDATA[x]]", "<!--", "<?p", "<t></t",
        "<t/",
    ])
    func `an end before the end is a truncation`(text: String) {
        guard case .truncated = error(text) else {
            Issue.record("\(text): \(String(describing: error(text)))")
            return
        }
    }

    @Test func `one stray byte before the document is tolerated`() throws {
        #expect(try texts(Array("`<t>a</t>\n".utf8)) == [XMLText("a")])
    }

    @Test func `limits are errors`() {
        let deep = String(repeating: "<a>", count: 257)
        let attributes = (0...256).map { " a\($0)='1'" }.joined()
        let name = String(repeating: "n", count: 1025)
        let value = String(repeating: "v", count: 64 * 1024 + 1)
        for text in [deep, "<t\(attributes)/>", "<\(name)/>", "<t a='\(value)'/>"] {
            guard case .tooLarge = error(text) else {
                Issue.record("\(text.prefix(20)): \(String(describing: error(text)))")
                continue
            }
        }
        let allowed = String(repeating: "<a>", count: 256) + String(repeating: "</a>", count: 256)
        #expect(error(allowed) == nil)
    }

    @Test func `text that was not asked for is not kept`() throws {
        var supply = PiecewiseSupply(Array("<r>\(String(repeating: "x", count: 100_000))</r>".utf8), size: 1000)
        var scanner = XMLScanner()
        _ = try scanner.next(&supply)
        _ = try scanner.next(&supply)
        #expect(scanner.text.bytes.isEmpty)
    }

    @Test func `text beyond its limit is cut and marked`() throws {
        #expect(try texts(Array("<t>abcdef</t>".utf8), limit: 4) == [XMLText("abcd", isCut: true)])
    }

    @Test func `prefixes are what the nearest declaration says`() throws {
        let text = "<r xmlns='u:0' xmlns:p='u:1'><p:a xmlns:p='u:2'/><p:b/><c xmlns=''/><q:d/></r>"
        var supply = PiecewiseSupply(Array(text.utf8), size: 4)
        var scanner = XMLScanner()
        var found: [String] = []
        while case let event = try scanner.next(&supply), event != .endOfDocument {
            if case .start(let element) = event { found.append("\(element.local)=\(element.namespace)") }
        }
        #expect(found == ["r=u:0", "a=u:2", "b=u:1", "c=", "d="])
    }
}
