import Conversations
import Dashboard
import Foundation
import Store

extension EffectRunner {
    func loadReport(_ query: ReportQuery) -> [Answer] {
        let (store, now) = (store, clock())
        ask(.report, .loadReport(query)) { () throws(StoreError) in
            .report(try store.report(query, zone: try ZoneSpans.ofSystem(for: store, now: now), now: now))
        }
        return []
    }
}

extension ZoneSpans {
    /// How clocks stood here as long as there are messages.
    /// - Throws: `StoreError`.
    nonisolated package static func ofSystem(for store: Store, now: Moment) throws(StoreError) -> ZoneSpans {
        let zone = TimeZone.current
        let epoch = Moment(milliseconds: 0)
        let first = max(try store.reportSpan()?.lowerBound ?? now, epoch)
        return ZoneSpans(over: min(first, now)...now) { moment in
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
        }
    }
}
