/// A language that the interface speaks. The raw value is ISO 639-1.
nonisolated package enum InterfaceLanguage: String, CaseIterable, Sendable {
    case english = "en"
    case german = "de"

    /// The configured language, else the first of `LANGUAGE` that is spoken here, else the one of the locale for
    /// messages (POSIX.1-2017, 8.2: `LC_ALL`, `LC_MESSAGES`, `LANG`), else English.
    package init(configured: String?, environment: [String: String]) {
        let locale = Self.locale("LC_MESSAGES", environment)
        let wanted = Self.priorities(environment, locale: locale) ?? [locale]
        self = configured.flatMap(Self.init) ?? wanted.lazy.compactMap(Self.spoken(in:)).first ?? .english
    }

    /// `de_AT.UTF-8@euro` speaks German; `C` speaks the language of the program.
    private static func spoken(in locale: String) -> Self? {
        let language = locale.prefix { !"_.@".contains($0) }
        return isUntranslated(locale) ? .english : Self(rawValue: language.lowercased())
    }

    /// The list of languages in `LANGUAGE`, best first, colons between them (GNU gettext manual, 2.3.3); nil: there is
    /// none, or the locale asks for no translation.
    private static func priorities(_ environment: [String: String], locale: String) -> [String]? {
        guard let list = environment["LANGUAGE"], !list.isEmpty, !isUntranslated(locale) else { return nil }
        return list.split(separator: ":").map(String.init)
    }

    /// `C` and `POSIX`, in whatever coding (`C.UTF-8`).
    private static func isUntranslated(_ locale: String) -> Bool {
        ["C", "POSIX"].contains(locale.prefix { $0 != "." })
    }

    /// Whether the locale for characters names UTF-8: `de_DE.UTF-8`, `C.utf8`.
    package static func isUTF8Locale(_ environment: [String: String]) -> Bool {
        let locale = locale("LC_CTYPE", environment)
        guard let dot = locale.firstIndex(of: ".") else { return false }
        let codeset = locale[dot...].dropFirst().prefix { $0 != "@" }
        return codeset.lowercased().filter { $0 != "-" } == "utf8"
    }

    /// An empty variable counts as unset.
    private static func locale(_ category: String, _ environment: [String: String]) -> String {
        ["LC_ALL", category, "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    }
}
