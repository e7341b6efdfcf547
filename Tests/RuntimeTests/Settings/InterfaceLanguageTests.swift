import Testing

@testable import Runtime

@Suite struct InterfaceLanguageTests {
    @Test(
        arguments: [
            ("de_DE.UTF-8", .german), ("de", .german), ("de_AT@euro", .german), ("de.utf8", .german), ("den", .english),
            ("en_GB.UTF-8", .english), ("C", .english), ("POSIX", .english), ("C.UTF-8", .english), ("fr_FR", .english),
            ("", .english), ("_de", .english),
        ] as [(String, InterfaceLanguage)])
    func `the locale tells the language`(locale: String, language: InterfaceLanguage) {
        #expect(InterfaceLanguage(configured: nil, environment: ["LANG": locale]) == language)
    }

    @Test func `LC_ALL goes before LC_MESSAGES, that before LANG, and empty ones do not count`() {
        let language = { InterfaceLanguage(configured: nil, environment: $0) }
        #expect(language(["LC_ALL": "C", "LC_MESSAGES": "de_DE", "LANG": "de_DE"]) == .english)
        #expect(language(["LC_ALL": "", "LC_MESSAGES": "de_DE", "LANG": "en_US"]) == .german)
        #expect(language(["LC_CTYPE": "de_DE.UTF-8"]) == .english)
        #expect(language([:]) == .english)
    }

    @Test func `the configuration goes before the locale`() {
        #expect(InterfaceLanguage(configured: "en", environment: ["LANG": "de_DE"]) == .english)
        #expect(InterfaceLanguage(configured: "tlh", environment: ["LANG": "de_DE"]) == .german)
    }

    @Test(
        arguments: [
            (["LANG": "de_DE.UTF-8"], true), (["LANG": "C.utf8"], true), (["LC_CTYPE": "de_DE.UTF-8@euro"], true),
            (["LANG": "de_DE.UTF-8", "LC_ALL": "C"], false), (["LANG": "de_DE"], false), ([:], false),
            (["LANG": "de_DE.ISO-8859-15"], false), (["LC_MESSAGES": "de_DE.UTF-8"], false),
            (["LC_ALL": "", "LANG": "en_US.UTF-8"], true),
        ] as [([String: String], Bool)])
    func `the locale for characters tells whether they are UTF-8`(environment: [String: String], isUTF8: Bool) {
        #expect(InterfaceLanguage.isUTF8Locale(environment) == isUTF8)
    }
}
