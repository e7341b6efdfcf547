/// Figures of the community for a period: what waits, how long an answer took, where and when people write.
///
/// Messages from the community are inbound ones: neither by the team, nor a bot, nor a system message, nor what the
/// platform calls spam or deleted. Private ones count, since they ask for answers too.
package struct Report: Equatable, Sendable {
    package var query: ReportQuery
    /// The first day of `days`.
    package var firstDay: CivilDate
    package var volumes: Volumes
    package var answers: FirstAnswers
    /// Conversations whose newest message is of the period, by effective state; those that there are.
    package var states: [StateFigure]
    /// The channels of those conversations, most first.
    package var channels: [ChannelFigure]
    /// What needs an answer now, however old, from the shortest wait to the longest.
    package var waits: [WaitFigure]
    /// Since when the one waits that has waited longest; nil: nobody waits.
    package var longestSince: Moment?

    package init(
        query: ReportQuery, firstDay: CivilDate, volumes: Volumes, answers: FirstAnswers, states: [StateFigure],
        channels: [ChannelFigure], waits: [WaitFigure], longestSince: Moment?
    ) {
        self.query = query
        self.firstDay = firstDay
        self.volumes = volumes
        self.answers = answers
        self.states = states
        self.channels = channels
        self.waits = waits
        self.longestSince = longestSince
    }

    /// Conversations that need an answer now.
    package var waiting: Int { waits.reduce(0) { $0 + $1.count } }
}

/// What a report is asked for.
package struct ReportQuery: Equatable, Sendable {
    package var period: ReportPeriod
    /// Conversations that are looked at; nil: all.
    package var limit: Query?
    package var context: QueryContext

    package init(period: ReportPeriod = .month, limit: Query? = nil, context: QueryContext = QueryContext()) {
        self.period = period
        self.limit = limit
        self.context = context
    }

    /// Conversations that have a message of the period or later; nil: all have.
    /// - Parameter now: what the period ends with.
    package func since(now: Moment) -> QueryDate? {
        period.firstDay(today: LocalTime(now, zoneOffset: context.zoneOffset).date).map(QueryDate.day)
    }
}

/// Messages of a period by day and by hour of the week, as clocks stood where the user is.
package struct Volumes: Equatable, Sendable {
    /// By day, from the first one on.
    package var days: [Volume] = []
    /// Messages from the community: 7 days from Monday on, of 24 hours each.
    package var hours = [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)
    /// Bots, system messages, spam and deleted ones: in no other figure.
    package var others = 0
    /// Messages without a known time, which stand among those of the period and on no day.
    package var timeless = 0

    package init() {}

    /// All days together.
    package var total: Volume { days.reduce(Volume()) { $0 + $1 } }
}

/// Messages of a stretch of time.
package struct Volume: Equatable, Sendable {
    package var community = 0
    package var team = 0

    package init(community: Int = 0, team: Int = 0) {
        self.community = community
        self.team = team
    }

    package static func + (left: Volume, right: Volume) -> Volume {
        Volume(community: left.community + right.community, team: left.team + right.team)
    }
}

/// How soon conversations were answered that the community began in the period. An answer is the first message by the
/// team after the first one by the community, or a reply that was sent here.
package struct FirstAnswers: Equatable, Sendable {
    /// Conversations that began.
    package var begun = 0
    package var answered = 0
    /// Answered within 24 hours.
    package var withinDay = 0
    /// Not answered, and still to be.
    package var waiting = 0
    /// Half were answered so soon, in milliseconds; nil: none was.
    package var median: Int64?
    /// Nine in ten were.
    package var ninetieth: Int64?

    package init() {}

    /// Resolved or left alone without an answer.
    package var unanswered: Int { max(0, begun - answered - waiting) }
}

/// Conversations in a state.
package struct StateFigure: Equatable, Sendable {
    package var state: ConversationState
    package var count: Int

    package init(_ state: ConversationState, _ count: Int) {
        self.state = state
        self.count = count
    }
}

/// Conversations in a channel.
package struct ChannelFigure: Equatable, Sendable {
    package var platform: String
    package var name: String
    /// With a message of the period.
    package var count: Int
    /// That need an answer now, however old.
    package var waiting: Int

    package init(platform: String, name: String, count: Int, waiting: Int) {
        self.platform = platform
        self.name = name
        self.count = count
        self.waiting = waiting
    }
}

/// Conversations that have waited for an answer at least so long, and not so long as the next.
package struct WaitFigure: Equatable, Sendable {
    /// nil: from none on.
    package var from: QueryDuration?
    /// nil: without end.
    package var to: QueryDuration?
    package var count: Int

    package init(from: QueryDuration?, to: QueryDuration?, count: Int) {
        self.from = from
        self.to = to
        self.count = count
    }

    /// The lengths of waiting that are told apart.
    package static let steps: [QueryDuration] = [
        QueryDuration(1, .hours), QueryDuration(4, .hours), QueryDuration(1, .days), QueryDuration(3, .days),
        QueryDuration(1, .weeks), QueryDuration(30, .days),
    ]
}
