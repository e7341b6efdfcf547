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

    @Test(
        arguments: [
            ("de:en", "en_US.UTF-8", .german), ("fr:de", "en_US.UTF-8", .german), ("en:de", "de_DE.UTF-8", .english),
            ("de_AT.UTF-8@euro", "en_US", .german), ("fr", "de_DE.UTF-8", .english), (":de:", "en_US", .german),
            ("", "de_DE", .german), ("C:de", "de_DE", .english), ("de", "C", .english), ("de", "POSIX", .english),
            ("de", "C.UTF-8", .english), ("de", "", .english), ("fr:it", "fr_FR", .english),
        ] as [(String, String, InterfaceLanguage)])
    func `the first language of LANGUAGE that is spoken goes before the locale, but for the locale C`(
        list: String, locale: String, language: InterfaceLanguage
    ) {
        let environment = ["LANGUAGE": list, "LANG": locale]
        #expect(InterfaceLanguage(configured: nil, environment: environment) == language)
        let other: InterfaceLanguage = language == .german ? .english : .german
        #expect(InterfaceLanguage(configured: other.rawValue, environment: environment) == other)
    }

    @Test func `the locale that LANGUAGE goes by is LC_ALL's before LANG's`() {
        let language = { InterfaceLanguage(configured: nil, environment: $0) }
        #expect(language(["LANGUAGE": "de", "LC_ALL": "C", "LANG": "en_US.UTF-8"]) == .english)
        #expect(language(["LANGUAGE": "de", "LC_ALL": "en_US.UTF-8", "LANG": "C"]) == .german)
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
