import Testing

@testable import Conversations

@Suite struct QueryMeaningTests {
    private static let mia = MessageCondition.term(.from(QueryText("mia")))
    private static let rad = MessageCondition.term(.text(QueryText("rad")))
    private static let team = MessageCondition.term(.role(.team))
    private static let open = QueryMeaning.conversation(.state(.state(.open)))

    @Test(
        arguments: [
            ("rad", .message(rad)), ("is:open", open), ("rad from:mia", .message(.all([rad, mia]))),
            ("rad is:open from:mia", .all([open, .message(.all([rad, mia]))])),
            ("rad (from:mia or role:team)", .message(.all([rad, .any([mia, team])]))),
            ("rad or is:open", .any([.message(rad), open])),
            ("rad -from:mia", .all([.not(.message(mia)), .message(rad)])),
            ("-(rad from:mia)", .not(.message(.all([rad, mia])))),
            ("rad (from:mia is:open)", .all([open, .message(.all([rad, mia]))])),
            ("rad (from:mia or is:open)", .all([.any([.message(mia), open]), .message(rad)])),
            ("has:note has:link", .all([.conversation(.has(.note)), .message(.term(.has(.link)))])),
        ] as [(String, QueryMeaning)])
    func `terms about a message in one group hold for one message`(source: String, meaning: QueryMeaning) throws {
        #expect(try Query(parsing: source).root.meaning == meaning)
    }
}
