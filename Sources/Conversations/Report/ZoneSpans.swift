/// How far clocks stood from UTC, and from when on: what days and hours of the past are counted by.
package struct ZoneSpans: Equatable, Sendable {
    private var spans: [(start: Int64, offset: Int)]

    /// - Parameters:
    ///   - moments: what is asked about; outside of it the nearest offset holds.
    ///   - offset: seconds east of UTC at a moment. It may change at most once in 14 days.
    package init(over moments: ClosedRange<Moment>, offset: (Moment) -> Int) {
        spans = [(.min, offset(moments.lowerBound))]
        let end = moments.upperBound.milliseconds
        var from = moments.lowerBound.milliseconds
        while from < end {
            let to = min(from + 14 * 86_400_000, end)
            let (before, after) = (offset(Moment(milliseconds: from)), offset(Moment(milliseconds: to)))
            if before != after {
                spans.append((Self.change(from, to) { offset(Moment(milliseconds: $0)) != before }, after))
            }
            from = to
        }
    }

    /// One offset always, in seconds east of UTC.
    package init(fixed offset: Int) {
        spans = [(.min, offset)]
    }

    /// The first millisecond that has changed, to the second.
    private static func change(_ low: Int64, _ high: Int64, hasChanged: (Int64) -> Bool) -> Int64 {
        var (low, high) = (low, high)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if hasChanged(middle) { high = middle } else { low = middle }
        }
        return high
    }

    /// Seconds east of UTC at a moment.
    package func offset(at milliseconds: Int64) -> Int {
        spans.last { $0.start <= milliseconds }?.offset ?? 0
    }

    /// The moment at which a day began.
    package func midnight(of day: Int) -> Moment {
        let naive = Int64(day) * 86_400_000
        let guess = naive - Int64(offset(at: naive)) * 1000
        return Moment(milliseconds: naive - Int64(offset(at: guess)) * 1000)
    }

    package static func == (left: ZoneSpans, right: ZoneSpans) -> Bool {
        left.spans.elementsEqual(right.spans) { $0 == $1 }
    }
}
