import Testing

@testable import Exports

struct WordPressTimeTests {
    @Test(arguments: [
        ("2024-02-29 23:59:59", 1_709_251_199_000), ("2000-03-01 00:00:00", 951_868_800_000),
        ("2011-01-18 07:40:14", 1_295_336_414_000),
    ])
    func `a time is read as UTC`(text: String, milliseconds: Int64) {
        #expect(WordPressTime.milliseconds(text) == milliseconds)
    }

    @Test(arguments: [
        "", "0000-00-00 00:00:00", "0001-01-01 00:00:00", "2023-02-29 00:00:00", "2024-13-01 00:00:00",
        "2024-01-01 24:00:00",
        "2024-01-01", "9999-01-01 00:00:00", "2024-01-01 00:00:0x", "２024-01-01 00:00", "-024-01-01 00:00:00",
    ])
    func `what is no time is unknown`(text: String) {
        #expect(WordPressTime.milliseconds(text) == nil)
    }

    @Test(arguments: [
        ("2024-07-01 12:00:00", 1_719_828_000_000), ("2024-01-01 12:00:00", 1_704_106_800_000),
        ("2024-03-31 03:30:00", 1_711_848_600_000),
    ])
    func `a local time takes the zone that is given`(local: String, milliseconds: Int64) {
        let result = WordPressTime.time(utc: "", local: local, zone: "Europe/Berlin")
        #expect(result.time == ExportedTime(milliseconds: milliseconds, written: local, zoneIsKnown: true))
        #expect(result.repair != nil)
    }

    @Test func `the export's stamp is read`() {
        #expect(WordPressTime.stamp("Tue, 27 Jan 2015 14:56:57 +0000") == 1_422_370_617_000)
        #expect(WordPressTime.stamp("yesterday") == nil)
    }
}
