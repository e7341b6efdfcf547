/// What stands before a colon. The one table of prefixes: parser, printer, completion and documentation go by it.
package enum QueryPrefix: String, Equatable, Sendable, CaseIterable {
    case state = "is"
    case channel, platform, from, to, person, role, label, assignee, priority, guideline, decision
    case language = "lang"
    case has, before, after, since, waiting, resolved, sent, thread, batch

    /// What may follow; nil: anything, or what only the store knows.
    package var values: [String]? {
        switch self {
        case .state: QueryFlag.allCases.map(\.word)
        case .role: QueryRole.allCases.map(\.rawValue)
        case .priority: Priority.allCases.map(\.word)
        case .decision: ModerationDecision.allCases.map(\.rawValue)
        case .has: QueryPart.allCases.map(\.rawValue)
        case .channel, .platform, .from, .to, .person, .label, .assignee, .guideline, .language, .before, .after,
            .since,
            .waiting, .resolved, .sent, .thread, .batch:
            nil
        }
    }

    /// What may follow and is not the whole truth: times that people write often.
    var examples: [String] {
        switch self {
        case .before, .after, .since: ["today", "yesterday", "monday", "2d", "2w"]
        case .sent: ["today", "yesterday", "monday", "2d", "2w", "2w..2d"]
        case .resolved: ["today", "yesterday", "monday", "2d", ">2d", "2w..2d"]
        case .waiting: [">2h", ">1d", ">3d", "<4h"]
        default: values ?? []
        }
    }

    /// Whether the store supplies values to complete with.
    package var isCompletedByStore: Bool {
        switch self {
        case .channel, .platform, .from, .to, .person, .label, .assignee, .guideline: true
        case .state, .role, .priority, .decision, .language, .has, .before, .after, .since, .waiting, .resolved, .sent,
            .thread, .batch:
            false
        }
    }
}
