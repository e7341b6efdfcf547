import Screen

/// How far an import is, in one line of a terminal. As the line gets narrower, what matters less gives way: the bar,
/// the bytes, the rate, the name.
nonisolated package struct ProgressLine: Equatable, Sendable {
    /// The narrowest that it is made for, in columns.
    package static let narrowest = 40
    /// Columns of the bar.
    private static let bar = 10...30
    /// Columns of the name; a shorter part of it tells nothing.
    private static let name = 6...24

    /// The export's name. Outside text.
    package var name: String
    package var progress: ImportProgress
    /// Since the import began.
    package var seconds: Double

    package init(name: String, progress: ImportProgress, seconds: Double) {
        self.name = name
        self.progress = progress
        self.seconds = seconds
    }

    /// At most `columns` wide.
    package func text(columns: Int, repertoire: Repertoire, catalogue: Catalogue) -> SafeText {
        func safe(_ phrase: Phrase?) -> SafeText? {
            phrase.map { SafeText(catalogue.say($0), repertoire: repertoire) }
        }
        var room = columns
        func fitting(_ part: SafeText?) -> SafeText? {
            guard let part, part.columns + 2 <= room else { return nil }
            room -= part.columns + 2
            return part
        }
        room += 2
        let share = fitting(safe(progress.isPublishing ? nil : sharePhrase))
        let count = fitting(safe(progress.isPublishing ? publishingPhrase : countPhrase))
        let left = fitting(safe(leftPhrase))
        let title = fitting(title(room: room - 2, repertoire))
        let rate = fitting(safe(ratePhrase))
        let bytes = fitting(safe(bytesPhrase))
        let bar = fitting(bar(room: room - 2, repertoire))
        let parts = [title, bar, share, count, bytes, rate, left].compactMap(\.self)
        guard let first = parts.first else { return SafeText() }
        return parts.dropFirst().reduce(first) { $0 + .blanks(2) + $1 }.prefix(columns: columns)
    }

    private func title(room: Int, _ repertoire: Repertoire) -> SafeText? {
        guard room >= Self.name.lowerBound else { return nil }
        return SafeText(name, maxColumns: min(room, Self.name.upperBound), repertoire: repertoire)
    }

    private func bar(room: Int, _ repertoire: Repertoire) -> SafeText? {
        guard let share, !progress.isPublishing, room >= Self.bar.lowerBound else { return nil }
        let width = min(room, Self.bar.upperBound)
        let full = Int(Double(width) * share)
        let (done, open) = repertoire == .unicode ? ("█", "░") : ("#", "-")
        return SafeText(String(repeating: done, count: full) + String(repeating: open, count: width - full))
    }

    /// From 0 to 1; nil: the whole is unknown.
    private var share: Double? {
        guard let size = progress.size, size > 0 else { return nil }
        return min(1, max(0, Double(progress.bytes) / Double(size)))
    }

    private var sharePhrase: Phrase? { share.map { Phrase("%1 %%", Int($0 * 100)) } }

    private var countPhrase: Phrase {
        Phrase(one: "%1 message", other: "%1 messages", count: progress.messages)
    }

    private var publishingPhrase: Phrase {
        Phrase(one: "storing %1 message", other: "storing %1 messages", count: progress.messages)
    }

    /// What a first moment says of the whole is worth nothing.
    private var isSettled: Bool { seconds >= 1 && !progress.isPublishing }

    private var leftPhrase: Phrase? {
        guard isSettled, let share, share > 0, share < 1 else { return nil }
        return Phrase("%1 left", Self.clock(seconds / share - seconds))
    }

    private var ratePhrase: Phrase? {
        guard isSettled, progress.messages > 0 else { return nil }
        return Phrase("%1/s", Int(Double(progress.messages) / seconds))
    }

    private var bytesPhrase: Phrase? {
        guard !progress.isPublishing, progress.bytes > 0 else { return nil }
        guard let size = progress.size, size > 0 else {
            let unit = Self.unit(progress.bytes)
            return Phrase("%1 %2", progress.bytes / unit.bytes, unit.name)
        }
        let unit = Self.unit(size)
        return Phrase("%1 of %2 %3", progress.bytes / unit.bytes, size / unit.bytes, unit.name)
    }

    /// The largest unit of which there are ten: whole numbers say enough, and need no decimal point or comma.
    private static func unit(_ bytes: Int) -> (bytes: Int, name: String) {
        let units = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB")]
        return units.first { bytes >= 10 * $0.0 } ?? (1, "B")
    }

    /// `0:07`, `12:30`, `3:05:00`; what is longer than four days is no estimate.
    static func clock(_ seconds: Double) -> String {
        let whole = Int(min(max(seconds, 0), 359_999).rounded(.up))
        let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
    }
}

/// When a line that is drawn again and again is due: ten times a second at most.
nonisolated package struct DrawingPace: Sendable {
    private static let interval = 0.1
    private var last: Double?

    package init() {}

    /// - Parameter seconds: on any clock that only goes forward.
    package mutating func isDue(at seconds: Double) -> Bool {
        if let last, seconds - last < Self.interval { return false }
        last = seconds
        return true
    }
}
