import Conversations
import Testing

@Suite struct LinkTargetTests {
    @Test(arguments: [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d", "example.org"),
        ("HTTP://Example.ORG", "http://example.org", "example.org"),
        (" https://example.org \n", "https://example.org", "example.org"),
        ("https://bank.example@evil.example/", "https://bank.example@evil.example/", "evil.example"),
        ("https://bank.example:80@evil.example:8080/", "https://bank.example:80@evil.example:8080/", "evil.example"),
        ("https://evil.example\\@bank.example/", "https://evil.example/@bank.example/", "evil.example"),
        ("https://evil.example#@bank.example", "https://evil.example#@bank.example", "evil.example"),
        ("https://аpple.com/", "https://xn--pple-43d.com/", "xn--pple-43d.com"),
        ("https://xn--pple-43d.com/", "https://xn--pple-43d.com/", "xn--pple-43d.com"),
        ("https://münchen.de", "https://xn--mnchen-3ya.de", "xn--mnchen-3ya.de"),
        ("https://ｅｘａｍｐｌｅ．ｏｒｇ/", "https://example.org/", "example.org"),
        ("https://例え。テスト/", "https://xn--r8jz45g.xn--zckzah/", "xn--r8jz45g.xn--zckzah"),
        ("https://exam\u{AD}ple\u{200B}.org/", "https://example.org/", "example.org"),
        ("https://example.org./x", "https://example.org/x", "example.org"),
        ("https://[2001:DB8::1]:8080/x", "https://[2001:db8::1]:8080/x", "[2001:db8::1]"),
        ("https://example.org/\u{202E}gpj.exe", "https://example.org/%E2%80%AEgpj.exe", "example.org"),
        ("https://example.org/Käse\"><", "https://example.org/K%C3%A4se%22%3E%3C", "example.org"),
        ("mailto:mia@example.org?subject=Hi", "mailto:mia@example.org?subject=Hi", "example.org"),
        ("MAILTO:mia@Bücher.example", "mailto:mia@xn--bcher-kva.example", "xn--bcher-kva.example"),
    ])
    func `an address is shown as it is opened`(raw: String, address: String, host: String) throws {
        let target = try #require(LinkTarget(raw))
        #expect(target.address == address)
        #expect(target.host == host)
    }

    @Test(arguments: [
        "", "example.org", "javascript:alert(1)", "JaVaScRiPt://example.org/%0aalert(1)", "data:text/html,x",
        "file:///etc/passwd", "ftp://example.org", "ssh://-oProxyCommand=x", "-https://example.org", "--help",
        "https:", "https://", "https:///x", "https:example.org", "http:/example.org", "https://exam ple.org",
        "https://example.org/\nx", "https://example.org/\u{1B}]0;x\u{7}", "https://example.org\u{9D}",
        "https://a..b/", "https://.", "https://ex%61mple.org", "https://$(id).org", "https://a;b/", "https://a:b/",
        "https://\(String(repeating: "a", count: 64)).org", "https://example.org:123456/", "https://[x]/",
        "mailto:", "mailto:@x", "mailto:mia", "vbscript:x", "tel:+49",
        "https://example.org/" + String(repeating: "a", count: 9000),
    ])
    func `what is no web or mail address is no link`(raw: String) {
        #expect(LinkTarget(raw) == nil)
    }

    @Test func `an address is printable ASCII whatever stands in it`() throws {
        for value in UInt32(0x21)...0x2FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            guard let target = LinkTarget("https://example.org/\(scalar)?\(scalar)#\(scalar)") else { continue }
            #expect(target.address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(value)")
            #expect(target.host == "example.org")
        }
    }
}
