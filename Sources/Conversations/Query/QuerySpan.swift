/// A length of time: `30m`, `2h`, `3d`, `1w`.
package struct QueryDuration: Equatable, Sendable {
    package enum Unit: String, Equatable, Sendable, CaseIterable {
        case minutes = "m"
        case hours = "h"
        case days = "d"
        case weeks = "w"

        var seconds: Int64 {
            switch self {
            case .minutes: 60
            case .hours: 3600
            case .days: 86_400
            case .weeks: 604_800
            }
        }
    }

    /// 0 ... 99,999
    package var count: Int
    package var unit: Unit

    package init(_ count: Int, _ unit: Unit) {
        self.count = min(max(count, 0), 99_999)
        self.unit = unit
    }

    init?(_ word: String) {
        let digits = word.utf8.prefix { (0x30...0x39).contains($0) }.count
        guard (1...5).contains(digits), let count = Int(word.prefix(digits)),
            let unit = Unit(rawValue: String(word.dropFirst(digits)).lowercased())
        else { return nil }
        self.init(count, unit)
    }

    package var seconds: Int64 { Int64(count) * unit.seconds }

    package var word: String { "\(count)\(unit.rawValue)" }
}

/// `waiting:>2d`: needs an answer, and has waited longer (or shorter) than so.
package struct QueryWait: Equatable, Sendable {
    package var isLonger: Bool
    package var duration: QueryDuration

    package init(isLonger: Bool, _ duration: QueryDuration) {
        self.isLonger = isLonger
        self.duration = duration
    }

    package var word: String { (isLonger ? ">" : "<") + duration.word }
}

/// A time, or a range of times of which one end may be open.
package enum QuerySpan: Equatable, Sendable {
    case at(QueryDate)
    case from(QueryDate)
    case until(QueryDate)
    case between(QueryDate, QueryDate)

    /// The first moment, and the one after the last; nil: open.
    package func bounds(now: Moment, zoneOffset: Int) -> (start: Moment?, end: Moment?) {
        func span(_ date: QueryDate) -> (start: Moment, end: Moment) {
            date.span(now: now, zoneOffset: zoneOffset)
        }
        switch self {
        // One point in the past alone means: since then.
        case .at(.ago(let duration)): return (span(.ago(duration)).start, nil)
        case .at(let date): return (span(date).start, span(date).end)
        case .from(let date): return (span(date).start, nil)
        case .until(let date): return (nil, span(date).end)
        case .between(let first, let last): return (span(first).start, span(last).end)
        }
    }

    package var word: String {
        switch self {
        case .at(let date): date.word
        case .from(let date): date.word + ".."
        case .until(let date): ".." + date.word
        case .between(let first, let last): first.word + ".." + last.word
        }
    }
}
