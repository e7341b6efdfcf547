import Conversations
import Testing

@Suite struct MessageLinkTests {
    private func links(_ text: String, _ markup: String? = nil) -> [String] {
        MessageLink.links(text: text, markup: markup).map { link in
            link.target.address + (link.shownHost.map { " shown as \($0)" } ?? "")
        }
    }

    @Test(arguments: [
        ("see https://example.org/a, and www.example.org.", ["https://example.org/a", "https://www.example.org"]),
        ("(https://example.org/a_(b)) http://example.org/", ["https://example.org/a_(b)", "http://example.org/"]),
        ("mail mailto:mia@example.org!", ["mailto:mia@example.org"]),
        ("twice https://example.org https://example.org", ["https://example.org"]),
        ("no link: example.org, main.rs, 12:30, a@b.org", []), ("", []), ("::::", []),
        ("javascript:alert(1) file:///etc/passwd", []),
        ("https://аррӏе.com/login", ["https://xn--80ak6aa92e.com/login"]),
        ("https://bank.com@evil.example/a", ["https://bank.com@evil.example/a shown as bank.com"]),
        ("https://bank.com:443@evil.example!", ["https://bank.com:443@evil.example shown as bank.com"]),
        ("https://mia@example.org, https://a@b@example.org", ["https://mia@example.org", "https://a@b@example.org"]),
        ("https://@ https://mia@ https://x@-", []),
    ])
    func `addresses in a text are links`(text: String, wanted: [String]) {
        #expect(links(text) == wanted)
    }

    @Test(arguments: [
        (
            "<p>See <a href=\"https://example.org/x?a=1&amp;b=2\" class=x>here</a></p>",
            ["https://example.org/x?a=1&b=2"]
        ),
        ("<a class='mention' href='https://chat.example/@mia'>@<span>mia</span></a>", ["https://chat.example/@mia"]),
        (
            "<a href=https://evil.example/>https://<b>bank</b>.example</a>",
            ["https://evil.example/ shown as bank.example"]
        ),
        (
            "<A\nHREF=\"https://evil.example\">Log in at bank.com now</A>",
            ["https://evil.example shown as bank.com"]
        ),
        ("<a href=\"https://evil.example\">bank.com", ["https://evil.example shown as bank.com"]),
        ("<a href=\"https://www.bank.com/login\">bank.com</a>", ["https://www.bank.com/login"]),
        ("<a href=\"https://help.bank.com/\">www.bank.com</a>", ["https://help.bank.com/"]),
        ("<a href=\"https://bank.com.evil.example\">bank.com</a>", ["https://bank.com.evil.example shown as bank.com"]),
        ("<a href=\"https://notbank.com\">bank.com</a>", ["https://notbank.com shown as bank.com"]),
        ("<a href=\"https://evil.example\">bank.example/login</a>", ["https://evil.example shown as bank.example"]),
        ("<a href=\"https://evil.example\"> bank.finance </a>", ["https://evil.example shown as bank.finance"]),
        (
            "<a href=\"https://a.example\">photo.jpg</a> <a href=\"https://b.example\">v1.2</a>",
            [
                "https://a.example", "https://b.example",
            ]
        ),
        ("<a href=\"https://bank.com@evil.example\">bank.com</a>", ["https://bank.com@evil.example shown as bank.com"]),
        ("<a href=\"https://xn--pple-43d.com\">apple.com</a>", ["https://xn--pple-43d.com shown as apple.com"]),
        ("<a href=\"https://аpple.com\">https://apple.com</a>", ["https://xn--pple-43d.com shown as apple.com"]),
        ("<a href=\"&#106;avascript:alert(1)\">bank.com</a>", []),
        ("<a title=\"href=https://a.example\" href=\"https://b.example\">x</a>", ["https://b.example"]),
        ("<abbr href=\"https://a.example\">x</abbr> <a>x</a> <a href>y</a>", []),
        (
            "<a href=\"https://a.example\">x<a href=\"https://b.example\">y</a>",
            ["https://a.example", "https://b.example"]
        ),
        ("<a href=\"https://github.example/x\">README.md</a>", ["https://github.example/x"]),
        (
            "<https://evil.example|bank.com> <https://example.org> <@U1> <#C1|general>",
            [
                "https://evil.example shown as bank.com", "https://example.org",
            ]
        ),
        ("[bank.com](https://evil.example/a_(b) \"title\")", ["https://evil.example/a_(b) shown as bank.com"]),
        ("[https://bank.com](<https://evil.example>)", ["https://evil.example shown as bank.com"]),
        (
            "[x] [y](z) [a]b](https://example.org) [[c](https://b.example)",
            ["https://example.org", "https://b.example"]
        ),
        ("[url=https://evil.example]bank.com[/url]", ["https://evil.example shown as bank.com"]),
    ])
    func `links of markup go where they go, whatever they show`(markup: String, wanted: [String]) {
        #expect(links("text", markup) == wanted)
    }

    @Test func `what a link shows is no link of its own`() {
        let markup = "<a href=\"https://evil.example\">https://bank.com/login</a> and https://example.org"
        #expect(
            links("https://bank.com/login and https://example.org", markup) == [
                "https://evil.example shown as bank.com", "https://example.org",
            ])
    }

    @Test func `a platform that shows markup as text is read the same`() {
        #expect(links("[bank.com](https://evil.example)") == ["https://evil.example shown as bank.com"])
    }

    @Test func `a target that the text shows as well is there once`() {
        #expect(links("[x](https://example.org/\u{202E}b)") == ["https://example.org/%E2%80%AEb"])
    }

    @Test func `a message has ninety-nine links at most`() {
        let text = (1...300).map { "https://example.org/\($0)" }.joined(separator: " ")
        #expect(links(text).count == MessageLink.countLimit)
    }

    @Test(arguments: [
        "[", "[](", "<", "<a ", "<a href=\"", "<a href='x' y=\"", "<a href=x>", "]", "(", "[a](https://b.example",
        "<https://x|", "[url=", "[url=https://x.example]", "&#", "&", "https://", "mailto:", "www.", "<br", "](",
        "<a href=https://a.example>b.com", "[b.com](https://a.example)",
    ])
    func `a hostile text comes to its end`(piece: String) {
        let text = String(repeating: piece, count: 20_000)
        let found = MessageLink.links(text: text, markup: text)
        #expect(found.count <= MessageLink.countLimit)
    }
}
