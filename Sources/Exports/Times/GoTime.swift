/// A time as programs in Go write it: RFC 3339 with up to nine digits of fraction. Go's zero time, the first moment of
/// year 1, stands for 'none' (package `time`, `Time.IsZero`). nil: none, or not usable.
func goTime(_ written: String, in zone: LocalZone?) -> ExportedTime? {
    guard let time = exportedTime(written, in: zone), let milliseconds = time.milliseconds,
        milliseconds >= timeRange.lowerBound + 2 * millisecondsPerDay
    else { return nil }
    return time
}
