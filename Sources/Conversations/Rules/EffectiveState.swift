extension ConversationState {
    /// The state at a time: a snooze, a hold or a community deadline that is over leaves it open. Derived,
    /// never logged.
    package func effective(until: Moment?, now: Moment) -> ConversationState {
        switch self {
        case .snoozed, .held, .community:
            guard let until, until <= now else { return self }
            return .open
        case .new, .open, .waiting, .resolved, .closed:
            return self
        }
    }
}
