import Testing

@testable import Exports

@Suite struct WrittenTimeTests {
    @Test(
        arguments: [
            ("2024-03-01T12:00:00Z", 1_709_294_400_000),
            ("2024-03-01t12:00:00z", 1_709_294_400_000),
            ("2024-03-01 12:00:00 UTC", 1_709_294_400_000),
            ("2024-03-01T13:00:00+01:00", 1_709_294_400_000),
            ("2024-03-01T13:00:00+0100", 1_709_294_400_000),
            ("2024-03-01T06:30-0530", 1_709_294_400_000),
            ("2024-03-01T12:00:00.1234567+00:00", 1_709_294_400_123),
            ("2024-03-01T12:00:00,5Z", 1_709_294_400_500),
            ("2016-12-31T23:59:60Z", 1_483_228_800_000),
            ("2024-03-01T24:00:00Z", 1_709_337_600_000),
            ("0001-01-01T00:00:00+00:00", -62_135_596_800_000),
            ("9999-12-31T23:59:59.999999999Z", 253_402_300_799_999),
            ("2024-02-29T00:00:00Z", 1_709_164_800_000),
            ("0", 0), ("-1", -1000), ("1709294400", 1_709_294_400_000), ("1709294400.25", 1_709_294_400_250),
            ("1709294400000", 1_709_294_400_000), ("1709294400000000", 1_709_294_400_000),
        ] as [(String, Int64)])
    func `times with a zone are exact`(_ written: String, _ milliseconds: Int64) {
        #expect(
            exportedTime(written, in: nil)
                == ExportedTime(milliseconds: milliseconds, written: written, zoneIsKnown: true))
    }

    @Test(
        arguments: [
            ("2024-03-01T12:00:00", 1_709_294_400_000), ("2024-03-01 12:00", 1_709_294_400_000),
            ("2024-03-01", 1_709_251_200_000), ("01.03.2024 12:00", 1_709_294_400_000),
            ("1.3.2024, 12:00:00", 1_709_294_400_000), ("01.03.2024", 1_709_251_200_000),
        ] as [(String, Int64)])
    func `times without a zone are kept as written`(_ written: String, _ milliseconds: Int64) {
        #expect(
            exportedTime(written, in: nil)
                == ExportedTime(milliseconds: milliseconds, written: written, zoneIsKnown: false))
    }

    @Test(
        arguments: [
            "", " ", "null", "NaN", "yesterday", "2024-13-01", "2023-02-29", "2024-03-01T25:00:00Z",
            "2024-03-01T24:00:01Z",
            "2024-03-01T12:60:00Z", "2024-03-01T12:00:61Z", "2024-03-01T12:10:60Z", "2024-03-01T12:00:00+99:99",
            "2024-03-01T12:00:00Zx", "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "1e308", "0x65E1C380",
            "253402300800", "99999999999999999999999999", "1709294400.1234567890", "--1", "-1709294400000",
            "٢٠٢٤-٠٣-٠١",
            "2024-03-01T12:00:00Z\u{1B}]0;x\u{7}", "31.02.2024", "0001-01-01T00:00:00+01:00",
        ])
    func `what fits nothing is unknown`(_ written: String) {
        #expect(exportedTime(written, in: nil) == nil)
    }

    @Test(
        arguments: [
            ("2024-07-01T12:00:00", "2024-07-01T10:00:00Z"), ("2024-01-01T12:00:00", "2024-01-01T11:00:00Z"),
            // 02:30 occurs twice when summer time ends, and not at all when it begins.
            ("2024-10-27T02:30:00", "2024-10-27T00:30:00Z"), ("2024-03-31T02:30:00", "2024-03-31T01:30:00Z"),
        ])
    func `a zone makes local times exact`(_ written: String, _ utc: String) throws {
        let berlin = try #require(LocalZone(identifier: "Europe/Berlin"))
        let time = try #require(exportedTime(written, in: berlin))
        #expect(time.zoneIsKnown)
        #expect(time.milliseconds == exportedTime(utc, in: nil)?.milliseconds)
    }

    @Test func `a zone that does not exist is none`() {
        #expect(LocalZone(identifier: "Mars/Olympus") == nil)
    }
}
