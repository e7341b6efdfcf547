import Conversations
import GRDB

/// Counts messages by day and by hour of the week, along the index over their times.
struct VolumeCount {
    private let zone: ZoneSpans
    private let today: Int
    private var volumes = Volumes()
    private var byDay: [Int: Volume] = [:]
    /// The quarter of an hour that was counted last, with its day, weekday from Monday and hour: no offset of today
    /// begins or ends within one.
    private var quarter = Int64.min
    private var place = (day: 0, weekday: 0, hour: 0)

    /// - Parameter today: days since 1970-01-01.
    init(zone: ZoneSpans, today: Int) {
        self.zone = zone
        self.today = today
    }

    /// - Parameter chosen: selects the conversations that are looked at; nil: all.
    mutating func read(_ database: Database, from start: Int64, upTo end: Int64, in chosen: SQL?) throws {
        // One number a row: a row of two columns takes twice as long to read.
        let packed = SQLRequest<Int64>(literal: Self.statement(from: start, upTo: end, in: chosen))
        let cursor = try packed.fetchCursor(database)
        while let number = try cursor.next() {
            count(number >> 7, MessageTraits(rawValue: number & 127))
        }
    }

    /// What is written ahead of now is a clock that is wrong: it is on no day.
    static func statement(from start: Int64, upTo end: Int64, in chosen: SQL?) -> SQL {
        let limit: SQL = chosen.map { " AND conversation IN (\($0))" } ?? ""
        return """
            SELECT sort_time << 7 | traits FROM placement INDEXED BY placement_time
            WHERE sort_time >= \(start) AND sort_time <= \(end)\(limit)
            """
    }

    private mutating func count(_ time: Int64, _ traits: MessageTraits) {
        guard !traits.contains(.timeless) else {
            volumes.timeless += 1
            return
        }
        guard !traits.isDisjoint(with: [.inbound, .team]) else {
            volumes.others += 1
            return
        }
        find(time)
        if traits.contains(.team) {
            byDay[place.day, default: Volume()].team += 1
        } else {
            byDay[place.day, default: Volume()].community += 1
            volumes.hours[place.weekday][place.hour] += 1
        }
    }

    private mutating func find(_ time: Int64) {
        let wanted = Int64(CivilDate.floor(Int(time), by: 900_000))
        guard wanted != quarter else { return }
        quarter = wanted
        let local = LocalTime(Moment(milliseconds: time), zoneOffset: zone.offset(at: time))
        place = (local.date.daysSinceEpoch, (local.date.weekday + 6) % 7, local.secondOfDay / 3600)
    }

    /// - Parameter firstDay: nil: the earliest that has a message.
    /// - Returns: the figures, and the day that they begin with.
    func finish(firstDay: Int?) -> (Volumes, firstDay: Int) {
        var result = volumes
        let first = max(firstDay ?? byDay.keys.min() ?? today, today - Self.dayLimit)
        result.days = (first...max(first, today)).map { byDay[$0, default: Volume()] }
        return (result, first)
    }

    /// Days that are told apart: a hundred years.
    private static let dayLimit = 36_525
}
