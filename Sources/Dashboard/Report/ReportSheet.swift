import Conversations
import Screen

/// What the sheet of a report says: what waits, how soon answers came, states and channels; then how much was
/// written, and when.
package struct ReportSheet {
    let report: Report
    let now: Moment

    /// - Parameter now: what waits is measured from it.
    package init(_ report: Report, now: Moment) {
        self.report = report
        self.now = now
    }

    /// Two columns, where there is room for them.
    package var entries: [Sheet.Entry] {
        limit + waiting + [.blank] + answers + [.blank] + states + channels + [.columnBreak] + messages + hours + days
    }

    private var limit: [Sheet.Entry] {
        report.query.limit.map { [.line(Phrase("only: %1", $0.printed)), .blank] } ?? []
    }

    private var waiting: [Sheet.Entry] {
        let heading = Phrase("Waiting for an answer now: %1", report.waiting)
        let largest = report.waits.map(\.count).max() ?? 0
        let longest: [Sheet.Entry] =
            report.longestSince.map { since in
                [.fact("longest", Self.length(now.milliseconds - since.milliseconds))]
            } ?? []
        return [.heading(heading)] + longest
            + report.waits.map { wait in
                .bar(ReportBar(label: wait.phrase, value: wait.count, largest: largest, query: wait.query))
            }
    }

    private var answers: [Sheet.Entry] {
        let answers = report.answers
        let heading = Phrase(
            one: "First answers: 1 conversation began", other: "First answers: %1 conversations began",
            count: answers.begun)
        guard answers.begun > 0 else { return [.heading(heading)] }
        var entries: [Sheet.Entry] = [.heading(heading)]
        if let median = answers.median, let ninetieth = answers.ninetieth {
            entries.append(.fact("half within", Self.length(median)))
            entries.append(.fact("9 in 10 within", Self.length(ninetieth)))
        }
        let share = answers.withinDay * 100 / answers.begun
        entries.append(
            .fact("within a day", Phrase("%1 of %2, %3 %%", answers.withinDay, answers.begun, share)))
        entries.append(.fact("answered", Phrase("%1", answers.answered)))
        entries.append(.fact("still to answer", Phrase("%1", answers.waiting)))
        entries.append(.fact("left unanswered", Phrase("%1", answers.unanswered)))
        return entries
    }

    private var since: [QueryNode] {
        report.query.period == .all ? [] : [.term(.since(.day(report.firstDay)))]
    }

    private var states: [Sheet.Entry] {
        let largest = report.states.map(\.count).max() ?? 0
        let sum = report.states.reduce(0) { $0 + $1.count }
        return [.heading(Phrase("Conversations with a message of this time: %1", sum))]
            + report.states.map { figure in
                .bar(
                    ReportBar(
                        label: Phrase(figure.state.rawValue, context: "state"), value: figure.count, largest: largest,
                        query: .and([.term(.state(.state(figure.state)))] + since)))
            } + [.blank]
    }

    private var channels: [Sheet.Entry] {
        guard !report.channels.isEmpty else { return [] }
        let largest = report.channels.map(\.count).max() ?? 0
        let shown = report.channels.prefix(Self.channelLimit)
        let rest = report.channels.count - shown.count
        return [.heading("Channels")]
            + shown.map { figure in
                .bar(
                    ReportBar(
                        label: Phrase("%1: %2", figure.platform, figure.name), value: figure.count, largest: largest,
                        note: figure.waiting > 0 ? Phrase("%1 to answer", figure.waiting) : nil,
                        leavesRoom: true,
                        query: .and(
                            [
                                .term(.platform(QueryText(figure.platform))),
                                .term(.channel(QueryText(figure.name))),
                            ] + since)))
            }
            + (rest > 0
                ? [.line(Phrase(one: "1 further channel", other: "%1 further channels", count: rest))] : [])
    }

    /// Channels that are shown at most; `lotse report --json` has all.
    private static let channelLimit = 100
}

extension ReportSheet {
    private var messages: [Sheet.Entry] {
        let volumes = report.volumes
        let total = volumes.total
        let (community, team) = (volumes.days.map(\.community), volumes.days.map(\.team))
        let largest = max(community.max() ?? 0, team.max() ?? 0)
        var entries: [Sheet.Entry] = [
            .heading(Phrase("Messages: %1 from the community, %2 by the team", total.community, total.team)),
            .figure(.course("community", community, largest: largest)),
            .figure(.course("team", team, largest: largest)),
        ]
        if volumes.others > 0 { entries.append(.line(Phrase("%1 of bots, systems and spam left out", volumes.others))) }
        if volumes.timeless > 0 { entries.append(.line(Phrase("%1 of unknown time are on no day", volumes.timeless))) }
        return entries + [.blank]
    }

    private var hours: [Sheet.Entry] {
        let hours = report.volumes.hours
        let largest = hours.flatMap(\.self).max() ?? 0
        guard largest > 0 else { return [] }
        return [.heading("When the community writes"), .figure(.ruler)]
            + hours.enumerated().map { day, values in
                .figure(.hours(Self.weekday(day), values, largest: largest))
            } + [.figure(.legend(largest: largest)), .blank]
    }

    /// Newest first, since those are looked at most.
    private var days: [Sheet.Entry] {
        let stretches = ReportStretch.of(report)
        let largest = stretches.map(\.volume.community).max() ?? 0
        return [.heading("Messages from the community by day")].filter { _ in largest > 0 }
            + stretches.reversed().filter { $0.volume != Volume() }.map { stretch in
                .bar(
                    ReportBar(
                        label: stretch.phrase, value: stretch.volume.community, largest: largest,
                        note: stretch.volume.team > 0 ? Phrase("%1 by the team", stretch.volume.team) : nil,
                        leavesRoom: true,
                        query: .term(.sent(stretch.span))))
            }
    }

    /// 0 is Monday.
    static func weekday(_ day: Int) -> Phrase {
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        return Phrase(names[min(max(day, 0), 6)], context: "weekday")
    }

    /// A length of time in its two largest units.
    static func length(_ milliseconds: Int64) -> Phrase {
        let minutes = Int(milliseconds / 60_000)
        switch minutes {
        case ..<1: return Phrase("less than a minute")
        case ..<60: return Phrase("%1 min", minutes)
        case ..<(24 * 60): return Phrase("%1 h %2 min", minutes / 60, minutes % 60)
        default: return Phrase("%1 d %2 h", minutes / (24 * 60), minutes / 60 % 24)
        }
    }
}

extension WaitFigure {
    fileprivate var phrase: Phrase {
        switch (from, to) {
        case (nil, let to?): Phrase("less than %1", to.word)
        case (let from?, let to?): Phrase("%1 to %2", from.word, to.word)
        case (let from?, nil): Phrase("longer than %1", from.word)
        case (nil, nil): Phrase("any time")
        }
    }

    fileprivate var query: QueryNode {
        let bounds = [from.map { QueryWait(isLonger: true, $0) }, to.map { QueryWait(isLonger: false, $0) }]
        return .and(bounds.compactMap(\.self).map { .term(.waiting($0)) })
    }
}
