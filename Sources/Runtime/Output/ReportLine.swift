import Conversations
import Dashboard

/// A report for scripts: all figures, without pictures.
nonisolated package enum ReportLine {
    package static func json(_ report: Report) -> JSONLine {
        var line = JSONLine()
        line.add("period", .string(report.query.period.rawValue))
        line.add("query", ifThere: report.query.limit.map { .string($0.printed) })
        line.add("first_day", .string(QueryDate.day(report.firstDay).word))
        line.add("waiting", .object(waiting(report)))
        line.add("first_answers", .object(answers(report.answers)))
        line.add("states", .object(states(report.states)))
        line.add("channels", .array(report.channels.map { .object(channel($0)) }))
        line.add("messages", .object(messages(report)))
        line.add("hours", .array(report.volumes.hours.map { .array($0.map(JSONValueText.number)) }))
        return line
    }

    private static func waiting(_ report: Report) -> JSONLine {
        var line = JSONLine()
        line.add("count", .number(report.waiting))
        line.add("longest_since", ifThere: report.longestSince.map { .string($0.iso8601) })
        line.add("by_wait", .array(report.waits.map { .object(wait($0)) }))
        return line
    }

    private static func wait(_ figure: WaitFigure) -> JSONLine {
        var line = JSONLine()
        line.add("from", ifThere: figure.from.map { .string($0.word) })
        line.add("to", ifThere: figure.to.map { .string($0.word) })
        line.add("count", .number(figure.count))
        return line
    }

    private static func answers(_ answers: FirstAnswers) -> JSONLine {
        var line = JSONLine()
        line.add("begun", .number(answers.begun))
        line.add("answered", .number(answers.answered))
        line.add("within_day", .number(answers.withinDay))
        line.add("waiting", .number(answers.waiting))
        line.add("unanswered", .number(answers.unanswered))
        line.add("median_ms", ifThere: answers.median.map(JSONValueText.number))
        line.add("p90_ms", ifThere: answers.ninetieth.map(JSONValueText.number))
        return line
    }

    private static func states(_ figures: [StateFigure]) -> JSONLine {
        var line = JSONLine()
        for figure in figures { line.add(figure.state.rawValue, .number(figure.count)) }
        return line
    }

    private static func channel(_ figure: ChannelFigure) -> JSONLine {
        var line = JSONLine()
        line.add("platform", .string(figure.platform))
        line.add("channel", .string(figure.name))
        line.add("conversations", .number(figure.count))
        line.add("waiting", .number(figure.waiting))
        return line
    }

    private static func messages(_ report: Report) -> JSONLine {
        var line = JSONLine()
        line.add("community", .number(report.volumes.total.community))
        line.add("team", .number(report.volumes.total.team))
        line.add("others", .number(report.volumes.others))
        line.add("timeless", .number(report.volumes.timeless))
        line.add("community_by_day", .array(report.volumes.days.map { .number($0.community) }))
        line.add("team_by_day", .array(report.volumes.days.map { .number($0.team) }))
        return line
    }
}
