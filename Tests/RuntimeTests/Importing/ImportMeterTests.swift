import Dashboard
import Testing

@testable import Runtime

@Suite struct ImportMeterTests {
    private let meter = ImportMeter(path: "a.json", start: 100)

    @Test func `rate and rest come from what was read so far`() {
        let step = meter.step(ImportProgress(bytes: 250, size: 1000, messages: 5000), at: 102)
        #expect(step == ImportStep(path: "a.json", messages: 5000, percent: 25, rate: 2500, secondsLeft: 6))
    }

    @Test func `in the first moments there is no rate`() {
        let step = meter.step(ImportProgress(bytes: 1, size: 1000, messages: 3), at: 100.1)
        #expect(step.rate == nil && step.secondsLeft == nil && step.percent == 0)
    }

    @Test func `what does not say how long it is has neither percent nor rest`() {
        let step = meter.step(ImportProgress(bytes: 500, size: nil, messages: 10), at: 101)
        #expect(step.percent == nil && step.secondsLeft == nil && step.rate == 10)
    }
}
