import Foundation

/// The zone that the person who imports names for times that are written without one.
package struct LocalZone: Sendable {
    private let zone: TimeZone

    /// nil: there is no zone of that name (`Europe/Berlin`) in the system's table.
    package init?(identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
    }

    /// Milliseconds since 1970 UTC of a local time, given as if it were UTC. A time that daylight saving leaves out
    /// is taken with the offset before the change, one that occurs twice is its first occurrence.
    func utc(fromLocal local: Int64) -> Int64 {
        let early = local - offset(at: local - millisecondsPerDay / 2)
        let late = local - offset(at: local + millisecondsPerDay / 2)
        return early == late || offset(at: early) == local - early ? early : resolved(late: late, early: early, local)
    }

    private func resolved(late: Int64, early: Int64, _ local: Int64) -> Int64 {
        offset(at: late) == local - late ? late : early
    }

    private func offset(at milliseconds: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds / 1000)))) * 1000
    }
}
