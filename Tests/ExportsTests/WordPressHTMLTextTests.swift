import Testing

@testable import Exports

struct WordPressHTMLTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("a < b && c > d, I <3 you", "a < b && c > d, I <3 you"),
        ("<sarcasm>yes</sarcasm>", "<sarcasm>yes</sarcasm>"),
        ("<anna@example.org>", "<anna@example.org>"), ("a<br />\nb<br>c", "a\nb\nc"),
        ("<p>a</p>\n\n<p>b</p>", "a\n\nb"),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "- a\n- b"),
        ("&amp;lt; &eacute;&nbsp;&#8217;&#x2014;&hellip;", "&lt; é ’—…"),
        ("&#27;[1337m&#0;&#150;&#xD800;&bogus;&amp", "␛[1337m\u{FFFD}–\u{FFFD}&bogus;&amp"),
        ("<script>alert(1)</script><b>bold</b>", "bold"), ("<STYLE>x</style >y", "y"),
        ("<script>never closed", "<script>never closed"),
        ("<!-- a > b --><span style=\"display:none\">hidden</span>", "hidden"),
        ("<!-- never closed", "<!-- never closed"),
        ("<script>only</script>", "<script>only</script>"), ("<b", "<b"), ("<b <i>x</i>", "<b x"),
        ("<a href='https://x.example/?a=1&amp;b=2' title=\"a>b\">here</a>!", "here (https://x.example/?a=1&b=2)!"),
        ("<a href=\"http://x.example/\">x.example</a>", "x.example"),
        ("<a href=https://x.example>go", "go (https://x.example)"),
        ("<a title='x'>no target</a>", "no target"), ("<img alt='A dyke' src=\"d.png\">", "A dyke (d.png)"),
        ("a<p></p><p></p><p></p>b", "a\n\nb"), ("<a href='u:1'>a<a href='u:2'>b</a>", "a (u:1)b (u:2)"),
        ("</a></p></script>x", "x"),
        ("<p title=it's>a</p>b", "a\n\nb"),
    ])
    func `markup becomes the text that a person reads`(html: String, text: String) {
        #expect(HTMLText.plain(html) == text)
    }

    @Test func `names decode references and keep brackets`() {
        #expect(HTMLText.decoded("O&#039;Brien &lt;b&gt; <i>") == "O'Brien <b> <i>")
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "<a ", "<a \"", "<a href=\"'", "<!--", "<script>", "<a href=x>", "&", "&#x", "<p>", "<img alt='", "</",
        ])
    func `no text takes more than its length`(piece: String) {
        let html = String(repeating: piece, count: 20_000)
        #expect(HTMLText.plain(html).utf8.count <= html.utf8.count)
    }
}
