/// How a layout writes its times: a pattern of letters as in Unicode TR 35, part 4 ('Date Format Patterns'), or one of
/// the words `iso` (what lotse reads everywhere), `seconds`, `milliseconds`, `microseconds` (since 1970 UTC).
///
/// Letters: `yyyy` `yy` (1970 to 2069), `M` `MM` (digits), `MMM` (names, English and German), `d` `dd`, `H` `HH`,
/// `h` `hh` with `a`, `mm`, `ss`, `SSS` (fraction), `Z` (offset, `UTC` or `Z`), `E` (a weekday, passed over). Text in
/// single quotes and all other characters stand for themselves.
package struct TimePattern: Equatable, Sendable {
    /// As it was written.
    package let written: String
    private let form: Form

    private enum Form: Equatable, Sendable {
        case everywhere
        /// How many make a millisecond, or how many milliseconds one makes.
        case count(perMillisecond: Int64, milliseconds: Int64)
        case fields([TimeField])
    }

    /// Throws `FormatMappingFault.badTime`.
    package init(_ written: String, key: String) throws(FormatMappingFault) {
        self.written = written
        switch written {
        case "iso": form = .everywhere
        case "seconds": form = .count(perMillisecond: 1, milliseconds: 1000)
        case "milliseconds": form = .count(perMillisecond: 1, milliseconds: 1)
        case "microseconds": form = .count(perMillisecond: 1000, milliseconds: 1)
        default: form = .fields(try TimeField.fields(written, key: key))
        }
    }

    /// nil: the text is not of this form, or no time between the years 1 and 9999.
    func time(_ text: String, in zone: LocalZone?) -> ExportedTime? {
        switch form {
        case .everywhere: exportedTime(text, in: zone)
        case .count(let perMillisecond, let milliseconds): count(text, perMillisecond, milliseconds)
        case .fields(let fields): calendar(text, fields, zone)
        }
    }

    private func count(_ text: String, _ perMillisecond: Int64, _ milliseconds: Int64) -> ExportedTime? {
        var text = text
        let found: Int64? = text.withUTF8 { bytes in
            var scanner = TimeScanner(bytes: bytes)
            let isNegative = scanner.take(UInt8(ascii: "-"))
            guard let whole = scanner.number(digits: 1...17) else { return nil }
            var part: Int64 = 0
            if !scanner.isAtEnd {
                guard scanner.take(UInt8(ascii: ".")), let thousandths = scanner.fraction() else { return nil }
                part = milliseconds == 1000 ? thousandths : 0
            }
            guard scanner.isAtEnd else { return nil }
            let (value, isTooLarge) = whole.multipliedReportingOverflow(by: milliseconds)
            guard !isTooLarge else { return nil }
            return (value / perMillisecond + part) * (isNegative ? -1 : 1)
        }
        guard let found, timeRange.contains(found) else { return nil }
        return ExportedTime(milliseconds: found, written: text, zoneIsKnown: true)
    }

    private func calendar(_ text: String, _ fields: [TimeField], _ zone: LocalZone?) -> ExportedTime? {
        var parts = TimeParts()
        var rest = Array(text.utf8)[...]
        for field in fields {
            guard field.take(from: &rest, into: &parts) else { return nil }
        }
        guard rest.isEmpty, var milliseconds = parts.milliseconds else { return nil }
        var isKnown = true
        if let offset = parts.offset {
            milliseconds -= offset
        } else if let zone {
            milliseconds = zone.utc(fromLocal: milliseconds)
        } else {
            isKnown = false
        }
        guard timeRange.contains(milliseconds) else { return nil }
        return ExportedTime(milliseconds: milliseconds, written: text, zoneIsKnown: isKnown)
    }
}
