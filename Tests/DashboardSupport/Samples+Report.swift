import Conversations

extension Samples {
    /// A report of 30 days.
    package static let report: Report = {
        var volumes = Volumes()
        volumes.days = (0..<30).map { Volume(community: $0 * 7 % 23 + 1, team: $0 * 5 % 11) }
        for day in 0..<7 {
            for hour in 0..<24 { volumes.hours[day][hour] = hour < 6 ? 0 : (day * 5 + hour * 3) % 17 }
        }
        volumes.others = 4
        volumes.timeless = 2
        var answers = FirstAnswers()
        (answers.begun, answers.answered, answers.withinDay, answers.waiting) = (120, 96, 80, 15)
        (answers.median, answers.ninetieth) = (11_400_000, 187_200_000)
        return Report(
            query: ReportQuery(context: QueryContext(me: "anna")),
            firstDay: CivilDate(daysSinceEpoch: 20_729), volumes: volumes, answers: answers,
            states: [StateFigure(.new, 12), StateFigure(.open, 9), StateFigure(.resolved, 99)],
            channels: [
                ChannelFigure(platform: "forum", name: "laden", count: 80, waiting: 12),
                ChannelFigure(platform: "wordpress", name: "請稍候 Hafenblog der Fahrradfreunde", count: 40, waiting: 0),
            ],
            waits: [
                WaitFigure(from: nil, to: QueryDuration(1, .hours), count: 3),
                WaitFigure(from: QueryDuration(1, .days), to: QueryDuration(3, .days), count: 11),
                WaitFigure(from: QueryDuration(30, .days), to: nil, count: 1),
            ], longestSince: now.advanced(seconds: -40 * 86_400))
    }()
}
