/// A date of three numbers with a time of day, as a file writes it; which number is the day is not settled.
struct NumericDate: Equatable {
    var first: Int64
    var second: Int64
    var third: Int64
    /// Digits of the first and of the third number: a year of four says where it stands.
    var firstDigits: Int
    var thirdDigits: Int
    /// What stands between the numbers.
    var separator: Unicode.Scalar
    /// Milliseconds since midnight; nil: there is no such time of day.
    var clock: Int64?
    var hasSeconds = false
    var marks: Marks = []

    /// What a file carries besides the numbers and what tells of the country it is from.
    struct Marks: OptionSet, Equatable {
        let rawValue: UInt8
        /// `AM` or `PM` in capitals, as the United States write it.
        static let capitalMeridiem = Marks(rawValue: 1 << 0)
        /// Korean, Chinese or Japanese words for morning and afternoon.
        static let eastAsianMeridiem = Marks(rawValue: 1 << 1)
        /// Digits that are not ASCII's.
        static let foreignDigits = Marks(rawValue: 1 << 2)
    }

    /// The orders in which the digits leave it open.
    var orders: [DateOrder] {
        if firstDigits > 2 { return [.yearFirst] }
        return thirdDigits > 2 ? [.dayFirst, .monthFirst] : DateOrder.allCases
    }

    /// Days since 1970; nil: there is no such day. Years of two digits are those of this century.
    func days(_ order: DateOrder) -> Int64? {
        switch order {
        case .dayFirst: Exports.days(year: year(third, thirdDigits), month: second, day: first)
        case .monthFirst: Exports.days(year: year(third, thirdDigits), month: first, day: second)
        case .yearFirst: Exports.days(year: year(first, firstDigits), month: second, day: third)
        }
    }

    /// Local milliseconds since 1970; nil: there is no such day or time of day.
    func milliseconds(_ order: DateOrder) -> Int64? {
        guard let day = days(order), let clock else { return nil }
        return day * millisecondsPerDay + clock
    }

    private func year(_ number: Int64, _ digits: Int) -> Int64 { digits <= 2 ? 2000 + number : number }
}
