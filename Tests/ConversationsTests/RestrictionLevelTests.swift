import Conversations
import Testing

@Suite struct RestrictionLevelTests {
    @Test(arguments: [
        ("Anna B. 2", RestrictionLevel.asciiOnly), ("Änna", .singleScript), ("Анна", .singleScript),
        ("田中さん", .singleScript), ("한국어漢字", .singleScript), ("Zoe\u{308}", .singleScript),
        ("٣ نوح", .singleScript), ("😀", .singleScript), ("Lee李小龍", .highlyRestrictive),
        ("Annaひらカナ", .highlyRestrictive), ("Lee한국", .highlyRestrictive), ("Noaנועה", .moderatelyRestrictive),
        ("Devदेव", .moderatelyRestrictive), ("Аnna", .minimallyRestrictive), ("Αnna", .minimallyRestrictive),
        ("Ꭺnna", .minimallyRestrictive), ("한ひ", .minimallyRestrictive), ("Noaנоعة", .minimallyRestrictive),
    ])
    func `a text has the level of UTS 39`(text: String, level: RestrictionLevel) {
        #expect(RestrictionLevel(of: text) == level)
    }

    @Test(arguments: [
        ("Иван (Ivan)", false), ("Team Lotse", false), ("Ελένη-Helen", false), ("Мария_Maria", false),
        ("Müller 田中", false), ("", false), ("Аnna", true), ("Team Lоtse", true), ("p\u{430}ypal support", true),
        ("Те\u{200B}am", true), ("Τeam", true), ("Ꮮotse", true),
    ])
    func `a name is mixed where one word is`(name: String, isMixed: Bool) {
        #expect(RestrictionLevel.isMixed(inWordsOf: name) == isMixed)
    }

    @Test(arguments: [
        ("a", WritingSystem.latin), ("é", .latin), ("я", .cyrillic), ("Ω", .greek), ("Ω", .greek), ("1", .common),
        ("\u{301}", .inherited), ("ー", .common), ("Ꭺ", .other), ("ℵ", .common),
    ])
    func `a scalar has its script`(text: String, script: WritingSystem) {
        #expect(text.unicodeScalars.map(WritingSystem.init) == [script])
    }
}
